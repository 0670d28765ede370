import { BODY_FORMATS, LISTING, WHOLE_ARTICLE } from '../../src/domain/article.ts';
import {
  ARTICLE_SORTS,
  type ArticleQuery,
  FACET_KINDS,
  type Position,
  type QuoteQuery,
} from '../../src/domain/query.ts';
import type { Audience } from '../../src/domain/visibility.ts';
import type { Maker } from '../../src/store/shown.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from './release.ts';

type Read = (audience: Audience) => Promise<unknown>;

/** Shows the titles, which name themselves. */
const MAKER: Maker = {
  id: 'title',
  listing: ({ title }) => title,
  whole: ({ title }) => title,
  digest: (text) => text,
};

/** The first page of a list, counted. */
const FIRST = { limit: 5, position: null, count: true };
const SEARCH = [{ words: ['police'], prefix: false }];

/** Every read that the delivery door can ask for, sources apart, in every shape of its filters, orders and pages. */
export function publicReads(store: Store): Read[] {
  return [...articleReads(store), ...quoteReads(store), ...nameReads(store)];
}

function articleReads({ articles, changes }: Store): Read[] {
  return [
    (audience) => articles.find('r1', audience),
    (audience) => articles.show('r1', audience, MAKER),
    (audience) => articles.movedTo('r1', audience),
    (audience) => articles.sitemapParts(audience),
    (audience) => articles.sitemap(1, audience),
    (audience) => articles.find('r1', audience, { parts: ['title', 'area'], formats: [] }),
    (audience) => articles.list({ ...FIRST, sort: 'title' }, audience, { ...WHOLE_ARTICLE, formats: BODY_FORMATS }),
    (audience) => articles.list({ ...FIRST, sort: 'title' }, audience, { parts: ['officials'], formats: [] }),
    ...[{}, { tag: 'all' }, { search: SEARCH }, { area: 'town', before: NOW, search: SEARCH }].map(
      (filters): Read =>
        (audience) =>
          articles.list({ ...FIRST, sort: 'title', facets: FACET_KINDS, highlight: true, ...filters }, audience),
    ),
    (audience) =>
      articles.list({ ...FIRST, sort: 'title', highlight: true, search: [{ words: ['pol'], prefix: true }] }, audience),
    (audience) => changes.newest(audience),
    (audience) => changes.revisedAt(audience),
    (audience) => changes.removalsBetween({ after: 0, upTo: 100, limit: 10 }, audience),
    ...[{}, { area: 'county', from: NOW }, { tag: 'all', search: SEARCH }].map(
      (filters): Read =>
        (audience) =>
          changes.articlesBetween({ ...filters, after: 0, upTo: 100 }, audience, WHOLE_ARTICLE),
    ),
    ...[{}, { tag: 'all' }, { area: 'county', official: 'ann' }].flatMap((filters) =>
      [LISTING, WHOLE_ARTICLE].map(
        (wish): Read =>
          (audience) =>
            changes.follow({ ...filters, follower: null, limit: 5, wish }, audience),
      ),
    ),
    ...combined<Partial<ArticleQuery>>([
      [
        {},
        { area: 'county' },
        { tag: 'all', area: 'town' },
        { official: 'ann', organisation: 'police', language: 'en-GB' },
      ],
      [{}, { from: NOW }],
      [{}, { before: NOW }],
      [{}, { updatedSince: NOW }],
      [{}, { search: SEARCH }],
      ARTICLE_SORTS.map((sort) => ({ sort })),
      positions(2).map((position) => ({ position })),
    ])
      .filter(({ sort, search }) => sort !== 'relevance' || search)
      .flatMap((query): Read[] => [
        (audience) => articles.list({ ...FIRST, sort: 'title', ...query }, audience),
        ...(query.sort === 'relevance'
          ? []
          : [(audience: Audience) => articles.listShown({ ...FIRST, sort: 'title', ...query }, audience, MAKER)]),
      ]),
  ];
}

function quoteReads({ quotes }: Store): Read[] {
  return combined<Partial<QuoteQuery>>([
    [{}, { official: 'ann' }],
    [{}, { organisation: 'police' }],
    [{}, { area: 'county' }],
    [{}, { search: SEARCH }],
    positions(3).map((position) => ({ position })),
  ]).map(
    (query): Read =>
      (audience) =>
        quotes.list({ limit: 5, position: null, ...query }, audience),
  );
}

function nameReads({ areas, officials, organisations, tags }: Store): Read[] {
  return [
    (audience) => areas.find('county', audience),
    (audience) => officials.find('ann', audience),
    (audience) => officials.rank('ann', audience),
    (audience) => organisations.find('police', audience),
    ...positions(1).flatMap((position): Read[] => [
      (audience) => areas.list({ ...FIRST, position }, audience),
      ...[{}, { search: SEARCH }].flatMap((named): Read[] => [
        (audience) => officials.list({ ...FIRST, ...named, position }, audience),
        (audience) => organisations.list({ ...FIRST, ...named, position }, audience),
      ]),
      (audience) => tags.list({ ...FIRST, position }, audience),
    ]),
  ];
}

function positions(keys: number): (Position | null)[] {
  const somewhere = Array.from({ length: keys }, () => '5');
  return [null, { direction: 'next', keys: somewhere }, { direction: 'prev', keys: somewhere }];
}

/** One of each row of choices, in every combination. */
function combined<Part extends object>(choices: readonly (readonly Part[])[]): Part[] {
  const [first, ...others] = choices;
  if (!first) return [];
  if (others.length === 0) return [...first];
  return first.flatMap((part) => combined(others).map((rest) => ({ ...part, ...rest })));
}
