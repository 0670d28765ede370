import { expect, test } from 'vitest';
import { dayOf } from '../../../src/domain/time.ts';
import { EXAMPLE_ARTICLE } from '../../../src/http/views/examples.ts';
import { toOpenGraphView } from '../../../src/http/views/open-graph.ts';

test.each([
  ['en', 'en_GB'],
  ['cy', 'cy_GB'],
  ['gd', 'gd_GB'],
  ['en-GB', 'en_GB'],
  ['en-IE', 'en_IE'],
  ['pl', 'pl'],
])(
  'a release in %s is of the locale %s: Open Graph wants the country, and the public bodies are British',
  (language, locale) => {
    expect(toOpenGraphView({ ...EXAMPLE_ARTICLE, language })['og:locale']).toBe(locale);
  },
);

test('a first edition was last changed when the release was published, however late it came here', () => {
  const release = { ...EXAMPLE_ARTICLE, publishedAtPrecision: 'day' as const };
  const timesOf = (edition: number) => {
    const graph = toOpenGraphView({ ...release, edition });
    return [graph['article:published_time'], graph['article:modified_time']];
  };
  const day = dayOf(release.publishedAt);
  expect([timesOf(1), timesOf(2)]).toEqual([
    [day, day],
    [day, release.updatedAt],
  ]);
});
