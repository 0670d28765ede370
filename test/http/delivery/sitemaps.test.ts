import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { instantFromMillis, millisOf } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import { decide, withdrawal } from '../../support/newsroom.ts';
import { instant } from '../../support/time.ts';
import { type Installation, openInstallation } from '../installation.ts';

let api: Installation;
const PUBLISHED = instant('2020-11-02T12:00:00.000Z');
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

beforeAll(async () => {
  api = await openInstallation();
  await api.publish({ slug: 'old', content: { publishedAt: instant('2020-10-31T12:00:00.000Z') } });
  await api.publish({ slug: 'new' });
  await api.publish({ slug: 'hidden', publishAt: null });
  await api.publish({ slug: 'due', publishAt: instant('2020-11-03T12:00:00.000Z') });
});
afterAll(() => api.close());

/** The names of the articles whose addresses a map has. */
async function namesIn(path: string): Promise<string[]> {
  const { status, headers, text } = await api.get(path);
  expect([status, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
  return [...text.matchAll(/<loc>https:\/\/police.example\/news\/([^<]*)<\/loc>/g)].map(([, name = '']) => name);
}

describe('the sitemap', () => {
  test('is an index of parts, and each part a map of public articles', async () => {
    const { text } = await api.get('/v1/sitemap.xml');
    expect(text).toContain('<loc>https://news.example/v1/sitemap.xml?part=1</loc>');
    expect(text.match(/<sitemap>/g)).toHaveLength(1);
    expect(await namesIn('/v1/sitemap.xml?part=1')).toEqual(['old', 'new']);
    expect((await api.get('/v1/sitemap.xml?part=2')).status).toBe(404);
    expect((await api.get('/v1/sitemap.xml?part=0')).status).toBe(400);
  });
});

describe('the sitemap of news', () => {
  test('has what was published in the last two days, to the millisecond', async () => {
    const leaves = instantFromMillis(millisOf(PUBLISHED) + TWO_DAYS);
    expect(await namesIn('/v1/sitemap-news.xml')).toEqual(['new']);
    api.setTime(instantFromMillis(millisOf(leaves) - 1));
    expect(await namesIn('/v1/sitemap-news.xml')).toEqual(['due', 'new']);
    api.setTime(leaves);
    expect(await namesIn('/v1/sitemap-news.xml')).toEqual(['due']);
  });

  test('has an entity tag and no date, for it changes when nothing does', async () => {
    const { headers } = await api.get('/v1/sitemap-news.xml');
    expect([headers['etag'], headers['last-modified']]).toEqual([expect.any(String), undefined]);
  });

  test('loses what is withdrawn at once, as every part does', async () => {
    const [due] = (await api.get('/v1/articles?limit=1')).body.data;
    const at = api.deps.clock.now();
    await decide(api.store, due.id, { withdraw: withdrawal('gone', { at }) }, { audience: audienceOf(OPERATOR, at) });
    expect(await namesIn('/v1/sitemap-news.xml')).toEqual([]);
    expect(await namesIn('/v1/sitemap.xml?part=1')).toEqual(['old', 'new']);
  });
});
