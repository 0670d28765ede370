import { expect, test } from 'vitest';
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
