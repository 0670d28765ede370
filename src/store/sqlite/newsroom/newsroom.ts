import { and, eq, sql } from 'drizzle-orm';
import type { Revision, RevisionHead } from '../../../domain/edition.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { NewsroomStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { emptySlice, type Order, prepareList } from '../engine/keyset.ts';
import { prepareLoader } from './load-article.ts';
import { prepareNewsroomList } from './newsroom-list.ts';
import { editions, revisions } from './tables.ts';
import { prepareIsVisible, type VisibleReader } from './visible.ts';

const LAST_SAVED: Order = {
  keys: [
    { of: revisions.savedAt, type: 'text' },
    { of: revisions.number, type: 'integer' },
    { of: revisions.id, type: 'text' },
  ],
  direction: 'desc',
};

/** What the newsroom reads: articles whole, drafts and all, for those who may see them. */
export function createNewsroom(reader: Connection, visible: VisibleReader): NewsroomStore {
  const load = prepareLoader(reader);
  const list = prepareNewsroomList(reader, load.byId);
  const history = prepareRevisions(reader);
  const isVisible = prepareIsVisible(reader);

  /** Reads something of an article that this audience of the newsroom may see. */
  const ofArticle = <Result>(id: string, audience: Audience, read: () => Result): Result | undefined =>
    visible(audience, () => (isVisible(id, audience) ? read() : undefined));

  return {
    find: async (id, audience) => ofArticle(id, audience, () => load.byId(id)),
    list: async (query, audience) =>
      visible(audience, () => (audience.sees === 'newsroom' ? list(query, audience) : emptySlice(query))),
    revisions: async (id, page, audience) =>
      ofArticle(id, audience, () => history.list(page, { article: id })) ?? emptySlice(page),
    revision: async (id, revisionId, audience) => ofArticle(id, audience, () => history.find(id, revisionId)),
  };
}

function prepareRevisions({ db }: Connection) {
  const article = sql.placeholder('article');
  const head = {
    id: revisions.id,
    editionId: editions.id,
    edition: editions.number,
    number: revisions.number,
    savedAt: revisions.savedAt,
    savedBy: revisions.savedBy,
    title: sql<string>`${revisions.content} ->> '$.title'`,
  };
  const list = prepareList<RevisionHead>(
    LAST_SAVED,
    (condition, order) =>
      db
        .select(head)
        .from(editions)
        .innerJoin(revisions, eq(revisions.editionId, editions.id))
        .where(and(eq(editions.articleId, article), condition))
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    ({ savedAt, number, id }) => [savedAt, String(number), id],
  );
  const one = db
    .select({ ...head, content: revisions.content })
    .from(editions)
    .innerJoin(revisions, eq(revisions.editionId, editions.id))
    .where(and(eq(editions.articleId, article), eq(revisions.id, sql.placeholder('revision'))))
    .prepare();
  return {
    list,
    find: (id: string, revision: string): Revision | undefined => one.get({ article: id, revision }),
  };
}
