import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../../../domain/article.ts';
import type { ArticleQuery, PageQuery, Position, Slice } from '../../../../domain/query.ts';
import type { Connection } from '../../engine/connection.ts';
import { valuesIn } from '../../engine/json-values.ts';
import { prepareByShape } from '../../engine/prepared.ts';
import { columnsOf, type FoundArticle, toFound } from '../article-rows.ts';
import { facet } from '../facets/facets.ts';
import {
  conditionsOf,
  type FilterShape,
  filterConditions,
  filterParameters,
  filterShape,
  isUnfiltered,
  type ListShape,
  type Narrowing,
} from '../listings.ts';
import { placeOf, publicAreas, publicArticles, publicListings } from '../public-tables.ts';
import { isByDay, prepareFoundByDay } from './found-by-day.ts';
import { MAX_FEW, type Match, type Matching, matchingBy, matchingParameters } from './matching.ts';

type Searched = Narrowing & { readonly matching: Matching };

/** Articles of an archive in which every match is weighed, however many they are. */
const MAX_WEIGHED = 10_000;

/**
 * A page of a search, best first and newest first among equals. A rank is no place to resume from, since it moves with
 * every article that comes or goes: a page starts behind the article that ended the last one, wherever it ranks now, and
 * only where that is gone, at the rank that it had.
 *
 * Weighing reads every match of every word. Where that is too much, the newest matches are put in order by the fields
 * in which all the words stand.
 */
export function createRanking(reader: Connection) {
  const weighed = prepareWeighed(reader);
  const candidatesOf = prepareCandidates(reader);
  const sorted = prepareSorted(reader);
  const rowsOf = prepareByShape((parts: readonly ArticlePart[]) =>
    reader.db
      .select({ ...columnsOf(parts), ranked: { id: publicArticles.id } })
      .from(publicArticles)
      .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
      .where(inArray(publicArticles.id, valuesIn('ids')))
      .prepare(),
  );

  return (query: ArticleQuery, narrowing: Searched, parts: readonly ArticlePart[]): Slice<FoundArticle> => {
    const candidates = narrowing.matching.lastKey > MAX_WEIGHED ? candidatesOf(query, narrowing) : undefined;
    const ranked = candidates ? sorted(candidates, narrowing.matching) : weighed(query, narrowing);
    const [start, end] = windowOf(ranked, query);
    const ids = ranked.slice(start, end);
    const rows = rowsOf(parts).all({ ids: JSON.stringify(ids) });
    const found = new Map(rows.map((row) => [row.ranked.id, toFound(row)]));
    const first = ids[0];
    const last = ids.at(-1);
    return {
      rows: ids.flatMap((id) => found.get(id) ?? []),
      next: last !== undefined && end < ranked.length ? { direction: 'next', keys: [last, String(end - 1)] } : null,
      prev: first !== undefined && start > 0 ? { direction: 'prev', keys: [first, String(start)] } : null,
    };
  };
}

/** Where the page starts and ends. */
function windowOf(ranked: readonly string[], { position, limit, offset = 0 }: PageQuery): [number, number] {
  const [start, end] = position === null ? [offset, offset + limit] : windowAt(ranked, position, limit);
  return [Math.max(0, start), Math.min(ranked.length, end)];
}

function windowAt(ranked: readonly string[], { direction, keys }: Position, limit: number): [number, number] {
  const [id = '', rank = ''] = keys;
  const at = ranked.indexOf(id);
  // What came behind an article that is gone has its rank now.
  const [before, behind] = at >= 0 ? [at, at + 1] : [Number(rank) || 0, Number(rank) || 0];
  return direction === 'prev' ? [before - limit, before] : [behind, behind + limit];
}

/** The best by bm25 of all that match. */
function prepareWeighed({ db }: Connection): (query: ArticleQuery, narrowing: Searched) => string[] {
  const { place, id, publishedAt, updatedAt } = publicArticles;
  const statementOf = prepareByShape((shape: FilterShape) =>
    db
      .select({ id })
      .from(sql`public_search`)
      .crossJoin(publicArticles)
      .where(
        and(
          sql`public_search match ${sql.placeholder('match')}`,
          sql`${place} = public_search.rowid`,
          ...filterConditions(shape, { publishedAt, articleId: id, updatedAt }),
        ),
      )
      .orderBy(sql`public_search.rank`, desc(publishedAt), desc(id))
      .limit(sql.placeholder('ranked'))
      .prepare(),
  );
  return (query, { facets, matching: { match } }) => {
    const { position, limit, offset = 0 } = query;
    // A page that starts behind an article may start anywhere.
    const ranked = position === null ? Math.min(MAX_FEW, offset + limit + 1) : MAX_FEW;
    return statementOf(filterShape(query, facets))
      .all({ ...filterParameters(query, facets), match, ranked })
      .map((row) => row.id);
  };
}

/** Fields in which all words of the best hits stand, the best first; a hit of none of these has them anywhere. */
const FIELDS = ['{title}', '{title summary}', '{title summary officials}'];

/** The candidates: first those with all words in the title, then in title and summary, and so on. */
function prepareSorted({ client }: Connection): (candidates: readonly Match[], matching: Matching) => string[] {
  const since = client
    .prepare<[string, number], number>(
      'select rowid from public_search where public_search match +? and rowid >= cast(+? as integer)',
    )
    .pluck();
  return (candidates, { match }) => {
    const oldest = candidates.reduce((least, { place }) => Math.min(least, place), Number.MAX_SAFE_INTEGER);
    const within = FIELDS.map((fields) => new Set(since.all(`${fields} : (${match})`, oldest)));
    const rankOf = (place: number) => {
      const rank = within.findIndex((places) => places.has(place));
      return rank < 0 ? within.length : rank;
    };
    return candidates
      .map(({ id, place }) => ({ id, rank: rankOf(place) }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ id }) => id);
  };
}

/** Articles to sort, newest first; undefined where so few match that all are weighed. */
function prepareCandidates(reader: Connection) {
  const foundByDay = prepareFoundByDay(reader);
  const listed = prepareByShape((shape: ListShape) =>
    reader.db
      .select({
        key: publicListings.key,
        place: placeOf(publicListings.publishedAt, publicListings.key),
        publishedAt: publicListings.publishedAt,
        id: publicListings.articleId,
      })
      .from(publicListings)
      .where(and(...conditionsOf(shape)))
      .orderBy(desc(publicListings.publishedAt), desc(publicListings.articleId))
      .limit(MAX_FEW)
      .prepare(),
  );
  return (query: ArticleQuery, narrowing: Searched): readonly Match[] | undefined => {
    const { facets, matching } = narrowing;
    const byDay = { ...query, sort: '-publishedAt' as const, position: null };
    if (isUnfiltered(query, facets)) {
      const newest = foundByDay(byDay, narrowing, MAX_FEW + 1);
      return newest && newest.length > MAX_FEW ? newest.slice(0, MAX_FEW) : undefined;
    }
    if (matching.breadth === 'few') return undefined;
    const found = isByDay(byDay) ? foundByDay(byDay, narrowing, MAX_FEW) : undefined;
    if (found) return found;
    const [driving = facet.all, ...others] = facets;
    const by = matchingBy(matching, MAX_FEW);
    const parameters = { ...filterParameters(query, others), ...matchingParameters(matching, by), driving };
    return listed({ ...filterShape(query, others), matching: by }).all(parameters);
  };
}
