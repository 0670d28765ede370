import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Feed } from '../../src/domain/feed.ts';
import { toAtom } from '../../src/formats/atom.ts';
import { toJsonFeed } from '../../src/formats/json-feed.ts';
import { toNinjs } from '../../src/formats/ninjs.ts';
import { toRss } from '../../src/formats/rss.ts';
import { jsonFeedView } from '../../src/http/views/json-feed.ts';
import { ninjsView } from '../../src/http/views/ninjs.ts';
import { instant } from '../support/time.ts';
import { EMPTY, FEED, REMOVED_ID } from './example-feed.ts';
import { atomSchema, rssSchema } from './feed-schemas.ts';
import { parseXml } from './xml-shape.ts';

const asJson = (render: (feed: Feed) => object) => (feed: Feed) => `${JSON.stringify(render(feed), null, 2)}\n`;

const FORMATS = [
  { file: 'rss.xml', render: toRss, check: (text: string) => rssSchema.parse(parseXml(text)) },
  { file: 'atom.xml', render: toAtom, check: (text: string) => atomSchema.parse(parseXml(text)) },
  { file: 'feed.json', render: asJson(toJsonFeed), check: (text: string) => jsonFeedView.parse(JSON.parse(text)) },
  { file: 'ninjs.json', render: asJson(toNinjs), check: (text: string) => ninjsView.parse(JSON.parse(text)) },
];

describe.each(FORMATS)('$file', ({ file, render, check }) => {
  test('is what the golden file says', () => {
    const golden = readFileSync(join(import.meta.dirname, 'golden', file), 'utf8');
    const isJson = file.endsWith('.json');
    expect(render(FEED)).toBe(isJson ? asJson(() => JSON.parse(golden))(FEED) : golden);
  });

  test('is what the strict schema of our output allows, with everything and with nothing', () => {
    expect(() => check(render(FEED))).not.toThrow();
    expect(() => check(render(EMPTY))).not.toThrow();
  });

  test('names a release by its id, and never by its slug', () => {
    expect(render(FEED)).toContain('urn:uuid:0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a');
    expect(render(FEED)).not.toContain('a-slug-that-shows-nowhere');
  });
});

test('a feed says its language where all its releases have one', () => {
  const [rich] = FEED.articles;
  const welsh = { ...FEED, articles: rich ? [{ ...rich, language: 'cy' }] : [] };
  expect(toRss(welsh)).toContain('<language>cy</language>');
  expect(toAtom(welsh)).toContain('"http://purl.org/syndication/history/1.0" xml:lang="cy">');
  expect(toJsonFeed(welsh).language).toBe('cy');
  for (const feed of [FEED, EMPTY]) {
    expect([toRss(feed).includes('<language>'), toJsonFeed(feed).language]).toEqual([false, undefined]);
  }
});

test('releases are of the organisation that the operator has named, and otherwise of who has the site', () => {
  const named = {
    ...FEED,
    publisher: { name: 'Fenwick & Marl', url: 'https://fenwick.example/', logo: null, hosts: null },
  };
  expect(toRss(named).match(/<dc:creator>.*<\/dc:creator>/g)).toEqual(
    FEED.articles.map(() => '<dc:creator>Fenwick &amp; Marl</dc:creator>'),
  );
  expect(toAtom(named).match(/<author>\n<name>.*<\/name>/g)).toEqual(
    ['feed', ...FEED.articles].map(() => '<author>\n<name>Fenwick &amp; Marl</name>'),
  );
  expect(toJsonFeed(named).items.map(({ authors }) => authors)).toEqual(
    FEED.articles.map(() => [{ name: 'Fenwick & Marl', url: 'https://fenwick.example/' }]),
  );
  expect(toJsonFeed(FEED).items[0]?.authors).toEqual([{ name: 'council.example' }]);
});

test('a release that lies on no site of the publisher is of who has the site', () => {
  const publisher = {
    name: 'Fenwick',
    url: 'https://fenwick.example/',
    logo: null,
    hosts: ['cil.example', 'police.example'],
  };
  const feed = { ...FEED, publisher };
  expect(FEED.articles.map(({ url }) => new URL(url).hostname)).toEqual(['www.council.example', 'www.police.example']);
  expect(toRss(feed).match(/(?<=<dc:creator>).*(?=<)/g)).toEqual(['council.example', 'Fenwick']);
  expect(toAtom(feed).match(/(?<=<author>\n<name>).*(?=<)/g)).toEqual(['Fenwick', 'council.example', 'Fenwick']);
  expect(toJsonFeed(feed).items.map(({ authors }) => authors)).toEqual([
    [{ name: 'council.example' }],
    [{ name: 'Fenwick', url: 'https://fenwick.example/' }],
  ]);
});

test('RSS gives a day its own date, in summer too, and the same instant', () => {
  const [rich] = FEED.articles;
  const dateOf = (publishedAt: string, publishedAtPrecision: 'day' | 'instant') => {
    const article = rich && { ...rich, publishedAt: instant(publishedAt), publishedAtPrecision };
    return /<pubDate>(.*)<\/pubDate>/.exec(toRss({ ...FEED, articles: article ? [article] : [] }))?.[1] ?? '';
  };
  expect(dateOf('2025-09-18T23:00:00Z', 'day')).toBe('Fri, 19 Sep 2025 00:00:00 +0100');
  expect(Date.parse(dateOf('2025-09-18T23:00:00Z', 'day'))).toBe(Date.parse('2025-09-18T23:00:00Z'));
  expect(dateOf('2025-12-04T00:00:00Z', 'day')).toBe('Thu, 04 Dec 2025 00:00:00 GMT');
  expect(dateOf('2025-09-18T23:00:00Z', 'instant')).toBe('Thu, 18 Sep 2025 23:00:00 GMT');
});

test('XML has no character that XML does not allow, and hides no text behind one', () => {
  for (const text of [toRss(FEED), toAtom(FEED)]) {
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain('Fish &amp; chips &lt;script&gt; ]]&gt; &quot;quoted&quot;');
  }
});

test('what was taken down is told where a format has a word for it, by id and instant alone', () => {
  expect(toRss(FEED)).not.toContain(REMOVED_ID);
  expect(JSON.stringify(toJsonFeed(FEED))).not.toContain(REMOVED_ID);
  expect(toAtom(FEED)).toContain(`<at:deleted-entry ref="urn:uuid:${REMOVED_ID}" when="2026-03-03T08:30:00.000Z"/>`);
  expect(toNinjs(FEED).associations?.at(-1)).toEqual({
    name: 'canceled1',
    uri: `urn:uuid:${REMOVED_ID}`,
    versionCreated: '2026-03-03T08:30:00.000Z',
    pubStatus: 'canceled',
  });
});

test('a note to readers is led in by the language of its release', () => {
  const welsh = { ...FEED, articles: FEED.articles.map((article) => ({ ...article, language: 'cy-GB' })) };
  for (const text of [toRss(welsh), toAtom(welsh), JSON.stringify(toJsonFeed(welsh)), JSON.stringify(toNinjs(welsh))]) {
    expect(text).toContain('Cywiriad, 2026-03-02:');
    expect(text).not.toContain('Correction');
  }
});
