import { desc, type SQLWrapper, sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { AREA_KINDS } from '../../../domain/area.ts';
import type { Image } from '../../../domain/image.ts';
import type { RecordedPost } from '../../../domain/official.ts';
import { MERGED_KINDS } from '../../../domain/register.ts';
import { type Instant, PRECISIONS } from '../../../domain/time.ts';
import { PUBLIC_WITHDRAWAL_KINDS } from '../../../domain/withdrawal.ts';

/*
 * What the public can see, and nothing else: rows come here at publication and go at withdrawal. Delivery reads only
 * these tables, so a draft cannot show through a filter, a total, a ranking or a gap in a sequence.
 * The two full-text indexes over them are in the migrations, which drizzle-kit cannot write.
 */

export const publicAreas = sqliteTable(
  'public_areas',
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    nameCy: text('name_cy'),
    kind: text({ enum: AREA_KINDS }),
    gss: text(),
    parentId: text('parent_id').references((): AnySQLiteColumn => publicAreas.id, { onDelete: 'restrict' }),
    /** Slugs from the root down, joined by `/`. */
    path: text().notNull().unique(),
  },
  (table) => [index('public_areas_parent').on(table.parentId, table.path)],
);

export const publicOrganisations = sqliteTable(
  'public_organisations',
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** The name as words are looked for in it. */
    words: text().notNull().default(''),
  },
  (table) => [index('public_organisations_words').on(table.slug, table.words)],
);

/** Name and post as the newest public quote has them. */
export const publicOfficials = sqliteTable(
  'public_officials',
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    rank: text(),
    role: text(),
    organisationId: text('organisation_id').references(() => publicOrganisations.id, { onDelete: 'restrict' }),
    /** Names that no quote need have, in alphabetical order. */
    otherNames: text('other_names', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    /** What somebody wrote down of their posts. */
    posts: text({ mode: 'json' }).$type<readonly RecordedPost[]>().notNull().default([]),
    /** The names as words are looked for in them. */
    words: text().notNull().default(''),
  },
  (table) => [
    index('public_officials_words').on(table.slug, table.words),
    index('public_officials_organisation').on(table.organisationId),
    index('public_officials_posts').on(table.id).where(sql`posts <> '[]'`),
  ],
);

/** Slugs of those who turned out to be somebody else. */
export const publicRedirects = sqliteTable(
  'public_redirects',
  {
    kind: text({ enum: MERGED_KINDS }).notNull(),
    slug: text().notNull(),
    /** Id of the one that they are. */
    targetId: text('target_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.slug] }), index('public_redirects_target').on(table.targetId)],
);

/** Articles that one day has places for: more than an archive has. */
export const ARTICLES_OF_A_DAY = 67_108_864;

/** Where an article stands in the full-text index: behind those of the days before. */
export function placeOf(publishedAt: SQLWrapper, key: SQLWrapper) {
  return sql<number>`unixepoch(${publishedAt}) / 86400 * ${sql.raw(String(ARTICLES_OF_A_DAY))} + ${key}`;
}

export const publicArticles = sqliteTable(
  'public_articles',
  {
    /** Never leaves the engine; later ones became public later. */
    key: integer().primaryKey(),
    id: text().notNull().unique(),
    slug: text().notNull().unique(),
    url: text().notNull(),
    title: text().notNull(),
    /** The title as it sorts (`titleKey`). */
    titleKey: text('title_key').notNull().default(''),
    summary: text(),
    areaId: text('area_id').references(() => publicAreas.id, { onDelete: 'restrict' }),
    language: text().notNull(),
    tags: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    publishedAt: text('published_at').$type<Instant>().notNull(),
    publishedAtPrecision: text('published_at_precision', { enum: PRECISIONS }).notNull(),
    updatedAt: text('updated_at').$type<Instant>().notNull(),
    edition: integer().notNull(),
    image: text({ mode: 'json' }).$type<Image>(),
    /** Row key of the full-text index, which has its entries so in the order of their days. */
    place: integer().notNull().generatedAlwaysAs(placeOf(sql`"published_at"`, sql`"key"`), { mode: 'virtual' }),
  },
  (table) => [
    // With what a list by date is in the order of, so that matches of a search are put in order without their articles.
    index('public_articles_place').on(table.place, table.publishedAt, table.id),
    index('public_articles_area').on(table.areaId),
    index('public_articles_title').on(table.titleKey, table.id),
  ],
);

/** The heavy half of an article, apart so that lists stay light. */
export const publicBodies = sqliteTable('public_bodies', {
  key: integer()
    .primaryKey()
    .references(() => publicArticles.key, { onDelete: 'restrict' }),
  html: text().notNull(),
  markdown: text().notNull(),
  text: text().notNull(),
  /** Names of the quoted officials, for the full-text index. */
  officials: text().notNull(),
});

/**
 * One row for each thing an article can be filtered by (`area:ID`, `official:ID`, `tag:TEXT` …, and `all`) with
 * both times that it can be sorted by, so that a filtered list by time is one range of one index. Lists by title are
 * rarer and have no index of their own in each facet, which would be a third of all that an import writes.
 */
export const publicListings = sqliteTable(
  'public_listings',
  {
    facet: text().notNull(),
    publishedAt: text('published_at').$type<Instant>().notNull(),
    articleId: text('article_id').notNull(),
    updatedAt: text('updated_at').$type<Instant>().notNull(),
    key: integer()
      .notNull()
      .references(() => publicArticles.key, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({ columns: [table.facet, table.publishedAt, table.articleId] }),
    index('public_listings_updated').on(table.facet, table.updatedAt, table.articleId),
    index('public_listings_key').on(table.key),
  ],
);

export const publicQuotes = sqliteTable(
  'public_quotes',
  {
    /** Row key of the full-text index; never leaves the engine. */
    key: integer().primaryKey(),
    id: text().notNull().unique(),
    articleKey: integer('article_key')
      .notNull()
      .references(() => publicArticles.key, { onDelete: 'restrict' }),
    articleId: text('article_id').notNull(),
    publishedAt: text('published_at').$type<Instant>().notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    paragraphs: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    officialId: text('official_id').references(() => publicOfficials.id, { onDelete: 'restrict' }),
    organisationId: text('organisation_id').references(() => publicOrganisations.id, { onDelete: 'restrict' }),
    name: text(),
    rank: text(),
    role: text(),
    organisation: text(),
    asWritten: text('as_written').notNull(),
  },
  (table) => [
    // With what each says of the official, who is asked what they are now at every release that quotes them.
    index('public_quotes_official').on(
      table.officialId,
      desc(table.publishedAt),
      desc(table.articleId),
      table.position,
      table.name,
      table.rank,
      table.role,
      table.organisationId,
    ),
    index('public_quotes_organisation').on(table.organisationId),
    index('public_quotes_article').on(table.articleKey, table.position),
  ],
);

export const publicTags = sqliteTable('public_tags', {
  tag: text().primaryKey(),
  articles: integer().notNull(),
});

/** Words that the public knew a tag by before it was renamed, or merged, and the tag that they stand for. */
export const publicFormerTags = sqliteTable(
  'public_former_tags',
  { word: text().primaryKey(), tag: text().notNull() },
  (table) => [index('public_former_tags_tag').on(table.tag)],
);

/** One row, `PublicState`. Triggers of the migrations keep it, so that no change can forget it. */
export const publicState = sqliteTable('public_state', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  changedAt: text('changed_at').$type<Instant>(),
  /** Another one after every change that may show in articles which have no entry in the log for it. */
  names: integer().notNull().default(0),
  /** The settings that articles are shown with, in any form that tells them from others. */
  shownWith: text('shown_with').notNull().default(''),
  /** Articles that a facet needs to have its breakdown kept. */
  keptFrom: integer('kept_from').notNull().default(5_000),
  /** Whether changes leave keys in `purges`. */
  purging: integer({ mode: 'boolean' }).notNull().default(false),
});

/** Slugs that articles were public under before, so that old addresses lead on; never given to another article. */
export const publicFormerSlugs = sqliteTable('public_former_slugs', {
  slug: text().primaryKey(),
  articleId: text('article_id').notNull(),
});

/** Reader-facing notes of the public editions of a public article. */
export const publicCorrections = sqliteTable(
  'public_corrections',
  {
    key: integer()
      .notNull()
      .references(() => publicArticles.key, { onDelete: 'restrict' }),
    edition: integer().notNull(),
    at: text().$type<Instant>().notNull(),
    note: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.edition] })],
);

/** What stands in the place of an article that was withdrawn and did not vanish. */
export const publicWithdrawals = sqliteTable('public_withdrawals', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  kind: text({ enum: PUBLIC_WITHDRAWAL_KINDS }).notNull(),
  explanation: text(),
  alternative: text(),
  at: text().$type<Instant>().notNull(),
});

/** Keys of what caches in front must drop, written by triggers with the change that makes them. */
export const purges = sqliteTable('purges', {
  sequence: integer().primaryKey({ autoIncrement: true }),
  key: text().notNull(),
});
