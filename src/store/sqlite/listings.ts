import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { ArticleListing } from '../../domain/article.ts';
import type { ArticleQuery } from '../../domain/query.ts';
import { publicAreas, publicArticles, publicListings } from './public-tables.ts';

/** What a list reads of an article. */
export const LISTING = {
  article: publicArticles,
  area: { slug: publicAreas.slug, name: publicAreas.name, path: publicAreas.path },
};

export interface ListingRow {
  readonly article: typeof publicArticles.$inferSelect;
  readonly area: ArticleListing['area'];
}

export function toListing({ article, area }: ListingRow): ArticleListing {
  const { key: _key, titleKey: _titleKey, areaId: _areaId, ...listing } = article;
  return { ...listing, area };
}

/** Joins an article to its entry under one facet, by the whole primary key of the listings. */
export const ofListing = and(
  eq(publicArticles.key, publicListings.key),
  eq(publicArticles.publishedAt, publicListings.publishedAt),
  eq(publicArticles.id, publicListings.articleId),
);

/** Which filters a query has: as many statements as there are shapes, each prepared once. */
export interface FilterShape {
  readonly facets: number;
  readonly from: boolean;
  readonly before: boolean;
  readonly updatedSince: boolean;
}

export function filterShape(
  { from, before, updatedSince }: Pick<ArticleQuery, 'from' | 'before' | 'updatedSince'>,
  facets: readonly string[],
): FilterShape {
  return {
    facets: facets.length,
    from: from !== undefined,
    before: before !== undefined,
    updatedSince: updatedSince !== undefined,
  };
}

/** The conditions of a shape; the first facet drives, each further one is a look-up by primary key. */
export function filterConditions({ facets, from, before, updatedSince }: FilterShape): SQL[] {
  return [
    eq(publicListings.facet, sql.placeholder('facet0')),
    ...Array.from({ length: facets - 1 }, (_, at) => alsoListed(`facet${at + 1}`)),
    ...(from ? [gte(publicListings.publishedAt, sql.placeholder('from'))] : []),
    ...(before ? [lt(publicListings.publishedAt, sql.placeholder('before'))] : []),
    ...(updatedSince ? [gte(publicArticles.updatedAt, sql.placeholder('updatedSince'))] : []),
  ];
}

/** The parameters that the conditions want. */
export function filterParameters(
  { from, before, updatedSince }: Pick<ArticleQuery, 'from' | 'before' | 'updatedSince'>,
  facets: readonly string[],
): Record<string, string | undefined> {
  return { ...Object.fromEntries(facets.map((name, at) => [`facet${at}`, name])), from, before, updatedSince };
}

function alsoListed(parameter: string): SQL {
  return sql`exists (select 1 from public_listings other where other.facet = ${sql.placeholder(parameter)}
    and other.published_at = ${publicListings.publishedAt} and other.article_id = ${publicListings.articleId})`;
}
