import { and, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import { type ArticlePart, LISTING, WHOLE_ARTICLE } from '../../../domain/article.ts';
import type { ArticleQuery, Slice } from '../../../domain/query.ts';
import type { Maker, ShownArticle } from '../../shown.ts';
import type { Connection } from '../engine/connection.ts';
import { inOrder } from '../engine/keyset.ts';
import { ENTRY, entryOrder, preparePages } from './article-pages.ts';
import { createArticleParts } from './article-parts.ts';
import { columnsOf, type FoundArticle, toFound } from './article-rows.ts';
import type { Narrowing } from './listings.ts';
import { type EntriesShape, type KeysetSort, selectEntries } from './page-entries.ts';
import { publicAreas, publicArticles, shownArticles, shownListings } from './public-tables.ts';

/** Reads articles as they are shown: what is kept, and what is not is made now. */
export function createShown(reader: Connection) {
  const pages = preparePages(reader, (shape: EntriesShape) => buildShownPage(reader, shape));
  const find = prepareFind(reader);
  const read = prepareReading(reader);
  return {
    article(idOrSlug: string, maker: Maker): ShownArticle | undefined {
      const found = find(idOrSlug, maker);
      if (!found) return undefined;
      if (found.kept) return { ...found.facts, ...found.kept };
      const [made] = read.whole([found.key]);
      if (!made) return undefined;
      const { area, officials } = made.article;
      return { ...found.facts, area, officials, text: Buffer.from(maker.whole(made.article)) };
    },
    listings(query: ArticleQuery, sort: KeysetSort, narrowing: Narrowing, maker: Maker): Slice<Uint8Array> {
      const { rows, ...slice } = pages(query, sort, narrowing, { also: {}, parameters: { maker: maker.id } });
      const missing = rows.flatMap(({ key, text }) => (text === null ? [key] : []));
      const made = missing.length > 0 ? read.listings(missing, maker) : undefined;
      return { ...slice, rows: rows.map(({ key, text }) => text ?? made?.get(key) ?? NOTHING) };
    },
  };
}

/** Of a row that is not there, which one snapshot cannot bring about. */
const NOTHING = Buffer.alloc(0);

/** Whether a kept text is of this article and maker, and still good. */
function isKept({ key, maker }: { key: SQLWrapper; maker: SQLWrapper }, articleKey: SQLWrapper) {
  return and(
    sql`${key} = ${articleKey}`,
    sql`${maker} = ${sql.placeholder('maker')}`,
    sql`not exists (select 1 from unshown where unshown.key = ${articleKey})`,
  );
}

function buildShownPage(reader: Connection, shape: EntriesShape) {
  const key = sql<number>`entry.key`;
  return reader.db
    .select({ key, text: shownListings.text, entry: ENTRY })
    .from(sql`${selectEntries(reader, shape)} entry`)
    .leftJoin(shownListings, isKept(shownListings, key))
    .orderBy(...inOrder(entryOrder(shape.sort), shape.towards))
    .prepare();
}

/** Ids are UUIDs; whatever else is asked for is a slug first. */
const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

function prepareFind({ db }: Connection) {
  const { key, id, slug, url } = publicArticles;
  const { area, officials, text } = shownArticles;
  const by = (column: typeof id | typeof slug) =>
    db
      .select({ key, facts: { id, slug, url }, kept: { text, area, officials } })
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
      .where(inArray(publicArticles.key, sql`(select value from json_each(${sql.placeholder('keys')}))`))
      .prepare();
  const listed = rowsOf(LISTING.parts);
  const whole = rowsOf(WHOLE_ARTICLE.parts);
  const found = (rows: typeof listed, keys: readonly number[]): FoundArticle[] =>
    rows.all({ keys: JSON.stringify(keys) }).map(toFound);
  return {
    listings(keys: readonly number[], maker: Pick<Maker, 'listing'>): ReadonlyMap<number, Buffer> {
      const rows = found(listed, keys);
      const articles = partsOf(rows, LISTING);
      return new Map(articles.map((article, at) => [rows[at]?.key ?? 0, Buffer.from(maker.listing(article))]));
    },
    whole(keys: readonly number[]) {
      const rows = found(whole, keys);
      return partsOf(rows, WHOLE_ARTICLE).map((article, at) => ({ key: rows[at]?.key ?? 0, article }));
    },
  };
}
