import { and, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import { type ArticlePart, LISTING, WHOLE_ARTICLE } from '../../../../domain/article.ts';
import type { ArticleQuery } from '../../../../domain/query.ts';
import type { Maker, ShownArticle, ShownSlice } from '../../../shown.ts';
import { valuesOf } from '../../engine/compiled-queries.ts';
import type { Connection } from '../../engine/connection.ts';
import { valuesIn } from '../../engine/json-values.ts';
import { emptySlice, inOrder } from '../../engine/keyset.ts';
import { prepareByShape } from '../../engine/prepared.ts';
import { entryOrder, preparePages } from '../article-pages.ts';
import { createArticleParts } from '../article-parts.ts';
import { columnsOf, type FoundArticle, toFound } from '../article-rows.ts';
import type { Narrowing } from '../listings.ts';
import { type EntriesShape, type KeysetSort, selectEntries, sortColumn } from '../page-entries.ts';
import { publicAreas, publicArticles } from '../public-tables.ts';
import { shownArticles, shownListings } from './shown-tables.ts';

/** Reads articles as they are shown: what is kept, and what is not is made now. */
export function createShown(reader: Connection) {
  const positionOf = preparePositions(reader);
  const pages = preparePages(reader, {
    build: (shape: EntriesShape) => buildKeyPage(reader, shape),
    ofKeys: (keys) => [...keys],
    positionOf,
  });
  const keptTexts = prepareKeptTexts(reader);
  const find = prepareFind(reader);
  const read = prepareReading(reader);
  return {
    article(idOrSlug: string, maker: Maker): ShownArticle | undefined {
      const found = find(idOrSlug, maker);
      if (!found) return undefined;
      const { kept } = found;
      if (kept?.digest) return { ...found.facts, ...kept, digest: kept.digest };
      const [made] = read.whole([found.key]);
      if (!made) return undefined;
      const { area, officials } = made.article;
      return { ...found.facts, area, officials, ...textOf(maker.whole(made.article), maker) };
    },
    listings(
      query: ArticleQuery,
      sort: KeysetSort,
      narrowing: Narrowing,
      maker: Maker,
    ): Omit<ShownSlice, 'facets' | 'state'> {
      const { rows: keys, next, prev } = pages(query, sort, narrowing, {});
      const kept = keptTexts.get({ keys: JSON.stringify(keys), maker: maker.id });
      if (kept?.articles === keys.length) {
        return { next, prev, text: kept.text ?? NOTHING, digests: kept.digests ?? '' };
      }
      const made = read.listings(keys, maker);
      const texts = keys.flatMap((key) => made.get(key) ?? []);
      return { next, prev, text: Buffer.from(texts.join(',')), digests: texts.map(maker.digest).join('') };
    },
  };
}

const NOTHING = Buffer.alloc(0);

/** What a maker has made, as it is kept. */
export function textOf(text: string, maker: Pick<Maker, 'digest'>): { readonly text: Buffer; readonly digest: string } {
  return { text: Buffer.from(text), digest: maker.digest(text) };
}

/** A page of a list with nothing in it. */
export function noneShown(query: ArticleQuery): Omit<ShownSlice, 'facets' | 'state'> {
  const { rows: _none, ...slice } = emptySlice<never>(query);
  return { ...slice, text: NOTHING, digests: '' };
}

/**
 * The texts of a page, put together before they leave the engine: as values of their own they would cost the driver more than
 * all the rest. A left join visits the keys in their order, in which they are joined.
 */
function prepareKeptTexts({ db }: Connection) {
  const key = sql`page.value`;
  return db
    .select({
      text: sql<Buffer | null>`cast(group_concat(${shownListings.text}, ',') as blob)`,
      digests: sql<string | null>`group_concat(${shownListings.digest}, '')`,
      articles: sql<number>`count(${shownListings.digest})`,
    })
    .from(sql`json_each(${sql.placeholder('keys')}) page`)
    .leftJoin(shownListings, isKept(shownListings, key))
    .prepare();
}

/** Whether a kept text is of this article and maker, and still good. */
function isKept({ key, maker }: { key: SQLWrapper; maker: SQLWrapper }, articleKey: SQLWrapper) {
  return and(
    sql`${key} = ${articleKey}`,
    sql`${maker} = ${sql.placeholder('maker')}`,
    sql`${articleKey} not in unshown`,
  );
}

/** What is left out here is read of two entries of a page instead of all. */
function buildKeyPage(reader: Connection, shape: EntriesShape) {
  const statement = reader.db
    .select({ key: sql<number>`entry.key` })
    .from(sql`${selectEntries(reader, shape)} entry`)
    .orderBy(...inOrder(entryOrder(shape.sort), shape))
    .prepare();
  return { all: valuesOf(statement) };
}

/** Where an article stands in a list. */
function preparePositions({ db }: Connection) {
  const statementOf = prepareByShape((sort: KeysetSort) =>
    db
      .select({ sortKey: sql<string>`${sortColumn(sort)}`, id: publicArticles.id })
      .from(publicArticles)
      .where(eq(publicArticles.key, sql.placeholder('key')))
      .prepare(),
  );
  return (key: number, sort: KeysetSort): readonly string[] => {
    const found = statementOf(sort).get({ key });
    return found ? [found.sortKey, found.id] : [];
  };
}

/** Ids are UUIDs; whatever else is asked for is a slug first. */
const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

function prepareFind({ db }: Connection) {
  const { key, id, slug, url } = publicArticles;
  const { area, officials, text, digest } = shownArticles;
  const by = (column: typeof id | typeof slug) =>
    db
      .select({ key, facts: { id, slug, url }, kept: { text, digest, area, officials } })
      .from(publicArticles)
      .leftJoin(shownArticles, isKept(shownArticles, key))
      .where(eq(column, sql.placeholder('reference')))
      .prepare();
  const byId = by(id);
  const bySlug = by(slug);
  return (reference: string, maker: Maker) => {
    const parameters = { reference, maker: maker.id };
    const [first, second] = ID.test(reference) ? [byId, bySlug] : [bySlug, byId];
    return first.get(parameters) ?? second.get(parameters);
  };
}

/** Reads articles by their keys, in no order. */
export function prepareReading(connection: Connection) {
  const partsOf = createArticleParts(connection);
  const rowsOf = (parts: readonly ArticlePart[]) =>
    connection.db
      .select(columnsOf(parts))
      .from(publicArticles)
      .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
      .where(inArray(publicArticles.key, valuesIn('keys')))
      .prepare();
  const listed = rowsOf(LISTING.parts);
  const whole = rowsOf(WHOLE_ARTICLE.parts);
  const found = (rows: typeof listed, keys: readonly number[]): FoundArticle[] =>
    rows.all({ keys: JSON.stringify(keys) }).map(toFound);
  return {
    listings(keys: readonly number[], maker: Pick<Maker, 'listing'>): ReadonlyMap<number, string> {
      const rows = found(listed, keys);
      const articles = partsOf(rows, LISTING);
      return new Map(articles.map((article, at) => [rows[at]?.key ?? 0, maker.listing(article)]));
    },
    whole(keys: readonly number[]) {
      const rows = found(whole, keys);
      return partsOf(rows, WHOLE_ARTICLE).map((article, at) => ({ key: rows[at]?.key ?? 0, article }));
    },
  };
}
