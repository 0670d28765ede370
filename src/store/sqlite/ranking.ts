import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../domain/article.ts';
import type { ArticleQuery, PageQuery, Slice } from '../../domain/query.ts';
import { columnsOf, type FoundArticle, toFound } from './article-rows.ts';
import type { Connection } from './connection.ts';
import { type FilterShape, filterConditions, filterParameters, filterShape } from './listings.ts';
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
    match: string,
    parts: readonly ArticlePart[],
  ): Slice<FoundArticle> => {
    const ranked = rankedBy(filterShape(query, facets))
      .all({ ...filterParameters(query, facets), match })
      .map(({ id }) => id);
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
