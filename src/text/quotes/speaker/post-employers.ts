import { isAddressWord } from '../tables/addresses.ts';
import { isAcronym, isGeneric, isLeague, isOrganisation } from '../tables/organisations.ts';
import { isRemit } from '../tables/remits.ts';
import { isEmployed, isRoleWord, isTopic } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';
import { employerWords, isPlace, isStatedKind, organisationText, slice, withoutArticles } from './employer-words.ts';
import type { Post } from './post.ts';

/** Prepositions that lead from a role to whoever the role is with. */
export const LEADS_TO_EMPLOYER = new Set(['at', 'of', 'for', 'with', 'from']);
/** What is chaired without being anybody's employer. */
const TOPICS =
  /^(?:governors?|trustees|planning|scrutiny|overview|licensing|audit|adult|children['’]s|health|housing|directors|magistrates)$/i;

/** `leader of Marl Council`, `Project Manager on behalf of the Marl Trust`: a post with whoever it is with behind it. */
export function readPreposition(text: string, words: readonly Word[]): Post | null {
  const behalf = words.findIndex(
    ({ text: word }, index) => index > 0 && word === 'behalf' && words[index - 1]?.text === 'on',
  );
  if (behalf > 1 && words[behalf + 1]?.text === 'of')
    return {
      role: slice(text, words.slice(0, behalf - 1)),
      organisation: organisationText(text, employerWords(words, behalf + 1)),
    };
  const at = words.findIndex((word, index) => index > 0 && word.text === 'at' && names(employerWords(words, index)));
  const league = words.findIndex((_, index) => index > 0 && opensLeague(words, index));
  const split = at > 0 ? at : league > 0 ? league : words.findLastIndex((_, index) => leadsToEmployer(words, index));
  if (split < 1) return null;
  const from = branchStart(words, split);
  const employer = employerWords(words, from);
  return { role: slice(text, words.slice(0, from)), organisation: organisationText(text, employer) };
}

/** `Chair of the Friends of Ashcombe Library`, `Manager for the Federation of Small Shops`: the name goes on behind its own `of`. */
function opensLeague(words: readonly Word[], at: number): boolean {
  const right = LEADS_TO_EMPLOYER.has(words[at]?.text ?? '') ? employerWords(words, at) : [];
  const inner = right.findIndex(({ text }) => /^(?:of|for|against)$/.test(text));
  return (
    inner > 0 && isLeague(right[inner - 1]?.text ?? '') && right.slice(0, inner).every(({ text }) => isCapital(text))
  );
}

/** `chairman of the Ludwell branch of the British Legion`: the branch is the body. */
function branchStart(words: readonly Word[], split: number): number {
  const isBranch = /^(?:branch|chapter|division)$/i.test(words[split - 1]?.text ?? '');
  const before = isBranch ? words.slice(0, split - 1).findLastIndex(({ text }) => LEADS_TO_EMPLOYER.has(text)) : -1;
  return before > 0 ? before : split;
}

export const NO_WORD: Word = { text: '', start: 0, end: 0 };

function leadsToEmployer(words: readonly Word[], at: number): boolean {
  if (at === 0 || !LEADS_TO_EMPLOYER.has(words[at]?.text ?? ''))
    return at > 0 && (isInsideOf(words, at) || isServedBy(words, at));
  if (words[at]?.text === 'for' && isTopicBehind(words, at)) return false;
  if (/^group$/i.test(words.at(-1)?.text ?? '') && words.slice(at).some(({ text }) => isTopic(text))) return false;
  const right = employerWords(words, at);
  const plain = right.map((word) => word.text);
  // A committee employs nobody: `Chair of the planning committee` is one post, but for one with a long name of its own.
  const isOwnBody = plain.length > 2 && plain.every((word) => isCapital(word) || word === 'and');
  if (
    !isOwnBody &&
    /^(?:[Cc]ommittee|[Pp]anel|[Cc]abinet|[Ss]ub-?committee|board|bench|jury|[Oo]pposition)$/.test(plain.at(-1) ?? '')
  )
    return false;
  const isPanel = isOwnBody && /^(?:Panel|Committee|Board)$/.test(plain.at(-1) ?? '');
  if (right.length > 0 && isStatedKind(words[words.indexOf(right[0] ?? NO_WORD) - 1])) return true;
  // `Head of Fleet`, `Director of Homes`: a kind of body without a name is what somebody looks after.
  const isField =
    plain.length === 1 && isRemit(plain) && /^(?:head|director|manager|lead)$/i.test(words[at - 1]?.text ?? '');
  if (isField && words[at]?.text === 'of') return false;
  if (isPanel || (isOrganisation(plain) && !isGeneric(plain))) return true;
  if (words[at + 1]?.text === 'the' && isGeneric(plain)) return true;
  if (isDedication(plain)) return true;
  return isWithBody(words, at, plain);
}

/** Whether capitals that no table knows are a body: `Support Worker of Second Wind`, but `Director of Place`, `Bishop of Marl`. */
function isWithBody(words: readonly Word[], at: number, plain: readonly string[]): boolean {
  const holder = words[at - 1]?.text ?? '';
  const preposition = words[at]?.text ?? '';
  const isKeeper = /^(?:manager|landlord|landlady|licensee|proprietor)$/i.test(holder);
  const isOfPlace =
    at === 1 ||
    /^(?:general|store|shop|branch|venue|centre|site|club|hotel|pub|practice)$/i.test(words[at - 2]?.text ?? '');
  const isPlaceOfWork = isKeeper && (words[at + 1]?.text === 'the' || isOfPlace);
  const isManaging =
    /^director$/i.test(holder) && /^(?:managing|executive|company|co-)$/i.test(words[at - 2]?.text ?? '');
  const isNamed = isCapital(plain[0] ?? '') || /^\d/.test(plain[0] ?? '') || isOrganisation(plain);
  if (!isNamed || TOPICS.test(plain[0] ?? '')) return false;
  const isNational = NATION.test(plain.at(-1) ?? '') && plain.length > 1;
  if (/^(?:executive|ceo)$/i.test(holder)) return !isRemit(plain) || plain.length > 2 || isNational;
  if (isEmployed(holder) || isPlaceOfWork || isManaging) return !isRemit(plain) || isNational;
  if (/^(?:at|with)$/.test(preposition)) return !isGeneric(plain) && isCapital(plain[0] ?? '');
  const inner = plain.findIndex((word, index) => index > 0 && /^(?:of|for|in)$/.test(word));
  const about = inner === -1 ? plain : plain.slice(0, inner);
  const isAbout = isRemit(about) || isListedRemit(about);
  if (isGeneric(plain) || isAbout || TERRITORIAL.test(holder) || !isRoleWord(holder)) return false;
  const capitals = plain.filter(isCapital).length;
  if (preposition === 'of') return capitals > 1 || !/^(?:head|lead|director|member)$/i.test(holder);
  return preposition === 'for' && capitals > 1 && !isPlaceRun(plain);
}

/** `Development and Homeownership`: one half of two is known to be a field of work, so the other is. */
function isListedRemit(plain: readonly string[]): boolean {
  const and = plain.findIndex((word) => /^(?:and|&)$/.test(word));
  const halves = [plain.slice(0, and), plain.slice(and + 1)];
  return and > 0 && halves.every(({ length }) => length === 1) && halves.some(isRemit);
}

/** `Area Manager for Milton Keynes` */
function isPlaceRun(plain: readonly string[]): boolean {
  const last = plain.at(-1) ?? '';
  return isPlace(plain[0] ?? '') || isPlace(last) || isAddressWord(last);
}

/** Whose post belongs to a place or a subject and not to a body that is called so. */
const TERRITORIAL =
  /^(?:minister|secretary|mayor|mayoress|mp|ms|msp|am|mla|commissioner|pcc|sheriff|coroner|bishop|archbishop|vicar|rector|curate|priest|canon|provost|abbot|minister|archdeacon|dean|lieutenant|lord-lieutenant|councillor|sergeant|inspector|constable|member|ambassador|consul|champion|lord|earl|duke|duchess|professor|lecturer|reader|fellow|student|winner|author|holder|gweinidog|resident|tenant)$/i;

/** What ends the name of a national body: `Public Health Scotland`. */
const NATION = /^(?:Scotland|Wales|England|Ireland|Britain|UK)$/;

/** `specialist prosecutor in the Economic Crime Unit` */
function isInsideOf(words: readonly Word[], at: number): boolean {
  const right = words.slice(at + 2).map((word) => word.text);
  return words[at]?.text === 'in' && words[at + 1]?.text === 'the' && right.some(isCapital) && isOrganisation(right);
}

/** `Treasurer to Marl Fire Authority`, `Staff Nurse on Elm Ward`: some posts serve a body, or are held on a unit. */
function isServedBy(words: readonly Word[], at: number): boolean {
  const right = withoutArticles(words.slice(at + 1)).map((word) => word.text);
  const [first = ''] = right;
  const holder = words[at - 1]?.text ?? '';
  if (words[at]?.text === 'to')
    return SERVING.test(holder) && (isCapital(first) || /^\d/.test(first)) && isOrganisation(right);
  const isUnit = isAcronym(first) || /^(?:Ward|Unit|Team|Wing)$/.test(right.at(-1) ?? '');
  return words[at]?.text === 'on' && isCapital(first) && isUnit && !/^patient$/i.test(holder);
}

const SERVING =
  /^(?:chaplain|clerk|treasurer|secretary|advis[eo]r|consultant|surveyor|solicitor|physician|architect|ambassador|aide)$/i;

/** `vicar of St Oswin's`, `rector of Holy Trinity Church`: a church is called after whom it is dedicated to. */
function isDedication(plain: readonly string[]): boolean {
  const [first = '', second = ''] = plain;
  return (
    (/^(?:St|Saint)$/.test(first) && /s['’]?$/.test(plain.at(-1) ?? '')) ||
    (first === 'Holy' && isCapital(second)) ||
    (first === 'All' && second === 'Saints')
  );
}

/** `lead for search and rescue`: neither an article nor a capital makes a body of it. */
function isTopicBehind(words: readonly Word[], at: number): boolean {
  const right = words.slice(at + 1);
  return right.length === withoutArticles(right).length && !right.some((word) => isCapital(word.text));
}

/** Whether words begin a name or stand for one. */
function names(words: readonly Word[]): boolean {
  const plain = words.map((word) => word.text);
  return isCapital(plain[0] ?? '') || isOrganisation(plain);
}
