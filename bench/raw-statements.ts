import type Database from 'better-sqlite3';
import { MAX_FACET_VALUES } from '../src/domain/query.ts';
import { ARTICLES_OF_A_DAY } from '../src/store/sqlite/public/public-tables.ts';
import { type ListQuestion, PAGE_ROWS } from './questions.ts';

/** The rows that answer a question: one more than a page has, where there is a next one. */
export interface RawAnswering {
  list(question: ListQuestion): readonly RawRow[];
  article(slug: string): RawArticle;
  facets(area: string | null): RawFacets;
}

/** How many articles there are of each, the most first, years from the newest on. */
export interface RawFacets {
  readonly areas: readonly unknown[];
  readonly tags: readonly unknown[];
  readonly years: readonly unknown[];
}

export interface RawRow {
  readonly id: string;
  readonly [column: string]: unknown;
}

/** One article and its quotes. */
export interface RawArticle {
  readonly article: RawRow | undefined;
  readonly quotes: readonly RawRow[];
}

/**
 * The same questions as SQL written by hand for this database, prepared once. The rows are left as the driver gives them:
 * no views, no cursors, no JSON.
 */
export function prepareRawAnswering(client: Database.Database): RawAnswering {
  const prepare = <Parameters extends unknown[]>(sql: string) => client.prepare<Parameters, RawRow>(sql);
  const newest = prepare<[]>(`${LISTED} where l.facet = 'all' ${NEWEST_FIRST}`);
  const nextPage = prepare<[string, string]>(
    `${LISTED} where l.facet = 'all' and (l.published_at, l.article_id) < (?, ?) ${NEWEST_FIRST}`,
  );
  const article = prepare<[string]>(
    `select a.key, b.html, p.gss, ${LISTING} from public_articles a join public_bodies b on b.key = a.key
     left join public_areas p on p.id = a.area_id where a.slug = ?`,
  );
  const quotes = prepare<[number]>(
    `select q.*, o.slug official_slug, o.name official_name, g.slug organisation_slug, g.name organisation_name
     from public_quotes q left join public_officials o on o.id = q.official_id
     left join public_organisations g on g.id = q.organisation_id
     where q.article_key = ? order by q.position`,
  );
  const area = prepare<[string]>(`${LISTED} where ${IN_AREA} ${NEWEST_FIRST}`);
  const areaAndYear = prepare<[string, string, string]>(
    `${LISTED} where ${IN_AREA} and l.published_at >= ? and l.published_at < ? ${NEWEST_FIRST}`,
  );
  // All that match of the days of the newest: within a day the index is in another order.
  const search = prepare<[string, string]>(
    `with newest as (select rowid as place from public_search where public_search match ? order by rowid desc limit ${ROWS})
     select ${LISTING} from public_search s cross join public_articles a on a.place = s.rowid
     left join public_areas p on p.id = a.area_id where public_search match ?
     and s.rowid >= (select min(place) / ${ARTICLES_OF_A_DAY} * ${ARTICLES_OF_A_DAY} from newest)
     order by a.published_at desc, a.id desc limit ${ROWS}`,
  );
  const rankedSearch = prepare<[string]>(
    `select ${LISTING} from public_search s join public_articles a on a.place = s.rowid
     left join public_areas p on p.id = a.area_id where public_search match ?
     order by s.rank, a.published_at desc, a.id desc limit ${ROWS}`,
  );
  const list = (question: ListQuestion): readonly RawRow[] => {
    switch (question.kind) {
      case 'newest':
        return newest.all();
      case 'deep-page':
        return nextPage.all(question.after.publishedAt, question.after.id);
      case 'area':
        return area.all(question.area);
      case 'area-and-year':
        return areaAndYear.all(question.area, newYear(question.year), newYear(question.year + 1));
      case 'facets':
        return question.area === null ? newest.all() : area.all(question.area);
      case 'search':
        return search.all(matchOf(question.words), matchOf(question.words));
      case 'ranked-search':
        return rankedSearch.all(matchOf(question.words));
      default:
        return question satisfies never;
    }
  };
  const facetsOf = prepareFacets(client);
  return {
    list,
    facets: facetsOf,
    article(slug) {
      const found = article.get(slug);
      return { article: found, quotes: found ? quotes.all(Number(found['key'])) : [] };
    },
  };
}

/** Of all, by the counts that the database keeps; of an area, by counting. */
function prepareFacets(client: Database.Database): RawAnswering['facets'] {
  const counts = {
    all: client.prepare<[], Count>(
      "select facet, articles from public_facets where facet glob 'area:*' or facet glob 'tag:*'",
    ),
    area: client.prepare<[string], Count>(
      `select other.facet, count(*) articles from public_listings l cross join public_listings other
       where ${IN_AREA} and other.key = l.key and (other.facet glob 'area:*' or other.facet glob 'tag:*') group by other.facet`,
    ),
  };
  const years = (
    condition: string,
  ) => `select substr(l.published_at, 1, 4) year, count(*) articles from public_listings l
    where ${condition} group by 1 order by 1 desc limit ${MAX_FACET_VALUES}`;
  const yearsOfAll = client.prepare<[]>(years("l.facet = 'all'"));
  const yearsOfArea = client.prepare<[string]>(years(IN_AREA));
  const places = client.prepare<
    [],
    { readonly id: string; readonly slug: string; readonly name: string; readonly path: string }
  >('select id, slug, name, path from public_areas');
  return (area) => {
    const found = area === null ? counts.all.all() : counts.area.all(area);
    const named = new Map(places.all().map(({ id, ...place }) => [`area:${id}`, place]));
    const areas = found.flatMap(({ facet, articles }) => {
      const place = named.get(facet);
      return place ? [{ ...place, articles }] : [];
    });
    const tags = found
      .filter(({ facet }) => facet.startsWith('tag:'))
      .map(({ facet, articles }) => ({ tag: facet.slice('tag:'.length), articles }));
    return {
      areas: mostFirst(areas, ({ slug }) => slug),
      tags: mostFirst(tags, ({ tag }) => tag),
      years: area === null ? yearsOfAll.all() : yearsOfArea.all(area),
    };
  };
}

interface Count {
  readonly facet: string;
  readonly articles: number;
}

function mostFirst<Value extends { readonly articles: number }>(
  values: Value[],
  nameOf: (value: Value) => string,
): Value[] {
  return values
    .sort((one, other) => other.articles - one.articles || (nameOf(one) < nameOf(other) ? -1 : 1))
    .slice(0, MAX_FACET_VALUES);
}

const ROWS = PAGE_ROWS + 1;

const LISTING = `a.id, a.slug, a.url, a.title, a.summary, a.tags, a.language, a.published_at, a.published_at_precision,
  a.updated_at, a.edition, a.image, p.slug area_slug, p.name area_name, p.path area_path`;

const LISTED = `select ${LISTING} from public_listings l join public_articles a on a.key = l.key
  left join public_areas p on p.id = a.area_id`;

const NEWEST_FIRST = `order by l.published_at desc, l.article_id desc limit ${ROWS}`;

const IN_AREA = "l.facet = 'area:' || (select id from public_areas where slug = ?)";

/** London keeps UTC in winter. */
function newYear(year: number): string {
  return `${year}-01-01T00:00:00.000Z`;
}

function matchOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' ');
}
