import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { toAtom } from '../../src/formats/atom.ts';
import { toJsonFeed } from '../../src/formats/json-feed.ts';
import { toNinjs } from '../../src/formats/ninjs.ts';
import { toRss } from '../../src/formats/rss.ts';
import { EMPTY, FEED } from './example-feed.ts';

/* What parsers that are not ours understand of our feeds. */

const ID = 'urn:uuid:0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a';
const TITLE = 'Fish & chips <script> ]]> "quoted"  \u{1f41f}';
const SUMMARY = 'A summary with  a form feed & a <tag>.';
/** The description of an item of RSS is HTML. */
const RSS_SUMMARY = 'A summary with  a form feed &amp; a &lt;tag&gt;.';
const HTML = '<p>It was <em>this</em> big &amp; ]]&gt;.</p>';
const LINK = 'https://www.council.example/news/rich?a=1&b=2';

test('feedsmith reads RSS', () => {
  const feed = parseRssFeed(toRss(FEED));
  expect(feed).toMatchObject({ title: FEED.title, lastBuildDate: 'Tue, 03 Mar 2026 08:30:00 GMT' });
  expect(feed.items).toHaveLength(2);
  expect(feed.items?.[0]).toMatchObject({
    title: TITLE,
    link: LINK,
    guid: { value: ID, isPermaLink: false },
    description: RSS_SUMMARY,
    pubDate: 'Sat, 28 Feb 2026 00:00:00 GMT',
    categories: [{ name: 'court & crime' }, { name: 'housing' }],
    content: { encoded: expect.stringContaining(HTML) },
    media: { contents: [{ url: 'https://www.council.example/p.jpg?w=1&h=2', medium: 'image' }] },
  });
  expect(feed.atom?.links).toContainEqual({ rel: 'self', type: 'application/rss+xml', href: FEED.url });
});

test('feedsmith reads Atom', () => {
  const feed = parseAtomFeed(toAtom(FEED));
  expect(feed).toMatchObject({ id: FEED.id, title: { value: FEED.title }, updated: '2026-03-03T08:30:00.000Z' });
  expect(feed.links).toContainEqual({ rel: 'hub', href: 'https://news.example/v1/websub/hub' });
  expect(feed.entries?.[0]).toMatchObject({
    id: ID,
    title: { value: TITLE },
    summary: { value: SUMMARY },
    published: '2026-02-28T00:00:00.000Z',
    updated: '2026-03-02T10:00:00.000Z',
    authors: [{ name: 'council.example' }],
    content: { type: 'html', value: expect.stringContaining(HTML) },
  });
});

test('feedsmith reads JSON Feed', () => {
  const feed = parseJsonFeed(JSON.stringify(toJsonFeed(FEED)));
  expect(feed).toMatchObject({ title: FEED.title, feed_url: FEED.url });
  expect(feed.items?.[0]).toMatchObject({
    id: ID,
    language: 'en-GB',
    tags: ['court & crime', 'housing'],
  });
});

test.each([
  ['RSS', toRss],
  ['Atom', toAtom],
])('feed-parser reads %s', (_name, render) => {
  const feed = parseFeed(render(FEED));
  expect(feed.items.map((item) => item.id)).toEqual([ID, 'urn:uuid:1b7c33aa-0c11-4c5e-8f2e-51b0a2f6d001']);
  const [rich] = feed.items;
  expect(rich?.title?.replaceAll(/\s+/g, ' ')).toBe(TITLE.replaceAll(/\s+/g, ' '));
  expect(rich?.url).toBe(LINK);
  expect(rich?.published).toEqual(new Date('2026-02-28T00:00:00Z'));
  expect(rich?.content).toContain('<p>It was <em>this</em> big');
  expect(parseFeed(render(EMPTY)).items).toEqual([]);
});

/** What Python's feedparser says of a feed on its standard input. */
const SCRIPT = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({
  'bozo': bool(feed.bozo), 'version': feed.version,
  'link': feed.feed.link, 'updated': list(feed.feed.updated_parsed[:6]), 'language': feed.feed.get('language'),
  'ids': [entry.id for entry in feed.entries], 'titles': [entry.title for entry in feed.entries],
  'links': [entry.link for entry in feed.entries], 'summary': feed.entries[0].summary,
  'published': list(feed.entries[0].published_parsed[:6]), 'changed': list(feed.entries[0].updated_parsed[:6]),
  'authors': [entry.author for entry in feed.entries], 'tags': [tag.term for tag in feed.entries[0].tags],
  'content': feed.entries[0].content[0].value,
  'hub': [link.href for link in feed.feed.links if link.rel == 'hub'],
}))`;
/** Debian's package is for Debian's Python, which need not be the first one. */
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import feedparser']).status === 0,
);

test('feedparser of Python reads RSS and Atom', () => {
  if (!python) {
    process.stderr.write('\nNOT CHECKED: python3-feedparser is not installed here.\n');
    return;
  }
  const read = (xml: string) => JSON.parse(execFileSync(python, ['-c', SCRIPT], { input: xml, encoding: 'utf8' }));
  const understood = {
    bozo: false,
    link: FEED.siteUrl,
    updated: [2026, 3, 3, 8, 30, 0],
    language: null,
    ids: [ID, 'urn:uuid:1b7c33aa-0c11-4c5e-8f2e-51b0a2f6d001'],
    titles: [expect.stringContaining('Fish'), expect.any(String)],
    links: [LINK, expect.any(String)],
    summary: SUMMARY,
    published: [2026, 2, 28, 0, 0, 0],
    changed: [2026, 3, 2, 10, 0, 0],
    authors: ['council.example', expect.any(String)],
    content: expect.stringContaining('<p>It was <em>this</em> big'),
    hub: ['https://news.example/v1/websub/hub'],
  };
  const tags = ['court & crime', 'housing'];
  expect(read(toRss(FEED))).toEqual({ ...understood, version: 'rss20', tags, summary: RSS_SUMMARY });
  expect(read(toAtom(FEED))).toEqual({ ...understood, version: 'atom10', tags: [...tags, 'fenwick'] });
});

const SCHEMA = join(import.meta.dirname, '../../../shared/schemas/ninjs-schema_3.1.json');

test('the schema of the IPTC allows our ninjs', () => {
  if (!existsSync(SCHEMA))
    process.stderr.write('\nNOT CHECKED: the ninjs schema of the IPTC is not beside this clone.\n');
  for (const path of existsSync(SCHEMA) ? [SCHEMA] : []) {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    // Its one reference to something else; we give no coordinates.
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
    const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
    for (const item of [toNinjs(FEED), ...(toNinjs(FEED).associations ?? []), toNinjs(EMPTY)]) {
      const { name: _name, ...own } = { name: undefined, ...item };
      validate(own);
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ ...toNinjs(FEED), own: 'key' })).toBe(false);
  }
});
