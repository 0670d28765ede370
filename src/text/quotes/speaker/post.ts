import { isGeneric } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isArticle, isRoleWord } from '../tables/roles.ts';
import type { Word } from '../words.ts';

/** What somebody is, and where. */
export interface Post {
  readonly role: string | null;
  readonly organisation: string | null;
}

export const NO_POST: Post = { role: null, organisation: null };

/** What is known first wins. */
export function mergePosts(first: Post, second: Post | undefined): Post {
  const later = second?.organisation ?? null;
  // `Museum manager, Marl Trust`: the name says more than the word.
  const organisation = later !== null && isNameless(first.organisation) ? later : (first.organisation ?? later);
  return { role: first.role ?? second?.role ?? null, organisation };
}

function isNameless(organisation: string | null): boolean {
  return organisation !== null && isGeneric(organisation.split(' '));
}

/** Whether any of the words is a role or a rank. */
export function holdsPost(words: readonly Word[]): boolean {
  const plain = words.map((word) => word.text);
  return plain.some((word, at) => isRoleWord(word) || rankLength(plain, at) > 0);
}

export function withoutArticles(words: readonly Word[]): readonly Word[] {
  return isArticle(words[0]?.text ?? '') ? words.slice(1) : words;
}

/** The text from the first of these words to the last. */
export function slice(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}
