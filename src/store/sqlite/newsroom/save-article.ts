import { eq, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import type { Edition } from '../../../domain/edition.ts';
import { foldedText } from '../../../domain/search.ts';
import type { ArticleDecision, ChangeRequest } from '../../article-change.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import type { Renderings } from './renderings.ts';
import { articles, editions, revisions } from './tables.ts';

/**
 * Saves a revision of the open edition, opening a draft, and an article, where there is none. Gives the article back as
 * it stands then.
 */
export type ArticleSaver = (
  current: Article | undefined,
  save: NonNullable<ArticleDecision['save']>,
  request: Pick<ChangeRequest, 'audience' | 'by'>,
) => Article;

/** Must run inside a write transaction. */
export function prepareSaver(connection: Connection, newId: () => string, renderings: Renderings): ArticleSaver {
  const saveArticle = prepareSaveArticle(connection, newId);
  const insertRevision = prepareInsert(connection, revisions);
  const insertEdition = prepareInsert(connection, editions);
  const nextRevision = connection.db
    .update(editions)
    .set({ revision: sql`${editions.revision} + 1` })
    .where(eq(editions.id, sql.placeholder('id')))
    .prepare();

  /** The edition that the next revision belongs to, before it is one of that revision. */
  const openEdition = (article: Article): Omit<Edition, 'savedAt' | 'savedBy' | 'content' | 'sourceDigest'> => {
    if (article.open) {
      nextRevision.run({ id: article.open.id });
      return article.open;
    }
    const draft = {
      id: newId(),
      state: 'draft',
      number: null,
      publishAt: null,
      submittedBy: null,
      returned: null,
    } as const;
    insertEdition({ ...draft, articleId: article.id, revision: 1, correction: null, isReplaced: false });
    return { ...draft, revision: 0, embargo: null };
  };

  return (current, { content, rendering, source }, { audience: { at }, by }) => {
    const article = saveArticle(current, content, { at, by });
    const edition = openEdition(article);
    if (current?.open) renderings.replace(edition.id, rendering);
    else renderings.add(edition.id, rendering);
    const revision = edition.revision + 1;
    const sourceDigest = source?.digest ?? null;
    const saved = { savedAt: at, savedBy: by, content, sourceDigest };
    insertRevision({
      id: newId(),
      editionId: edition.id,
      number: revision,
      ...saved,
      source: source ? Buffer.from(source.bytes) : null,
      sourceIsDraft: source?.isDraft ?? false,
    });
    return { ...article, open: { ...edition, revision, ...saved } };
  };
}

/** The row of an article; what readers know of it stays. An address that another one has is not its own yet. */
function prepareSaveArticle(connection: Connection, newId: () => string) {
  const insert = prepareInsert(connection, articles);
  const [id, url] = [sql.placeholder('id'), sql.placeholder('url')];
  const touch = connection.db
    .update(articles)
    .set({
      areaId: sql`${sql.placeholder('areaId')}`,
      titleKey: sql`${sql.placeholder('titleKey')}`,
      tags: sql`${sql.placeholder('tags')}`,
      url: sql`case when exists (select 1 from articles other where other.url = ${url} and other.id <> ${id}) then null else ${url} end`,
    })
    .where(eq(articles.id, id))
    .prepare();
  const holder = connection.db.select({ id: articles.id }).from(articles).where(eq(articles.url, url)).prepare();
  return (
    current: Article | undefined,
    { area, title, tags, url: wished }: Edition['content'],
    { at, by }: { readonly at: Edition['savedAt']; readonly by: string },
  ): Article => {
    const areaId = area?.id ?? null;
    const titleKey = foldedText(title);
    if (current) {
      const address = current.slug === null ? wished : (current.url ?? wished);
      touch.run({ id: current.id, areaId, titleKey, tags: JSON.stringify(tags), url: address });
      return { ...current, url: address };
    }
    const fresh = { id: newId(), url: wished, slug: null, version: 1, createdAt: at, createdBy: by };
    const article = { ...fresh, publishedAt: null };
    const isFree = wished !== null && holder.get({ url: wished }) === undefined;
    insert({ ...article, url: isFree ? wished : null, changedAt: at, areaId, titleKey, tags });
    return { ...article, open: null, live: null, withdrawn: null };
  };
}
