import { and, desc, eq, gt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../../../domain/article.ts';
import type { ChangeStore } from '../../../changes.ts';
import type { Connection } from '../../engine/connection.ts';
import { prepareByShape } from '../../engine/prepared.ts';
import type { VisibleReader } from '../../newsroom/visible.ts';
import { createArticleParts } from '../article-parts.ts';
import { columnsOf, toFound } from '../article-rows.ts';
import { prepareFacets } from '../facets/filters.ts';
import { type FilterShape, filterConditions, filterParameters, filterShape } from '../listings.ts';
import { publicAreas, publicArticles } from '../public-tables.ts';
import { isMatch } from '../search/matching.ts';
import { matchOf } from '../search/search-words.ts';
import { publicChanges, publicLatest } from './log-tables.ts';

/** What feeds read of the log besides the list of articles. */
export function createFeedReads(
  reader: Connection,
  visible: VisibleReader,
): Pick<ChangeStore, 'articlesBetween' | 'removalsBetween' | 'revisedAt'> {
  const facetsOf = prepareFacets(reader);
  const partsOf = createArticleParts(reader);
  const statementOf = prepareByShape((shape: StretchShape) => prepareArticles(reader, shape));
  const removals = prepareRemovals(reader);
  const revised = prepareRevised(reader);
  return {
    articlesBetween: async (query, audience, wish) =>
      visible(audience, () => {
        const { after, upTo, search } = query;
        const facets = facetsOf(query);
        const match = search && matchOf(search);
        if (facets === undefined || (search && match === undefined)) return [];
        const shape = { ...filterShape(query, facets), match: match !== undefined, parts: wish.parts };
        const rows = statementOf(shape).all({ ...filterParameters(query, facets), match, after, upTo });
        return partsOf(rows.map(toFound), wish);
      }),
    removalsBetween: async (stretch, audience) => visible(audience, () => removals.all({ ...stretch })),
    revisedAt: async (audience) => visible(audience, () => revised.get()?.at),
  };
}

interface StretchShape extends FilterShape {
  readonly match: boolean;
  readonly parts: readonly ArticlePart[];
}

function prepareArticles({ db }: Connection, shape: StretchShape) {
  const { id, publishedAt, updatedAt, place } = publicArticles;
  return db
    .select(columnsOf(shape.parts))
    .from(publicLatest)
    .innerJoin(publicArticles, eq(id, publicLatest.articleId))
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(
      and(
        ...isBetween(),
        ...filterConditions(shape, { publishedAt, articleId: id, updatedAt }),
        // Tried one by one: a piece of the log is short.
        ...(shape.match ? [isMatch(place)] : []),
      ),
    )
    .orderBy(desc(publicLatest.sequence))
    .prepare();
}

function prepareRemovals({ db }: Connection) {
  return db
    .select({ articleId: publicLatest.articleId, at: publicChanges.at })
    .from(publicChanges)
    .innerJoin(publicLatest, eq(publicLatest.sequence, publicChanges.sequence))
    .where(
      and(
        sql`${publicChanges.kind} <> 'upsert'`,
        gt(publicChanges.sequence, sql.placeholder('after')),
        lte(publicChanges.sequence, sql.placeholder('upTo')),
      ),
    )
    .orderBy(desc(publicChanges.sequence))
    .limit(sql.placeholder('limit'))
    .prepare();
}

function prepareRevised({ db }: Connection) {
  return db
    .select({ at: publicChanges.at })
    .from(publicLatest)
    .innerJoin(publicChanges, eq(publicChanges.sequence, publicLatest.sequence))
    .where(ne(publicLatest.sequence, publicLatest.first))
    .orderBy(desc(publicLatest.sequence))
    .limit(1)
    .prepare();
}

function isBetween(): SQL[] {
  return [gt(publicLatest.sequence, sql.placeholder('after')), lte(publicLatest.sequence, sql.placeholder('upTo'))];
}
