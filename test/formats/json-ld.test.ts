import { expect, test } from 'vitest';
import type { PublicArticle } from '../../src/domain/article.ts';
import { startOfDay } from '../../src/domain/time.ts';
import { toNewsArticle } from '../../src/formats/json-ld.ts';

const publishedAt = startOfDay({ year: 2021, month: 6, day: 1 });
const quote = { id: 'q', position: 1, paragraphs: ['Yes.'], text: 'Yes.', official: null, organisation: null };
const nobody = { name: null, rank: null, role: null, organisation: null, asWritten: 'They said:' };
const article: PublicArticle = {
  id: '0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a',
  slug: 'a',
  url: 'https://police.example/a',
  title: 'A title',
  summary: null,
  corrections: [],
  area: null,
  tags: [],
  language: 'cy',
  publishedAt,
  publishedAtPrecision: 'instant',
  updatedAt: publishedAt,
  edition: 1,
  image: null,
  body: {},
  areaGss: null,
  quotes: [],
  officials: [],
};

const bare = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  '@id': 'https://police.example/a',
  url: 'https://police.example/a',
  identifier: 'urn:uuid:0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a',
  headline: 'A title',
  datePublished: '2021-05-31T23:00:00.000Z',
  dateModified: '2021-05-31T23:00:00.000Z',
  inLanguage: 'cy',
};

test('what the release does not say is left out', () => {
  expect(toNewsArticle(article, null)).toEqual(bare);
});

test('a day in summer stays the day it is in London', () => {
  expect(toNewsArticle({ ...article, publishedAtPrecision: 'day' }, null).datePublished).toBe('2021-06-01');
});

test('a first edition was last changed when the release was published, however late it came here', () => {
  const updatedAt = startOfDay({ year: 2026, month: 1, day: 2 });
  const datesOf = (release: Partial<PublicArticle>) => {
    const { datePublished, dateModified } = toNewsArticle({ ...article, updatedAt, ...release }, null);
    return [datePublished, dateModified];
  };
  expect(datesOf({})).toEqual([publishedAt, publishedAt]);
  expect(datesOf({ publishedAtPrecision: 'day' })).toEqual(['2021-06-01', '2021-06-01']);
  expect(datesOf({ publishedAtPrecision: 'day', edition: 2 })).toEqual(['2021-06-01', updatedAt]);
});

test('everything that the release says has its place', () => {
  const full = {
    ...article,
    summary: 'A summary.',
    area: { slug: 'fenwick', name: 'Fenwick', path: 'fenwick' },
    areaGss: 'E07999901',
    tags: ['a', 'b'],
    corrections: [{ at: publishedAt, edition: 2, note: 'The date was wrong.' }],
    image: { url: 'https://police.example/a.jpg', alt: '' },
    quotes: [
      {
        ...quote,
        attribution: { ...nobody, name: 'Rebecca Shaw', rank: 'Inspector', role: 'Lead', organisation: 'Police' },
      },
      { ...quote, attribution: { ...nobody, name: 'Tom Brackley' } },
      { ...quote, attribution: { ...nobody, organisation: 'tarn' } },
      { ...quote, attribution: nobody },
    ],
  };
  const police = { '@type': 'Organization', name: 'Police' };
  expect(toNewsArticle(full, null)).toEqual({
    ...bare,
    description: 'A summary.',
    keywords: ['a', 'b'],
    image: { '@type': 'ImageObject', url: 'https://police.example/a.jpg' },
    contentLocation: {
      '@type': 'Place',
      name: 'Fenwick',
      identifier: { '@type': 'PropertyValue', propertyID: 'GSS', value: 'E07999901' },
    },
    correction: [
      { '@type': 'CorrectionComment', text: 'The date was wrong.', datePublished: '2021-05-31T23:00:00.000Z' },
    ],
    hasPart: [
      {
        '@type': 'Quotation',
        text: 'Yes.',
        spokenByCharacter: {
          '@type': 'Person',
          name: 'Rebecca Shaw',
          honorificPrefix: 'Inspector',
          jobTitle: 'Lead',
          worksFor: police,
        },
      },
      { '@type': 'Quotation', text: 'Yes.', spokenByCharacter: { '@type': 'Person', name: 'Tom Brackley' } },
      { '@type': 'Quotation', text: 'Yes.', spokenByCharacter: { '@type': 'Organization', name: 'tarn' } },
      { '@type': 'Quotation', text: 'Yes.' },
    ],
  });
});

test('whoever publishes has written it too, and comes last', () => {
  const publisher = {
    name: 'Police',
    url: 'https://police.example/',
    logo: 'https://police.example/crest.png',
    hosts: null,
  };
  const organization = { '@type': 'Organization', name: 'Police', url: 'https://police.example/' };
  const shown = toNewsArticle(article, publisher);
  expect(shown).toEqual({
    ...bare,
    author: [organization],
    publisher: { ...organization, logo: { '@type': 'ImageObject', url: 'https://police.example/crest.png' } },
  });
  expect(Object.keys(shown).slice(-2)).toEqual(['author', 'publisher']);
  expect(toNewsArticle(article, { ...publisher, logo: null }).publisher).toEqual(organization);
});
