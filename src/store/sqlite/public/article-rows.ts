import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ArticleListing, ArticlePart, PublicArticle } from '../../../domain/article.ts';
import { publicAreas, publicArticles } from './public-tables.ts';

const { slug, name, path, gss } = publicAreas;

/** All that can be read of an article with its row alone, and with that of its area. */
const COLUMNS = { article: publicArticles, area: { slug, name, path }, place: { gss } };

/** Where each part of an article stands in its row. */
const ARTICLE_COLUMNS: Readonly<Record<Exclude<keyof ArticleListing, 'area'>, SQLiteColumn>> = {
  id: publicArticles.id,
  slug: publicArticles.slug,
  url: publicArticles.url,
  title: publicArticles.title,
  summary: publicArticles.summary,
  tags: publicArticles.tags,
  language: publicArticles.language,
  publishedAt: publicArticles.publishedAt,
  publishedAtPrecision: publicArticles.publishedAtPrecision,
  updatedAt: publicArticles.updatedAt,
  edition: publicArticles.edition,
  image: publicArticles.image,
};

export interface ArticleRow {
  readonly article: typeof publicArticles.$inferSelect;
  readonly area: ArticleListing['area'];
  readonly place: { readonly gss: string | null } | null;
}

/** What an article's own row and that of its area say of it, and the key to everything else. */
export interface FoundArticle {
  readonly key: number;
  readonly parts: Partial<PublicArticle>;
}

/**
 * The columns of these parts and no others. Each row is then less than an ArticleRow: `toFound` asks for nothing that
 * is not there, which the types of Drizzle cannot see.
 */
export function columnsOf(parts: readonly ArticlePart[]): typeof COLUMNS {
  const article = Object.entries(ARTICLE_COLUMNS).filter(([part]) => parts.some((wished) => wished === part));
  const columns = {
    article: { key: publicArticles.key, ...Object.fromEntries(article) },
    ...(parts.includes('area') && { area: COLUMNS.area }),
    ...(parts.includes('areaGss') && { place: COLUMNS.place }),
  };
  return columns as typeof COLUMNS;
}

export function toFound(row: ArticleRow): FoundArticle {
  const { key, areaId: _areaId, place: _place, ...columns } = row.article;
  return {
    key,
    parts: {
      ...columns,
      ...('area' in row && { area: row.area }),
      ...('place' in row && { areaGss: row.place?.gss ?? null }),
    },
  };
}
