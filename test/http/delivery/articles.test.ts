import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../support/time.ts';
import { CLOSURE, STORM, WELSH } from '../fenwick.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { linksOf } from '../links.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  for (const release of [CLOSURE, STORM, WELSH]) await api.publish(release);
  await api.publish({ slug: 'hidden', publishAt: null });
});
afterAll(() => api.close());

async function slugs(query: string): Promise<string[]> {
  const response = await api.get(`/v1/articles?${query}`);
  expect(response.status, response.text).toBe(200);
  return response.body.data.map(({ slug }: { slug: string }) => slug);
}

describe('the list of articles', () => {
  test.each([
    ['sort=-publishedAt', ['llifogydd', 'storm', 'closure-order']],
    ['sort=publishedAt', ['closure-order', 'storm', 'llifogydd']],
    ['sort=title', ['closure-order', 'llifogydd', 'storm']],
    ['area=ouseshire', ['storm', 'closure-order']],
    ['area=ouseshire&areaScope=exact', ['storm']],
    ['area=fenwick', ['closure-order']],
    ['area=nowhere', []],
    ['official=priya-raman', ['closure-order']],
    ['organisation=fenwick-borough-council', ['closure-order']],
    ['tag=drugs', ['closure-order']],
    ['tag=unknown', []],
    ['language=cy', ['llifogydd']],
    ['language=en-gb', ['storm', 'closure-order']],
    ['from=2020-10-31', ['llifogydd', 'storm']],
    ['to=2020-10-31', ['storm', 'closure-order']],
    ['to=2020-10-30', ['closure-order']],
    ['from=2020-10-31T09:30:00Z&to=2020-10-31T09:30:00Z', ['storm']],
    ['from=2020-10-31T10:30:00%2B01:00&to=2020-10-31', ['storm']],
    ['from=2020-11-02', []],
    ['updatedSince=2020-11-02T12:00:00Z', ['llifogydd', 'storm', 'closure-order']],
    ['updatedSince=2020-11-03', []],
    ['q=storm', ['storm']],
    ['q=wyr', ['llifogydd']],
    ['q="order extended"', ['closure-order']],
    ['q="extended order"', []],
    ['q=clos*', ['closure-order']],
    ['q=storm&sort=relevance', ['storm']],
    ['area=ouseshire&tag=drugs&q=order', ['closure-order']],
  ])('finds with %s what it should', async (query, expected) => {
    expect(await slugs(query)).toEqual(expected);
  });

  test.each(['', '***', '"', '""', '"*"', '- ( ) OR', '\0', "';--", '%', 'NEAR('.repeat(20), 'c++ "', '\u{1f6a8}'])(
    'answers the search text %j without an error',
    async (text) => {
      const response = await api.get(`/v1/articles?q=${encodeURIComponent(text)}`);
      expect([response.status, response.body.data]).toEqual([200, []]);
    },
  );

  test('answers a search text of 10,000 characters without an error', async () => {
    for (const text of ['x'.repeat(10_000), 'storm '.repeat(1_667), '"'.repeat(10_000), '('.repeat(10_000)]) {
      expect((await api.get(`/v1/articles?sort=relevance&q=${encodeURIComponent(text)}`)).status).toBe(200);
    }
  });

  test('shows light entries', async () => {
    const { body } = await api.get('/v1/articles?tag=drugs&limit=1');
    expect(body).toEqual({
      data: [
        {
          id: expect.any(String),
          slug: 'closure-order',
          url: 'https://police.example/news/closure-order',
          title: 'Closure order extended',
          summary: 'A court has extended an order.',
          area: { slug: 'fenwick', name: 'Fenwick', path: 'ouseshire/fenwick' },
          tags: ['courts', 'drugs'],
          language: 'en-GB',
          publishedAt: '2020-10-29T00:00:00.000Z',
          publishedAtPrecision: 'day',
          updatedAt: '2020-11-02T12:00:00.000Z',
          edition: 1,
          image: { url: 'https://police.example/flats.jpg', alt: 'A block of flats' },
        },
      ],
      page: { limit: 1, next: null, prev: null },
    });
  });

  test('is walked forwards and backwards by its links', async () => {
    const first = await api.get('/v1/articles?limit=2&language=en-GB&sort=publishedAt&q=o*');
    expect(first.body.page).toEqual({ limit: 2, next: null, prev: null });

    const one = await api.get('/v1/articles?limit=2');
    expect(one.body.page).toEqual({ limit: 2, next: expect.any(String), prev: null });
    expect(linksOf(one)).toEqual({
      self: 'https://news.example/v1/articles?limit=2',
      first: 'https://news.example/v1/articles?limit=2',
      next: `https://news.example/v1/articles?limit=2&cursor=${one.body.page.next}`,
    });

    const two = await api.get(`/v1/articles?limit=2&cursor=${one.body.page.next}`);
    expect(two.body.data.map(({ slug }: { slug: string }) => slug)).toEqual(['closure-order']);
    expect(linksOf(two)).toEqual({
      self: `https://news.example/v1/articles?limit=2&cursor=${one.body.page.next}`,
      first: 'https://news.example/v1/articles?limit=2',
      prev: `https://news.example/v1/articles?limit=2&cursor=${two.body.page.prev}`,
    });

    const back = await api.get(`/v1/articles?limit=2&cursor=${two.body.page.prev}`);
    expect(back.body.data).toEqual(one.body.data);
  });
});

describe('one article', () => {
  test('carries everything', async () => {
    const { body, headers } = await api.get('/v1/articles/closure-order');
    const quote = { text: 'Orders need work.\n\nWe are pleased.', attribution: { name: 'Priya Raman' } };
    expect(body).toMatchObject({
      slug: 'closure-order',
      body: { html: '<p>The court extended the order.</p>' },
      quotes: [quote],
      officials: [{ slug: 'priya-raman', name: 'Priya Raman' }],
      corrections: [],
      openGraph: { 'og:title': 'Closure order extended', 'article:published_time': '2020-10-29' },
      jsonLd: { '@type': 'NewsArticle', headline: 'Closure order extended', datePublished: '2020-10-29' },
      links: {
        self: 'https://news.example/v1/articles/closure-order',
        canonical: 'https://police.example/news/closure-order',
      },
    });
    expect(headers['link']).toContain(
      '<https://news.example/v1/articles/closure-order>; rel="self", ' +
        '<https://police.example/news/closure-order>; rel="canonical", ',
    );
  });

  test('is found by its id too', async () => {
    const bySlug = await api.get('/v1/articles/storm');
    expect((await api.get(`/v1/articles/${bySlug.body.id}`)).text).toBe(bySlug.text);
  });

  test('is public at its instant and not a millisecond before', async () => {
    const { setTime, publish, get } = api;
    const due = instant('2020-11-02T18:00:00.000Z');
    await publish({ slug: 'evening', publishAt: due });
    setTime(instant('2020-11-02T17:59:59.999Z'));
    expect((await get('/v1/articles/evening')).status).toBe(404);
    setTime(due);
    expect((await get('/v1/articles/evening')).status).toBe(200);
  });
});
