import type { PublicArea } from '../../domain/area.ts';
import type { PublicArticle } from '../../domain/article.ts';
import type { PublicOfficialWithHistory, PublicOrganisation } from '../../domain/official.ts';
import type { PublicQuoteInArticle } from '../../domain/quote.ts';
import { startOfDay } from '../../domain/time.ts';

// One real release, as the documentation shows it: every example is made by the same functions as the answers.

const publishedAt = startOfDay({ year: 2020, month: 10, day: 29 });
const council = { slug: 'bedford-borough-council', name: 'Bedford Borough Council' };
const official = { slug: 'colleen-atkins', name: 'Colleen Atkins' };
const post = { rank: 'Cllr', role: 'Portfolio Holder for Community Safety', organisation: council };

export const EXAMPLE_AREA: PublicArea = {
  slug: 'bedfordshire',
  name: 'Bedfordshire',
  path: 'bedfordshire',
  nameCy: null,
  kind: 'force',
  gss: null,
  parent: null,
};

export const EXAMPLE_CHILD_AREA = { slug: 'bedford', name: 'Bedford', path: 'bedfordshire/bedford' };

export const EXAMPLE_ORGANISATION: PublicOrganisation = council;

export const EXAMPLE_OFFICIAL: PublicOfficialWithHistory = {
  ...official,
  ...post,
  otherNames: [],
  history: [{ ...post, from: publishedAt }],
};

const paragraphs = [
  'Obtaining these closure orders requires a lot of hard work and incredibly close partnership working from the ' +
    'council, Bedfordshire Police and bpha alongside our communities.',
  'We are pleased that the courts continue to take these offences so seriously.',
];

const article = {
  id: '0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a',
  slug: 'police-secure-extension-on-first-ever-partial-closure-order-on-bedford-block-of-flats',
  url:
    'https://www.bedfordshire.police.uk/news-and-appeals/' +
    'police-secure-extension-on-first-ever-partial-closure-order-on-bedford-block-of-flats',
  title: 'Police secure extension on first-ever partial closure order on Bedford block of flats',
  publishedAt,
  publishedAtPrecision: 'day',
} as const;

export const EXAMPLE_QUOTE: PublicQuoteInArticle = {
  id: '5b0f7c1e-1f43-4f0a-8a38-0f3c4f2b9d77',
  position: 3,
  text: paragraphs.join('\n\n'),
  paragraphs,
  official,
  organisation: council,
  attribution: {
    name: 'Colleen Atkins',
    rank: 'Cllr',
    role: 'Portfolio Holder for Community Safety',
    organisation: 'Bedford Borough Council',
    asWritten: 'Cllr Colleen Atkins, Portfolio Holder for Community Safety at Bedford Borough Council, said:',
  },
  article,
};

export const EXAMPLE_ARTICLE: PublicArticle = {
  ...article,
  summary: 'Officers have secured a three-month extension on the first-ever partial closure order in Bedford.',
  area: { slug: 'bedfordshire', name: 'Bedfordshire', path: 'bedfordshire' },
  tags: ['drugs'],
  language: 'en-GB',
  updatedAt: publishedAt,
  edition: 1,
  image: null,
  html: '<p>At the end of July, a partial closure order was issued on an entire block of flats at Chandos Court.</p>',
  quotes: [EXAMPLE_QUOTE],
  officials: [official],
};

/** The envelope of a list around one example. */
export function examplePage(entry: object): object {
  return { data: [entry], page: { limit: 20, next: null, prev: null } };
}
