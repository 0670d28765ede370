import { and, asc, eq, sql } from 'drizzle-orm';
import type { QuoteQuery, Slice } from '../../domain/query.ts';
import type { PublicQuote, PublicQuoteInArticle } from '../../domain/quote.ts';
import type { QuoteStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { facet } from './facets.ts';
import { prepareFacets, prepareNarrowestFirst } from './filters.ts';
import { behind, type Direction, inOrder, type Order, positionParameters, sliceOf } from './keyset.ts';
import { areListed, facetParameters } from './listings.ts';
import { prepareByShape } from './prepared.ts';
import { publicArticles, publicListings, publicOfficials, publicOrganisations, publicQuotes } from './public-tables.ts';
import { matchOf, quoteMatches } from './search.ts';
import type { VisibleReader } from './visible.ts';

/** Newest article first; the position is turned round so that inside one article the text's order comes out. */
const NEWEST: Order = {
  keys: [
    { of: publicListings.publishedAt, type: 'text' },
    { of: publicListings.articleId, type: 'text' },
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
  /** Facets of the article besides the one that drives. */
  readonly facets: number;
  readonly official: boolean;
  readonly organisation: boolean;
  readonly match: boolean;
}

const EMPTY: Slice<PublicQuoteInArticle> = { rows: [], next: null, prev: null };

export function createQuotes(reader: Connection, visible: VisibleReader): QuoteStore {
  const statementOf = prepareByShape((shape: QuoteShape) => buildPage(reader, shape));
  const facetsOf = prepareFacets(reader);
  const narrowestFirst = prepareNarrowestFirst(reader);

  const list = (query: QuoteQuery): Slice<PublicQuoteInArticle> => {
    const { position, limit, official, organisation, search } = query;
    const facets = facetsOf(query);
    const match = search && matchOf(search);
    if (facets === undefined || (search && match === undefined)) return EMPTY;
    const [driving, ...others] = narrowestFirst([facet.quoted, ...facets]);
    const statement = statementOf({
      towards: position?.direction ?? 'next',
      positioned: position !== null,
      facets: others.length,
      official: official !== undefined,
      organisation: organisation !== undefined,
      match: match !== undefined,
    });
    const read = statement.all({
      ...facetParameters(others),
      ...positionParameters(NEWEST, position),
      driving,
      official,
      organisation,
      match,
      limit: limit + 1,
    });
    const slice = sliceOf(read, query, ({ quote }) => [quote.publishedAt, quote.articleId, String(-quote.position)]);
    return { ...slice, rows: slice.rows.map((row) => ({ ...toQuote(row), article: row.article })) };
  };
  return { list: async (query, audience) => visible(audience, () => list(query)) };
}

/** The quotes of the articles under one facet; an article that has the wanted speaker quotes others too. */
function buildPage({ db }: Connection, shape: QuoteShape) {
  const { id, slug, url, title, publishedAt, publishedAtPrecision } = publicArticles;
  return db
    .select({ ...QUOTE, article: { id, slug, url, title, publishedAt, publishedAtPrecision } })
    .from(publicListings)
    .crossJoin(publicQuotes)
    .crossJoin(publicArticles)
    .leftJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(
      and(
        eq(publicListings.facet, sql.placeholder('driving')),
        eq(publicQuotes.articleKey, publicListings.key),
        eq(publicArticles.key, publicListings.key),
        ...areListed(shape.facets, publicListings),
        shape.official ? eq(publicOfficials.slug, sql.placeholder('official')) : undefined,
        shape.organisation ? eq(publicOrganisations.slug, sql.placeholder('organisation')) : undefined,
        shape.match ? quoteMatches(publicQuotes.key) : undefined,
        shape.positioned ? behind(NEWEST, shape.towards) : undefined,
      ),
    )
    .orderBy(...inOrder(NEWEST, shape.towards))
    .limit(sql.placeholder('limit'))
    .prepare();
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
