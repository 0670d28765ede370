import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../support/time.ts';
import { CLOSURE, STORM } from '../fenwick.ts';
import { type Installation, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  await api.publish(CLOSURE);
  await api.publish(STORM);
  const title = 'Storm <script>alert("1")</script> & flood';
  await api.publish({ slug: 'hostile', content: { title, publishedAt: instant('2019-12-31T23:59:59.999Z') } });
  await api.publish({ slug: 'hidden', content: { title: 'Storm', tags: ['drugs'] }, publishAt: null });
});
afterAll(() => api.close());

async function read(query: string) {
  const response = await api.get(`/v1/articles?${query}`);
  expect(response.status, response.text).toBe(200);
  return response.body;
}

describe('highlights', () => {
  test('are safe HTML with mark elements', async () => {
    const { data } = await read('q=storms&highlight=true&sort=publishedAt&fields=slug');
    expect(data).toEqual([
      {
        slug: 'hostile',
        highlights: {
          title: '<mark>Storm</mark> &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; flood',
          summary: null,
          body: null,
        },
      },
      { slug: 'storm', highlights: { title: '<mark>Storm</mark> over the county', summary: null, body: null } },
    ]);
  });

  test('need something to look for', async () => {
    const { status, body } = await api.get('/v1/articles?highlight=true');
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ parameter: 'highlight' })]]);
  });

  test('are there only when they are asked for', async () => {
    for (const query of ['q=storm', 'q=storm&highlight=false']) {
      expect((await read(query)).data[0]).not.toHaveProperty('highlights');
    }
  });
});

describe('facets', () => {
  test('say what a list is made of', async () => {
    expect((await read('facets=area,tag,year&limit=1')).facets).toEqual({
      isComplete: true,
      area: [
        { slug: 'ouseshire', name: 'Ouseshire', path: 'ouseshire', articles: 2 },
        { slug: 'fenwick', name: 'Fenwick', path: 'ouseshire/fenwick', articles: 1 },
      ],
      tag: [
        { tag: 'courts', articles: 1 },
        { tag: 'drugs', articles: 1 },
        { tag: 'weather', articles: 1 },
      ],
      year: [
        { year: '2020', articles: 2 },
        { year: '2019', articles: 1 },
      ],
    });
  });

  test('agree with the filters, whatever they are', async () => {
    for (const filters of [
      'tag=drugs',
      'q=storm',
      'area=fenwick&from=2020-01-01',
      'official=priya-raman',
      'q=nothing',
    ]) {
      const { facets, page } = await read(`facets=area,tag,year,official,organisation,language&count=exact&${filters}`);
      const years = facets.year.map(({ articles }: { articles: number }) => articles);
      expect([filters, years.reduce((sum: number, each: number) => sum + each, 0)]).toEqual([filters, page.total]);
      for (const { slug, articles } of facets.area.filter(() => !filters.includes('area='))) {
        expect((await read(`${filters}&area=${slug}&count=exact`)).page.total).toBe(articles);
      }
      for (const { tag, articles } of facets.tag.filter(() => !filters.includes('tag='))) {
        expect((await read(`${filters}&tag=${tag}&count=exact`)).page.total).toBe(articles);
      }
    }
  });

  test('exist by these names', async () => {
    const { body } = await api.get('/v1/articles?facets=area,state');
    expect(body.errors).toEqual([
      {
        parameter: 'facets',
        detail: '"state" is not a value of this parameter.',
        expected: 'One of the values in allowed.',
        allowed: ['area', 'tag', 'year', 'official', 'organisation', 'language'],
      },
    ]);
  });
});
