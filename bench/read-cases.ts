import * as z from 'zod';
import { MAX_NUMBERED_ROWS } from '../src/domain/query.ts';
import { PLACES } from './county.ts';
import { PAGE_ROWS, type Question } from './questions.ts';
import { randomOf } from './random.ts';
import { madeRelease } from './releases.ts';
import { SEARCHED_WORDS } from './vocabulary.ts';

export const READ_GROUPS = ['list', 'article', 'area', 'facets', 'search', 'revalidation', 'create'] as const;
export type ReadGroup = (typeof READ_GROUPS)[number];

/** Questions of one kind, which are asked in turn. */
export interface ReadCase {
  readonly group: ReadGroup;
  readonly title: string;
  readonly questions: readonly Question[];
  /** Whether Dateline is asked by a client that holds the answer. The others have no validators and send it again. */
  readonly revalidates?: boolean;
}

export interface ReadCasesOptions {
  readonly seed: number;
  readonly articles: number;
  readonly groups: readonly ReadGroup[];
  /** Articles of the list in which the deep page lies, where they are more than those that were made. */
  readonly deepestOf?: number;
}

const ARTICLES_ASKED = 500;
const YEARS_PER_AREA = [2016, 2019, 2022];
const SEARCHES = 50;
const COMMONEST_WORDS = 80;

/** Questions that are asked of Dateline alone, to see what becomes of them in a large archive. */
export function searchesAlone(seed: number): readonly { readonly title: string; readonly paths: readonly string[] }[] {
  const pairs = searchedPairs(seed, SEARCHED_WORDS.slice(COMMONEST_WORDS));
  const common = searchedPairs(seed, SEARCHED_WORDS.slice(0, COMMONEST_WORDS));
  const list = (query: string) => `/v1/articles?q=${query}`;
  return [
    { title: 'two rarer words, newest first', paths: pairs.map((pair) => list(pair.join('+'))) },
    { title: 'two rarer words, best first', paths: pairs.map((pair) => list(`${pair.join('+')}&sort=relevance`)) },
    {
      title: 'a common word and “the”, best first',
      paths: SEARCHED_WORDS.slice(0, COMMONEST_WORDS).map((word) => list(`the+${word}&sort=relevance`)),
    },
    {
      title: 'two words in an area, best first',
      paths: common.map((pair, at) => list(`${pair.join('+')}&area=${placeAt(at)}&sort=relevance`)),
    },
    {
      title: 'the beginning of a word, newest first',
      paths: common.map(([word = '']) => list(`${word.slice(0, 4)}*`)),
    },
  ];
}

function placeAt(at: number): string {
  return PLACES[at % PLACES.length]?.name.toLowerCase() ?? '';
}

/** The cases of a database of made releases; the port is that of a server that can say where the second page starts. */
export async function readCases(port: number, options: ReadCasesOptions): Promise<ReadCase[]> {
  const { seed, articles, groups, deepestOf = articles } = options;
  const areas = PLACES.map(({ name }) => name.toLowerCase());
  const words = searchedPairs(seed, SEARCHED_WORDS.slice(0, COMMONEST_WORDS));
  const cases: ReadCase[] = [
    { group: 'list', title: 'newest 20', questions: [{ kind: 'newest' }] },
    { group: 'list', title: 'deep page by cursor', questions: [await deepPage(port, deepestOf)] },
    {
      group: 'article',
      title: 'one article by slug',
      questions: slugs(seed, articles).map((slug) => ({ kind: 'article', slug })),
    },
    { group: 'area', title: 'area', questions: areas.map((area) => ({ kind: 'area', area })) },
    {
      group: 'area',
      title: 'area and dates',
      questions: areas.flatMap((area) =>
        YEARS_PER_AREA.map((year): Question => ({ kind: 'area-and-year', area, year })),
      ),
    },
    { group: 'facets', title: 'all, with facets', questions: [{ kind: 'facets', area: null }] },
    { group: 'facets', title: 'area, with facets', questions: areas.map((area) => ({ kind: 'facets', area })) },
    {
      group: 'search',
      title: 'two words, newest first',
      questions: words.map((pair) => ({ kind: 'search', words: pair })),
    },
    {
      group: 'search',
      title: 'two words, best first',
      questions: words.map((pair) => ({ kind: 'ranked-search', words: pair })),
    },
    { group: 'revalidation', title: 'newest 20, held (304)', questions: [{ kind: 'newest' }], revalidates: true },
  ];
  return cases.filter(({ group }) => groups.includes(group));
}

const pageSchema = z.object({
  data: z.array(z.object({ id: z.string(), publishedAt: z.string() })),
  page: z.object({ next: z.string() }),
});

/** Half way down, or as far as pages have numbers. */
async function deepPage(port: number, articles: number): Promise<Question> {
  const number = Math.max(1, Math.floor(Math.min(articles / 2, MAX_NUMBERED_ROWS) / PAGE_ROWS));
  const response = await fetch(`http://127.0.0.1:${port}/v1/articles?page=${number}`);
  const { data, page } = pageSchema.parse(await response.json());
  const after = data.at(-1);
  if (!after) throw new Error('there are no articles to page through');
  return { kind: 'deep-page', cursor: page.next, after: { publishedAt: after.publishedAt, id: after.id } };
}

function slugs(seed: number, articles: number): string[] {
  const asked = Math.min(ARTICLES_ASKED, articles);
  return Array.from({ length: asked }, (_, at) => madeRelease(seed, Math.floor((at * articles) / asked)).slug);
}

function searchedPairs(seed: number, words: readonly string[]): string[][] {
  const random = randomOf(seed, -1);
  return Array.from({ length: SEARCHES }, () => [random.pick(words), random.pick(words)]);
}
