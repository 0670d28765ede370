import type { Key } from '../../domain/actor.ts';
import type { Change, FollowedChange } from '../../domain/change.ts';
import type { EmbargoedArticle, Opening } from '../../domain/embargo.ts';
import type { Partner } from '../../domain/partner.ts';
import type { ArticleHoldings, OpenWithdrawal, PartnerReceipts } from '../../domain/receipt.ts';
import { EXAMPLE_ARTICLE, EXAMPLE_KEY, EXAMPLE_REVISION } from './examples.ts';

// What partners get and say, in the documentation: of the same release as everything else.

const { id, url, title, summary, area, tags, language, publishedAt } = EXAMPLE_ARTICLE;

export const EXAMPLE_PARTNER: Partner = {
  id: '8b1f0f6e-7f2a-4c1d-9d0b-5e2c7a9b3d41',
  name: 'Fenwick website',
  organisation: 'Fenwick Borough Council',
  areaKeys: ['fenwick'],
  version: 1,
  createdAt: publishedAt,
  suspendedAt: null,
  endedAt: null,
};

export const EXAMPLE_PARTNER_KEY: Pick<Key, 'prefix' | 'expiresAt'> = {
  prefix: '5d0c77e1b9a2',
  expiresAt: EXAMPLE_KEY.expiresAt,
};

export const EXAMPLE_EMBARGOED: EmbargoedArticle = {
  id,
  url,
  title,
  summary,
  area,
  tags,
  language,
  publishedAt,
  publishedAtPrecision: 'day',
  updatedAt: publishedAt,
  image: null,
  body: { html: '<p>The order covers two addresses on the fourth floor of Capstan House, Castle Quay.</p>' },
  quotes: [],
  embargo: { until: publishedAt, conditions: 'Not to be broadcast before 9:30.' },
};

export const EXAMPLE_OPENING: Opening = {
  key: 1,
  at: publishedAt,
  partner: EXAMPLE_PARTNER,
  keyId: EXAMPLE_KEY.id,
  keyName: EXAMPLE_PARTNER.name,
  editionId: EXAMPLE_REVISION.editionId,
  revision: 2,
  through: 'article',
};

const withdrawal: Change = { sequence: 18, articleId: id, kind: 'withdraw', edition: 1, at: publishedAt };

export const EXAMPLE_EMBARGO_CHANGE: FollowedChange = {
  kind: 'embargo',
  articleId: id,
  at: publishedAt,
  ...EXAMPLE_EMBARGOED.embargo,
};

export const EXAMPLE_HOLDINGS: ArticleHoldings = {
  latest: withdrawal,
  holdings: [
    {
      partner: { ...EXAMPLE_PARTNER, state: 'active' },
      receipt: { ...withdrawal, through: 'cursor' },
      openedAt: null,
      embargo: null,
    },
  ],
};

export const EXAMPLE_OPEN_WITHDRAWAL: OpenWithdrawal = {
  articleId: id,
  partner: EXAMPLE_PARTNER,
  change: withdrawal,
};

export const EXAMPLE_OWN_RECEIPTS: PartnerReceipts = {
  upTo: { sequence: 17, at: publishedAt, through: 'cursor' },
  outstanding: [withdrawal],
};
