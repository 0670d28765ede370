import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../../domain/article.ts';
import type { ArticleQuery, PageQuery, Slice } from '../../../domain/query.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareByShape } from '../engine/prepared.ts';
import { columnsOf, type FoundArticle, toFound } from './article-rows.ts';
import { facet } from './facets.ts';
import {
  conditionsOf,
  type FilterShape,
  filterConditions,
  filterParameters,
  filterShape,
  isUnfiltered,
  type ListShape,
} from './listings.ts';
import { MAX_FEW, type Matching, matchingBy, matchingParameters } from './matching.ts';
import { publicAreas, publicArticles, publicListings } from './public-tables.ts';

/** Articles of an archive in which every match is weighed, however many they are. */
const MAX_WEIGHED = 10_000;

/**
 * A page of a search, best first and newest first among equals. A rank is no place to resume from, since it moves with
 * every article that comes or goes: a page starts behind the article that ended the last one, wherever it ranks now.
 *
 * Weighing reads every match of every word. Where that is too much, the newest matches are put in order by the fields
 * in which all the words stand.
 */
export function createRanking(reader: Connection) {
  const weighed = prepareWeighed(reader);
  const sorted = prepareSorted(reader);
  const rowsOf = prepareByShape((parts: readonly ArticlePart[]) =>
    reader.db
      .select({ ...columnsOf(parts), ranked: { id: publicArticles.id } })
      .from(publicArticles)
      .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
      .where(inArray(publicArticles.id, sql`(select value from json_each(${sql.placeholder('ids')}))`))
      .prepare(),
  );

  return (
    query: ArticleQuery,
    facets: readonly string[],
    matching: Matching,
    parts: readonly ArticlePart[],
  ): Slice<FoundArticle> => {
    const isWeighed = matching.breadth === 'few' || matching.lastKey <= MAX_WEIGHED;
    const ranked = isWeighed ? weighed(query, facets, matching) : sorted(query, facets, matching);
    const [start, end] = windowOf(ranked, query);
    const ids = ranked.slice(start, end);
    const rows = rowsOf(parts).all({ ids: JSON.stringify(ids) });
    const found = new Map(rows.map((row) => [row.ranked.id, toFound(row)]));
    const first = ids[0];
    const last = ids.at(-1);
    return {
      rows: ids.flatMap((id) => found.get(id) ?? []),
      next: last !== undefined && end < ranked.length ? { direction: 'next', keys: [last] } : null,
      prev: first !== undefined && start > 0 ? { direction: 'prev', keys: [first] } : null,
    };
  };
}

/** Where the page starts and ends; a position whose article is gone starts anew. */
function windowOf(ranked: readonly string[], { position, limit, offset = 0 }: PageQuery): [number, number] {
  const at = position === null ? -1 : ranked.indexOf(position.keys[0] ?? '');
  if (position?.direction === 'prev' && at >= 0) return [Math.max(0, at - limit), at];
  const start = at + 1 + offset;
  return [start, Math.min(ranked.length, start + limit)];
}

type Rank = (query: ArticleQuery, facets: readonly string[], matching: Matching) => string[];

/** The best by bm25 of all that match. */
function prepareWeighed({ db }: Connection): Rank {
  const { key, id, publishedAt, updatedAt } = publicArticles;
  const statementOf = prepareByShape((shape: FilterShape) =>
    db
      .select({ id })
      .from(sql`public_search`)
      .crossJoin(publicArticles)
      .where(
        and(
          sql`public_search match ${sql.placeholder('match')}`,
          sql`${key} = public_search.rowid`,
          ...filterConditions(shape, { publishedAt, articleId: id, updatedAt }),
        ),
      )
      .orderBy(sql`public_search.rank`, desc(publishedAt), desc(id))
      .limit(sql.placeholder('ranked'))
      .prepare(),
  );
  return (query, facets, { match }) => {
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

/** The newest that match: first those with all words in the title, then in title and summary, and so on. */
function prepareSorted(reader: Connection): Rank {
  const candidatesOf = prepareCandidates(reader);
  const within = reader.client
    .prepare<[string, number, string], number>(
      `select rowid from public_search where public_search match +? and rowid >= cast(+? as integer)
       and +rowid in (select value from json_each(?)) order by rowid desc`,
    )
    .pluck();
  return (query, facets, matching) => {
    const candidates = candidatesOf(query, facets, matching);
    const keys = candidates.map(({ key }) => key);
    const oldest = Math.min(...keys);
    const json = JSON.stringify(keys);
    const places = FIELDS.map((fields) => new Set(within.all(`${fields} : (${matching.match})`, oldest, json)));
    const placeOf = (key: number) => {
      const place = places.findIndex((matches) => matches.has(key));
      return place < 0 ? places.length : place;
    };
    return candidates
      .map(({ id, key }) => ({ id, place: placeOf(key) }))
      .sort((one, other) => one.place - other.place)
      .map(({ id }) => id);
  };
}

/** Articles to rank, newest first. */
function prepareCandidates({ db }: Connection) {
  const { key, id, publishedAt } = publicArticles;
  const known = db
    .select({ key, id })
    .from(publicArticles)
    .where(inArray(key, sql`(select value from json_each(${sql.placeholder('keys')}))`))
    .orderBy(desc(publishedAt), desc(id))
    .prepare();
  const listed = prepareByShape((shape: ListShape) =>
    db
      .select({ key: publicListings.key, id: publicListings.articleId })
      .from(publicListings)
      .where(and(...conditionsOf(shape)))
      .orderBy(desc(publicListings.publishedAt), desc(publicListings.articleId))
      .limit(MAX_FEW)
      .prepare(),
  );
  return (query: ArticleQuery, facets: readonly string[], matching: Matching) => {
    if (isUnfiltered(query, facets)) return known.all({ keys: JSON.stringify(matching.newest) });
    const [driving = facet.all, ...others] = facets;
    const shape = { ...filterShape(query, others), matching: matchingBy(matching, MAX_FEW) };
    return listed(shape).all({ ...filterParameters(query, others), ...matchingParameters(matching), driving });
  };
}
