import { isStreet } from '../tables/addresses.ts';
import { isFirstName } from '../tables/first-names.ts';
import { MONTHS } from '../tables/months.ts';
import {
  isAdverb,
  isCommonNoun,
  isDangling,
  isObject,
  isPeriod,
  isPrize,
  isRequest,
  mayOpenTime,
  opensClause,
} from '../tables/not-posts.ts';
import { isGeneric, isKnown, isOrganisation, isOrganisationWord } from '../tables/organisations.ts';
import { rankGrade, rankLength } from '../tables/ranks.ts';
import { isRemit } from '../tables/remits.ts';
import { isRoleWord } from '../tables/roles.ts';
import { isCapital } from '../words.ts';
import type { Post } from './post.ts';

/**
 * What a reader proposes as somebody's post, cut to what can be believed: since when they hold it and what they do is no
 * part of it. Null where no such body is: then the words were split in the wrong place, and the next reader has its turn.
 */
export function believable({ role, organisation }: Post): Post | null {
  const body = organisation === null ? null : believableOrganisation(organisation);
  return body === null && organisation !== null
    ? null
    : { role: role === null ? null : believableRole(role), organisation: body };
}

/** `campaign` is nobody, `hospice` stands for one. */
export function believableOrganisation(proposed: string): string | null {
  const name = bareOrganisation(proposed);
  return name !== null && standsForBody(name.split(' ')) ? name : null;
}

/** `St Bride's Hospice since 2006` is the hospice, `Call Marl Police` the force. */
export function bareOrganisation(written: string): string | null {
  const words = withoutSite(withoutRequest(withoutDangling(untilTail(written.split(' ')))));
  const [first] = words;
  // `the DCC` leads a force and is none, nor is `PCSO Winstanley`.
  const rank = rankLength(words, 0);
  if (rank === words.length || (rank > 0 && !isOrganisation(words))) return null;
  // `Jo Bell and Tom Lee`
  const [second, third] = words.slice(2, 4);
  if (/^(?:and|&)$/.test(second ?? '') && isFirstName(first ?? '') && isCapital(third ?? '') && !isOrganisation(words))
    return null;
  // `a researcher in Lloyd’s group`
  if (/^\p{Lu}[\p{L}'’-]*['’]s (?:group|lab|laboratory|team)$/u.test(words.join(' '))) return null;
  // `August 2005`
  if (words.every((word) => MONTH_OR_YEAR.test(word))) return null;
  return first === undefined || isDangling(first) || isAddress(words) || words.some((word) => /-year-olds?$/.test(word))
    ? null
    : words.join(' ');
}

const MONTH_OR_YEAR = new RegExp(String.raw`^(?:${MONTHS}|\d+)$`);

/** `Head of Arts, bade them all welcome` is the head of arts, and `blushing` nothing. */
export function believableRole(proposed: string): string | null {
  const given = untilSentence(untilTail(withoutOpening(proposed.split(' '))));
  const by = given.findIndex((word, at) => at > 0 && word === 'by');
  const words = withoutPlace(withoutDangling(withoutOther(by === -1 ? given : given.slice(by + 1))));
  // `ten-year-old Jo Bell`
  if (/-year-olds?$|^oed$/.test(words.at(-1) ?? '')) return null;
  // `became a Doctor of Science`
  if (/^(?:Doctor|Master|Bachelor)$/.test(words[0] ?? '') && words[1] === 'of') return null;
  return words.length === 0 || isBody(words) || !isPost(words) || isGrade(words) || HALF_RANK.test(words.join(' '))
    ? null
    : words.join(' ').replace(/['’]r$/, '');
}

/** `sits on the Tenant Scrutiny Panel`: those on it are called after something else; `of contractors Keir Stone`: nobody alone is several. */
function isBody(words: readonly string[]): boolean {
  if (words.length === 1 && FIRMS.test(words[0] ?? '')) return true;
  return BODY.test(words.at(-1) ?? '') && !words.some((word) => /^(?:of|for|to|at|on|y|yr)$/.test(word));
}

const BODY = /^(?:Panel|Committee|Board|Forum|Council|Society|Association|Club|Trust|Partnership|Federation)$/;

const FIRMS = /^(?:contractor|builder|architect|developer|consultant|housebuilder|operator|solicitor|engineer)s$/i;

/** `has been Temporary Chief since June` */
const HALF_RANK = /^(?:acting|temporary|interim) chief$/i;

/** `promoted to Chief Superintendent`: a rank in full is no post. */
function isGrade(words: readonly string[]): boolean {
  const grade = rankGrade(words.join(' '));
  const isRank = words.length > 1 && words.every(isCapital) && rankLength(words, 0) === words.length;
  return isRank && grade !== null && grade !== 'chief constable';
}

/** `as operator`, `been governor`, `otherwise known as Support Worker`: how a sentence comes to a post is no part of it. */
function withoutOpening(words: readonly string[]): readonly string[] {
  const as = words.findLastIndex(
    (word, at) => word === 'as' && /^(?:known|serves?|served|acting)$/.test(words[at - 1] ?? ''),
  );
  const from = words.findIndex(
    (word, at) =>
      at > as &&
      !(OPENING.test(word) && !/^Majesty/.test(words[at + 1] ?? '')) &&
      !(word === 'elected' && (words[at - 1] === 'newly' || HEADS_SOCIETY.test(words[at + 1] ?? ''))),
  );
  const post = from === -1 ? words : words.slice(from);
  // `battalion's Commanding Officer`
  const owner = /^(\p{Ll}+)['’]s$/u.exec(post[0] ?? '')?.[1];
  return owner !== undefined && post.length > 1 && isGeneric([owner]) ? post.slice(1) : post;
}

/** `The Vice-Chancellor and the Chief Nurse of the hospital, Jo Bell, signed`: another's post before an `and the`. */
function withoutOther(words: readonly string[]): readonly string[] {
  const and = words.findIndex(
    (word, at) => word === 'and' && words[at + 1] === 'the' && at > 0 && !/['’]s?$/.test(words[at + 2] ?? ''),
  );
  return and === -1 || !words.slice(and + 2).some(isRoleWord) ? words : words.slice(and + 2);
}

/** Of what kind somebody is who was `elected treasurer`; an `elected mayor` is one. */
const HEADS_SOCIETY = /^(?:chair(?:man|woman)?|treasurer|secretary|president)$/;

const OPENING =
  /^(?:as|been|being|made|now|Mae|Roedd|its|his|her|their|our|the|Their|Our|His|Her|[Cc]urrent|present|[Nn]ewly[ -]appointed|newly|appointed|new|[Ii]ts)$/;

/** `branch manager in Marl`, but `Reader in Criminology` */
function withoutPlace(words: readonly string[]): readonly string[] {
  const [preposition, place = ''] = words.slice(-2);
  const isPlace = preposition === 'in' && isCapital(place) && !isRemit([place]) && !isOrganisation([place]);
  return isPlace && words.length > 2 && !TEACHES.test(words.at(-3) ?? '') ? words.slice(0, -2) : words;
}

/** Whose `in` leads to a subject, whatever its name. */
const TEACHES = /^(?:lecturer|professor|reader|fellow|researcher|tutor|consultant|specialist|apprentice)$/i;

/** The words before those that say since when, until when or how long, and before a clause. */
function untilTail(words: readonly string[]): readonly string[] {
  return words.slice(0, tailOf(words));
}

/** Where words begin to say since when or how long, or a clause; where they end if they do not. */
export function tailOf(words: readonly string[]): number {
  const tail = words.findIndex(
    (word, at) => at > 0 && (opensClause(word) || (mayOpenTime(word) && saysWhen(words, at))),
  );
  return tail === -1 ? words.length : tail;
}

const MAX_PERIOD_WORDS = 5;

/** `of nineteen years`, `of more than 20 years’ standing`, `of almost a decade`, but not `of early years` */
const OF_YEARS =
  /^of (?!early )(?:(?:more|than|over|nearly|almost|some|about|the|past|last) )*[\p{L}\d-]+ (?:years|months|seasons|decades|decade)\b/u;

function saysWhen(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (/^(?:since|until|till)$/.test(word)) return true;
  // `chairman of nineteen years`, `warden in question`
  if (word === 'of') return OF_YEARS.test(words.slice(at, at + 2 + MAX_PERIOD_WORDS).join(' '));
  if (word === 'in' && next === 'question') return true;
  if (word === 'for') return !isCapital(next) && words.slice(at + 1, at + 1 + MAX_PERIOD_WORDS).some(isPeriod);
  return /^(?:last|this|next)$/.test(word) ? isPeriod(next) || SEASON.test(next) : /^(?:19|20)\d\d$/.test(next);
}

const SEASON = new RegExp(`^(?:spring|summer|autumn|winter|term|${MONTHS})$`);

/** The words before a part in which they tell of somebody: `, bade them all welcome`. */
function untilSentence(words: readonly string[]): readonly string[] {
  const object = words.findIndex((word, at) => at > 0 && isObject(word));
  const comma = object === -1 ? -1 : words.slice(0, object).findLastIndex((word) => word.endsWith(','));
  return comma === -1 ? words : [...words.slice(0, comma), words[comma]?.slice(0, -1) ?? ''];
}

function withoutDangling(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !isDangling(word) && word !== ',');
  const end = words[last] ?? '';
  if (last === words.length - 1 && !end.endsWith(',')) return words;
  return last === -1 ? [] : [...words.slice(0, last), end.replace(/,$/, '')];
}

function withoutRequest(words: readonly string[]): readonly string[] {
  const isAsked = isRequest(words[0] ?? '') && isCapital(words[1] ?? '') && !isKnown(words);
  return isAsked && isOrganisation(words.slice(1)) ? words.slice(1) : words;
}

/** `Marl Police headquarters` */
function withoutSite(words: readonly string[]): readonly string[] {
  return words.length > 1 && /^(?:headquarters|HQ)$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
}

/** `Curlew Close`: where somebody lives, and for nobody. */
function isAddress(words: readonly string[]): boolean {
  return words.length > 1 && words.length < MAX_ADDRESS_WORDS && isStreet(words.at(-1) ?? '');
}

const MAX_ADDRESS_WORDS = 4;

/** A small word may be a name, `tarn`, or stand for one, `hospice`; what everybody has, `campaign`, is no body. */
function standsForBody(words: readonly string[]): boolean {
  const [first = '', more] = words;
  if (words.some((word) => !/^\p{Ll}/u.test(word)) || isGeneric(words)) return true;
  return more === undefined ? !isCommonNoun(first) && !isOrganisationWord(first) : isOrganisation(words);
}

/** `joined the retained crew`: several are no post of one. */
const GROUP = /^(?:crew|squad|team|choir|band|watch|shift|staff|gang|platoon)$/i;

/** `Maj Kit Rawnsley`, `Dowie and Brodick`, `Beside her stood`: people and sentences are nothing that somebody is. */
function isPost(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.some(isRoleWord)) return true;
  // `Sentencing him to four months, Recorder Jo Bell`
  if (isPeriod(words.at(-1) ?? '')) return false;
  if (isPrize(words.at(-1) ?? '') || GROUP.test(words.at(-1) ?? '')) return false;
  if (words.length === 1) return !isAdverb(first) && !/^\p{Ll}+(?:ing|ed)$/u.test(first);
  const ranked = rankLength(words, 0);
  const isRanked = ranked > 0 && isCapital(words[ranked] ?? '');
  return (
    !isRanked && !words.some((word, at) => isObject(word) || (isFirstName(word) && isCapital(words[at + 1] ?? '')))
  );
}
