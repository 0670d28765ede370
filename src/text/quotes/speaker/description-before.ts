import { isFirstName } from '../tables/first-names.ts';
import { endsEmployer } from '../tables/organisations.ts';
import { isRemit } from '../tables/remits.ts';
import { endsInRelation, isArticle, isLay, isRelation } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import type { Word } from '../words.ts';
import { believable } from './believable.ts';
import { BE, type Description } from './description.ts';
import { isAside, isRelative, type Part } from './parts.ts';
import { NO_POST, type Post } from './post.ts';
import { holdsPost, readPost, withoutNovelty } from './posts.ts';

/** Small words in whose company a description of a post would be unfinished. */
const DANGLING = /^(?:of|for|by|from|at|with|to|and|the|a|an|in|on|as|that)$/;

/** Verbs that show that the words before a name are a sentence. */
const FINITE =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|did|does|met|by|with|from|to|that|who|which|[Cc]afodd|[Dd]aeth|[Aa]eth|[Rr]oedd|[Mm]ae)$/;

/** Words directly before a name that may be a post although no table knows it. */
const MAX_UNKNOWN_WORDS = 7;

/** Words in `the victim's mother`, `A neighbour`: the most that stands for somebody before their name. */
const MAX_APPOSITION_WORDS = 4;

/** The post before a name: in the same part (`tarn's chief executive Tom Brackley`) or in the one before it. */
export function describeBefore(
  text: string,
  previous: Part | undefined,
  part: Part,
  name: number,
  rankEnd = name,
): Description | null {
  const start = part.words[name]?.start ?? 0;
  const given = withoutAnd(part.words.slice(0, name));
  const former = given.length === 1 && /^(?:ex-\p{L}+|retired|former)$/iu.test(given[0]?.text ?? '');
  const own = former ? [] : withoutPossessive(behindIncluding(withoutIs(given)));
  const words = own.length === 1 && isArticle(own[0]?.text ?? '') ? [] : own;
  const rank = part.words.slice(name, rankEnd);
  const field = rank.length === 0 ? null : fieldOf(text, words, text.slice(rank[0]?.start, rank.at(-1)?.end));
  if (field) return { post: field, at: words[0]?.start ?? start };
  if (words.length > 0 && !isTradeBehindPost(previous, words))
    return isAside(part) ? null : (describe(text, words) ?? believed(describeUnknown(text, words, own !== given)));
  if (!previous || isAside(previous) || isRelative(previous)) return null;
  const called = behindIncluding(previous.words);
  const isKin = endsInRelation(previous.words.map(({ text: word }) => word));
  const isApposition = (isArticle(previous.opening) || isKin) && previous.words.length <= MAX_APPOSITION_WORDS;
  return describe(text, called) ?? (isApposition ? { post: NO_POST, at: previous.words[0]?.start ?? start } : null);
}

function believed(described: Description | null): Description | null {
  const post = described && believable(described.post);
  return post && (post.role ?? post.organisation) !== null ? { ...described, post } : null;
}

/** The part before a name, with those before it over whose commas a portfolio goes on: `member for finance, performance, and safety`. */
export function partBefore(parts: readonly Part[], index: number): Part | undefined {
  const previous = parts[index - 1];
  if (!previous || index < 2 || isRelative(previous) || holdsPost(previous.words)) return previous;
  for (let from = index - 2; from >= 0; from -= 1) {
    const part = parts[from];
    if (!part || isAside(part) || isRelative(part) || part.words.some(({ text }) => BE.test(text))) return previous;
    if (!holdsPost(part.words)) continue;
    const governs = part.words.some(({ text }, at) => at > 0 && (text === 'for' || text === 'of'));
    const list = parts.slice(from, index);
    return governs ? { words: list.flatMap(({ words }) => words), opening: part.opening } : previous;
  }
  return previous;
}

/** `Greenlane's Head of Legal Services, solicitor Martha Ndiaye`: what stands first is the post. */
function isTradeBehindPost(previous: Part | undefined, words: readonly Word[]): boolean {
  const isTrade =
    /^\p{Ll}/u.test(words.at(-1)?.text ?? '') &&
    words.length === (/^(?:former|retired)$/.test(words[0]?.text ?? '') ? 2 : 1);
  return isTrade && previous !== undefined && !isAside(previous) && !isRelative(previous) && holdsPost(previous.words);
}

/** `Marl Police Communities and Partnerships Sergeant Jo Bell`: the force, and what the rank looks after. */
function fieldOf(text: string, words: readonly Word[], rank: string): Post | null {
  const end =
    words.findLastIndex((_, at) => at > 0 && endsEmployer(words.slice(0, at + 1).map((word) => word.text))) + 1;
  const field = words.slice(end).map((word) => word.text);
  if (
    end < 2 ||
    field.length === 0 ||
    !isRemit(field) ||
    !/^(?:[A-Z][a-z]+ )*(?:Constable|Sergeant|Inspector|Superintendent|Officer)$/.test(rank)
  )
    return null;
  return {
    role: `${text.slice(words[end]?.start, words.at(-1)?.end)} ${rank}`,
    organisation: text.slice(words[0]?.start, words[end - 1]?.end),
  };
}

function describe(text: string, words: readonly Word[]): Description | null {
  if (DANGLING.test(words.at(-1)?.text ?? '') || words.some(({ text: word }) => BE.test(word))) return null;
  if (isOffspring(words)) return { post: NO_POST, at: words[0]?.start ?? 0 };
  if (isParent(words)) return { post: { role: words[0]?.text ?? null, organisation: null }, at: words[0]?.start ?? 0 };
  if (endsInRelation(withoutYears(words).map(({ text: word }) => word)))
    return { post: NO_POST, at: words[0]?.start ?? 0 };
  const post = readPost(text, words);
  const role = /^(?:prosecuting|defending|representing|sentencing)$/i.test(post.role ?? '') ? null : post.role;
  return role === null && post.organisation === null ? null : { post: { ...post, role }, at: words[0]?.start ?? 0 };
}

/** `Mr Askew's wife of 51 years` */
function withoutYears(words: readonly Word[]): readonly Word[] {
  const [of, , unit] = words.slice(-3).map(({ text }) => text);
  return of === 'of' && /^(?:years|months)$/.test(unit ?? '') ? words.slice(0, -3) : words;
}

/** `The son of one resident` */
function isOffspring(words: readonly Word[]): boolean {
  const at = words.findIndex(({ text }) => text === 'of');
  return at > 0 && at < 3 && isRelation(words[at - 1]?.text ?? '') && !/^partner$/i.test(words[at - 1]?.text ?? '');
}

/** `Parent Darren Cole` speaks as one, and nobody is named whose he is; `Partner Olivia Tarr` is one in a firm. */
function isParent(words: readonly Word[]): boolean {
  return words.length === 1 && /^(?:[Pp]arent|[Gg]uardian|Partner)$/.test(words[0]?.text ?? '');
}

/** Words directly before a name that no table knows say what its bearer does: `Gamekeeper`, `Market trader`. */
function describeUnknown(text: string, given: readonly Word[], isOwner: boolean): Description | null {
  const words = withoutNovelty(isArticle(given[0]?.text ?? '') ? given.slice(1) : given);
  const isNoun = words.every(
    ({ text: word }) => /^[\p{L}-]+$/u.test(word) && !isSpeechVerb(word.toLowerCase()) && !FINITE.test(word),
  );
  if (words.length === 0 || words.length > MAX_UNKNOWN_WORDS || !isNoun) return null;
  // `Aisha and Zainab Malik`
  if (words.some(({ text: word }) => isFirstName(word))) return null;
  if (DANGLING.test(words.at(-1)?.text ?? '') || endsInRelation(words.map(({ text: word }) => word))) return null;
  const role = text.slice(words[0]?.start, words.at(-1)?.end);
  return /^(?:\p{L}+ )?(?:mum|mother|father|dad|parent|grandmother|grandfather)-(?:of|to)-|-year-old$|^(?:retired|former|ex|off-duty)$/iu.test(
    role,
  )
    ? null
    : { post: isOwner ? { role: null, organisation: role } : { role, organisation: null }, at: given[0]?.start ?? 0 };
}

/** `Staff including General Manager Barry Tooke`, `otherwise known as support worker` */
function behindIncluding(words: readonly Word[]): readonly Word[] {
  const at = words.findLastIndex(({ text }) => /^(?:including|as|[Mm]ae['’]r)$/.test(text));
  return at === -1 ? words : words.slice(at + 1);
}

/** `The council's head of transport is Jo Bell` */
function withoutIs(words: readonly Word[]): readonly Word[] {
  const isTold = words.length > 1 && /^(?:is|was)$/.test(words.at(-1)?.text ?? '');
  return isTold && !isLay(words.at(-2)?.text ?? '') ? words.slice(0, -1) : words;
}

/** `Incident commander and Area Manager Leigh Donnelly` holds two posts. */
function withoutAnd(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && /^(?:and|&|the|our)$/.test(words.at(-1)?.text ?? '') ? words.slice(0, -1) : words;
}

function withoutPossessive(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1);
  if (!last || !/['’]s$/.test(last.text)) return words;
  return [...words.slice(0, -1), { text: last.text.slice(0, -2), start: last.start, end: last.end - 2 }];
}
