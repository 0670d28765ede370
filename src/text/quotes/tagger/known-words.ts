import { isAddressWord } from '../tables/addresses.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isCompany, isGeneric, isKnown, isOrganisationWord, isWelshHead } from '../tables/organisations.ts';
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
  /** Shape and tables; a mark or a small word that stands in none is of its own kind. */
  readonly kind: number;
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

export const NO_WORD: Known = { lower: 1, ending: 1, beginning: 1, shape: 1, held: [], tables: 1, kind: 1 };

/** Words of which is remembered what is known. */
const MAX_REMEMBERED = 4_096;
const remembered = new Map<string, Known>();

/** What is known of a word, looked up once for words that come again and again. */
export function knownWord(text: string): Known {
  const known = remembered.get(text) ?? lookUp(text);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, known);
  return known;
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
    kind: hashOf(isOwnKind ? lower : `${shape}|${tables}`),
  };
}

/** `X` in capitals, `Xx` with one, `x` in small letters, `9` for a number, `.` for a mark. */
function shapeOf(text: string): string {
  if (/^\d/.test(text)) return '9';
  if (!/^\p{L}/u.test(text)) return '.';
  if (!isCapital(text)) return 'x';
  return text.length > 1 && text === text.toUpperCase() ? 'X' : 'Xx';
}
