import { and, eq, sql } from 'drizzle-orm';
import type { Article } from '../../domain/article.ts';
import type { Edition } from '../../domain/edition.ts';
import { freeSlug } from '../../domain/slug.ts';
import type { Instant } from '../../domain/time.ts';
import type { ArticleDecision, ChangeRequest } from '../store.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { createPublisher } from './publication.ts';
import { articles, editions, renderings, revisions } from './tables.ts';

/** The writing side of articles. Every function must run inside a write transaction. */
export interface Newsroom {
  byUrl(url: string): Article | undefined;
  byId(id: string): Article | undefined;
  /** Saves the open edition as a new revision, opening an edition, and an article, where there is none. */
  save(current: Article | undefined, save: NonNullable<ArticleDecision['save']>, request: ChangeRequest): string;
  /** Sets the instant from which the open edition is public, and publishes it when that is not after `now`. */
  publishAt(article: Article | undefined, at: Instant, now: Instant): void;
  /** Publishes every scheduled edition that has reached its instant, in the order of those instants. */
  lift(now: Instant): void;
}

export function createNewsroom(connection: Connection, newId: () => string): Newsroom {
  const load = prepareLoad(connection);
  const { db } = connection;
  const id = sql.placeholder('id');
  const due = db
    .select({ articleId: editions.articleId, publishAt: editions.publishAt })
    .from(editions)
    .where(sql`${editions.state} = 'scheduled' and ${editions.publishAt} <= ${sql.placeholder('now')}`)
    .orderBy(editions.publishAt, editions.articleId)
    .prepare();
  const schedule = db
    .update(editions)
    .set({ state: 'scheduled', publishAt: sql`${sql.placeholder('at')}` })
    .where(eq(editions.id, id))
    .prepare();
  const publish = preparePublish(connection);
  const save = prepareSave(connection, newId);

  return {
    byUrl: (url) => load.byUrl(url),
    byId: (articleId) => load.byId(articleId),
    save,
    publishAt(article, at, now) {
      if (at <= now) publish(article, now);
      else schedule.run({ id: openOf(article).edition.id, at });
    },
    lift(now) {
      for (const { articleId, publishAt } of due.all({ now })) publish(load.byId(articleId), publishAt ?? now);
    },
  };
}

function prepareLoad({ db }: Connection) {
  const url = db
    .select()
    .from(articles)
    .where(eq(articles.url, sql.placeholder('url')))
    .prepare();
  const one = db
    .select()
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare();
  const current = db
    .select({ edition: editions, content: revisions.content, sourceDigest: revisions.sourceDigest })
    .from(editions)
    .innerJoin(revisions, and(eq(revisions.editionId, editions.id), eq(revisions.number, editions.revision)))
    .where(sql`${editions.articleId} = ${sql.placeholder('id')} and ${editions.state} <> 'superseded'`)
    .prepare();

  const article = (row: typeof articles.$inferSelect | undefined): Article | undefined => {
    if (!row) return undefined;
    const found = current.all({ id: row.id }).map(({ edition, content, sourceDigest }): Edition => {
      const { id, state, number, publishAt } = edition;
      return { id, state, number, publishAt, content, sourceDigest };
    });
    return {
      ...row,
      open: found.find(({ state }) => state !== 'live') ?? null,
      live: found.find(({ state }) => state === 'live') ?? null,
    };
  };
  return {
    byUrl: (address: string) => article(url.get({ url: address })),
    byId: (id: string) => article(one.get({ id })),
  };
}

function prepareSave(connection: Connection, newId: () => string): Newsroom['save'] {
  const { db } = connection;
  const insertArticle = prepareInsert(connection, articles);
  const insertEdition = prepareInsert(connection, editions);
  const insertRevision = prepareInsert(connection, revisions);
  const insertRendering = prepareInsert(connection, renderings);
  const edition = sql.placeholder('edition');
  const nextRevision = db
    .update(editions)
    .set({ revision: sql`${editions.revision} + 1` })
    .where(eq(editions.id, edition))
    .returning({ revision: editions.revision })
    .prepare();
  const removeRendering = db.delete(renderings).where(eq(renderings.editionId, edition)).prepare();

  return (current, { content, rendering, source }, { url, now, by }) => {
    const articleId = current?.id ?? newId();
    if (!current) insertArticle({ id: articleId, url, slug: null, createdAt: now });
    const editionId = current?.open?.id ?? newId();
    let number = 1;
    if (current?.open) {
      number = nextRevision.get({ edition: editionId })?.revision ?? number;
      removeRendering.run({ edition: editionId });
    } else {
      insertEdition({ id: editionId, articleId, state: 'draft', number: null, publishAt: null, revision: number });
    }
    insertRevision({
      id: newId(),
      editionId,
      number,
      savedAt: now,
      savedBy: by,
      sourceDigest: source?.digest ?? null,
      content,
      source: source ? Buffer.from(source.bytes) : null,
    });
    insertRendering({ editionId, ...rendering });
    return articleId;
  };
}

function preparePublish(connection: Connection): (article: Article | undefined, at: Instant) => void {
  const { db } = connection;
  const id = sql.placeholder('id');
  const publisher = createPublisher(connection);
  const slugTaken = db
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.slug, sql.placeholder('slug')))
    .prepare();
  const giveSlug = db
    .update(articles)
    .set({ slug: sql`${sql.placeholder('slug')}` })
    .where(eq(articles.id, id))
    .prepare();
  const lastNumber = db
    .select({ number: sql<number>`coalesce(max(${editions.number}), 0)` })
    .from(editions)
    .where(eq(editions.articleId, id))
    .prepare();
  const supersede = db.update(editions).set({ state: 'superseded' }).where(eq(editions.id, id)).prepare();
  const golive = db
    .update(editions)
    .set({ state: 'live', number: sql`${sql.placeholder('number')}`, publishAt: sql`${sql.placeholder('at')}` })
    .where(eq(editions.id, id))
    .prepare();
  const rendering = db.select().from(renderings).where(eq(renderings.editionId, id)).prepare();
  const removeRendering = db.delete(renderings).where(eq(renderings.editionId, id)).prepare();

  return (current, at) => {
    const { article, edition } = openOf(current);
    const rendered = rendering.get({ id: edition.id });
    if (!rendered) throw new Error('an open edition has lost its rendering');
    const slug = article.slug ?? freeSlug(edition.content.slug, (wish) => slugTaken.get({ slug: wish }) !== undefined);
    if (article.slug === null) giveSlug.run({ id: article.id, slug });
    const number = (lastNumber.get({ id: article.id })?.number ?? 0) + 1;
    if (article.live) supersede.run({ id: article.live.id });
    golive.run({ id: edition.id, number, at });
    removeRendering.run({ id: edition.id });
    publisher({
      articleId: article.id,
      slug,
      edition: number,
      content: edition.content,
      rendering: { html: rendered.html, text: rendered.text },
      at,
    });
  };
}

/** @throws Error when there is nothing open to publish, which a decision must not ask for */
function openOf(article: Article | undefined): { readonly article: Article; readonly edition: Edition } {
  if (!article?.open) throw new Error('there is no open edition to publish');
  return { article, edition: article.open };
}
