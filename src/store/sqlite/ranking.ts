import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ArticleListing } from '../../domain/article.ts';
import type { ArticleQuery, Position, Slice } from '../../domain/query.ts';
import type { Connection } from './connection.ts';
import { type FilterShape, filterConditions, filterParameters, filterShape, LISTING, toListing } from './listings.ts';
import { prepareByShape } from './prepared.ts';
import { publicAreas, publicArticles } from './public-tables.ts';

/** Articles that a ranked search looks at: the best of them; what ranks lower is found by date. */
const MAX_RANKED = 1_000;

/**
 * A page of a search, best first and newest first among equals. A rank is no place to resume from, since it moves with
 * every article that comes or goes: a page starts behind the article that ended the last one, wherever it ranks now.
 */
export function createRanking(reader: Connection) {
  const rankedBy = prepareByShape((shape: FilterShape) => buildRanked(reader, shape));
  const listings = reader.db
    .select(LISTING)
    .from(publicArticles)
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(inArray(publicArticles.id, sql`(select value from json_each(${sql.placeholder('ids')}))`))
    .prepare();

  return (query: ArticleQuery, facets: readonly string[], match: string): Slice<ArticleListing> => {
    const ranked = rankedBy(filterShape(query, facets))
      .all({ ...filterParameters(query, facets), match })
      .map(({ id }) => id);
    const [start, end] = windowOf(ranked, query.position, query.limit);
    const ids = ranked.slice(start, end);
    const found = new Map(listings.all({ ids: JSON.stringify(ids) }).map((row) => [row.article.id, toListing(row)]));
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
function windowOf(ranked: readonly string[], position: Position | null, limit: number): [number, number] {
  const at = position === null ? -1 : ranked.indexOf(position.keys[0] ?? '');
  if (position?.direction === 'prev' && at >= 0) return [Math.max(0, at - limit), at];
  return [at + 1, Math.min(ranked.length, at + 1 + limit)];
}

function buildRanked({ db }: Connection, shape: FilterShape) {
  const { key, id, publishedAt, updatedAt } = publicArticles;
  return db
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
    .limit(MAX_RANKED)
    .prepare();
}
