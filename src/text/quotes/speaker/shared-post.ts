import { isOrganisation } from '../tables/organisations.ts';
import { isLay, isRoleWord } from '../tables/roles.ts';
import { type Word, wordsOf } from '../words.ts';
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
  if (!/^\s*[,(–—-]/.test(text.slice(namesEnd))) return postBefore(text, start);
  const [part] = partsOf(text.slice(namesEnd).replace(BOTH, ', '));
  // `Jo Firth, of Marl Council, and Amit Rao, of Kestrel Homes`: what stands behind the second is not said of both.
  const isOfBoth =
    part !== undefined && isEmployer(part) && !/,|\b(?:of|at|from|for)\b/.test(text.slice(start, namesEnd));
  if (isOfBoth) return { role: null, organisation: bodyNamed(part.words.slice(1).map(({ text: word }) => word)) };
  const words = withoutArticles(part?.words ?? []).map(({ text: word, start, end }): Word => {
    return { text: word, start: start + namesEnd, end: end + namesEnd };
  });
  const head = words.findIndex(({ text: word }) => singular(word) !== null);
  if (head === -1 || head > MAX_WORDS_BEFORE_HEAD) return NO_POST;
  const post = readPost(slice(text, words));
  return post.role === null ? { ...post, role: slice(text, words.slice(0, head + 1)) } : post;
}

/** `Joint team leaders Jo Firth and Amit Rao` */
function postBefore(text: string, names: number): Post {
  const words = withoutArticles(wordsOf(text, 0, names));
  const isShort = words.length > 0 && words.length <= MAX_WORDS_BEFORE_HEAD;
  return isShort && singular(words.at(-1)?.text ?? '') !== null
    ? { role: slice(text, words), organisation: null }
    : NO_POST;
}

/** `, both of the Roads Unit` */
const BOTH = /^, (?:both|all) (?=of |from |at |with )/;

/** The body that words name, without the article. */
function bodyNamed(given: readonly string[]): string | null {
  const words = given[0] === 'the' ? given.slice(1) : given;
  return isOrganisation(words) ? words.join(' ') : null;
}

/** `secretary` of `secretaries`, null for what is no post in the plural. */
function singular(word: string): string | null {
  if (!word.endsWith('s')) return null;
  const one = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return isRoleWord(one) && !isRoleWord(word) && !isLay(one) ? one : null;
}
