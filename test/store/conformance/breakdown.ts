import { expect } from 'vitest';
import { type ArticleQuery, FACET_KINDS, type Facets } from '../../../src/domain/query.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Maker } from '../../../src/store/shown.ts';
import type { Store } from '../../../src/store/store.ts';
import { WHOLE } from '../../support/newsroom.ts';

/** What the rows of a list are counted by. */
const WISH = { parts: ['tags', 'language', 'publishedAt', 'area', 'quotes'] as const, formats: [] };

/** Shows nothing of an article. */
const MAKER: Maker = { id: 'nothing', listing: () => '', whole: () => '', digest: () => '' };

/** Has what readers are shown kept, as a job of the server does at some time or other. */
export async function keepAll(store: Store): Promise<void> {
  while ((await store.articles.keepShown(MAKER, 10)) > 0);
}

/** Expects a list to be broken down as its rows are, each counted once under each value. */
export async function expectBreakdown(store: Store, filters: Partial<ArticleQuery>, now: Instant): Promise<void> {
  const query: ArticleQuery = { ...WHOLE, sort: 'title', ...filters, facets: FACET_KINDS };
  const { rows, facets } = await store.articles.list(query, everyone(now), WISH);
  expect([filters, brokenDown(facets)]).toEqual([
    filters,
    {
      isComplete: true,
      area: tally(rows.map(({ area }) => area?.path.split('/') ?? [])),
      tag: tally(rows.map(({ tags }) => tags)),
      year: tally(rows.map(({ publishedAt }) => [publishedAt.slice(0, 4)])),
      official: tally(rows.map(({ quotes }) => quotes.flatMap(({ official }) => official?.slug ?? []))),
      organisation: tally(rows.map(({ quotes }) => quotes.flatMap((quote) => quote.organisation?.slug ?? []))),
      language: tally(rows.map(({ language }) => [language])),
    },
  ]);
}

/** How often each value occurs, once for each article. */
function tally(values: readonly (readonly string[])[]): Record<string, number> {
  const all = values.flatMap((each) => [...new Set(each)]);
  return Object.fromEntries([...new Set(all)].map((value) => [value, all.filter((each) => each === value).length]));
}

/** Each breakdown as its values with their counts. */
function brokenDown(facets: Facets | undefined) {
  const counts = (values: readonly { readonly articles: number }[]) =>
    Object.fromEntries(values.map(({ articles, ...value }) => [Object.values(value)[0], articles]));
  return Object.fromEntries(
    Object.entries(facets ?? {}).map(([kind, values]) => [kind, Array.isArray(values) ? counts(values) : values]),
  );
}
