import { type Actor, personOf, type Role } from './actor.ts';
import type { Article } from './article.ts';
import type { Partner } from './partner.ts';
import type { Instant } from './time.ts';

declare const audience: unique symbol;

/**
 * Who is reading, and when: every read of the store takes one, and only `audienceOf` makes one, so that no read can
 * forget the question. `public` sees what is public at `at`; `newsroom` sees drafts too.
 */
export interface Audience {
  readonly sees: 'public' | 'newsroom';
  readonly at: Instant;
  /** Of the newsroom's articles only those of this person; null for all. */
  readonly onlyBy: string | null;
  /** Of the newsroom's articles only those in these areas, by slug or key, and below them; null for all. */
  readonly onlyIn: readonly string[] | null;
  /** The partner that reads, with the areas of its filter; null for everybody else. */
  readonly partner: Pick<Partner, 'id' | 'areaKeys'> | null;
  readonly [audience]: true;
}

/** What an actor may read at an instant. A partner's key opens no draft. */
export function audienceOf(actor: Actor, at: Instant): Audience {
  const limits = limitsOf(actor);
  const sees = limits ? 'newsroom' : 'public';
  return { sees, at, onlyBy: null, onlyIn: null, partner: partnerOf(actor), ...limits } as Audience;
}

function partnerOf(actor: Actor): Audience['partner'] {
  if (actor.kind !== 'key' || actor.partnerId === undefined) return null;
  return { id: actor.partnerId, areaKeys: actor.areaKeys };
}

/** What an actor sees of the newsroom; undefined for nothing. An author sees their own articles. */
function limitsOf(actor: Actor): Pick<Audience, 'onlyBy' | 'onlyIn'> | undefined {
  if (actor.kind === 'operator') return { onlyBy: null, onlyIn: null };
  if (actor.kind !== 'key' || !NEWSROOM_ROLES.has(actor.role)) return undefined;
  const onlyIn = actor.areaKeys.length > 0 ? actor.areaKeys : null;
  return { onlyBy: actor.role === 'author' ? personOf(actor) : null, onlyIn };
}

const NEWSROOM_ROLES: ReadonlySet<Role> = new Set(['author', 'editor', 'admin']);

/** What anybody may read at an instant: the audience of every delivery route, whoever asks. */
export function everyone(at: Instant): Audience {
  return audienceOf({ kind: 'anonymous' }, at);
}

/**
 * Whether an article exists for this audience. A scheduled edition is public at its instant and not a millisecond
 * before, whether or not any job has run. `areaKeys` are every word for the area of its newest save and for all that this lies in.
 */
export function isVisible(article: Article, audience: Audience, areaKeys: readonly string[] = []): boolean {
  const { sees, at, onlyBy, onlyIn } = audience;
  if (sees === 'public') return article.live !== null || isDue(article, at);
  const isTheirs = onlyBy === null || article.createdBy === onlyBy;
  return isTheirs && (onlyIn === null || areaKeys.some((key) => onlyIn.includes(key)));
}

/**
 * Whether a partner may read the scheduled edition of an article already: it is named, and the instant has not come.
 * From the instant on it is public, and everybody may.
 */
export function isOpenTo({ open }: Pick<Article, 'open'>, { partner, at }: Audience): boolean {
  if (partner === null || open?.state !== 'scheduled' || open.embargo === null) return false;
  return !isDue({ open }, at) && open.embargo.partnerIds.includes(partner.id);
}

/** Whether the open edition has reached its instant. */
export function isDue({ open }: Pick<Article, 'open'>, at: Instant): boolean {
  return open?.state === 'scheduled' && open.publishAt !== null && open.publishAt <= at;
}
