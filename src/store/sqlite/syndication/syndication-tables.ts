import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { DELIVERY_STATES, type Superseded } from '../../../domain/delivery.ts';
import type { HubWish } from '../../../domain/hub.ts';
import { OUTBOUND_FAILURES } from '../../../domain/outbound.ts';
import { DISABLED_REASONS } from '../../../domain/subscription.ts';
import { SYNDICATION_EVENTS, type SyndicationEventType } from '../../../domain/syndication-event.ts';
import type { Instant } from '../../../domain/time.ts';
import { partners } from '../newsroom/tables.ts';

/*
 * What partners are told, and what became of it. Nothing here holds a word of an article; a subscription holds its
 * secrets as they are, since what is signed must be signed again.
 */

/** One row for each event, however many subscriptions want it. */
export const outbox = sqliteTable(
  'outbox',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    type: text({ enum: SYNDICATION_EVENTS }).notNull(),
    articleId: text('article_id').notNull(),
    /** 0 for what the public has not seen. */
    edition: integer().notNull(),
    change: integer(),
    /** For whom alone it is, and its number in that partner's own log. */
    partnerId: text('partner_id'),
    ownNumber: integer('own_number'),
    at: text().$type<Instant>().notNull(),
    areaKeys: text('area_keys', { mode: 'json' }).$type<readonly string[]>().notNull(),
    formerAreaKeys: text('former_area_keys', { mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (table) => [index('outbox_at').on(table.at)],
);

export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: text().primaryKey(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    version: integer().notNull().default(1),
    url: text().notNull(),
    host: text().notNull(),
    areaKeys: text('area_keys', { mode: 'json' }).$type<readonly string[]>().notNull(),
    events: text({ mode: 'json' }).$type<readonly SyndicationEventType[]>().notNull(),
    createdAt: text('created_at').$type<Instant>().notNull(),
    disabledAt: text('disabled_at').$type<Instant>(),
    disabledReason: text('disabled_reason', { enum: DISABLED_REASONS }),
    removedAt: text('removed_at').$type<Instant>(),
    failingSince: text('failing_since').$type<Instant>(),
    pausedUntil: text('paused_until').$type<Instant>(),
    secret: text().notNull(),
    formerSecret: text('former_secret'),
    formerSecretEndsAt: text('former_secret_ends_at').$type<Instant>(),
    /** The last event of the outbox that was looked at for it. */
    cursor: integer().notNull(),
    /** Order number of its next delivery. */
    nextOrder: integer('next_order').notNull(),
    /** Deliveries that are not settled. */
    pending: integer().notNull(),
    /** When the first of its deliveries is due; null while none is, or while it is to get none. */
    dueAt: text('due_at').$type<Instant>(),
  },
  (table) => [
    index('subscriptions_partner').on(table.partnerId, table.createdAt, table.id),
    index('subscriptions_created').on(table.createdAt, table.id).where(sql`removed_at is null`),
    index('subscriptions_due').on(table.dueAt).where(sql`due_at is not null`),
    index('subscriptions_cursor').on(table.cursor).where(sql`disabled_at is null and removed_at is null`),
  ],
);

export const deliveries = sqliteTable(
  'deliveries',
  {
    key: integer().primaryKey(),
    id: text().notNull().unique(),
    subscriptionId: text('subscription_id')
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'restrict' }),
    partnerId: text('partner_id').notNull(),
    order: integer('order_number').notNull(),
    type: text({ enum: SYNDICATION_EVENTS }).notNull(),
    articleId: text('article_id').notNull(),
    /** 0 for what the public has not seen. */
    edition: integer().notNull(),
    change: integer(),
    /** Its number in the log of the partner's own. */
    ownNumber: integer('own_number'),
    at: text().$type<Instant>().notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull(),
    attempts: integer().notNull(),
    /** Attempts that count for the schedule of retries. */
    failures: integer().notNull(),
    /** Whether somebody has it; for ever when they died over it. */
    running: integer({ mode: 'boolean' }).notNull(),
    /** When it may be handed out; null when it is settled, or behind another one of the same article. */
    dueAt: text('due_at').$type<Instant>(),
    settledAt: text('settled_at').$type<Instant>(),
    supersedes: text({ mode: 'json' }).$type<readonly Superseded[]>().notNull().default([]),
    supersededBy: integer('superseded_by'),
  },
  (table) => [
    uniqueIndex('deliveries_order').on(table.subscriptionId, table.order),
    index('deliveries_due').on(table.subscriptionId, table.dueAt).where(sql`due_at is not null`),
    index('deliveries_line').on(table.subscriptionId, table.articleId, table.order).where(sql`state = 'pending'`),
    index('deliveries_dead').on(table.subscriptionId, table.order).where(sql`state = 'dead'`),
    index('deliveries_settled').on(table.settledAt).where(sql`settled_at is not null`),
  ],
);

export const attempts = sqliteTable(
  'delivery_attempts',
  {
    deliveryKey: integer('delivery_key')
      .notNull()
      .references(() => deliveries.key, { onDelete: 'restrict' }),
    number: integer().notNull(),
    at: text().$type<Instant>().notNull(),
    millis: integer(),
    status: integer(),
    failure: text({ enum: OUTBOUND_FAILURES }),
  },
  (table) => [primaryKey({ columns: [table.deliveryKey, table.number] })],
);

/** Callbacks of the WebSub hub. */
export const hubSubscriptions = sqliteTable(
  'hub_subscriptions',
  {
    id: text().primaryKey(),
    topic: text().notNull(),
    callback: text().notNull(),
    host: text().notNull(),
    secret: text(),
    expiresAt: text('expires_at').$type<Instant>(),
    wish: text({ mode: 'json' }).$type<HubWish>(),
    seen: integer().notNull(),
    digest: text(),
    failures: integer().notNull(),
    dueAt: text('due_at').$type<Instant>().notNull(),
  },
  (table) => [
    uniqueIndex('hub_subscriptions_callback').on(table.topic, table.callback),
    index('hub_subscriptions_host').on(table.host),
    index('hub_subscriptions_due').on(table.dueAt),
  ],
);
