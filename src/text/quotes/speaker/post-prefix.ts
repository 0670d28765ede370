import { isAddressWord } from '../tables/addresses.ts';
import { endsEmployer, isAcronym, isGeneric, isKnown, isOrganisationWord } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isModifier, isPostWord, isRemit } from '../tables/remits.ts';
import { isLay, isRoleWord, isSpokesperson } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';
import { INNER_WORDS, isPlace, slice } from './employer-words.ts';
import type { Post } from './post.ts';

/** Words inside the name of a body. */
const JOINING = /^(?:of|and|&|the|for)$/;

/** `Fenwick Borough Council leader`: a body by its last word, and a post at once behind it. */
export function readPrefix(text: string, words: readonly Word[]): Post | null {
  const plain = words.map((word) => word.text);
  for (let length = words.length - 1; length > 0; length -= 1) {
    const rest = words.slice(length);
    const prefix = plain.slice(0, length);
    if (!endsBody(prefix, rest) || /^(?:and|&|of|for)$/.test(rest[0]?.text ?? '')) continue;
    const isWork =
      length > 1 && rest.every(({ text: word }) => /^\p{Ll}[\p{L}-]+$/u.test(word) && !INNER_WORDS.test(word));
    if (!holdsRole(rest) && !isWork) continue;
    const speaks = rest.length === 1 && isSpokesperson(rest[0]?.text ?? '');
    // `Council leader` is the post and says whose.
    const isWhole = isGeneric(prefix) && !speaks;
    return { role: slice(text, isWhole ? words : rest), organisation: slice(text, words.slice(0, length)) };
  }
  return null;
}

/** Whether words may be a body that a post follows at once; `Team leader` and `Board member` need a name before them. */
function endsBody(prefix: readonly string[], rest: readonly Word[]): boolean {
  const next = rest[0]?.text ?? '';
  // `Marl Coastguard Team Leader` leads a team of the coastguard.
  if (LEADING.test(next) && LED.test(prefix.at(-1) ?? '') && endsEmployer(prefix.slice(0, -1))) return false;
  if (endsEmployer(prefix)) return !isCut(prefix, next);
  if (!isOrganisationWord(prefix.at(-1) ?? '') || prefix.length < 3) return false;
  const isName = prefix.every((word) => isCapital(word) || JOINING.test(word) || /^\d/.test(word));
  return isName && (!isRemit(prefix.slice(0, -1)) || !LEADING.test(next));
}

/** In `HMP Marsham governor` and `Crimestoppers Head Teacher` the name, or the post, is longer. */
function isCut(prefix: readonly string[], next: string): boolean {
  return prefix.length === 1 && PLACED.test(prefix[0] ?? '') && isCapital(next) && !isPostWord(next);
}

/** Capitals that a place follows. */
const PLACED = /^(?:HM[PS]|RAF|RNAS|CPS|YMCA|NHS|HMYOI|MIND|RSPCA)$/;

const LED = /^(?:team|group|board|committee|station|club|branch|library|museum|centre|service|unit|office)$/i;

/** Posts that are called after what they lead. */
const LEADING = /^(?:leader|manager|member|lead|chair|secretary|president|captain|head)s?$/i;

/**
 * `Anchor Brewery marketing director`, `Northern Gas Networks Conservation Officer`: capitals that no table knows, then all
 * that can be part of a post.
 */
export function readBrand(text: string, words: readonly Word[]): Post | null {
  const head = headOf(words);
  if (head < 1) return null;
  let from = head;
  const isLower = !isCapital(words[head]?.text ?? '');
  while (from > 0 && (isLower ? isLowerWord(words, from - 1) : belongsToPost(words, from - 1))) from -= 1;
  const brand = words.slice(0, from);
  const holder = words[head]?.text ?? '';
  if (!isBrand(brand.map((word) => word.text)) || SEATED.test(holder)) return null;
  if (isLay(holder) && !/^(?:volunteer|apprentice|nurse|worker)$/i.test(holder)) return null;
  return { role: slice(text, words.slice(from)), organisation: slice(text, brand) };
}

/** The last word of a post, before the `of` or `for` of what it is about; -1 when there is none. */
function headOf(words: readonly Word[]): number {
  const first = words.findIndex((word, at) => at > 0 && isRoleWord(word.text));
  const preposition = words.findIndex(({ text }, at) => at > first && /^(?:of|for|in|at|to|on|with|from)$/.test(text));
  const until = first === -1 ? 0 : preposition === -1 ? words.length : preposition;
  return words.slice(0, until).findLastIndex((word) => isRoleWord(word.text));
}

/** Of a post in small letters every word is. */
function isLowerWord(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  return /^\p{Ll}/u.test(word) && !/^(?:of|for)$/.test(word);
}

function belongsToPost(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  if (/^(?:and|&)$/.test(word)) return at > 0 && isPostWord(words[at - 1]?.text ?? '');
  return !JOINING.test(word) && isPostWord(word);
}

function isBrand(brand: readonly string[]): boolean {
  const [first = ''] = brand;
  const last = brand.at(-1) ?? '';
  if (brand.length === 0 || !isCapital(first) || !isCapital(last) || isModifier(first)) return false;
  if (isPlaceName(brand) || holdsRoleWord(brand)) return false;
  if (!brand.every((word) => isCapital(word) || JOINING.test(word))) return false;
  if (isRemit(brand) && !isKnown(brand) && !NATION.test(last)) return false;
  return brand.length > 1 || isAcronym(first) || isKnown(brand) || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(first);
}

/** `Public Rivers Wales` */
const NATION = /^(?:Scotland|Wales|England|Ireland|Britain|UK)$/;

/** Posts of a place: `South Marl councillor`. */
const SEATED =
  /^(?:councillor|mp|ms|msp|coroner|mayor|sheriff|resident|commissioner|bishop|magistrate|minister|farmer|lieutenant|lord-lieutenant)$/i;

function isPlaceName(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return words.length < 3 && (isPlace(words[0] ?? '') || (isAddressWord(last) && last !== 'Town'));
}

function holdsRoleWord(words: readonly string[]): boolean {
  return words.some(isRoleWord);
}

function holdsRole(words: readonly Word[]): boolean {
  const plain = words.map((word) => word.text);
  return plain.some((word, at) => isRoleWord(word) || rankLength(plain, at) > 0);
}
