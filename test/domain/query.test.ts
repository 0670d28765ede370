import { expect, it } from 'vitest';
import { ARTICLE_SORTS, DEFAULT_LIMIT, MAX_LIMIT, MAX_SEARCH_LENGTH } from '../../src/domain/query.ts';

it('the limits and sorts of queries are the ones that clients were promised', () => {
  expect({ DEFAULT_LIMIT, MAX_LIMIT, MAX_SEARCH_LENGTH, ARTICLE_SORTS }).toEqual({
    DEFAULT_LIMIT: 20,
    MAX_LIMIT: 100,
    MAX_SEARCH_LENGTH: 200,
    ARTICLE_SORTS: ['-publishedAt', 'publishedAt', '-updatedAt', 'title', 'relevance'],
  });
});
