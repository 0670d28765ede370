import { isGeneric } from '../tables/organisations.ts';
import { isHonorific } from '../tables/ranks.ts';
import { isRelation } from '../tables/roles.ts';
import type { Said } from '../tagger/attribution.ts';
import type { Aspect } from '../tagger/labels.ts';
import { isCapital, wordsOf } from '../words.ts';
import { believableOrganisation, believableRole } from './believable.ts';
import type { Post } from './post.ts';

/** The first words of an attribution that say one thing of the speaker. */
export function textOf(said: readonly Said[], wanted: Aspect): string | null {
  return said.find(({ aspect }) => aspect === wanted)?.text ?? null;
}

/** What an attribution says that its speaker is, and where. */
export function postIn(text: string, said: readonly Said[]): Post {
  const body = said.find(({ aspect }) => aspect === 'organisation');
  const post = said.find(({ aspect }) => aspect === 'role');
  const organisation = body ? believableOrganisation(body.text) : null;
  if (!post || isNoPost(post.text.split(' ').at(-1) ?? '')) return { role: null, organisation };
  // `Council leader` is the post and says whose.
  const isWhole = body !== undefined && body.end + 1 === post.start && isGeneric(body.text.split(' '));
  return { role: believableRole(isWhole ? text.slice(body.start, post.end) : post.text), organisation };
}

/** `Cross Street resident`: whoever lives somewhere holds no post; but `Tenant Voice Partner` does. */
function isNoPost(word: string): boolean {
  return (
    (isRelation(word) && !isCapital(word)) ||
    /^(?:resident|tenant|neighbour|villager|passenger|passer-by|customer|patient)s?$/i.test(word)
  );
}

/** `Mr`, `Ms` or `Sir` before a name. */
export function titleBefore(text: string, name: number): string | null {
  const before = wordsOf(text, Math.max(0, name - MAX_TITLE_LENGTH), name).slice(-3);
  return (
    before.findLast(({ text: word }) => isHonorific(word) || /^(?:sir|dame|lady|baroness)$/i.test(word))?.text ?? null
  );
}

const MAX_TITLE_LENGTH = 40;
