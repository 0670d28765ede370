import { isFirstName } from '../tables/first-names.ts';
import { KIN_WORDS } from '../tables/kin.ts';
import { isArticle, isLay, isRelation, isRoleWord, isSpokesperson } from '../tables/roles.ts';
import type { Said } from '../tagger/attribution.ts';
import type { Word } from '../words.ts';
import { isMonth, isNameWord } from './name-runs.ts';
import type { PersonFound } from './names.ts';
import type { Part } from './parts.ts';
import { holdsPost, type Post } from './post.ts';

/** Somebody among the parts of an attribution. */
export interface SpeakerFound {
  /** Of the part that holds the name. */
  readonly index: number;
  readonly person: PersonFound;
}

/** `The family of Callum Wynter`: whose relatives they are, not who speaks. */
export function isRelatedTo(before: readonly Word[]): boolean {
  return before.at(-1)?.text === 'of' && isRelation(before.at(-2)?.text ?? '');
}

/** One first name behind what its bearer is: `Thirteen-year-old Jaydon`, `Kyle's mum, Leanne`, `Year 6 pupil Oscar`. */
export function singleName(parts: readonly Part[], index: number): SpeakerFound | null {
  const words = parts[index]?.words ?? [];
  const [first, second] = words;
  if (words.length > 1 && (isMonth(words.at(-1)) || /^\p{Lu}{2,}$/u.test(words.at(-1)?.text ?? ''))) return null;
  if (first && isFirstName(first.text) && (!second || /^\p{Ll}/u.test(second.text)) && isNameWord(first))
    return oneWord(index, 0);
  const last = words.at(-1);
  // `llefarydd ar ran Adeiladwyr Tegid`
  const spokesperson = words.findLastIndex(({ text }) => isSpokesperson(text));
  if (spokesperson !== -1 && spokesperson < words.length - 2) return null;
  // `Her wife, Quilla`
  const isKin = KIN.test(words.map(({ text }) => text).join(' '));
  if (!isKin && isTitle(words)) return null;
  const describes = words.slice(0, -1).some((word) => /\p{Ll}/u.test(word.text));
  const isDescribed = words
    .slice(0, -1)
    .some(({ text }) => /-year-old$/.test(text) || (isRoleWord(text) && /^\p{Ll}/u.test(text)));
  if (words.some((word, at) => isNameWord(word) && isRelatedTo(words.slice(0, at)))) return null;
  const isBare = !words.some(({ text }) => /^(?:of|for|at|from|in|with|ran)$/.test(text) || isSpokesperson(text));
  if (last && describes && isNameWord(last) && (isFirstName(last.text) || (isDescribed && isBare)))
    return oneWord(index, words.length - 1);
  const [only, more, third] = parts[index + 1]?.words ?? [];
  // `One of the members, 15-year-old Kaiden`
  if (only && more && !third && /-year-old$/.test(only.text) && isNameWord(more)) return oneWord(index + 1, 1);
  const isNamed = only !== undefined && !more && isNameWord(only) && (isKin || isFirstName(only.text));
  // `Its reserves officer, Gemma`
  const isHolder = /^\p{Ll}/u.test(last?.text ?? '') && isRoleWord(last?.text ?? '');
  const isTold = isHolder || isKin || isOneOf(words) || words.some((word) => isRelation(word.text) || isLay(word.text));
  return isNamed && isTold ? oneWord(index + 1, 0) : null;
}

/** `One of them`, `Another of those young people` */
function isOneOf([first, of, those]: readonly Word[]): boolean {
  return (
    /^(?:one|another)$/i.test(first?.text ?? '') &&
    of?.text === 'of' &&
    /^(?:them|those|these|the|its|our|their|his|her)$/.test(those?.text ?? '')
  );
}

/** `The Dean`, `The retiring Dean` */
function isTitle(words: readonly Word[]): boolean {
  const [first, ...rest] = words.map(({ text }) => text);
  const [last = '', adjective, ...more] = rest.toReversed();
  if (!isArticle(first ?? '') || !isRoleWord(last) || more.length > 0) return false;
  return adjective === undefined || (/^\p{Lu}/u.test(last) && /^\p{Ll}/u.test(adjective) && !isRoleWord(adjective));
}

/** `Her partner`, `the boy's father` */
const KIN = new RegExp(
  String.raw`^(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|\p{L}[\p{L}-]+['’]s?) (?:[\p{Ll}’'-]+ ){0,2}?(?:${KIN_WORDS})$`,
  'u',
);

/** Whether the part behind one name says at once that it is a person's: `Kerenza, who is a nurse`, `Elowen, a cook`. */
export function isDescribed(next: Part | undefined, { role, organisation }: Post): boolean {
  if (next === undefined || /^who(?:['’]s)?$/.test(next.opening)) return next !== undefined;
  // `Kestrel, a partner of Marl Council`
  if (role === null || /^(?:partner|member|supplier|provider|subsidiary)$/.test(role)) return false;
  return /^an?$/.test(next.opening) && (organisation === null || holdsPost(next.words));
}

function oneWord(index: number, at: number): SpeakerFound {
  return { index, person: { start: at, nameStart: at, nameEnd: at + 1, end: at + 1, isDoubtful: false } };
}

/** `Year 5 pupil Kofi from Mill Lane Primary`: the word that is a name between what somebody is and where; -1 where none is. */
export function nameOfPlace(text: string, words: readonly Word[], said: readonly Said[]): number {
  const at = said.findIndex(({ aspect }) => aspect === 'name');
  const [role, name] = [said[at - 1], said[at]];
  if (role?.aspect !== 'role' || !name || name.start !== role.end + 1) return -1;
  const word = words.findIndex(({ start, end }) => start === name.start && end === name.end);
  return isNameWord(words[word]) && /^,? (?:from|at|of|in) /.test(text.slice(name.end)) ? word : -1;
}
