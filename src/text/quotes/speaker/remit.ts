import { isFirstName } from '../tables/first-names.ts';
import { namesPost } from '../tables/occupations.ts';
import { isOrganisation } from '../tables/organisations.ts';
import type { Said } from '../tagger/attribution.ts';
import { isCapital } from '../words.ts';

/** Whose `of` leads to where they hold their post, but for a church, which is one of a saint: `Vicar of St Anne's`. */
export const OF_PLACE =
  /\b(?:(?:arch)?bishop|(?:arch)?deacon|dean|provost|rector|vicar|(?:lord )?mayor|lord[- ]lieutenant|high sheriff)$/i;
export const SAINT = /^(?:St|Saint|Holy|All|Our)\b/;

/** `clinical lead for the unit`, `vicar of Stoke`: a post with what or where somebody has charge of, where that is no body. */
export function withRemit(text: string, said: Said): Said {
  const role = withParishes(text, withPlace(text, said));
  const bare = role.text.replace(/ for$/, '');
  const behind = text.slice(role.start + bare.length);
  const [remit = ''] = (/\bin charge$/.test(bare) ? CHARGE : REMIT).exec(behind) ?? [];
  return remit === '' ? role : { ...role, end: role.start + bare.length + remit.length, text: bare + remit };
}

/** `the vicar of Stoke`, where only the post was read. */
function withPlace(text: string, role: Said): Said {
  const [of = ''] = OF_PLACE.test(role.text) ? (PLACE.exec(text.slice(role.end)) ?? []) : [];
  const words = of.slice(' of '.length).split(' ');
  return of === '' || SAINT.test(words[0] ?? '') || isOrganisation(words)
    ? role
    : { ...role, end: role.end + of.length, text: role.text + of };
}

const PLACE = /^ of \p{Lu}[\p{L}'’-]+(?: (?:(?:upon|on|under|in|le|the) )?\p{Lu}[\p{L}'’-]+){0,2}(?=$|[,.:;]| \p{Ll})/u;

/** `Vicar of Marl with Upper Tarn`, `Rector of Marl, Tarn and Corve`: whose parishes are several has them all in the post. */
export function withParishes(text: string, role: Said): Said {
  if (!/\b(?:[Vv]icar|[Rr]ector|[Cc]urate|[Pp]riest[- ][Ii]n[- ][Cc]harge) of \p{Lu}/u.test(role.text)) return role;
  const [more = ''] = PARISHES.exec(text.slice(role.end)) ?? [];
  const words = more.split(/[\s,]+/);
  const isPlaces = !words.some((word, at) => namesPost(word) || (isFirstName(word) && isCapital(words[at + 1] ?? '')));
  return isPlaces && more !== '' ? { ...role, end: role.end + more.length, text: role.text + more } : role;
}

const PARISHES =
  /^(?:(?:(?:, (?:St )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?){0,4},? and| with| &)(?: (?:St )?\p{Lu}[\p{L}'’-]+){1,3}){1,2}(?! of\b)/u;

const REMIT =
  /^ (?:for the \p{Ll}+ of the (?:county|city|borough|region|country|district)(?![\p{L}-])|for (?:the|this) (?:unit|ward|scheme|project|programme|campaign|operation|site)(?![\p{L}-])|of the (?:\p{Lu}[\p{L}-]+(?:,? and |, | & | )){1,5}(?:Committee|Working (?:Group|Party))\b)/u;

const CHARGE = /^ of the (?:[\p{L}-]+ ){0,2}(?:team|crew|watch|station|operation|exercise)(?![\p{L}-])/u;
