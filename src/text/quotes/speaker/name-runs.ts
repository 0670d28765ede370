import { isAddressWord } from '../tables/addresses.ts';
import { isAcronym, isOrganisationWord, isWelshHead } from '../tables/organisations.ts';
import { HONORIFICS, isPluralRank, rankLength } from '../tables/ranks.ts';
import { isPostNominal, isRelation, isRoleWord } from '../tables/roles.ts';
import { isThing } from '../tables/things.ts';
import { isCapital, type Word } from '../words.ts';

/** A name in capitals, particles among its words, as a pattern: `Jo van der Bell`. */
export const PERSON_NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:(?:van|von|de|der|ap|al|el|la) )*\p{Lu}[\p{L}'’-]+){0,3}`;

/** Words of a name; more than that is not one. */
export const MAX_NAME_WORDS = 4;
/** Capitalised words in a row that are looked at together; no post and no organisation has a longer name. */
const MAX_RUN_WORDS = 24;

/** Capitalised words that start sentences, name times or stand before names, never people. */
const NOT_NAMES = new Set(
  `between among around about above across against along amid behind below beneath beside besides beyond despite down except inside into
  like near off onto out outside over past through throughout toward towards under until up upon within without because although though unless
  whereas whether why how what whose whom a an the this that these those our your my we you i he she they it his her their its and but or so if as at by for
  from in of on to with after before during following since while when where who which also however meanwhile now
  then later today yesterday tomorrow tonight earlier finally further both all any every some each another other
  many most more not no yes there here between among under over about against across around behind beyond despite inside near off onto
  outside through throughout towards until upon via within without because once whether although though unless whose what why how perhaps together
  instead again still even just only well sadly thankfully fortunately having being thanks monday tuesday wednesday thursday friday saturday sunday january february
  march april june july august september october november december christmas easter operation project england
  scotland wales ireland britain british english welsh scottish irish european uk national local labour conservative
  tory officers crews detectives residents meddai dywedodd ychwanegodd esboniodd eglurodd mae bydd roedd cafodd bu daeth aeth gwnaeth yn ôl ar mae'r nicknamed dubbed christened aged commanding sisters brothers twins mi dyma wrth magistrates crown county following speaking commenting excellency worship worshipful majesty highness one two three four five six seven eight nine ten eleven twelve
  thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds dozens`
    .split(/\s+/)
    .concat(...HONORIFICS),
);

const MONTHS = new Set(['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'October']);

/** Small words inside names. */
const PARTICLES = new Set(
  'de da du del della den der di dos la le les van von ter ten bin ibn al el ap ab st y zu'.split(' '),
);

/** Behind the last of the name words that follow each other; a whole name ends before a post that follows at once. */
export function nameRunEnd(words: readonly Word[], from: number, text: string, isWholeName: boolean): number {
  let end = from + 1;
  while (end < words.length && end - from < MAX_RUN_WORDS && isJoined(words, end, text)) {
    const particles = particlesAt(words, end, text);
    if (particles > 0 && isNameWord(words[end + particles])) {
      if (!isJoined(words, end + particles, text)) break;
      end += particles;
    } else if (!isNameWord(words[end]) && !isMonth(words[end])) break;
    const length = end - from;
    if (isWholeName && (length === MAX_NAME_WORDS || (length > 1 && isCommonNoun(words[end]?.text ?? '')))) break;
    end += 1;
  }
  return end;
}

/**
 * As the run of name words, but on through the small words inside the name of a post or an organisation: behind a
 * common noun (`Director of Prevent`), between two halves that end in one (`Fire and Rescue Service's`).
 */
export function extendedRunEnd(words: readonly Word[], from: number, text: string): number {
  let end = nameRunEnd(words, from, text, false);
  while (end - from < MAX_RUN_WORDS) {
    const next = words[end];
    const isOwner = next !== undefined && /^\p{Lu}.*['’]s$/u.test(next.text) && isJoined(words, end, text);
    let resume = isOwner ? end + 1 : end;
    while (/^(?:and|&|of|for|the)$/.test(words[resume]?.text ?? '')) resume += 1;
    if (resume === end || !isNameWord(words[resume]) || !isJoinedThrough(words, end, resume, text)) return end;
    const runEnd = nameRunEnd(words, resume, text, false);
    const isGoverned = isCommonNoun(words[end - 1]?.text ?? '') && !/^(?:and|&)$/.test(next?.text ?? '');
    const isHalf = /^(?:and|&)$/.test(next?.text ?? '') && holdsCommonNoun(words, resume, runEnd + 1);
    if (!isOwner && !isGoverned && !isHalf) return end;
    end = runEnd;
  }
  return end;
}

export function isJoinedThrough(words: readonly Word[], from: number, to: number, text: string): boolean {
  for (let at = from; at <= to; at += 1) if (!isJoined(words, at, text)) return false;
  return true;
}

function holdsCommonNoun(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => isCommonNoun(word.text.replace(/['’]s$/, '')));
}

/** Whether nothing but space, or the full stop of an initial, stands before a word. */
export function isJoined(words: readonly Word[], at: number, text: string): boolean {
  // `Phil 'Spud' Murphy`
  return /^(?:\.?\s+|['’"”]\s+|\s+['‘"“])$/.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
}

/** `Inspector Jo March`, `April Jones`: a month may be part of a name, though none begins with it behind `in`. */
export function isMonth(word: Word | undefined): boolean {
  return word !== undefined && MONTHS.has(word.text);
}

export function isInMonth(before: Word | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:in|of|since|last|this|next|until|till|by|from|to|early|late|mid|\d+(?:st|nd|rd|th)?)$/i.test(before.text)
  );
}

/** Small words in a row inside a name: `van der`, `de la`. */
const MAX_PARTICLES = 3;

/** How many small words stand in a row: `van der`. */
export function particlesAt(words: readonly Word[], from: number, text: string): number {
  let at = from;
  while (at - from < MAX_PARTICLES && isParticle(words[at]?.text ?? '') && isJoined(words, at, text)) at += 1;
  return at - from;
}

/** Whether a word may stand small inside a name. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

export function isCommonNoun(word: string): boolean {
  if (isPostNominal(word)) return false;
  return (
    isAddressWord(word) ||
    isRoleWord(word) ||
    /^(?:Leads|Members|Managers|Directors|Officers|Leaders|Chairs|Teachers)$/.test(word) ||
    isRelation(word) ||
    isOrganisationWord(word) ||
    isAcronym(word) ||
    isWelshHead(word) ||
    isThing(word) ||
    rankLength([word], 0) > 0
  );
}

/** A capitalised word that may be part of a name. */
export function isNameWord(word: Word | undefined): boolean {
  if (word?.text.startsWith('ff') && /^ff\p{Ll}/u.test(word.text)) return true;
  return isSurname(word) && !(word !== undefined && word.text.length > 2 && /^\p{Lu}+$/u.test(word.text));
}

/** `al-Rashid`, `d’Arcy`: a small word that is one with the name behind it. */
const PREFIXED = /^(?:al|el|ap|ab|d|o)['’-]\p{Lu}\p{Ll}/u;

/** As a name word, or wholly in capitals as some write surnames. */
export function isSurname(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (!isCapital(word.text)) return PREFIXED.test(word.text);
  if (!/^\p{Lu}[\p{L}'’.-]*$/u.test(word.text) || /['’]s$|-(?:year|old|of)-/.test(word.text)) return false;
  // `Diolchodd`, `Croesawodd`: a Welsh sentence begins with its verb.
  if (word.text.endsWith('odd') && /^\p{Lu}\p{Ll}{3,}odd$/u.test(word.text)) return false;
  return !NOT_NAMES.has(word.text.toLowerCase()) && !(word.text.endsWith('s') && isPluralRank(word.text));
}

/** `Phil Murphy` of `Phil 'Spud' Murphy`: what friends call somebody stands beside the name and is no part of it. */
export function withoutNickname(name: string): string {
  // `Baroness (Petra) Lowther`
  const opened = name.replace(/^\((\p{Lu}[\p{L}’'-]+)\) (?=\p{Lu})/u, '$1 ');
  return opened.replace(/ (?:["“'‘(])\p{Lu}[\p{L}'’ -]*(?:["”'’)]) (?=\p{L})/u, ' ');
}

/** `FREng`, `FIMechE`, `FRAgS` */
const FELLOW = /^[A-Z]{2,4}[a-z]{1,4}[A-Z]?$/;

/** `Anita Bell` of `Anita Bell CBE`. */
export function withoutHonours(name: string): string {
  const words = name.split(' ');
  const last = words.findLastIndex((word) => !isPostNominal(word) && !FELLOW.test(word));
  return words.slice(0, Math.max(2, last + 1)).join(' ');
}
