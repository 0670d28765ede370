import { isGeneric, isOrganisation } from '../tables/organisations.ts';
import { isLay, isRoleWord } from '../tables/roles.ts';
import type { Word } from '../words.ts';
import type { Pair } from './joint.ts';
import { isEmployer, partsOf } from './parts.ts';
import { NO_POST, type Post, slice, withoutArticles } from './post.ts';
import { readPost } from './said.ts';

/** Words of a post before its head: `joint clinical leads`. */
const MAX_WORDS_BEFORE_HEAD = 4;

/**
 * What is said of two people together behind their names: `Shelley Bright and Mo Farouk, co-chairs of Marl Tenants' Voice`, the post in
 * the plural that they hold; `Jo Firth and Amit Rao, of Marl Council`, their body.
 */
export function readSharedPost(text: string, { start, end: namesEnd }: Pair): Post {
  // `The leaders of Marl and Hale, Jo Firth, and the Mayor, Amit Rao`
  const isJoined = !/,|\band (?:the|its|his|her)\b/.test(text.slice(start, namesEnd));
  const before = isJoined ? postBefore(text.slice(0, start)) : NO_POST;
  if (before !== NO_POST || !/^\s*[,(–—-]/.test(text.slice(namesEnd))) return before;
  const [part] = partsOf(text.slice(namesEnd).replace(BOTH, ', '));
  // `Jo Firth, of Marl Council, and Amit Rao, of Kestrel Homes`: what stands behind the second is not said of both.
  const isOfBoth =
    part !== undefined && isEmployer(part) && !/,|\b(?:of|at|from|for)\b/.test(text.slice(start, namesEnd));
  if (isOfBoth) return { role: null, organisation: bodyNamed(part.words.slice(1).map(({ text: word }) => word)) };
  const words = withoutArticles(part?.words ?? []).map(({ text: word, start, end }): Word => {
    return { text: word, start: start + namesEnd, end: end + namesEnd };
  });
  // `chair of the Operators' Forum`
  const head = words.findIndex(({ text: word }) => singular(word) !== null || /^(?:of|for|at)$/.test(word));
  if (singular(words[head]?.text ?? '') === null || head > MAX_WORDS_BEFORE_HEAD) return NO_POST;
  const post = readPost(slice(text, words));
  return post.role === null ? { ...post, role: slice(text, words.slice(0, head + 1)) } : post;
}

/** What stands before two names: `In a joint statement, the trust's joint team leaders `, `Co-chairs of the Trust, `, `Group leaders Cllr `. */
const BEFORE_TWO =
  /^(?:In an? (?:\p{Ll}+ ){0,3}(?:statement|letter|message|reply|response),? )?(?:(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir) )?(?:(?<owner>\p{L}[\p{L}&-]*(?: \p{Lu}[\p{L}&-]*){0,5})['’]s? )?(?<post>(?:\p{L}[\p{L}-]* ){0,3}?\p{L}[\p{L}-]*s)(?: (?:of|at|for) (?<body>[^,]{2,60}))?,? (?:(?:the )?\p{Lu}[\p{L}.]* ){0,2}$/u;

/** `Joint team leaders Jo Firth and Amit Rao`, `Co-chairs of the Trust, Jo Firth and Amit Rao` */
function postBefore(before: string): Post {
  const { owner, post = '', body } = BEFORE_TWO.exec(before.slice(-MAX_BEFORE))?.groups ?? {};
  const words = post.split(' ');
  const [head = ''] = words.slice(-1);
  // `Ward councillors Jo Firth and Amit Rao`: what each of them is called, as a rank is.
  if (before.length > MAX_BEFORE || singular(head) === null || /councillors$/i.test(head)) return NO_POST;
  return { role: post.replace(COUNTED, ''), organisation: bodyNamed((body ?? owner ?? '').split(' ')) };
}

/** `the two leaders` */
const COUNTED = /^(?:two|three|four|both) /;

/** Characters before two names in which a post of both may stand. */
const MAX_BEFORE = 160;

/** `, both of the Roads Unit` */
const BOTH = /^, (?:both|all) (?=of |from |at |with )/;

/** The body that words name, without the article. */
function bodyNamed(given: readonly string[]): string | null {
  const words = given[0] === 'the' ? given.slice(1) : given;
  return isOrganisation(words) || isGeneric(words) ? words.join(' ') : null;
}

/** `secretary` of `secretaries`, null for what is no post in the plural. */
function singular(word: string): string | null {
  if (!word.endsWith('s')) return null;
  const one = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return isRoleWord(one) && !isRoleWord(word) && !isLay(one) ? one : null;
}
