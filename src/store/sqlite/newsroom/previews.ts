import { and, eq, sql } from 'drizzle-orm';
import { atPrecision, type Instant } from '../../../domain/time.ts';
import type { PreviewDecision, PreviewStore } from '../../previews.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { byCreation, creationOf } from '../engine/keyset.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { prepareArticleHistory } from './article-history.ts';
import { createAuditTrail } from './audit.ts';
import { prepareCurrentContent } from './current-content.ts';
import { prepareLoader } from './load-article.ts';
import { articles, editions, previews, renderings, revisions } from './tables.ts';
import { prepareIsVisible, type VisibleReader } from './visible.ts';
import { createWriteOnce } from './write-once.ts';

const PREVIEW = {
  id: previews.id,
  editionId: previews.editionId,
  createdAt: previews.createdAt,
  createdBy: previews.createdBy,
  expiresAt: previews.expiresAt,
  revokedAt: previews.revokedAt,
};

/** @param lift publishes what has reached its instant, so that no link shows it as if it were still open */
export function createPreviews(
  { reader, writer }: Connections,
  visible: VisibleReader,
  lift: (now: Instant) => void,
): PreviewStore {
  return {
    find: prepareFind(reader, visible),
    list: prepareHistory(reader, visible),
    change: prepareChange(writer, lift),
  };
}

/** Whoever has the token may see it, as long as its edition is open. */
function prepareFind(reader: Connection, visible: VisibleReader): PreviewStore['find'] {
  const currentContent = prepareCurrentContent(reader);
  const find = reader.db
    .select({
      content: revisions.content,
      html: renderings.html,
      firstPublishedAt: articles.publishedAt,
      publishAt: editions.publishAt,
      expiresAt: previews.expiresAt,
    })
    .from(previews)
    .innerJoin(editions, eq(editions.id, previews.editionId))
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(revisions, and(eq(revisions.editionId, editions.id), eq(revisions.number, editions.revision)))
    .innerJoin(renderings, eq(renderings.editionId, editions.id))
    .where(
      sql`${previews.hash} = ${sql.placeholder('hash')} and ${previews.revokedAt} is null
        and ${previews.expiresAt} > ${sql.placeholder('at')} and ${editions.state} in ('draft', 'submitted', 'scheduled')`,
    )
    .prepare();
  return async (hash, audience) =>
    visible(audience, () => {
      const row = find.get({ hash, at: audience.at });
      if (!row) return undefined;
      const { html, firstPublishedAt, publishAt, expiresAt } = row;
      const content = currentContent(row.content);
      const told = content.publishedAt ?? firstPublishedAt ?? publishAt;
      return { content, html, publishedAt: told && atPrecision(told, content.publishedAtPrecision), expiresAt };
    });
}

function prepareHistory({ db }: Connection, visible: VisibleReader): PreviewStore['list'] {
  return prepareArticleHistory(
    visible,
    byCreation(previews, 'desc'),
    (condition, order) =>
      db
        .select(PREVIEW)
        .from(articles)
        .innerJoin(editions, eq(editions.articleId, articles.id))
        .innerJoin(previews, eq(previews.editionId, editions.id))
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    creationOf,
  );
}

function prepareChange(writer: Connection, lift: (now: Instant) => void): PreviewStore['change'] {
  const { db } = writer;
  const writeOnce = createWriteOnce(writer);
  const load = prepareLoader(writer);
  const isVisible = prepareIsVisible(writer);
  const trail = createAuditTrail(writer);
  const insert = prepareInsert(writer, previews);
  const end = db
    .update(previews)
    .set({ revokedAt: sql`${sql.placeholder('at')}` })
    .where(eq(previews.id, sql.placeholder('id')))
    .prepare();
  const all = db
    .select(PREVIEW)
    .from(previews)
    .innerJoin(editions, eq(editions.id, previews.editionId))
    .where(eq(editions.articleId, sql.placeholder('article')))
    .prepare();

  const carryOut = (decision: PreviewDecision): void => {
    if ('add' in decision) insert(decision.add);
    else end.run(decision.revoke);
    trail.append(decision.audit);
  };
  return async (articleId, audience, decide, writing) =>
    writeOnce(
      { ...writing, at: audience.at },
      {
        decide: () => {
          lift(audience.at);
          const article = isVisible(articleId, audience) ? load.byId(articleId) : undefined;
          return decide(article, article ? all.all({ article: articleId }) : []);
        },
        carryOut,
      },
    );
}
