import { isLay, isRoleWord } from '../tables/roles.ts';
import { tagAttribution } from '../tagger/attribution.ts';
import type { Word } from '../words.ts';
import { partsOf } from './parts.ts';
import { NO_POST, type Post, slice, withoutArticles } from './post.ts';
import { postIn, readPost } from './said.ts';

/** Words of a post before its head: `joint clinical leads`. */
const MAX_WORDS_BEFORE_HEAD = 4;

/** `Shelley Bright and Mo Farouk, co-chairs of Marl Tenants' Voice`: the post in the plural that two people hold, behind their names. */
export function readSharedPost(text: string, namesEnd: number): Post {
  if (!/^\s*[,(–—-]/.test(text.slice(namesEnd))) return NO_POST;
  const [part] = partsOf(text.slice(namesEnd));
  const words = withoutArticles(part?.words ?? []).map(({ text: word, start, end }): Word => {
    return { text: word, start: start + namesEnd, end: end + namesEnd };
  });
  const head = words.findIndex(({ text: word }) => singular(word) !== null);
  if (head === -1 || head > MAX_WORDS_BEFORE_HEAD) return NO_POST;
  const end = words.at(-1)?.end ?? 0;
  const beside = postIn(
    text,
    tagAttribution(text).filter((said) => said.start >= namesEnd && said.end <= end),
  );
  return beside.role === null ? readPost(slice(text, words)) : beside;
}

/** `secretary` of `secretaries`, null for what is no post in the plural. */
function singular(word: string): string | null {
  if (!word.endsWith('s')) return null;
  const one = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return isRoleWord(one) && !isRoleWord(word) && !isLay(one) ? one : null;
}
