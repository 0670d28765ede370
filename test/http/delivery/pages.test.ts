import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { cursorScope, writeCursor } from '../../../src/http/answer/cursor.ts';
import { createArea, removeArea } from '../../../src/usecases/manage-areas.ts';
import { carriedOut } from '../../../src/usecases/write-wish.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { linksOf } from '../links.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  for (const slug of ['a', 'b', 'c', 'd', 'e']) await api.publish({ slug, content: { tags: [`tag-${slug}`, 'all'] } });
  await api.publish({ slug: 'draft', publishAt: null });
});
afterAll(() => api.close());

async function read(path: string) {
  const response = await api.get(path);
  expect(response.status, response.text).toBe(200);
  return { ...response.body, links: linksOf(response) };
}

const slugs = ({ data }: { data: { slug: string }[] }) => data.map(({ slug }) => slug);
const LIST = '/v1/articles?sort=title&limit=2';

describe('a page by its number', () => {
  test('is the one that cursors lead to', async () => {
    const first = await read(LIST);
    const second = await read(`${LIST}&cursor=${first.page.next}`);
    expect(slugs(await read(`${LIST}&page=1`))).toEqual(slugs(first));
    const numbered = await read(`${LIST}&page=2`);
    expect([numbered.data, numbered.page]).toEqual([second.data, second.page]);
    expect(slugs(await read(`${LIST}&page=3`))).toEqual(['e']);
    expect((await read(`${LIST}&page=4`)).data).toEqual([]);
  });

  test('links to its neighbours by their numbers', async () => {
    const base = 'https://news.example/v1/articles?sort=title&limit=2';
    expect((await read(`${LIST}&page=2`)).links).toEqual({
      self: `${base}&page=2`,
      first: base,
      next: `${base}&page=3`,
      prev: `${base}&page=1`,
    });
  });

  test('works in every public list', async () => {
    for (const list of ['tags', 'officials', 'organisations', 'areas', 'quotes']) {
      expect((await api.get(`/v1/${list}?page=2&limit=1&count=exact`)).status).toBe(200);
    }
    expect(await read('/v1/tags?page=2&limit=2&count=exact')).toMatchObject({
      data: [{ tag: 'tag-b' }, { tag: 'tag-c' }],
      page: { total: 6 },
    });
  });

  test('reaches the first ten thousand entries', async () => {
    expect((await api.get('/v1/articles?page=100&limit=100')).status).toBe(200);
    expect((await api.get('/v1/articles?page=500')).status).toBe(200);
    expect((await api.get('/v1/articles?page=501')).status).toBe(400);
  });
});

test('a cursor of the order of titles that was before is refused, and one of another order goes on', async () => {
  const cursorOf = (sort: string, key: string) =>
    writeCursor(
      { direction: 'next', keys: [key, 'an-id'] },
      cursorScope('listArticles', { areaScope: 'subtree', sort }),
    );
  const ask = (sort: string, key: string) => api.get(`/v1/articles?sort=${sort}&cursor=${cursorOf(sort, key)}`);
  expect((await ask('title', '“b”')).body).toMatchObject({
    code: 'invalid_parameter',
    errors: [{ parameter: 'cursor', expected: expect.stringContaining('page.next') }],
  });
  expect(slugs((await ask('publishedAt', '')).body)).toHaveLength(5);
});

describe('a page that is asked for again', () => {
  let busy: Installation;
  beforeAll(async () => {
    busy = await openInstallation({ memoryBytes: 0 });
  });
  afterAll(() => busy.close());

  const ask = async (path: string) => {
    const response = await busy.get(path);
    const { data, page } = response.body;
    return { slugs: slugs({ data }), page, links: linksOf(response) };
  };
  const addressOf = (cursor: string) => `${LIST}&cursor=${cursor}`;
  /** The same question in other words, of which nothing is known. */
  const respelt = (cursor: string) => `/v1/articles?cursor=${cursor}&limit=2&sort=title`;

  test('has the neighbours that it has by now', async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e']) await busy.publish({ slug });
    const { next: second } = (await ask(LIST)).page;
    const { next: third } = (await ask(addressOf(second))).page;
    const read = async () => [await ask(addressOf(second)), await ask(addressOf(third))] as const;
    const before = await read();
    expect(await read()).toEqual(before);
    // Of the second page only the end is another one now, of the third only the beginning.
    await busy.publish({ slug: 'cc' });
    await busy.publish({ slug: 'dd' });
    const after = await read();
    expect([before, after].map((pages) => pages.map((page) => page.slugs))).toEqual([
      [['c', 'd'], ['e']],
      [
        ['c', 'cc'],
        ['dd', 'e'],
      ],
    ]);
    expect(after).toEqual([await ask(respelt(second)), await ask(respelt(third))]);
    expect(after[0].links['next']).toBe(`https://news.example${addressOf(after[0].page.next)}`);
    expect((await ask(addressOf(after[0].page.next))).slugs).toEqual(['d', 'dd']);
    expect((await ask(addressOf(after[1].page.prev))).slugs).toEqual(['cc', 'd']);
  });

  test('is of the area that has this name by now', async () => {
    const options = { actor: OPERATOR, dryRun: false, once: null };
    const found = async () => (await ask('/v1/articles?area=tarn')).slugs;
    const { subject: first } = carriedOut(await createArea(busy.deps, { name: 'Tarn' }, options));
    expect([await found(), await found()]).toEqual([[], []]);
    await removeArea(busy.deps, { reference: first.key, version: first.version }, options);
    const { subject: second } = carriedOut(await createArea(busy.deps, { name: 'Tarn' }, options));
    await busy.publish({ slug: 'by-the-tarn', content: { area: { id: second.id, name: 'Tarn' } } });
    expect([await found(), second.id === first.id]).toEqual([['by-the-tarn'], false]);
  });
});

describe('a total', () => {
  test.each([
    ['', 5],
    ['&tag=tag-a', 1],
    ['&tag=nothing', 0],
    ['&area=nowhere', 0],
    ['&q=title', 5],
    ['&q=title&sort=relevance', 5],
    ['&q=', 0],
    ['&tag=all&q=b', 1],
  ])('of the list with "%s" agrees with its filters', async (filters, total) => {
    const { page } = await read(`/v1/articles?limit=1&count=exact${filters}`);
    expect(page.total).toBe(total);
    expect((await read(`/v1/articles?limit=100${filters}`)).data).toHaveLength(total);
  });

  test('is there only when it is asked for', async () => {
    expect(Object.keys((await read('/v1/articles')).page)).toEqual(['limit', 'next', 'prev']);
  });
});
