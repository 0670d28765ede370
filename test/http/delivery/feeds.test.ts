import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { ARCHIVE_POSITIONS } from '../../../src/domain/feed.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import { decide, put, withdrawal } from '../../support/newsroom.ts';
import { CLOSURE, STORM, WELSH } from '../fenwick.ts';
import { type Installation, NOW, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  for (const release of [CLOSURE, STORM, WELSH]) await api.publish(release);
  await api.publish({ slug: 'hidden', publishAt: null });
});
afterAll(() => api.close());

const NAMES = ['rss.xml', 'atom.xml', 'feed.json', 'ninjs.json'];
const BASE = 'https://news.example/v1/feeds';

async function text(path: string): Promise<string> {
  const { status, text: body } = await api.get(path);
  expect(status).toBe(200);
  return body;
}

async function vanish(slug: string): Promise<string> {
  const { id } = (await api.get(`/v1/articles/${slug}`)).body;
  const at = api.deps.clock.now();
  await decide(api.store, id, { withdraw: withdrawal('vanish', { at }) }, { audience: audienceOf(OPERATOR, at) });
  return id;
}

describe.each(NAMES)('the feed %s', (name) => {
  test('has its own media type, and is revalidated for nothing', async () => {
    const { headers } = await api.get(`/v1/feeds/${name}`);
    expect(headers['content-type']).toMatch(/^application\/(rss\+xml|atom\+xml|feed\+json|json); charset=utf-8$/);
    expect(headers['link']).toContain(`<${BASE}/${name}>; rel="self"`);
    expect((await api.get(`/v1/feeds/${name}`, { 'If-None-Match': headers['etag'] ?? '' })).status).toBe(304);
    const since = headers['last-modified'] ?? '';
    expect((await api.get(`/v1/feeds/${name}`, { 'If-Modified-Since': since })).status).toBe(200);
    expect((await api.client.head(`/v1/feeds/${name}`)).status).toBe(200);
  });

  test.each([
    ['area=fenwick', [true, false]],
    ['official=priya-raman&tag=drugs', [true, false]],
    ['q=storm', [false, true]],
    ['from=2020-10-31&language=en-GB', [false, true]],
    ['area=nowhere', [false, false]],
  ])('takes the filters of the list: %s', async (filters, expected) => {
    const feed = await text(`/v1/feeds/${name}?${filters}`);
    expect([feed.includes('Closure order extended'), feed.includes('Storm over the county')]).toEqual(expected);
    expect(feed).not.toContain('hidden');
  });

  test.each(['sort=title', 'fields=title', 'limit=101', 'page=2'])('refuses %s', async (query) => {
    expect((await api.get(`/v1/feeds/${name}?${query}`)).status).toBe(400);
  });
});

test('a list and an article name their feeds, the list with its filters', async () => {
  const links = async (path: string) => (await api.get(path)).headers['link'];
  expect(await links('/v1/articles?tag=drugs&limit=1&sort=title')).toContain(
    `<${BASE}/atom.xml?tag=drugs>; rel="alternate"; type="application/atom+xml", ` +
      `<${BASE}/rss.xml?tag=drugs>; rel="alternate"; type="application/rss+xml", ` +
      `<${BASE}/feed.json?tag=drugs>; rel="alternate"; type="application/feed+json"`,
  );
  expect(await links('/v1/articles/storm')).toContain(`<${BASE}/atom.xml>; rel="alternate"`);
  expect(await links(`/v1/articles?q=${'x'.repeat(2_000)}`)).not.toContain('alternate');
});

test('RSS, JSON Feed and ninjs are walked by their next links', async () => {
  const first = await api.get('/v1/feeds/feed.json?limit=2');
  expect(first.headers['link']).toContain(`<${first.body.next_url}>; rel="next"`);
  const second = await api.get(new URL(first.body.next_url).href.replace('https://news.example', ''));
  expect(second.body.items.map(({ title }: { title: string }) => title)).toEqual(['Closure order extended']);
  expect(second.body).not.toHaveProperty('next_url');
  expect((await api.get('/v1/feeds/ninjs.json?limit=2')).headers['link']).toContain('rel="next"');
});

test('what changed last is the date of a feed, whatever else is published', async () => {
  const updated = async (filters: string) => parseAtomFeed(await text(`/v1/feeds/atom.xml?${filters}`)).updated;
  api.setTime(shifted(NOW, 60_000));
  await api.publish({ slug: 'elsewhere' });
  expect(await updated('tag=drugs')).toBe(NOW);
  expect(await updated('')).toBe(shifted(NOW, 60_000));
  api.setTime(shifted(NOW, 120_000));
  await vanish('elsewhere');
  expect(await updated('tag=drugs')).toBe(shifted(NOW, 120_000));
});

test('a release that was taken down leaves a tombstone in Atom and ninjs, in every filter, and nothing else anywhere', async () => {
  const id = await vanish('storm');
  for (const name of NAMES) {
    const feed = await text(`/v1/feeds/${name}?tag=drugs`);
    expect(feed).not.toMatch(/storm/i);
    expect(feed.includes(id)).toBe(name === 'atom.xml' || name === 'ninjs.json');
  }
});

test('the past is reached through archives, to which nothing is added and from which only what changed goes', async () => {
  const other = await openInstallation();
  const names = Array.from({ length: 2 * ARCHIVE_POSITIONS + 30 }, (_, at) => ({
    name: `r${at}`,
    now: shifted(NOW, at),
  }));
  other.setTime(shifted(NOW, 60_000));
  const articles = await put(other.store, ...names);
  const read = async (path: string) => parseAtomFeed((await other.get(path)).text);
  const idsOf = ({ entries = [] }: Awaited<ReturnType<typeof read>>) => entries.map(({ id }) => id);
  const linkOf = ({ links = [] }: Awaited<ReturnType<typeof read>>, wanted: string) =>
    links.find(({ rel }) => rel === wanted)?.href?.replace('https://news.example', '');

  const newest = await read('/v1/feeds/atom.xml?limit=10');
  expect(newest.id).toBe('https://news.example/v1/feeds/atom.xml');
  expect(newest.entries).toHaveLength(30);
  const reached = new Set(idsOf(newest));
  const documents = [];
  for (let next = linkOf(newest, 'prev-archive'); next !== undefined; ) {
    const archive = await read(next);
    documents.push([next, idsOf(archive).length, linkOf(archive, 'current'), archive.id]);
    for (const id of idsOf(archive)) reached.add(id);
    next = linkOf(archive, 'prev-archive');
  }
  expect(documents).toEqual([
    ['/v1/feeds/atom.xml?limit=10&archive=2', 100, '/v1/feeds/atom.xml?limit=10', newest.id],
    ['/v1/feeds/atom.xml?limit=10&archive=1', 100, '/v1/feeds/atom.xml?limit=10', newest.id],
  ]);
  expect(reached).toEqual(new Set(articles.map(({ id }) => `urn:uuid:${id}`)));
  expect((await other.get('/v1/feeds/atom.xml?archive=3')).status).toBe(404);

  const before = idsOf(await read('/v1/feeds/atom.xml?archive=1'));
  const [first, second] = articles;
  await decide(other.store, first?.id ?? '', { withdraw: withdrawal('gone', { at: NOW }) });
  await put(other.store, { name: 'r1', title: 'Corrected', now: shifted(NOW, 30_000) });
  const { text: after } = await other.get('/v1/feeds/atom.xml?archive=1');
  expect(idsOf(parseAtomFeed(after))).toEqual(before.slice(0, -2));
  expect(after).toContain('<fh:archive/>');
  const now = await other.get('/v1/feeds/atom.xml?limit=1');
  expect(now.text).toContain(`<at:deleted-entry ref="urn:uuid:${first?.id}"`);
  expect(idsOf(parseAtomFeed(now.text))).toContain(`urn:uuid:${second?.id}`);
  await other.close();
});
