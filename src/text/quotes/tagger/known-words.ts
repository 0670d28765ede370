import { isAddressWord } from '../tables/addresses.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isCompany, isGeneric, isKnown, isOrganisationWord, isWelshHead } from '../tables/organisations.ts';
import { mayOpenRank } from '../tables/ranks.ts';
import { isModifier, isPostWord } from '../tables/remits.ts';
import {
  isArticle,
  isLay,
  isPostNominal,
  isPronoun,
  isRelation,
  isRoleWord,
  isSpokesperson,
  isTopic,
} from '../tables/roles.ts';
import { isSurnameToo } from '../tables/surnames.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import { isCapital } from '../words.ts';

/** What is known of a word by itself, each as a hash. */
export interface Known {
  readonly lower: number;
  /** Its last three letters. */
  readonly ending: number;
  /** Its first three. */
  readonly beginning: number;
  /** Whether it is in capitals, begins with one, is small, a number or a mark. */
  readonly shape: number;
  /** The tables that it stands in. */
  readonly held: readonly number[];
  /** All of them at once. */
  readonly tables: number;
  /** Which of those that tell what a part of a sentence is about, as bits. */
  readonly telling: number;
  /** Shape and tables; a mark or a small word that stands in none is of its own kind. */
  readonly kind: number;
  /** Whether it parts what is said of somebody: a comma, a bracket, a dash. */
  readonly isParting: boolean;
  readonly isPreposition: boolean;
  readonly opensRank: boolean;
  /** Whether a run of capitals may begin with it: a capital, a number. */
  readonly opensRun: boolean;
  /** Whether a run of capitals may go on behind it. */
  readonly joinsRun: boolean;
}

const TABLES: readonly (readonly [name: string, holds: (word: string) => boolean])[] = [
  ['first name', isFirstName],
  ['surname', isSurnameToo],
  ['role', isRoleWord],
  ['modifier', isModifier],
  ['post', isPostWord],
  ['topic', isTopic],
  ['organisation', isOrganisationWord],
  ['generic', (word) => isGeneric([word])],
  ['known', (word) => isKnown([word])],
  ['company', isCompany],
  ['welsh', isWelshHead],
  ['address', isAddressWord],
  ['lay', isLay],
  ['relation', isRelation],
  ['spokesperson', isSpokesperson],
  ['honour', isPostNominal],
  ['article', isArticle],
  ['pronoun', isPronoun],
  ['verb', isSpeechVerb],
];

/** Letters of the longest small word that is of its own kind. */
const MAX_SMALL = 5;

/** FNV-1a of 32 bits (draft-eastlake-fnv, section 2). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** One number of up to four; their order counts. */
export function mixed(one: number, two: number, three = 0, four = 0): number {
  return stirred(stirred(stirred(stirred(0, one), two), three), four);
}

function stirred(sum: number, part: number): number {
  const product = Math.imul(sum ^ part, 0x5bd1e995);
  return product ^ (product >>> 15);
}

/** Tables whose words tell what a part of a sentence is about, each with a bit of its own. */
export const TELLING = { role: 1, organisation: 2, 'first name': 4, lay: 8, relation: 16 } as const;
/** The first word of a rank, and of a body, tells as much. */
export const RANK = 32;
export const BODY = 64;

export const NO_WORD: Known = {
  ...{ lower: 1, ending: 1, beginning: 1, shape: 1 },
  ...{ held: [], tables: 1, telling: 0, kind: 1 },
  ...{ isParting: false, isPreposition: false, opensRank: false, opensRun: false, joinsRun: false },
};

const PARTING = new Set([',', ';', ':', '(', ')', '–', '—', '-', '.', '\n']);
const PREPOSITION = /^(?:of|for|at|with|from|in|by|on|o|yn|ar|gyda|dros)$/;
const JOINING = /^(?:of|and|&|the|for|de|la|van|der|'s)$/;

/** Words of which is remembered what is known. */
const MAX_REMEMBERED = 4_096;
const remembered = new Map<string, Known>();

/** What is known of a word, looked up once for words that come again and again. */
export function knownWord(text: string): Known {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const found = lookUp(text);
  remembered.set(text, found);
  return found;
}

function lookUp(text: string): Known {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const held = TABLES.filter(([, holds]) => holds(text)).map(([name]) => name);
  const shape = shapeOf(text);
  const isOwnKind = shape === '.' || (shape === 'x' && held.length === 0 && lower.length <= MAX_SMALL);
  const tables = held.join('|');
  return {
    lower: hashOf(lower),
    ending: hashOf(lower.slice(-3)),
    beginning: hashOf(lower.slice(0, 3)),
    shape: hashOf(shape),
    held: held.map(hashOf),
    tables: hashOf(tables),
    telling: held.reduce(
      (bits, name) => bits | (Object.hasOwn(TELLING, name) ? TELLING[name as keyof typeof TELLING] : 0),
      0,
    ),
    kind: hashOf(isOwnKind ? lower : `${shape}|${tables}`),
    isParting: PARTING.has(text),
    isPreposition: PREPOSITION.test(text),
    opensRank: mayOpenRank(text),
    opensRun: isCapital(text) || /^\d/.test(text),
    joinsRun: JOINING.test(text),
  };
}

/** `X` in capitals, `Xx` with one, `x` in small letters, `9` for a number, `.` for a mark. */
function shapeOf(text: string): string {
  if (/^\d/.test(text)) return '9';
  if (!/^\p{L}/u.test(text)) return '.';
  if (!isCapital(text)) return 'x';
  return text.length > 1 && text === text.toUpperCase() ? 'X' : 'Xx';
}
