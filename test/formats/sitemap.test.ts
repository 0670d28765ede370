import { expect, test } from 'vitest';
import { startOfDay } from '../../src/domain/time.ts';
import { toNewsSitemap, toSitemap, toSitemapIndex } from '../../src/formats/sitemap.ts';
import { instant } from '../support/time.ts';

const at = startOfDay({ year: 2021, month: 1, day: 2 });
const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

test('an index names its parts', () => {
  expect(toSitemapIndex(['https://news.example/v1/sitemap.xml?part=1&x="2"'])).toBe(
    [
      HEAD,
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      '<sitemap>',
      '<loc>https://news.example/v1/sitemap.xml?part=1&amp;x=&quot;2&quot;</loc>',
      '</sitemap>',
      '</sitemapindex>',
      '',
    ].join('\n'),
  );
});

test('a map says where and since when', () => {
  expect(toSitemap([{ url: 'https://police.example/a', updatedAt: at }])).toBe(
    [
      HEAD,
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      '<url>',
      '<loc>https://police.example/a</loc>',
      '<lastmod>2021-01-02T00:00:00.000Z</lastmod>',
      '</url>',
      '</urlset>',
      '',
    ].join('\n'),
  );
});

const NEWS = {
  url: 'https://www.police.example/a',
  title: 'A < B \u0007',
  language: 'en-GB',
  publishedAt: at,
  publishedAtPrecision: 'instant',
} as const;

test('news has its publication, its language without a country, its date and its title', () => {
  expect(toNewsSitemap([NEWS], null)).toBe(
    [
      HEAD,
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ' +
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
      '<url>',
      '<loc>https://www.police.example/a</loc>',
      '<news:news>',
      '<news:publication>',
      '<news:name>police.example</news:name>',
      '<news:language>en</news:language>',
      '</news:publication>',
      '<news:publication_date>2021-01-02T00:00:00.000Z</news:publication_date>',
      '<news:title>A &lt; B </news:title>',
      '</news:news>',
      '</url>',
      '</urlset>',
      '',
    ].join('\n'),
  );
});

test('news of a day has its day in London, which in summer begins in the night before', () => {
  const news = { ...NEWS, publishedAt: instant('2021-06-30T23:00:00Z'), publishedAtPrecision: 'day' } as const;
  expect(toNewsSitemap([news], null)).toContain('<news:publication_date>2021-07-01</news:publication_date>');
});

test('news is of the organisation that the operator has named', () => {
  const publisher = { name: 'Fenwick & Marl Council', url: 'https://fenwick.example/', logo: null, hosts: null };
  expect(toNewsSitemap([NEWS], publisher)).toContain('<news:name>Fenwick &amp; Marl Council</news:name>');
});

test('a map without anything in it is one all the same', () => {
  expect(toSitemap([])).toBe(`${HEAD}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>\n`);
});
