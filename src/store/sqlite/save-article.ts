import { eq, sql } from 'drizzle-orm';
import type { Article } from '../../domain/article.ts';
import { Problem } from '../../domain/problem.ts';
import type { ArticleDecision, ChangeRequest } from '../store.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { articles, editions, renderings, revisions } from './tables.ts';

/**
 * Saves a revision of the open edition, opening a draft, and an article, where there is none.
 * @throws Problem `conflict` when another article has its address
 */
export type ArticleSaver = (
  current: Article | undefined,
  save: NonNullable<ArticleDecision['save']>,
  request: Pick<ChangeRequest, 'audience' | 'by'>,
) => string;

/** Must run inside a write transaction. */
export function prepareSaver(connection: Connection, newId: () => string): ArticleSaver {
  const { db } = connection;
  const insertArticle = prepareInsert(connection, articles);
  const insertRevision = prepareInsert(connection, revisions);
  const openEdition = prepareOpenEdition(connection, newId);
  const id = sql.placeholder('id');
  const touch = db
    .update(articles)
    .set({
      areaId: sql`${sql.placeholder('areaId')}`,
      // What readers know stays.
      url: sql`iif(${articles.slug} is null, ${sql.placeholder('url')}, coalesce(${articles.url}, ${sql.placeholder('url')}))`,
    })
    .where(eq(articles.id, id))
    .prepare();
  const other = db
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.url} = ${sql.placeholder('url')} and ${articles.id} <> ${id}`)
    .prepare();

  return (current, { content, rendering, source }, { audience: { at }, by }) => {
    const articleId = current?.id ?? newId();
    const areaId = content.area?.id ?? null;
    if (content.url !== null && other.get({ id: articleId, url: content.url })) {
      throw new Problem('conflict', 'Another article has this address.');
    }
    if (current) touch.run({ id: articleId, areaId, url: content.url });
    else {
      insertArticle({
        id: articleId,
        url: content.url,
        slug: null,
        version: 0,
        createdAt: at,
        createdBy: by,
        changedAt: at,
        areaId,
        publishedAt: null,
      });
    }
    const { editionId, number } = openEdition(articleId, current, rendering);
    insertRevision({
      id: newId(),
      editionId,
      number,
      savedAt: at,
      savedBy: by,
      sourceDigest: source?.digest ?? null,
      content,
      source: source ? Buffer.from(source.bytes) : null,
    });
    return articleId;
  };
}

/** Makes the next revision of the open edition, wherever it stands; opens a draft where there is none. */
function prepareOpenEdition(connection: Connection, newId: () => string) {
  const { db } = connection;
  const insertEdition = prepareInsert(connection, editions);
  const insertRendering = prepareInsert(connection, renderings);
  const id = sql.placeholder('id');
  const nextRevision = db
    .update(editions)
    .set({ revision: sql`${editions.revision} + 1` })
    .where(eq(editions.id, id))
    .prepare();
  const replaceRendering = db
    .update(renderings)
    .set({ html: sql`${sql.placeholder('html')}`, text: sql`${sql.placeholder('text')}` })
    .where(eq(renderings.editionId, id))
    .prepare();

  return (
    articleId: string,
    current: Article | undefined,
    rendering: NonNullable<ArticleDecision['save']>['rendering'],
  ): { readonly editionId: string; readonly number: number } => {
    if (current?.open) {
      const { id: editionId, revision } = current.open;
      nextRevision.run({ id: editionId });
      replaceRendering.run({ id: editionId, ...rendering });
      return { editionId, number: revision + 1 };
    }
    const editionId = newId();
    insertEdition({
      id: editionId,
      articleId,
      state: 'draft',
      number: null,
      publishAt: null,
      revision: 1,
      submittedBy: null,
      correction: null,
    });
    insertRendering({ editionId, ...rendering });
    return { editionId, number: 1 };
  };
}
