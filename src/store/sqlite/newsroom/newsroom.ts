import { and, desc, eq, sql } from 'drizzle-orm';
import type { Revision, RevisionHead } from '../../../domain/edition.ts';
import type { PageQuery, Slice } from '../../../domain/query.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { NewsroomStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import {
  behind,
  type Direction,
  emptySlice,
  inOrder,
  type Order,
  positionParameters,
  sliceOf,
} from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
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
    revisions: async (id, page, audience) => ofArticle(id, audience, () => history.list(id, page)) ?? emptySlice(page),
    revision: async (id, revisionId, audience) => ofArticle(id, audience, () => history.find(id, revisionId)),
  };
}

interface ListShape {
  readonly towards: Direction;
  readonly positioned: boolean;
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
  const some = prepareByShape(({ towards, positioned }: ListShape) =>
    db
      .select(head)
      .from(editions)
      .innerJoin(revisions, eq(revisions.editionId, editions.id))
      .where(and(eq(editions.articleId, article), positioned ? behind(LAST_SAVED, towards) : undefined))
      .orderBy(...inOrder(LAST_SAVED, towards))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
  const one = db
    .select({ ...head, content: revisions.content })
    .from(editions)
    .innerJoin(revisions, eq(revisions.editionId, editions.id))
    .where(and(eq(editions.articleId, article), eq(revisions.id, sql.placeholder('revision'))))
    .orderBy(desc(revisions.number))
    .prepare();
  return {
    list(id: string, query: PageQuery): Slice<RevisionHead> {
      const { position, limit } = query;
      const statement = some({ towards: position?.direction ?? 'next', positioned: position !== null });
      const read = statement.all({ article: id, ...positionParameters(LAST_SAVED, position), limit: limit + 1 });
      return sliceOf(read, query, ({ savedAt, number, id: key }) => [savedAt, String(number), key]);
    },
    find: (id: string, revision: string): Revision | undefined => one.get({ article: id, revision }),
  };
}
