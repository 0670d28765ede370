import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES } from '../../../domain/actor.ts';
import { AUDIT_OUTCOMES, type AuditDetail } from '../../../domain/audit.ts';
import { type Content, EDITION_STATES, type Returned } from '../../../domain/edition.ts';
import type { Instant } from '../../../domain/time.ts';
import { WITHDRAWAL_ENDS, WITHDRAWAL_KINDS } from '../../../domain/withdrawal.ts';
import { areas } from '../register/register-tables.ts';

/*
 * The newsroom's tables: everything that is kept, public or not. No delivery query reads them, nor those of the register;
 * what the public may see is copied into public-tables.ts at publication. Nothing cascades: content and history are never
 * deleted by a foreign key, nor by the table rebuild of a migration.
 */

export const articles = sqliteTable(
  'articles',
  {
    id: text().primaryKey(),
    url: text(),
    slug: text(),
    version: integer().notNull(),
    createdAt: text('created_at').$type<Instant>().notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: text('changed_at').$type<Instant>().notNull(),
    /** Area of the newest save. */
    areaId: text('area_id').references(() => areas.id, { onDelete: 'restrict' }),
    /** Title of the newest save, case and accents folded, and its tags: by these the newsroom finds it. */
    titleKey: text('title_key').notNull().default(''),
    tags: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    /** What readers were told last; without a word of its own, the next edition keeps it. */
    publishedAt: text('published_at').$type<Instant>(),
  },
  (table) => [
    // Most drafts have neither: a save then has two pages less to write.
    uniqueIndex('articles_url_unique').on(table.url).where(sql`url is not null`),
    uniqueIndex('articles_slug_unique').on(table.slug).where(sql`slug is not null`),
    index('articles_changed').on(table.changedAt, table.id),
    index('articles_area').on(table.areaId),
  ],
);

export const editions = sqliteTable(
  'editions',
  {
    id: text().primaryKey(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'restrict' }),
    state: text({ enum: EDITION_STATES }).notNull(),
    number: integer(),
    publishAt: text('publish_at').$type<Instant>(),
    /** Number of the revision that it says now. */
    revision: integer().notNull(),
    submittedBy: text('submitted_by'),
    /** The note to readers that came with it. */
    correction: text(),
    returned: text({ mode: 'json' }).$type<Returned>(),
    /** Of one that is withdrawn: another took its place in a database that is lost, so it does not come back. */
    isReplaced: integer('is_replaced', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('editions_one_open').on(table.articleId).where(sql`state in ('draft', 'submitted', 'scheduled')`),
    uniqueIndex('editions_one_live').on(table.articleId).where(sql`state in ('live', 'withdrawn')`),
    uniqueIndex('editions_number').on(table.articleId, table.number),
    index('editions_due').on(table.publishAt, table.articleId).where(sql`state = 'scheduled'`),
  ],
);

export const revisions = sqliteTable(
  'revisions',
  {
    id: text().primaryKey(),
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    number: integer().notNull(),
    savedAt: text('saved_at').$type<Instant>().notNull(),
    savedBy: text('saved_by').notNull(),
    /** SHA-256 of the source, lower-case hex. */
    sourceDigest: text('source_digest'),
    content: text({ mode: 'json' }).$type<Content>().notNull(),
    /** The imported document, byte for byte. Behind what is long, so that reading the rest never walks its pages. */
    source: blob({ mode: 'buffer' }),
    /** Whether it came as the draft beside a public release. False and true lie in the head of a row, before its pages. */
    sourceIsDraft: integer('source_is_draft', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [uniqueIndex('revisions_number').on(table.editionId, table.number)],
);

/** What readers will see of an open edition; moved to the public tables at publication. */
export const renderings = sqliteTable('renderings', {
  editionId: text('edition_id')
    .primaryKey()
    .references(() => editions.id, { onDelete: 'restrict' }),
  html: text().notNull(),
  text: text().notNull(),
});

export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: text().primaryKey(),
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    kind: text({ enum: WITHDRAWAL_KINDS }).notNull(),
    explanation: text(),
    alternative: text(),
    reason: text(),
    at: text().$type<Instant>().notNull(),
    by: text().notNull(),
    /** When it ended; null while it stands. */
    reinstatedAt: text('reinstated_at').$type<Instant>(),
    /** How it ended; null while it stands, and of older ones whose text was put back. */
    endedBy: text('ended_by', { enum: WITHDRAWAL_ENDS }),
    /** SHA-256 of the canonical address, lower-case hex, for the record of removals. */
    address: text(),
  },
  (table) => [
    uniqueIndex('withdrawals_one').on(table.editionId).where(sql`reinstated_at is null`),
    // Every publication asks whether an earlier edition was withdrawn for good.
    index('withdrawals_replaced').on(table.editionId).where(sql`ended_by = 'replaced'`),
  ],
);

/** Links to open editions; a token is kept as its SHA-256, lower-case hex. */
export const previews = sqliteTable(
  'previews',
  {
    id: text().primaryKey(),
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    hash: text().notNull().unique(),
    createdAt: text('created_at').$type<Instant>().notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at').$type<Instant>().notNull(),
    revokedAt: text('revoked_at').$type<Instant>(),
  },
  (table) => [index('previews_edition').on(table.editionId)],
);

/** Answers that are given again when the same request comes again; until there is one, who is at it. */
export const answers = sqliteTable(
  'answers',
  {
    scope: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    answer: text().notNull(),
    /** When it is forgotten; of a claim, when it ends by itself. */
    expiresAt: text('expires_at').$type<Instant>().notNull(),
    /** Who is at the request while there is no answer. */
    claim: text(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.key] }),
    index('answers_expiry').on(table.expiresAt),
    uniqueIndex('answers_claim').on(table.claim).where(sql`claim is not null`),
  ],
);

/** Those who syndicate; what they end with stays. */
export const partners = sqliteTable('partners', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  organisation: text(),
  areaKeys: text('area_keys', { mode: 'json' }).$type<readonly string[]>().notNull(),
  version: integer().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  suspendedAt: text('suspended_at').$type<Instant>(),
  endedAt: text('ended_at').$type<Instant>(),
});

export const keys = sqliteTable('keys', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  prefix: text().notNull().unique(),
  hash: text().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>(),
  revokedAt: text('revoked_at').$type<Instant>(),
  areaKeys: text('area_keys', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  lastUsedAt: text('last_used_at').$type<Instant>(),
  partnerId: text('partner_id').references(() => partners.id, { onDelete: 'restrict' }),
  grantedUntil: text('granted_until').$type<Instant>(),
});

/** A chain: its migration lets no row be changed or removed. */
export const audit = sqliteTable(
  'audit',
  {
    sequence: integer().primaryKey(),
    at: text().$type<Instant>().notNull(),
    actor: text().notNull(),
    actorTitle: text('actor_title').notNull(),
    action: text().notNull(),
    outcome: text({ enum: AUDIT_OUTCOMES }).notNull(),
    subject: text(),
    detail: text({ mode: 'json' }).$type<AuditDetail>().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index('audit_at').on(table.at),
    index('audit_subject').on(table.subject),
    index('audit_actor').on(table.actor),
    index('audit_action').on(table.action),
  ],
);
