import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../../../domain/article.ts';
import type { FollowedChange, FollowedChanges, Follower, FollowQuery, LogPosition } from '../../../../domain/change.ts';
import type { Audience } from '../../../../domain/visibility.ts';
import type { Connection } from '../../engine/connection.ts';
import { prepareByShape } from '../../engine/prepared.ts';
import { isWithin, preparePartnerFilter } from '../../syndication/partner-filter.ts';
import { createArticleParts } from '../article-parts.ts';
import { columnsOf, toFound } from '../article-rows.ts';
import { prepareFacets } from '../facets/filters.ts';
import { areListed, facetParameters } from '../listings.ts';
import { publicAreas, publicArticles, publicWithdrawals } from '../public-tables.ts';
import { publicChanges, publicLatest, publicMarks } from './log-tables.ts';
import { prepareNewest } from './newest.ts';

/** Entries of the log that one answer looks at, at most: a narrow filter passes over many. */
const MAX_EXAMINED = 5_000;
/** Entries that are read at a time when a filter passes over some. */
const BATCH = 250;

/** Nobody's article stands under it. */
const NO_FACET = 'none';

/**
 * Reads the log for those who follow it. Each article stands in it once, at its newest entry, so the present state is
 * nothing but the log read from its beginning, and what changes meanwhile comes once more behind it. Nothing is kept of a
 * follower but what their cursor says.
 */
export function createFollowing(
  reader: Connection,
): (query: FollowQuery, audience: Audience) => FollowedChanges | undefined {
  const facetsOf = prepareFacets(reader);
  const entriesBehind = prepareEntriesBehind(reader);
  const toChanges = prepareToChanges(reader);
  const ends = prepareEnds(reader);
  const filterOf = preparePartnerFilter(reader);

  return (query, audience) => {
    const end = ends.newest();
    const begun = query.follower ?? { position: BEGINNING, floor: end };
    if (!ends.isOfThisLog(begun.position, end)) return undefined;
    const rows: Row[] = [];
    let { sequence } = begun.position;
    const narrowed = { facets: facetsOf(query) ?? [NO_FACET], within: filterOf(audience) ?? null };
    for (const row of entriesBehind(sequence, narrowed, query)) {
      if (rows.length === query.limit) break;
      sequence = row.change.sequence;
      if (isTold(row, begun)) rows.push(row);
    }
    const position = { sequence, mark: ends.markOf(sequence) };
    return { changes: toChanges(rows, query.wish), follower: { ...begun, position }, more: sequence < end };
  };
}

const BEGINNING: LogPosition = { sequence: 0, mark: '' };

/** Entries in their order, read in batches, at most MAX_EXAMINED of them. */
function prepareEntriesBehind(reader: Connection) {
  const statementOf = prepareByShape((shape: EntriesShape) => prepareEntries(reader, shape));
  return function* (sequence: number, { facets, within }: Narrowed, query: FollowQuery): Generator<Row, void> {
    const statement = statementOf({ facets: facets.length, within: within !== null, parts: query.wish.parts });
    const limit = facets.length === 0 && within === null ? query.limit : BATCH;
    let after = sequence;
    for (let examined = 0; examined < MAX_EXAMINED; examined += limit) {
      const rows = statement.all({ ...facetParameters(facets), within: JSON.stringify(within), after, limit });
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < limit) return;
      after = last.change.sequence;
    }
  };
}

/** What an article must come under: all of the facets, and one of those of a partner, which null leaves open. */
interface Narrowed {
  readonly facets: readonly string[];
  readonly within: readonly string[] | null;
}

interface EntriesShape {
  readonly facets: number;
  readonly within: boolean;
  readonly parts: readonly ArticlePart[];
}

type Row = ReturnType<ReturnType<typeof prepareEntries>['all']>[number];

/** Newest entries of articles behind a place, each with its article where that is public and stands under all facets. */
function prepareEntries({ db }: Connection, { facets, within, parts }: EntriesShape) {
  const { publishedAt, id } = publicArticles;
  const columns = { publishedAt, articleId: id };
  const isTheirs = within ? isWithin(columns) : undefined;
  return db
    .select({
      change: publicChanges,
      first: publicLatest.first,
      withdrawal: publicWithdrawals.kind,
      ...columnsOf(parts),
    })
    .from(publicLatest)
    .crossJoin(publicChanges)
    .leftJoin(publicArticles, and(eq(id, publicLatest.articleId), ...areListed(facets, columns), isTheirs))
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .leftJoin(publicWithdrawals, eq(publicWithdrawals.id, publicLatest.articleId))
    .where(and(eq(publicChanges.sequence, publicLatest.sequence), gt(publicLatest.sequence, sql.placeholder('after'))))
    .orderBy(asc(publicLatest.sequence))
    .limit(sql.placeholder('limit'))
    .prepare();
}

/** Not where they cannot have heard of the article, or never had it. */
function isTold({ change, article, first }: Row, { position, floor }: Follower): boolean {
  if (article !== null) return true;
  return change.sequence > floor && (change.kind !== 'upsert' || first <= position.sequence);
}

function prepareToChanges(reader: Connection) {
  const partsOf = createArticleParts(reader);
  return (rows: readonly Row[], wish: FollowQuery['wish']): FollowedChange[] => {
    const shown = rows.flatMap(({ article, ...row }) =>
      article ? [{ id: row.change.articleId, found: toFound({ ...row, article }) }] : [],
    );
    const parts = partsOf(
      shown.map(({ found }) => found),
      wish,
    );
    const articles = new Map(shown.map(({ id }, at) => [id, parts[at]]));
    return rows.map(({ change, withdrawal }) => {
      const { articleId, kind } = change;
      const article = articles.get(articleId);
      if (article) return { ...change, kind: 'upsert', article };
      if (kind === 'upsert') return { kind: 'access-lost', articleId };
      return withdrawal === null ? { ...change, kind: 'vanish' } : { ...change, kind: 'withdraw', withdrawal };
    });
  };
}

/** Where the log ends, and whether a place is one of it. */
function prepareEnds(connection: Connection) {
  const mark = connection.db
    .select({ mark: publicMarks.mark })
    .from(publicMarks)
    .where(eq(publicMarks.sequence, sql.placeholder('sequence')))
    .prepare();
  const markOf = (sequence: number) => mark.get({ sequence })?.mark ?? '';
  return {
    newest: prepareNewest(connection),
    markOf,
    isOfThisLog: (position: LogPosition, end: number) =>
      position.sequence <= end && position.mark === markOf(position.sequence),
  };
}
