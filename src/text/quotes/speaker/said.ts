import { isGeneric } from '../tables/organisations.ts';
import { isHonorific } from '../tables/ranks.ts';
import { isRelation } from '../tables/roles.ts';
import type { Said } from '../tagger/attribution.ts';
import type { Aspect } from '../tagger/labels.ts';
import { isCapital, type Word, wordsOf } from '../words.ts';
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
  const organisation = body && !isSite(text.slice(0, body.start), body.text) ? believableOrganisation(body.text) : null;
  if (!post || isNoPost(post.text.split(' ').at(-1) ?? '')) return { role: null, organisation };
  // `Council leader` is the post and says whose.
  const isWhole = body !== undefined && body.end + 1 === post.start && isGeneric(body.text.split(' '));
  return { role: believableRole(isWhole ? text.slice(body.start, post.end) : post.text), organisation };
}

/** `based at Marl Police Station`: where somebody sits is nobody. */
function isSite(before: string, name: string): boolean {
  return /\bbased (?:at|in) (?:the )?$/.test(before) && /\b(?:Station|Headquarters|HQ|Depot|Office)$/.test(name);
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

/** A rank directly before a name, where nothing else was read of its words: `Mr` and `Mrs` are none. */
export function rankIn(before: readonly Word[], said: readonly Said[]): string | null {
  const ranks = before.filter(({ text }) => !isHonorific(text) && !/^(?:the|\d+)$/i.test(text));
  const [first] = ranks;
  const isRead = first === undefined || said.some(({ start, end }) => start <= first.start && first.start < end);
  return isRead ? null : ranks.map(({ text }) => text).join(' ');
}
