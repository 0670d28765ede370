import { expect, it } from 'vitest';
import { ARTICLE_SORTS, DEFAULT_LIMIT, MAX_LIMIT } from '../../src/domain/query.ts';

it('the limits and sorts of queries are the ones that clients were promised', () => {
  expect({ DEFAULT_LIMIT, MAX_LIMIT, ARTICLE_SORTS }).toEqual({
    DEFAULT_LIMIT: 20,
    MAX_LIMIT: 100,
    ARTICLE_SORTS: ['-publishedAt', 'publishedAt', '-updatedAt', 'title', 'relevance'],
  });
});
