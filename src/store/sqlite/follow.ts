import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type {
  Change,
  FollowedChange,
  FollowedChanges,
  Follower,
  FollowQuery,
  LogPosition,
} from '../../domain/change.ts';
import type { Connection } from './connection.ts';
import { prepareFacets } from './filters.ts';
import { areListed, facetParameters, LISTING, toListing } from './listings.ts';
import { prepareByShape } from './prepared.ts';
import { prepareFind } from './public-articles.ts';
import {
  publicAreas,
  publicArticles,
  publicChanges,
  publicLatest,
  publicMarks,
  publicWithdrawals,
} from './public-tables.ts';

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
export function createFollowing(reader: Connection): (query: FollowQuery) => FollowedChanges | undefined {
  const facetsOf = prepareFacets(reader);
  const entriesBehind = prepareEntriesBehind(reader);
  const toChange = prepareToChange(reader);
  const ends = prepareEnds(reader);

  return (query) => {
    const end = ends.newest();
    const begun = query.follower ?? { position: BEGINNING, floor: end };
    if (!ends.isOfThisLog(begun.position, end)) return undefined;
    const changes: FollowedChange[] = [];
    let { sequence } = begun.position;
    for (const row of entriesBehind(sequence, facetsOf(query) ?? [NO_FACET], query.limit)) {
      if (changes.length === query.limit) break;
      sequence = row.change.sequence;
      const told = toChange(row, begun, query.whole);
      if (told) changes.push(told);
    }
    const position = { sequence, mark: ends.markOf(sequence) };
    return { changes, follower: { ...begun, position }, more: sequence < end };
  };
}

const BEGINNING: LogPosition = { sequence: 0, mark: '' };

/** Entries in their order, read in batches, at most MAX_EXAMINED of them. */
function prepareEntriesBehind(reader: Connection) {
  const statementOf = prepareByShape((facets: number) => prepareEntries(reader, facets));
  return function* (sequence: number, facets: readonly string[], wanted: number): Generator<Row, void> {
    const statement = statementOf(facets.length);
    const limit = facets.length === 0 ? wanted : BATCH;
    let after = sequence;
    for (let examined = 0; examined < MAX_EXAMINED; examined += limit) {
      const rows = statement.all({ ...facetParameters(facets), after, limit });
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < limit) return;
      after = last.change.sequence;
    }
  };
}

type Row = ReturnType<ReturnType<typeof prepareEntries>['all']>[number];

/** Newest entries of articles behind a place, each with its article where that is public and stands under all facets. */
function prepareEntries({ db }: Connection, facets: number) {
  const { publishedAt, id } = publicArticles;
  return db
    .select({
      change: publicChanges,
      first: publicLatest.first,
      withdrawal: publicWithdrawals.kind,
      ...LISTING,
    })
    .from(publicLatest)
    .crossJoin(publicChanges)
    .leftJoin(publicArticles, and(eq(id, publicLatest.articleId), ...areListed(facets, { publishedAt, articleId: id })))
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .leftJoin(publicWithdrawals, eq(publicWithdrawals.id, publicLatest.articleId))
    .where(and(eq(publicChanges.sequence, publicLatest.sequence), gt(publicLatest.sequence, sql.placeholder('after'))))
    .orderBy(asc(publicLatest.sequence))
    .limit(sql.placeholder('limit'))
    .prepare();
}

/** What a follower is told of an entry; undefined where they cannot have heard of the article, or never had it. */
function prepareToChange(reader: Connection) {
  const find = prepareFind(reader);
  return (row: Row, { position, floor }: Follower, whole: boolean): FollowedChange | undefined => {
    const change: Change = row.change;
    const { articleId, sequence, kind } = change;
    if (row.article !== null) {
      const article = whole ? find(articleId) : toListing({ article: row.article, area: row.area });
      if (!article) throw new Error('a listed article is not found');
      return { ...change, kind: 'upsert', article };
    }
    if (sequence <= floor) return undefined;
    if (kind === 'upsert') return row.first > position.sequence ? undefined : { kind: 'access-lost', articleId };
    return row.withdrawal === null
      ? { ...change, kind: 'vanish' }
      : { ...change, kind: 'withdraw', withdrawal: row.withdrawal };
  };
}

/** Where the log ends, and whether a place is one of it. */
function prepareEnds({ db }: Connection) {
  const newest = db
    .select({ sequence: publicLatest.sequence })
    .from(publicLatest)
    .orderBy(desc(publicLatest.sequence))
    .limit(1)
    .prepare();
  const mark = db
    .select({ mark: publicMarks.mark })
    .from(publicMarks)
    .where(eq(publicMarks.sequence, sql.placeholder('sequence')))
    .prepare();
  const markOf = (sequence: number) => mark.get({ sequence })?.mark ?? '';
  return {
    newest: () => newest.get()?.sequence ?? 0,
    markOf,
    isOfThisLog: (position: LogPosition, end: number) =>
      position.sequence <= end && position.mark === markOf(position.sequence),
  };
}
