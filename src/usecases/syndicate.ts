import { type Actor, personOf } from '../domain/actor.ts';
import type { ArticleListing, PublicArticle } from '../domain/article.ts';
import type { EmbargoedArticle, EmbargoedListing, Opening } from '../domain/embargo.ts';
import { notHere } from '../domain/problem.ts';
import type { PageQuery, Position, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Opener, SyndicationQuery } from '../store/syndication.ts';
import type { Deps } from './deps.ts';
import { readTakenDown, type TakenDown } from './read-article.ts';
import { readNewsroomArticle } from './read-newsroom-article.ts';

/** What a partner's list shows: what is under an embargo for it, and what is public. */
export type SyndicatedListing = ArticleListing | EmbargoedListing;

/** What a partner finds at the address of an article. */
export type Syndicated = { readonly syndicated: PublicArticle | EmbargoedArticle } | TakenDown;

/**
 * What is under an embargo for the partner, the last to be lifted first, and behind it what is public in its areas, newest
 * first. What is shown of an embargo is written down.
 */
export async function listSyndicated(
  { store }: Deps,
  asked: SyndicationQuery,
  actor: Actor,
  audience: Audience,
): Promise<Slice<SyndicatedListing>> {
  const query = asked.tag === undefined ? asked : { ...asked, tag: await store.tags.present(asked.tag, audience) };
  const by = openerOf(actor, 'list');
  const under = (choose: (all: readonly EmbargoedListing[]) => Chosen): Promise<Chosen> => {
    let chosen: Chosen = { rows: [], before: false, after: false };
    const pick = (all: readonly EmbargoedListing[]) => {
      chosen = choose(all.filter((listing) => matches(listing, query)));
      return chosen.rows;
    };
    return store.syndication.embargoed(audience, by, pick).then(() => chosen);
  };
  const list = (page: PageQuery) => store.syndication.list({ ...query, ...page }, audience);
  const { position, limit } = query;
  const isPublic = position !== null && position.keys.length === PUBLIC_KEYS;
  if (isPublic && position.direction === 'next') {
    const slice = await list(query);
    const chosen =
      slice.prev === null ? await under((all) => ({ rows: [], before: all.length > 0, after: false })) : null;
    return chosen?.before ? { ...slice, prev: positionOf('prev', slice.rows[0]) } : slice;
  }
  if (isPublic) {
    const slice = await list(query);
    if (slice.prev !== null) return slice;
    const chosen = await under((all) => lastOf(all, limit - slice.rows.length));
    const rows = [...chosen.rows, ...slice.rows];
    return { ...slice, rows, prev: chosen.before ? positionOf('prev', rows[0]) : null };
  }
  const chosen = await under((all) => chooseAt(all, position, limit));
  const left = limit - chosen.rows.length;
  if (position?.direction === 'prev') {
    const { rows } = chosen;
    return { rows, next: positionOf('next', rows.at(-1)), prev: chosen.before ? positionOf('prev', rows[0]) : null };
  }
  // One row more than there is room for tells whether there is more.
  const slice = chosen.after ? null : await list({ limit: Math.max(left, 1), position: null });
  const rows = [...chosen.rows, ...(slice?.rows ?? []).slice(0, left)];
  const goesOn = chosen.after || (left === 0 ? (slice?.rows.length ?? 0) > 0 : slice?.next !== null);
  return {
    rows,
    next: goesOn ? positionOf('next', rows.at(-1)) : null,
    prev: position === null ? null : positionOf('prev', rows[0]),
  };
}

/**
 * One article, as its embargo or its publication lets the partner read it; an opening of an embargo is written down.
 * @throws Problem `not_found`, the same for what never was, for what is under an embargo for others, and for what lies
 *   elsewhere; `gone`
 */
export async function readSyndicated(
  deps: Deps,
  idOrSlug: string,
  actor: Actor,
  audience: Audience,
): Promise<Syndicated> {
  const { syndication, articles } = deps.store;
  const embargoed = await syndication.open(idOrSlug, audience, openerOf(actor, 'article'));
  if (embargoed) return { syndicated: embargoed };
  const article = await articles.find(idOrSlug, audience);
  if (!article) return readTakenDown(deps, idOrSlug, audience);
  if (await syndication.gets(article.id, audience)) return { syndicated: article };
  throw notHere('article');
}

/**
 * Who was shown an article before its lift, newest first.
 * @throws Problem `not_found`
 */
export async function listOpenings(
  deps: Deps,
  articleId: string,
  page: PageQuery,
  audience: Audience,
): Promise<Slice<Opening>> {
  await readNewsroomArticle(deps, articleId, audience);
  return deps.store.syndication.openings(articleId, page, audience);
}

function openerOf(actor: Actor, through: Opener['through']): Opener {
  return { keyId: actor.kind === 'key' ? actor.keyId : actor.kind, keyName: personOf(actor), through };
}

/** A part of what is under an embargo, and whether there is more before and behind it. */
interface Chosen {
  readonly rows: readonly EmbargoedListing[];
  readonly before: boolean;
  readonly after: boolean;
}

/** A position among what is public has the keys of a public list; one among embargoes is marked. */
const PUBLIC_KEYS = 2;
const UNDER_EMBARGO = 'embargo';

function positionOf(direction: Position['direction'], row: SyndicatedListing | undefined): Position | null {
  if (!row) return null;
  if (!('embargo' in row)) return { direction, keys: [row.publishedAt, row.id] };
  return { direction, keys: [UNDER_EMBARGO, row.embargo.until, row.id] };
}

function lastOf(all: readonly EmbargoedListing[], count: number): Chosen {
  const rows = count > 0 ? all.slice(-count) : [];
  return { rows, before: all.length > rows.length, after: false };
}

function chooseAt(all: readonly EmbargoedListing[], position: Position | null, limit: number): Chosen {
  const [start, end] = windowOf(all, position, limit);
  return { rows: all.slice(start, end), before: start > 0, after: end < all.length };
}

/** By the keys of the row, which may be gone. */
function windowOf(all: readonly EmbargoedListing[], position: Position | null, limit: number): [number, number] {
  if (position === null) return [0, limit];
  const [, until = '', id = ''] = position.keys;
  const isBefore = (row: EmbargoedListing) => row.embargo.until > until || (row.embargo.until === until && row.id > id);
  const first = all.filter(isBefore).length;
  if (position.direction === 'prev') return [Math.max(0, first - limit), first];
  const start = all[first]?.id === id ? first + 1 : first;
  return [start, start + limit];
}

/** What is under an embargo has no officials and organisations that could be asked for. */
function matches(listing: EmbargoedListing, query: SyndicationQuery): boolean {
  const { area, areaScope, tag, language, from, before, updatedSince, official, organisation } = query;
  const places = areaScope === 'exact' ? [listing.area?.slug] : (listing.area?.path.split('/') ?? []);
  return (
    official === undefined &&
    organisation === undefined &&
    (area === undefined || places.includes(area)) &&
    (tag === undefined || listing.tags.includes(tag)) &&
    (language === undefined || listing.language === language) &&
    (from === undefined || listing.publishedAt >= from) &&
    (before === undefined || listing.publishedAt < before) &&
    (updatedSince === undefined || listing.updatedAt >= updatedSince)
  );
}
