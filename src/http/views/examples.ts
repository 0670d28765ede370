import { type Actor, actorOf, type Key } from '../../domain/actor.ts';
import type { PublicArea } from '../../domain/area.ts';
import type { Article, PublicArticle } from '../../domain/article.ts';
import { type AuditEntry, FIRST_HASH } from '../../domain/audit.ts';
import type { FollowedChange } from '../../domain/change.ts';
import type { Check } from '../../domain/check.ts';
import type { Revision } from '../../domain/edition.ts';
import type { Feed } from '../../domain/feed.ts';
import type { PublicOfficialWithHistory, PublicOrganisation } from '../../domain/official.ts';
import type { Preview, PreviewedRelease } from '../../domain/preview.ts';
import type { PublicQuoteInArticle } from '../../domain/quote.ts';
import { startOfDay } from '../../domain/time.ts';
import type { ShownServer } from './article-members.ts';

// One of the releases in `seeds`, as the documentation shows it: every example is made by the same functions as the answers.

const publishedAt = startOfDay({ year: 2020, month: 11, day: 12 });
const county = { slug: 'ouseshire', name: 'Ouseshire', path: 'ouseshire' };
const borough = { slug: 'fenwick', name: 'Fenwick', path: 'ouseshire/fenwick' };
const ward = { slug: 'castle-quay', name: 'Castle Quay', path: 'ouseshire/fenwick/castle-quay' };
const council = { slug: 'fenwick-borough-council', name: 'Fenwick Borough Council' };
const official = { slug: 'priya-raman', name: 'Priya Raman' };
const post = { rank: 'Cllr', role: 'Portfolio Holder for Community Safety', organisation: council };

export const EXAMPLE_AREA: PublicArea = {
  ...borough,
  nameCy: null,
  kind: 'borough',
  gss: 'E07999901',
  parent: county,
  articles: 7,
};

export const EXAMPLE_CHILD_AREA = { ...ward, articles: 1 };

export const EXAMPLE_ORGANISATION: PublicOrganisation = { ...council, articles: 3 };

export const EXAMPLE_OFFICIAL: PublicOfficialWithHistory = {
  ...official,
  ...post,
  articles: 2,
  otherNames: [],
  history: [{ ...post, from: publishedAt }],
};

const paragraphs = [
  'What happened at Capstan House is happening in towns all over the country, often behind the door of somebody who ' +
    'is lonely or unwell. If you are worried that a neighbour has visitors they do not want, please say something.',
  'This order shows what can be done when the police, the council and the landlord sit round the same table, even if ' +
    'this year the table has been a screen.',
];

const article = {
  id: '0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a',
  slug: 'three-month-closure-order-for-quayside-flats-in-fenwick',
  url: 'https://www.ouseshire.police.example/news/three-month-closure-order-for-quayside-flats-in-fenwick',
  title: 'Three-month closure order for quayside flats in Fenwick',
  publishedAt,
  publishedAtPrecision: 'day',
} as const;

const { id: articleId } = article;
const other = 'b2a4c1f0-3f55-4d0f-9e0b-6a4f0a1c7d21';

export const EXAMPLE_CHANGES: readonly FollowedChange[] = [
  { kind: 'withdraw', sequence: 17, articleId: other, edition: 2, at: publishedAt, withdrawal: 'gone' },
  { kind: 'access-lost', articleId },
];

export const EXAMPLE_QUOTE: PublicQuoteInArticle = {
  id: '5b0f7c1e-1f43-4f0a-8a38-0f3c4f2b9d77',
  position: 3,
  text: paragraphs.join('\n\n'),
  paragraphs,
  official,
  organisation: council,
  attribution: {
    name: 'Priya Raman',
    rank: 'Cllr',
    role: 'Portfolio Holder for Community Safety',
    organisation: 'Fenwick Borough Council',
    asWritten: 'Cllr Priya Raman, Portfolio Holder for Community Safety at Fenwick Borough Council',
  },
  article,
};

const EXAMPLE_MARKDOWN = 'The order covers two addresses on the fourth floor of Capstan House, Castle Quay.';
const EXAMPLE_HTML = `<p>${EXAMPLE_MARKDOWN}</p>`;

export const EXAMPLE_ARTICLE: PublicArticle = {
  ...article,
  summary:
    'Residents of a Fenwick tower block have been promised a quieter Christmas after officers and partners secured a ' +
    'closure order on two flats which had been taken over by drug dealers.',
  area: ward,
  tags: ['court', 'housing', 'community'],
  language: 'en',
  updatedAt: publishedAt,
  corrections: [],
  edition: 1,
  image: null,
  body: { html: EXAMPLE_HTML },
  areaGss: null,
  quotes: [EXAMPLE_QUOTE],
  officials: [official],
};

export const EXAMPLE_KEY: Key = {
  id: '0d6ad2f1-7c0e-4b3f-9a55-4a1f6f6f1c2e',
  name: 'Sam Carter',
  role: 'editor',
  areaKeys: ['ouseshire'],
  prefix: '3f9c01d2a4b6',
  hash: FIRST_HASH,
  createdAt: publishedAt,
  expiresAt: startOfDay({ year: 2021, month: 10, day: 29 }),
  grantedUntil: startOfDay({ year: 2021, month: 10, day: 29 }),
  revokedAt: null,
  lastUsedAt: null,
  partnerId: null,
};

export const EXAMPLE_EDITOR: Actor = actorOf(EXAMPLE_KEY);

export const EXAMPLE_NEWSROOM_ARTICLE: Article = {
  id: article.id,
  url: article.url,
  slug: null,
  version: 3,
  createdAt: publishedAt,
  createdBy: 'Ada Reed',
  publishedAt: null,
  open: {
    id: 'c7a9e2f4-0a55-4d8e-9a3d-6f1d1d6c2b10',
    state: 'submitted',
    number: null,
    publishAt: null,
    revision: 2,
    savedAt: publishedAt,
    savedBy: 'Ada Reed',
    submittedBy: 'Ada Reed',
    returned: null,
    content: {
      title: article.title,
      summary: EXAMPLE_ARTICLE.summary,
      url: article.url,
      slug: article.slug,
      area: { id: '3f0a51c0-5a4b-4f5e-8f4e-0a9a3c6a7d21', name: 'Castle Quay' },
      language: 'en',
      tags: EXAMPLE_ARTICLE.tags,
      publishedAt,
      publishedAtPrecision: 'day',
      image: null,
      markdown: EXAMPLE_MARKDOWN,
      quotes: [],
      quotesGiven: false,
      extra: {},
    },
    sourceDigest: null,
    embargo: null,
  },
  live: null,
  withdrawn: null,
};

export const EXAMPLE_REVISION: Revision = {
  id: '9a4f0e1c-52b7-4c58-8f0d-0b7e6b1d2a34',
  editionId: 'c7a9e2f4-0a55-4d8e-9a3d-6f1d1d6c2b10',
  edition: null,
  number: 1,
  savedAt: publishedAt,
  savedBy: 'Ada Reed',
  title: article.title,
  content: {
    title: article.title,
    summary: EXAMPLE_ARTICLE.summary,
    url: article.url,
    slug: article.slug,
    area: { id: '3f0a51c0-5a4b-4f5e-8f4e-0a9a3c6a7d21', name: 'Castle Quay' },
    language: 'en-GB',
    tags: ['housing'],
    publishedAt,
    publishedAtPrecision: 'day',
    image: null,
    markdown: 'The order covers two addresses on the fourth floor of Capstan House.\n',
    quotes: [],
    quotesGiven: false,
    extra: {},
  },
};

export const EXAMPLE_PREVIEW: Preview = {
  id: '1c8f3a76-9d57-4f0b-b0a4-6a3f5d2e7c19',
  editionId: EXAMPLE_REVISION.editionId,
  createdAt: publishedAt,
  createdBy: 'Ada Reed',
  expiresAt: startOfDay({ year: 2020, month: 11, day: 19 }),
  revokedAt: null,
};

export const EXAMPLE_PREVIEW_TOKEN = 'TGlrZSB0aGlzLCBidXQgcmFuZG9tOiAzMiBieXRlcyE';

export const EXAMPLE_CHECK: Check = {
  id: 'weekday-mismatch',
  severity: 'warning',
  message: '“Yesterday (Tuesday)” does not fit: seen from the date of the release, that is Wednesday 11 November 2020.',
  pointer: '/body/markdown',
  start: 0,
  end: 19,
  fix: null,
};

export const EXAMPLE_PREVIEWED_RELEASE: PreviewedRelease = {
  ...EXAMPLE_ARTICLE,
  html: EXAMPLE_HTML,
  markdown: EXAMPLE_MARKDOWN,
  area: ward.name,
  checks: [EXAMPLE_CHECK],
  expiresAt: EXAMPLE_PREVIEW.expiresAt,
};

export const EXAMPLE_KEY_TEXT = 'dl_3f9c01d2a4b6_TGlrZSB0aGlzLCBidXQgcmFuZG9tOiAzMiBieXRlcyE';

export const EXAMPLE_AUDIT_ENTRY: AuditEntry = {
  sequence: 1,
  at: publishedAt,
  actor: 'operator',
  actorTitle: 'operator',
  action: 'key.created',
  outcome: 'accepted',
  subject: EXAMPLE_KEY.id,
  detail: { name: 'Sam Carter', prefix: '3f9c01d2a4b6', role: 'editor', areas: 'ouseshire', expiresAt: null },
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

/** The envelope of a list around one example. */
export function examplePage(entry: object): object {
  return { data: [entry], page: { limit: 20, next: null, prev: null } };
}

export const EXAMPLE_FEED: Feed = {
  id: 'https://dateline.example/v1/feeds/atom.xml',
  url: 'https://dateline.example/v1/feeds/atom.xml',
  publicUrl: 'https://dateline.example',
  siteUrl: 'https://www.fenwick.gov.example/',
  publisher: null,
  title: 'Press releases',
  updated: publishedAt,
  articles: [EXAMPLE_ARTICLE],
  removals: [{ articleId: other, at: publishedAt }],
  links: [],
  isArchive: false,
};

/** Who answers in examples. */
export const EXAMPLE_SERVER: ShownServer = {
  publicUrl: 'https://dateline.example',
  publisher: { name: 'Fenwick Borough Council', url: 'https://www.fenwick.gov.example/', logo: null, hosts: null },
};
