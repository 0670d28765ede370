import type { Speaker } from '../speaker/speaker.ts';
import { genderOf } from '../tables/first-names.ts';
import { rankGrade } from '../tables/ranks.ts';
import { isShortFor } from '../tables/short-names.ts';
import { inFullLetters } from '../tables/short-posts.ts';

/** Whether a later mention, `Insp Shaw`, `she` or `the spokesperson`, can mean the same speaker as an earlier one. */
export function isSamePerson(earlier: Speaker, later: Speaker): boolean {
  // Somebody who is introduced behind a `he` is somebody else.
  if (earlier.kind === 'pronoun' && later.kind !== 'pronoun') return false;
  if (speakTogether(later) && earlier.name?.includes(' and ') !== true) return false;
  if (later.kind === 'pronoun' || earlier.kind === 'pronoun')
    return isSameGender(earlier, later) && !(earlier.name?.includes(' and ') && /^s?he$/i.test(later.asWritten));
  // One of two who spoke together speaks on alone.
  if (earlier.name?.includes(' and ') !== later.name?.includes(' and ') && later.name !== null && earlier.name !== null)
    return false;
  if (earlier.name !== null && later.name !== null) return isNamesake(earlier, later) && isCalledAlike(earlier, later);
  if (later.name !== null) return false;
  if (earlier.asWritten.toLowerCase() === later.asWritten.toLowerCase()) return true;
  return isDefinite(later) && holdingPost(later)(earlier);
}

/** `Together they said`, `They said in a joint letter`: whether a `they` is two or more. */
export function speakTogether({ kind, asWritten, about }: Speaker): boolean {
  return kind === 'pronoun' && /^they$/i.test(asWritten) && TOGETHER.test(about);
}

const TOGETHER =
  /^(?:speaking )?(?:together|jointly)\b|\bthey (?:both|jointly|together)\b|\b(?:said|added) (?:together|jointly)\b|\bjoint (?:statement|letter|message|tribute)\b/i;

/** `Cllr Bell` and `Mr Bell` are two: who has a rank and no first name beside it is not called Mr in the next breath. */
function isCalledAlike(one: Speaker, other: Speaker): boolean {
  const isWhole = one.name?.includes(' ') === true || other.name?.includes(' ') === true;
  const [first, second] = [one, other].map(({ rank }) => (rank === null ? null : rankGrade(rank)));
  return isWhole || first === second || (one.title ?? other.title) === null;
}

/** Whether two mentions with names can be of one person: the shorter name is part of the longer, rank and gender agree. */
export function isNamesake(one: Speaker, other: Speaker): boolean {
  return isSameName(one.name ?? '', other.name ?? '') && isSameRank(one, other) && isSameGender(one, other);
}

/** `The inspector`, `the Chief Constable`: somebody who is known already. */
export function isDefinite({ asWritten }: Speaker): boolean {
  return /^(?:the|y|yr) /i.test(asWritten);
}

/** Answers whether a person holds the post by which a mention without a name calls somebody; what is asked of each is made ready once. */
export function holdingPost({ asWritten }: Speaker): (person: Speaker) => boolean {
  const post = inFullLetters(
    asWritten
      .toLowerCase()
      .replace(/^(?:the|y|yr) (?:g(?=weinidog))?/, '')
      .replace(NEWLY, '')
      .replace(OF_A_BODY, '')
      .replace(/[- ](?:designate|elect)$/, '')
      .replace(CHAIR, 'chair'),
  );
  const ranked = RANKED.get(post);
  const grade = gradeMeant(post);
  const letters = asWritten.split(' ').at(-1) ?? '';
  const isShort = /^\p{Lu}{2,5}$/u.test(letters);
  const isHeld = (held: string): boolean => {
    const lower = held
      .toLowerCase()
      .replace(/\bpcc\b/, 'police and crime commissioner')
      .replace(CHAIR, 'chair');
    if (lower === post || post.startsWith(`${lower} `) || lower.replace(OF_CRIME, '') === post) return true;
    // The chaplain to the Bishop is no bishop.
    const [own = ''] = lower.split(' to ', 1);
    const [before = '', behind] = ` ${own} `.split(` ${post} `, 2);
    // Nor is a DCC, a Deputy Chief Constable, the Chief Constable.
    return behind !== undefined && !DEPUTY.test(before);
  };
  return ({ rank, role }) =>
    (rank !== null && grade !== null && rankGrade(rank) === grade) ||
    ranked?.test(rank ?? '') === true ||
    (isShort && [role, rank].some((held) => initialsOf(held) === letters)) ||
    (rank !== null && isHeld(spelled(rank))) ||
    (role !== null && isHeld(role));
}

/** `The chairman` is who was introduced as the chair. */
const CHAIR = /\bchair(?:man|woman|person)\b/;

/** The Deputy Commissioner is the Deputy Police and Crime Commissioner. */
const OF_CRIME = /\bpolice(?:, fire)? and crime /;

const DEPUTY = / (?:deputy|assistant|vice|under)$/;

/** Whether somebody is called by the very post: the Chief Fire Officer is not an Assistant Chief Fire Officer. */
export function isCalledByPost({ rank, role }: Speaker, { asWritten }: Speaker): boolean {
  const post = asWritten.toLowerCase().replace(/^(?:the|y|yr) /, '');
  return rank?.toLowerCase() === post || role?.toLowerCase() === post;
}

/** `RSM` of `Regimental Sergeant Major`. */
function initialsOf(post: string | null): string {
  const words = post?.toUpperCase().match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => !/^(?:OF|AND|FOR|THE|TO)$/.test(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** `The new chairman` is the chairman. */
const NEWLY = /^(?:new|newly[ -](?:elected|appointed|installed)) (?!year\b)/;

/** `The council leader` is its leader. */
const OF_A_BODY =
  /^(?:(?:county|city|town|borough|district|parish) )?(?:council|force|trust|authority|university|school|college|academy|charity|club|association|society|service|hospital|company|party|group|union|hospice|museum|committee)(?:['’]s)? (?!member|officer|worker|spokes)/;

/** `Ch Insp`, `DCI` and `ACC` as they are said: `chief inspector`, `detective chief inspector`, `assistant chief constable`. */
function spelled(rank: string): string {
  return rank
    .toLowerCase()
    .replace(/[.,]/g, '')
    .split(/[\s/]+/)
    .map((word) => SPELLED.get(word) ?? inFullLetters(word))
    .join(' ');
}

/** Whether two ranks are one, however they are written and whoever holds them for a time: `T/DCI`, `Detective Chief Inspector`. */
export function isSpelledAlike(one: string, other: string): boolean {
  return bareRank(one) === bareRank(other);
}

/** The fuller of two ranks that are one: `Detective Constable` of `DC`. */
export function fullerRank(known: string | null, other: string | null): string | null {
  if (known === null || other === null) return known ?? other;
  return other.length > known.length && spelled(other) === spelled(known) ? other : known;
}

function bareRank(rank: string): string {
  return spelled(rank)
    .split(' ')
    .filter((word) => !/^(?:t|a|temp|temporary|acting|detective)$/.test(word))
    .join(' ');
}

const SPELLED: ReadonlyMap<string, string> = new Map([
  ...([
    ['ch', 'chief'],
    ['det', 'detective'],
    ['insp', 'inspector'],
    ['supt', 'superintendent'],
    ['sgt', 'sergeant'],
  ] as const),
  ...([
    ['di', 'detective inspector'],
    ['dci', 'detective chief inspector'],
    ['ci', 'chief inspector'],
  ] as const),
  ...([
    ['ds', 'detective sergeant'],
    ['dc', 'detective constable'],
    ['cmdr', 'commander'],
    ['cdr', 'commander'],
  ] as const),
]);

/** `The inspector` is a `DI`: the grade that a post is called by. */
function gradeMeant(post: string): string | null {
  const grade = rankGrade(post);
  return grade === post && grade !== 'chief constable' ? grade : null;
}

/** What those are called who bear a rank: `the doctor`, `the detective`. */
const RANKED: ReadonlyMap<string, RegExp> = new Map([
  ['doctor', /^(?:dr|doctor|prof(?:essor)?)\b/i],
  ['professor', /^prof/i],
  ['detective', /^(?:det|t?d[cis]|dci|dsu)/i],
  ['officer', /(?:^|[\s/])(?:p[cs]|d[cs]|d?c?i|pcso|constable|sergeant|sgt|insp(?:ector)?)$/i],
  ['judge', /\b(?:judge|justice|recorder|hhj)\b/i],
  ['sheriff', /^sheriff/i],
  ['peer', /^(?:lord|lady|baroness|baron|viscount|viscountess|earl)\b/i],
  ['archdeacon', /^ven/i],
  ['bishop', /^(?:rt|right)\.? rev/i],
  ['dean', /^very\.? rev/i],
  ['councillor', /^(?:cllr|councillor|coun|alderman)/i],
]);

/** `Shaw` and `Rebecca` are both `Rebecca Shaw`; two whole names must be equal. */
function isSameName(one: string, other: string): boolean {
  const [shorter, longer] = [one, other]
    .map((name) => name.toLowerCase().replaceAll('’', "'").split(/\s+/))
    .sort((a, b) => a.length - b.length);
  if (!shorter || !longer) return false;
  if (shorter.join(' ') === longer.join(' ')) return true;
  if (shorter.length === 2 && longer.length === 2)
    return shorter[1] === longer[1] && (isInitialOf(shorter[0], longer[0]) || isShortened(shorter[0], longer[0]));
  if (shorter.length === 1) return longer[0] === shorter[0] || isSurnameOf(shorter[0] ?? '', longer.at(-1) ?? '');
  // `Van Der Berg` of `Hugo Van Der Berg`, but not `Jane Smith` of `Mary Jane Smith`.
  return (
    longer.length > shorter.length &&
    longer.slice(-shorter.length).join(' ') === shorter.join(' ') &&
    longer.length - shorter.length === 1
  );
}

/** `J.` of `Jane`. */
function isInitialOf(one = '', other = ''): boolean {
  const [initial = '', first = ''] = [one, other]
    .map((word) => word.replace('.', ''))
    .sort((a, b) => a.length - b.length);
  return initial.length === 1 && first.length > 1 && first.startsWith(initial);
}

/** `Mal Bell` of `Malcolm Bell`, `Jacqui Bell` of `Jacqueline Bell`; a Jim Bell may be a James Bell's son. */
function isShortened(one = '', other = ''): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short.slice(0, MIN_COMMON)) && isShortFor(short, long);
}

/** Letters that a first name and what it is for short have alike. */
const MIN_COMMON = 3;

/** `Hartley` of `Crossman-Hartley`. */
function isSurnameOf(shorter: string, longer: string): boolean {
  return longer === shorter || longer.endsWith(`-${shorter}`);
}

function isSameRank(one: Speaker, other: Speaker): boolean {
  if (one.rank === null || other.rank === null) return true;
  const grades = [rankGrade(one.rank), rankGrade(other.rank)];
  return grades[0] === grades[1] || grades.includes(null);
}

export function isSameGender(one: Speaker, other: Speaker): boolean {
  // Beside a `she` one name alone may be a first name; beside `Piotr Lacey`, `Lacey` is his surname.
  const isPronoun = one.kind === 'pronoun' || other.kind === 'pronoun';
  const genders = [genderOfSpeaker(one, isPronoun), genderOfSpeaker(other, isPronoun)];
  return genders[0] === genders[1] || genders.includes(null);
}

function genderOfSpeaker(
  { kind, name, rank, title, asWritten, about }: Speaker,
  mayBeFirst: boolean,
): 'female' | 'male' | null {
  if (kind === 'pronoun') return PRONOUNS.get(asWritten.toLowerCase()) ?? null;
  if (kind === 'unnamed') return genderOfWords(asWritten);
  const [first = '', ...more] = name?.split(' ') ?? [];
  // `Kayleigh` is her first name, `Insp Kelly` is not his.
  const isFirst = more.length > 0 || (mayBeFirst && rank === null && title === null);
  return TITLES.get((title ?? '').toLowerCase()) ?? genderOfKin(first, about) ?? (isFirst ? genderOf(first) : null);
}

/** `His wife Sukhi`: which of them a relative's word says that somebody is. */
function genderOfKin(first: string, about: string): 'female' | 'male' | null {
  const at = about.indexOf(first);
  const [, kin = ''] = KIN_BEFORE.exec(about.slice(Math.max(0, at - MAX_KIN_LENGTH), Math.max(0, at))) ?? [];
  return genderOfWords(kin);
}

/** Characters of a relative's word before a name. */
const MAX_KIN_LENGTH = 24;
const KIN_BEFORE = /(?:^|[ ’'])(\p{L}+)(?:-in-law)?,? $/u;

/** `The mother`, `the 80-year-old man` */
function genderOfWords(written: string): 'female' | 'male' | null {
  if (
    /\b(?:mother|mum|mam|wife|daughter|sister|grandmother|gran|nan|aunt|niece|woman|girl|schoolgirl|widow)$/i.test(
      written,
    )
  )
    return 'female';
  return /\b(?:father|dad|husband|son|brother|grandfather|grandad|uncle|nephew|man|boy|schoolboy|widower)$/i.test(
    written,
  )
    ? 'male'
    : null;
}

const PRONOUNS: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ['she', 'female'],
  ['he', 'male'],
  ['hi', 'female'],
  ['ef', 'male'],
  ['fe', 'male'],
]);

const TITLES: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ['mr', 'male'],
  ['mrs', 'female'],
  ['ms', 'female'],
  ['miss', 'female'],
  ['sir', 'male'],
  ['dame', 'female'],
  ['lady', 'female'],
  ['baroness', 'female'],
]);

/** `Winter Fuel` of the Minister for Winter Fuel: what a post is for, and nobody. */
export function isOfPost({ name, role }: Speaker): boolean {
  return role?.endsWith(` for ${name}`) === true || role?.endsWith(` of ${name}`) === true;
}
