import { employerWords, isStatedKind, organisationText, slice, withoutArticles } from './employer-words.ts';
import type { Post } from './post.ts';
import { isGeneric, isOrganisation } from './tables/organisations.ts';
import { isEmployed, isTopic } from './tables/roles.ts';
import { isCapital, type Word } from './words.ts';

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
  const split = at > 0 ? at : words.findLastIndex((_, index) => leadsToEmployer(words, index));
  if (split < 1) return null;
  const from = branchStart(words, split);
  const employer = employerWords(words, from);
  return { role: slice(text, words.slice(0, from)), organisation: organisationText(text, employer) };
}

/** `chairman of the Ludwell branch of the British Legion`: the branch is the body. */
function branchStart(words: readonly Word[], split: number): number {
  const isBranch = /^(?:branch|chapter|division)$/i.test(words[split - 1]?.text ?? '');
  const before = isBranch ? words.slice(0, split - 1).findLastIndex(({ text }) => LEADS_TO_EMPLOYER.has(text)) : -1;
  return before > 0 ? before : split;
}

export const NO_WORD: Word = { text: '', start: 0, end: 0 };

function leadsToEmployer(words: readonly Word[], at: number): boolean {
  if (at === 0 || !LEADS_TO_EMPLOYER.has(words[at]?.text ?? '')) return at > 0 && isInsideOf(words, at);
  if (words[at]?.text === 'for' && isTopicBehind(words, at)) return false;
  if (/^group$/i.test(words.at(-1)?.text ?? '') && words.slice(at).some(({ text }) => isTopic(text))) return false;
  const right = employerWords(words, at);
  const plain = right.map((word) => word.text);
  // A committee employs nobody: `Chair of the planning committee` is one post, but for one with a long name of its own.
  const isOwnBody = plain.length > 2 && plain.every((word) => isCapital(word) || word === 'and');
  if (
    !isOwnBody &&
    /^(?:[Cc]ommittee|[Pp]anel|[Cc]abinet|[Ss]ub-?committee|board|bench|jury|opposition)$/.test(plain.at(-1) ?? '')
  )
    return false;
  const isPanel = isOwnBody && /^(?:Panel|Committee|Board)$/.test(plain.at(-1) ?? '');
  if (right.length > 0 && isStatedKind(words[words.indexOf(right[0] ?? NO_WORD) - 1])) return true;
  if (isPanel || (isOrganisation(plain) && !isGeneric(plain))) return true;
  if (/^(?:for|with|from|at)$/.test(words[at]?.text ?? '') && words[at + 1]?.text === 'the' && isGeneric(plain))
    return true;
  const holder = words[at - 1]?.text ?? '';
  const isKeeper = /^(?:manager|landlord|landlady|licensee|proprietor)$/i.test(holder);
  const isOfPlace =
    at === 1 ||
    /^(?:general|store|shop|branch|venue|centre|site|club|hotel|pub|practice)$/i.test(words[at - 2]?.text ?? '');
  const isPlaceOfWork = isKeeper && (words[at + 1]?.text === 'the' || isOfPlace);
  const isManaging =
    /^director$/i.test(holder) && /^(?:managing|executive|company|co-)$/i.test(words[at - 2]?.text ?? '');
  return (
    (isEmployed(holder) || isPlaceOfWork || isManaging) &&
    names(right) &&
    !TOPICS.test(plain[0] ?? '') &&
    (!isTopic(plain[0] ?? '') || (isOwnBody && /^(?:executive|ceo)$/i.test(holder)) || NATION.test(plain.at(-1) ?? ''))
  );
}

/** What ends the name of a national body: `Public Health Scotland`. */
const NATION = /^(?:Scotland|Wales|England|Ireland|Britain|UK)$/;

/** `specialist prosecutor in the Economic Crime Unit` */
function isInsideOf(words: readonly Word[], at: number): boolean {
  const right = words.slice(at + 2).map((word) => word.text);
  return words[at]?.text === 'in' && words[at + 1]?.text === 'the' && right.some(isCapital) && isOrganisation(right);
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
