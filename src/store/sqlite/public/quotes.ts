import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { QuoteQuery, Slice } from '../../../domain/query.ts';
import type { PublicQuote, PublicQuoteInArticle } from '../../../domain/quote.ts';
import type { QuoteStore } from '../../store.ts';
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
import type { VisibleReader } from '../newsroom/visible.ts';
import { facet } from './facets/facets.ts';
import { prepareFacets, prepareNarrowestFirst, prepareSpeakerId } from './facets/filters.ts';
import { areListed, facetParameters } from './listings.ts';
import { publicArticles, publicListings, publicOfficials, publicOrganisations, publicQuotes } from './public-tables.ts';
import {
  matchingQuotesBy,
  prepareMatchingQuotes,
  type QuotesBy,
  quoteMatchingParameters,
  quotesMatch,
} from './search/quote-matching.ts';
import { matchOf } from './search/search-words.ts';

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

/** The quotes of public articles, by the keys of these as a JSON array; those of each in the order of its text. */
export function prepareQuotesOf({ db }: Connection): (keys: string) => ReadonlyMap<number, readonly PublicQuote[]> {
  const { articleKey, position } = publicQuotes;
  const statement = db
    .select(QUOTE)
    .from(publicQuotes)
    .leftJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(inArray(articleKey, valuesIn('keys')))
    .orderBy(asc(articleKey), asc(position))
    .prepare();
  return (keys) => {
    const rows = Map.groupBy(statement.all({ keys }), ({ quote }) => quote.articleKey);
    return new Map([...rows].map(([key, quotes]) => [key, quotes.map(toQuote)]));
  };
}

interface QuoteShape {
  /** Facets of the article besides the one that drives. */
  readonly facets: number;
  readonly official: boolean;
  readonly organisation: boolean;
  readonly matching: QuotesBy;
}

export function createQuotes(reader: Connection, visible: VisibleReader): QuoteStore {
  const statementOf = prepareByShape((shape: QuoteShape & PageShape) => buildPage(reader, shape));
  const countOf = prepareByShape((shape: QuoteShape) => buildCount(reader, shape));
  const facetsOf = prepareFacets(reader);
  const narrowestFirst = prepareNarrowestFirst(reader);
  const matchingOf = prepareMatchingQuotes(reader);
  const officialId = prepareSpeakerId(reader, 'official');
  const organisationId = prepareSpeakerId(reader, 'organisation');

  const list = (query: QuoteQuery): Slice<PublicQuoteInArticle> => {
    const { position, official, organisation, search } = query;
    const facets = facetsOf(query);
    const match = search && matchOf(search);
    if (facets === undefined || (search && match === undefined)) return emptySlice(query);
    const matching = match === undefined ? undefined : matchingOf(match);
    const [driving, ...others] = narrowestFirst([facet.quoted, ...facets]);
    const filters = {
      facets: others.length,
      official: official !== undefined,
      organisation: organisation !== undefined,
    };
    const speaker = {
      official: official && officialId(official),
      organisation: organisation && organisationId(organisation),
    };
    const parameters = { ...facetParameters(others), driving, ...speaker, ...quoteMatchingParameters(matching) };
    const statement = statementOf({
      ...filters,
      matching: matchingQuotesBy(matching, query.limit + (query.offset ?? 0)),
      ...pageShape(query),
    });
    const read = statement.all({ ...parameters, ...positionParameters(NEWEST, position), ...pageParameters(query) });
    const slice = sliceOf(read, query, ({ quote }) => [quote.publishedAt, quote.articleId, String(-quote.position)]);
    const rows = slice.rows.map((row) => ({ ...toQuote(row), article: row.article }));
    const total = query.count
      ? countOf({ ...filters, matching: matchingQuotesBy(matching, Infinity) }).get(parameters)?.rows
      : undefined;
    return { ...slice, rows, ...(total !== undefined && { total }) };
  };
  return { list: async (query, audience) => visible(audience, () => list(query)) };
}

function buildPage({ db }: Connection, shape: QuoteShape & PageShape) {
  const { id, slug, url, title, publishedAt, publishedAtPrecision } = publicArticles;
  return db
    .select({ ...QUOTE, article: { id, slug, url, title, publishedAt, publishedAtPrecision } })
    .from(publicListings)
    .crossJoin(publicQuotes)
    .crossJoin(publicArticles)
    .leftJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(and(...conditionsOf(shape), eq(publicArticles.key, publicListings.key), behind(NEWEST, shape)))
    .orderBy(...inOrder(NEWEST, shape))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare();
}

function buildCount({ db }: Connection, shape: QuoteShape) {
  return db
    .select({ rows: sql<number>`count(*)` })
    .from(publicListings)
    .crossJoin(publicQuotes)
    .leftJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicQuotes.organisationId))
    .where(and(...conditionsOf(shape)))
    .prepare();
}

/** Where few quotes match, their articles are looked up: the facet is not walked from end to end in search of them. */
const OF_FEW = [
  sql`+${publicListings.facet} = ${sql.placeholder('driving')}`,
  sql`${publicListings.key} in (select matched.article_key from public_quotes matched
    where matched.key in ${valuesIn('few')})`,
];

/** Quotes of the articles under one facet; an article that has the wanted speaker quotes others too. */
function conditionsOf(shape: QuoteShape): (SQL | undefined)[] {
  return [
    ...(shape.matching === 'few' ? OF_FEW : [eq(publicListings.facet, sql.placeholder('driving'))]),
    eq(publicQuotes.articleKey, publicListings.key),
    ...areListed(shape.facets, publicListings),
    shape.official ? eq(publicQuotes.officialId, sql.placeholder('official')) : undefined,
    shape.organisation ? eq(publicQuotes.organisationId, sql.placeholder('organisation')) : undefined,
    ...quotesMatch(shape.matching),
  ];
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
