import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSURE, QUOTE_ID, STORM } from '../fenwick.ts';
import { type Installation, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  for (const release of [CLOSURE, STORM]) await api.publish(release);
});
afterAll(() => api.close());

const page = { limit: 20, next: null, prev: null };
const council = { slug: 'fenwick-borough-council', name: 'Fenwick Borough Council' };
const post = { rank: 'Cllr', role: 'Portfolio Holder', organisation: council };
const county = { slug: 'ouseshire', name: 'Ouseshire', path: 'ouseshire' };
const borough = { slug: 'fenwick', name: 'Fenwick', path: 'ouseshire/fenwick' };
const quote = {
  id: QUOTE_ID,
  position: 1,
  text: 'Orders need work.\n\nWe are pleased.',
  paragraphs: ['Orders need work.', 'We are pleased.'],
  official: { slug: 'priya-raman', name: 'Priya Raman' },
  organisation: council,
  attribution: {
    name: 'Priya Raman',
    rank: 'Cllr',
    role: 'Portfolio Holder',
    organisation: 'Fenwick Borough Council',
    asWritten: 'Cllr Priya Raman said:',
  },
  article: {
    id: expect.any(String),
    slug: 'closure-order',
    url: 'https://police.example/news/closure-order',
    title: 'Closure order extended',
    publishedAt: '2020-10-29T00:00:00.000Z',
    publishedAtPrecision: 'day',
  },
};

test.each([
  [
    '/v1/areas',
    {
      data: [
        { ...county, nameCy: null, kind: 'county', gss: 'E10000002', parent: null, articles: 2 },
        { ...borough, nameCy: null, kind: 'borough', gss: null, parent: county, articles: 1 },
      ],
      page,
    },
  ],
  [
    '/v1/areas/ouseshire',
    {
      ...county,
      nameCy: null,
      kind: 'county',
      gss: 'E10000002',
      parent: null,
      articles: 2,
      ancestors: [],
      children: [{ ...borough, articles: 1 }],
      links: linksOf('area', 'areas/ouseshire'),
    },
  ],
  ['/v1/officials', { data: [{ slug: 'priya-raman', name: 'Priya Raman', ...post, articles: 1 }], page }],
  ['/v1/officials?q=ram*', { data: [{ slug: 'priya-raman', name: 'Priya Raman', ...post, articles: 1 }], page }],
  ['/v1/officials?q=ram', { data: [], page }],
  ['/v1/organisations?q=council&count=exact', { data: [{ ...council, articles: 1 }], page: { ...page, total: 1 } }],
  [
    '/v1/officials/priya-raman',
    {
      slug: 'priya-raman',
      name: 'Priya Raman',
      ...post,
      articles: 1,
      otherNames: [],
      history: [{ ...post, from: '2020-10-29T00:00:00.000Z' }],
      links: linksOf('official', 'officials/priya-raman'),
    },
  ],
  ['/v1/organisations', { data: [{ ...council, articles: 1 }], page }],
  [
    '/v1/organisations/fenwick-borough-council',
    { ...council, articles: 1, links: linksOf('organisation', 'organisations/fenwick-borough-council') },
  ],
  ['/v1/quotes', { data: [quote], page }],
  ['/v1/quotes?official=priya-raman&organisation=fenwick-borough-council&area=ouseshire', { data: [quote], page }],
  ['/v1/quotes?q=%22orders+need%22', { data: [quote], page }],
  ['/v1/quotes?q=storm', { data: [], page }],
  ['/v1/quotes?q=%2A', { data: [], page }],
  ['/v1/quotes?area=nowhere', { data: [], page }],
  [
    '/v1/tags',
    {
      data: [
        { tag: 'courts', articles: 1 },
        { tag: 'drugs', articles: 1 },
        { tag: 'weather', articles: 1 },
      ],
      page,
    },
  ],
  ['/healthz', { status: 'ok' }],
  ['/readyz', { status: 'ok' }],
])('answers %s', async (path, body) => {
  const response = await api.get(path);
  expect([response.status, response.body]).toEqual([200, body]);
});

test.each(['/v1/areas', '/v1/officials', '/v1/organisations', '/v1/quotes', '/v1/tags'])(
  'walks %s in pages as the cursors say',
  async (path) => {
    const whole = await api.get(path);
    const rows: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await api.get(`${path}?limit=1${cursor && `&cursor=${cursor}`}`);
      rows.push(...body.data);
      cursor = body.page.next;
    }
    expect(rows).toEqual(whole.body.data);
  },
);

test('answers HEAD everywhere like GET, without the body', async () => {
  const paths = ['/v1/articles', '/v1/articles/storm', '/v1/areas/fenwick', '/v1/tags', '/healthz', '/openapi.json'];
  for (const path of paths) {
    const got = await api.client.get(path);
    const head = await api.client.head(path);
    expect([head.status, head.text ?? '']).toEqual([200, '']);
    for (const name of ['etag', 'last-modified', 'cache-control', 'content-type', 'content-length', 'link']) {
      expect([path, name, head.headers[name]]).toEqual([path, name, got.headers[name]]);
    }
  }
});

test('is not ready, and says so, when the store is closed', async () => {
  const closing = await openInstallation();
  await closing.store.close();
  const response = await closing.get('/readyz');
  expect([response.status, response.headers['retry-after'], response.body.code]).toEqual([503, '5', 'unavailable']);
  await closing.close();
});

test.each(['area=ouseshire', 'official=priya-raman', 'organisation=fenwick-borough-council'])(
  'what an entry links to is there, and its feeds are named: %s',
  async (filter) => {
    const [kind = '', slug = ''] = filter.split('=');
    const { body, headers } = await api.get(`/v1/${kind}s/${slug}`);
    for (const address of Object.values<string>(body.links)) {
      const { status, body: found } = await api.get(address.replace('https://news.example', ''));
      expect([address, status, found.slug ?? found.data.length > 0]).toEqual([address, 200, found.slug ?? true]);
    }
    expect(headers['link']).toContain(`<https://news.example/v1/feeds/atom.xml?${filter}>; rel="alternate"`);
  },
);

function linksOf(kind: string, path: string) {
  const [, slug] = path.split('/');
  return {
    self: `https://news.example/v1/${path}`,
    articles: `https://news.example/v1/articles?${kind}=${slug}`,
    quotes: `https://news.example/v1/quotes?${kind}=${slug}`,
  };
}
