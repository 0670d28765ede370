import type { Actor } from './actor.ts';
import type { Article } from './article.ts';
import type { Instant } from './time.ts';

declare const audience: unique symbol;

/**
 * Who is reading, and when: every read of the store takes one, and only `audienceOf` makes one, so that no read can
 * forget the question. `everyone` sees what is public at `at`; `newsroom` sees drafts too.
 */
export interface Audience {
  readonly sees: 'public' | 'newsroom';
  readonly at: Instant;
  readonly [audience]: true;
}

/** What an actor may read at an instant. A partner's key opens no draft. */
export function audienceOf(actor: Actor, at: Instant): Audience {
  const newsroom = actor.kind === 'operator' || (actor.kind === 'key' && actor.role !== 'partner');
  return { sees: newsroom ? 'newsroom' : 'public', at } as Audience;
}

/** What anybody may read at an instant: the audience of every delivery route, whoever asks. */
export function everyone(at: Instant): Audience {
  return audienceOf({ kind: 'anonymous' }, at);
}

/**
 * Whether an article exists for this audience. A scheduled edition is public at its instant and not a millisecond
 * before, whether or not any job has run.
 */
export function isVisible(article: Article, { sees, at }: Audience): boolean {
  return sees === 'newsroom' || article.live !== null || isDue(article, at);
}

/** Whether the open edition has reached its instant. */
export function isDue({ open }: Pick<Article, 'open'>, at: Instant): boolean {
  return open?.state === 'scheduled' && open.publishAt !== null && open.publishAt <= at;
}
