import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { QuoteQuery, Slice } from '../../domain/query.ts';
import type { PublicQuote, PublicQuoteInArticle } from '../../domain/quote.ts';
import type { QuoteStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { facet } from './facets.ts';
import { prepareIdOf } from './filters.ts';
import { behind, type Direction, inOrder, type Order, positionParameters, sliceOf } from './keyset.ts';
import { prepareByShape } from './prepared.ts';
import { publicAreas, publicArticles, publicOfficials, publicOrganisations, publicQuotes } from './public-tables.ts';
import { matchOf, quoteMatches } from './search.ts';
import type { VisibleReader } from './visible.ts';

/** Newest article first; the position is turned round so that inside one article the text's order comes out. */
const NEWEST: Order = {
  keys: [
    { of: publicQuotes.publishedAt, type: 'text' },
    { of: publicQuotes.articleId, type: 'text' },
    { of: sql`-${publicQuotes.position}`, type: 'integer' },
  ],
  direction: 'desc',
};

const QUOTE = {
  quote: publicQuotes,
  official: { slug: publicOfficials.slug, name: publicOfficials.name },
  organisation: { slug: publicOrganisations.slug, name: publicOrganisations.name },
};

interface QuoteRow {
  readonly quote: typeof publicQuotes.$inferSelect;
  readonly official: PublicQuote['official'];
  readonly organisation: PublicQuote['organisation'];
}

/** The quotes of one public article, in the order of its text. */
export function prepareQuotesOf({ db }: Connection): (articleKey: number) => PublicQuote[] {
  const statement = db
    .select(QUOTE)
    .from(publicQuotes)
    .leftJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(eq(publicQuotes.articleKey, sql.placeholder('articleKey')))
    .orderBy(asc(publicQuotes.position))
    .prepare();
  return (articleKey) => statement.all({ articleKey }).map(toQuote);
}

interface QuoteShape {
  readonly towards: Direction;
  readonly positioned: boolean;
  readonly official: boolean;
  readonly organisation: boolean;
  readonly area: boolean;
  readonly match: boolean;
}

const EMPTY: Slice<PublicQuoteInArticle> = { rows: [], next: null, prev: null };

export function createQuotes(reader: Connection, visible: VisibleReader): QuoteStore {
  const statementOf = prepareByShape((shape: QuoteShape) => buildPage(reader, shape));
  const officialId = prepareIdOf(reader, publicOfficials);
  const organisationId = prepareIdOf(reader, publicOrganisations);
  const areaId = prepareIdOf(reader, publicAreas);

  const list = (query: QuoteQuery): Slice<PublicQuoteInArticle> => {
    const { position, limit, official, organisation, area, search } = query;
    const wanted = {
      official: official === undefined ? null : officialId(official),
      organisation: organisation === undefined ? null : organisationId(organisation),
      area: area === undefined ? null : areaId(area),
      match: search === undefined ? null : matchOf(search),
    };
    if (Object.values(wanted).includes(undefined)) return EMPTY;
    const statement = statementOf({
      towards: position?.direction ?? 'next',
      positioned: position !== null,
      official: wanted.official !== null,
      organisation: wanted.organisation !== null,
      area: wanted.area !== null,
      match: wanted.match !== null,
    });
    const read = statement.all({
      ...wanted,
      area: wanted.area ? facet.area(wanted.area) : null,
      ...positionParameters(NEWEST, position),
      limit: limit + 1,
    });
    const slice = sliceOf(read, query, ({ quote }) => [quote.publishedAt, quote.articleId, String(-quote.position)]);
    return { ...slice, rows: slice.rows.map((row) => ({ ...toQuote(row), article: row.article })) };
  };
  return { list: async (query, audience) => visible(audience, () => list(query)) };
}

function buildPage({ db }: Connection, shape: QuoteShape) {
  const { id, slug, url, title, publishedAt, publishedAtPrecision } = publicArticles;
  return db
    .select({ ...QUOTE, article: { id, slug, url, title, publishedAt, publishedAtPrecision } })
    .from(publicQuotes)
    .innerJoin(publicArticles, eq(publicArticles.key, publicQuotes.articleKey))
    .leftJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(
      and(
        shape.official ? eq(publicQuotes.officialId, sql.placeholder('official')) : undefined,
        shape.organisation ? eq(publicQuotes.organisationId, sql.placeholder('organisation')) : undefined,
        shape.area ? inArea() : undefined,
        shape.match ? quoteMatches(publicQuotes.key) : undefined,
        shape.positioned ? behind(NEWEST, shape.towards) : undefined,
      ),
    )
    .orderBy(...inOrder(NEWEST, shape.towards))
    .limit(sql.placeholder('limit'))
    .prepare();
}

function inArea(): SQL {
  return sql`exists (select 1 from public_listings listing where listing.facet = ${sql.placeholder('area')}
    and listing.published_at = ${publicQuotes.publishedAt} and listing.article_id = ${publicQuotes.articleId})`;
}

function toQuote({ quote, official, organisation }: QuoteRow): PublicQuote {
  const { id, position, text, paragraphs, name, rank, role, asWritten } = quote;
  return {
    id,
    position,
    text,
    paragraphs,
    official,
    organisation,
    attribution: { name, rank, role, organisation: quote.organisation, asWritten },
  };
}
