import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import { MAX_SOUGHT_ARTICLES, type NewsroomQuery, type Slice } from '../../../domain/query.ts';
import { foldedText } from '../../../domain/search.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import {
  behind,
  emptySlice,
  inOrder,
  type Order,
  type PageShape,
  pageParameters,
  pageShape,
  positionParameters,
  sliceOf,
} from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
import { tagWords } from '../register/register-tables.ts';
import { articles } from './tables.ts';
import { audienceParameters, isInAreas, visibleTo } from './visible.ts';

const LAST_CHANGED: Order = {
  keys: [
    { of: articles.changedAt, type: 'text' },
    { of: articles.id, type: 'text' },
  ],
  direction: 'desc',
};

/** What a list is narrowed by; each changes what is read, and by which index. */
interface Narrowed {
  readonly isOfAddress: boolean;
  readonly isSought: boolean;
  readonly isFrom: boolean;
  readonly isBefore: boolean;
}

/** The articles of the newsroom that an audience may see, last changed first. */
export function prepareNewsroomList(
  reader: Connection,
  byId: (id: string) => Article | undefined,
): (query: NewsroomQuery, audience: Audience) => Slice<Article> {
  const statementOf = prepareByShape((shape: Narrowed & PageShape) => buildArticles(reader, shape));
  const countOf = prepareByShape((shape: Narrowed) => buildCount(reader, shape));
  const tagsFor = prepareTagsFor(reader);
  const floorOf = prepareFloor(reader);
  return (query, audience) => {
    const { open = null, public: shown = null, area, createdBy = null, url, from, before } = query;
    const { search, tag } = query;
    const narrowed = {
      isOfAddress: url !== undefined,
      isSought: search !== undefined || tag !== undefined,
      isFrom: from !== undefined,
      isBefore: before !== undefined,
    };
    const filters = {
      ...audienceParameters(audience),
      open,
      public: shown,
      area: area === undefined ? null : JSON.stringify([area]),
      createdBy,
      url,
      from,
      before,
      ...(narrowed.isSought && {
        phrases: JSON.stringify((search ?? []).map(({ words }) => foldedText(words.join(' ')))),
        tags: tag === undefined ? null : JSON.stringify(tagsFor(tag)),
        floor: floorOf(),
      }),
    };
    // A search without a word finds nothing.
    if (search?.length === 0) return emptySlice(query);
    const read = statementOf({ ...narrowed, ...pageShape(query) }).all({
      ...filters,
      ...positionParameters(LAST_CHANGED, query.position),
      ...pageParameters(query),
    });
    const slice = sliceOf(read, query, ({ changedAt, id }) => [changedAt, id]);
    const total = query.count ? { total: countOf(narrowed).get(filters)?.rows ?? 0 } : {};
    return { ...slice, rows: slice.rows.flatMap(({ id }) => byId(id) ?? []), ...total };
  };
}

function buildArticles({ db }: Connection, shape: Narrowed & PageShape) {
  return db
    .select({ id: articles.id, changedAt: articles.changedAt })
    .from(articles)
    .where(and(...conditionsOf(shape), behind(LAST_CHANGED, shape)))
    .orderBy(...inOrder(LAST_CHANGED, shape))
    .limit(sql.placeholder('limit'))
    .prepare();
}

function buildCount({ db }: Connection, narrowed: Narrowed) {
  return db
    .select({ rows: sql<number>`count(*)` })
    .from(articles)
    .where(and(...conditionsOf(narrowed)))
    .prepare();
}

function conditionsOf({ isOfAddress, isSought, isFrom, isBefore }: Narrowed): (SQL | undefined)[] {
  const [open, shown, area, createdBy] = ['open', 'public', 'area', 'createdBy'].map((name) => sql.placeholder(name));
  const openState = sql`coalesce((select state from editions where article_id = articles.id
    and state in ('draft', 'submitted', 'scheduled')), 'none')`;
  const publicState = sql`coalesce((select state from editions where article_id = articles.id
    and state in ('live', 'withdrawn')), 'none')`;
  return [
    isOfAddress ? eq(articles.url, sql.placeholder('url')) : undefined,
    isFrom ? gte(articles.changedAt, sql.placeholder('from')) : undefined,
    isBefore ? lt(articles.changedAt, sql.placeholder('before')) : undefined,
    ...(isSought ? [gte(articles.changedAt, sql.placeholder('floor')), hasPhrases(), hasTag()] : []),
    visibleTo(),
    sql`(${createdBy} is null or ${createdBy} = ${articles.createdBy})`,
    sql`(${open} is null or ${open} = ${openState})`,
    sql`(${shown} is null or ${shown} = ${publicState})`,
    sql`(${area} is null or ${isInAreas('area')})`,
  ];
}

function hasPhrases(): SQL {
  return sql`not exists (select 1 from json_each(${sql.placeholder('phrases')}) phrase
    where instr(articles.title_key, phrase.value) = 0)`;
}

function hasTag(): SQL {
  return sql`(${sql.placeholder('tags')} is null or exists (select 1 from json_each(articles.tags) given
    where given.value in ${valuesIn('tags')}))`;
}

/** A tag with the words that stand for it: what was written stays as it was. */
function prepareTagsFor({ db }: Connection): (tag: string) => string[] {
  const words = db
    .select({ word: tagWords.word })
    .from(tagWords)
    .where(eq(tagWords.tag, sql.placeholder('tag')))
    .prepare();
  return (tag) => [tag, ...words.all({ tag }).map(({ word }) => word)];
}

/** The instant from which a search looks: far back, and no further than it may take. */
function prepareFloor({ db }: Connection): () => string {
  const nth = db
    .select({ changedAt: articles.changedAt })
    .from(articles)
    .orderBy(...inOrder(LAST_CHANGED, { towards: 'next' }))
    .limit(1)
    .offset(MAX_SOUGHT_ARTICLES - 1)
    .prepare();
  return () => nth.get()?.changedAt ?? '';
}
