import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemError } from '../../../src/domain/problem.ts';
import { parseSearch } from '../../../src/domain/search.ts';
import { cursorScope, writeCursor } from '../../../src/http/answer/cursor.ts';
import { MAX_REPORTED_ERRORS } from '../../../src/http/request/parse-request.ts';
import { type Installation, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  await api.publish({ slug: 'storm' });
  await api.publish({ slug: 'hidden', publishAt: null });
});
afterAll(() => api.close());

const REQUEST_ID = { 'X-Request-Id': 'test-request' };

const MOMENT =
  'A day (YYYY-MM-DD) or an RFC 3339 instant (2020-10-29T09:30:00Z; write "+" as %2B), before the year 9999.';
const SLUG = 'A slug: lower-case letters and digits in groups joined by hyphens, at most 200 characters.';
const LIMIT = 'A whole number from 1 to 100.';
const CURSOR = 'The value of page.next or page.prev of an answer with the same filters and sort.';
const LISTED = ['limit', 'cursor', 'page', 'count'];
const SORTS = ['-publishedAt', 'publishedAt', '-updatedAt', 'title', 'relevance'];

function bad(parameter: string, value: string, expected: string): ProblemError {
  return { parameter, detail: `${JSON.stringify(value)} is not a value of this parameter.`, expected };
}

describe('a query that cannot be accepted', () => {
  test.each<[string, ProblemError[]]>([
    ['/v1/tags?foo=1', [{ parameter: 'foo', detail: 'There is no such parameter here.', allowed: LISTED }]],
    ['/v1/tags?__proto__=1', [{ parameter: '__proto__', detail: 'There is no such parameter here.', allowed: LISTED }]],
    [
      '/v1/articles/storm?x',
      [{ parameter: 'x', detail: 'There is no such parameter here.', allowed: ['fields', 'bodyFormat'] }],
    ],
    [
      '/v1/tags?limit=1&limit=2',
      [
        {
          parameter: 'limit',
          detail: 'The parameter is given more than once.',
          expected: 'The parameter at most once.',
        },
      ],
    ],
    ['/v1/tags?limit=0', [bad('limit', '0', LIMIT)]],
    ['/v1/tags?limit=101', [bad('limit', '101', LIMIT)]],
    ['/v1/tags?limit=1e1', [bad('limit', '1e1', LIMIT)]],
    ['/v1/tags?limit=', [bad('limit', '', LIMIT)]],
    ['/v1/tags?limit=+5', [bad('limit', ' 5', LIMIT)]],
    ['/v1/articles?area=Fenwick', [bad('area', 'Fenwick', SLUG)]],
    ['/v1/articles?official=a--b', [bad('official', 'a--b', SLUG)]],
    [`/v1/quotes?organisation=${'a'.repeat(201)}`, [bad('organisation', `${'a'.repeat(80)}…`, SLUG)]],
    ['/v1/articles?tag=', [bad('tag', '', 'A tag of 1 to 100 characters.')]],
    ['/v1/articles?q=storm&highlight=yes', [bad('highlight', 'yes', 'true or false.')]],
    ['/v1/articles?q=storm&highlight=constructor', [bad('highlight', 'constructor', 'true or false.')]],
    ['/v1/articles?language=english_', [bad('language', 'english_', 'A BCP 47 language tag such as "en-GB" or "cy".')]],
    ['/v1/articles?language=welsh', [bad('language', 'welsh', 'A BCP 47 language tag such as "en-GB" or "cy".')]],
    ['/v1/articles?from=2020-02-30', [bad('from', '2020-02-30', MOMENT)]],
    ['/v1/articles?from=2020-10-29T09:30:00+01:00', [bad('from', '2020-10-29T09:30:00 01:00', MOMENT)]],
    ['/v1/articles?from=9999-01-01', [bad('from', '9999-01-01', MOMENT)]],
    ['/v1/articles?to=9999-12-31', [bad('to', '9999-12-31', MOMENT)]],
    ['/v1/articles?to=9999-12-31T23:59:59.999Z', [bad('to', '9999-12-31T23:59:59.999Z', MOMENT)]],
    ['/v1/articles?updatedSince=yesterday', [bad('updatedSince', 'yesterday', MOMENT)]],
    [
      '/v1/articles?sort=relevance',
      [
        {
          parameter: 'sort',
          detail: '"relevance" has no meaning here.',
          expected: 'Another sort, or relevance together with q.',
        },
      ],
    ],
    [
      '/v1/articles?cursor=x',
      [{ parameter: 'cursor', detail: 'This is not a cursor of this query.', expected: CURSOR }],
    ],
    ['/v1/tags?page=0', [bad('page', '0', 'A whole number from 1 on.')]],
    ['/v1/tags?count=yes', [{ ...bad('count', 'yes', 'One of the values in allowed.'), allowed: ['exact'] }]],
    [
      '/v1/tags?page=1&cursor=x',
      [
        {
          parameter: 'page',
          detail: 'A page is asked for by its number or by a cursor.',
          expected: 'Either page or cursor.',
        },
      ],
    ],
    [
      '/v1/tags?page=101&limit=100',
      [
        {
          parameter: 'page',
          detail: 'Numbers reach the first 10000 entries only.',
          expected: 'A number from 1 to 100 with this limit; behind that, the cursor in page.next.',
        },
      ],
    ],
    [
      '/v1/articles?include=quotes,links',
      [
        {
          ...bad('include', 'links', 'One of the values in allowed.'),
          allowed: ['body', 'quotes', 'officials'],
        },
      ],
    ],
    ['/v1/articles?limit=0&area=A', [bad('area', 'A', SLUG), bad('limit', '0', LIMIT)]],
  ])('%s says what was wrong and what would be right', async (path, errors) => {
    const response = await api.get(path, REQUEST_ID);
    expect(response.status).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toMatchObject({
      type: 'https://news.example/docs/problems/invalid-parameter',
      title: 'Invalid parameter',
      status: 400,
      instance: path.split('?')[0],
      code: 'invalid_parameter',
      requestId: 'test-request',
    });
    expect(response.body.errors).toEqual(errors);
  });

  test('names the values of a fixed set', async () => {
    const { body } = await api.get('/v1/articles?sort=newest');
    expect(body.errors).toEqual([{ ...bad('sort', 'newest', expect.any(String)), allowed: SORTS }]);
  });

  test('of thousands of parameters is refused briefly', async () => {
    const distinct = Array.from({ length: 6_000 }, (_, index) => index.toString(36)).join('&');
    for (const query of [distinct, 'a&'.repeat(16_000), `${distinct.slice(0, 15_000)}&${distinct.slice(0, 15_000)}`]) {
      const { status, body } = await api.get(`/v1/articles?${query}`);
      expect([status, body.errors.length <= MAX_REPORTED_ERRORS]).toEqual([400, true]);
    }
  });

  test('does not take the cursor of another query', async () => {
    await api.publish({ slug: 'another' });
    const { body } = await api.get('/v1/articles?limit=1');
    for (const query of ['sort=title', 'tag=x', 'area=fenwick', 'area=fenwick&areaScope=exact', 'q=storm']) {
      const response = await api.get(`/v1/articles?${query}&cursor=${body.page.next}`);
      expect([query, response.status, response.body.errors?.[0].parameter]).toEqual([query, 400, 'cursor']);
    }
    expect((await api.get(`/v1/tags?cursor=${body.page.next}`)).status).toBe(400);
    expect((await api.get(`/v1/articles?limit=50&cursor=${body.page.next}`)).status).toBe(200);
  });

  const list = { areaScope: 'subtree', sort: '-publishedAt' };
  test.each<[string, string, Record<string, unknown>]>([
    ['/v1/articles?', 'listArticles', list],
    ['/v1/articles?fields=title&', 'listArticles', list],
    ['/v1/articles?q=storm&', 'listArticles', { ...list, q: parseSearch('storm') }],
    ['/v1/areas?', 'listAreas', {}],
    ['/v1/officials?', 'listOfficials', { q: undefined }],
    ['/v1/officials?q=ada&', 'listOfficials', { q: parseSearch('ada') }],
    ['/v1/organisations?', 'listOrganisations', { q: undefined }],
    ['/v1/quotes?', 'listQuotes', {}],
    ['/v1/quotes?q=storm&', 'listQuotes', { q: parseSearch('storm') }],
    ['/v1/tags?', 'listTags', {}],
    ['/v1/feeds/rss.xml?', 'rss.xml', { areaScope: 'subtree' }],
  ])('does not take a made-up cursor: %s', async (path, operationId, filters) => {
    const scope = cursorScope(operationId, filters);
    for (const direction of ['next', 'prev'] as const) {
      for (const count of [0, 5]) {
        const cursor = writeCursor({ direction, keys: Array<string>(count).fill('x') }, scope);
        const { status, body } = await api.get(`${path}cursor=${cursor}`);
        const detail = 'This is not a cursor of this query.';
        expect([direction, count, status, body.errors]).toEqual([
          direction,
          count,
          400,
          [{ parameter: 'cursor', detail, expected: CURSOR }],
        ]);
      }
    }
  });

  test('does not take a made-up cursor whose number is none', async () => {
    const cursor = writeCursor({ direction: 'next', keys: ['x', 'x', 'x'] }, cursorScope('listQuotes', {}));
    const { status, body } = await api.get(`/v1/quotes?cursor=${cursor}`);
    expect([status, body.errors?.[0].parameter]).toEqual([400, 'cursor']);
  });
});
