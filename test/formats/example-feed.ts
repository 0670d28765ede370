import type { PublicArticle } from '../../src/domain/article.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { instant } from '../support/time.ts';

const BARE: PublicArticle = {
  id: '1b7c33aa-0c11-4c5e-8f2e-51b0a2f6d001',
  slug: 'a-slug-that-shows-nowhere',
  url: 'https://www.police.example/news/bare',
  title: 'Bare',
  summary: null,
  area: null,
  tags: [],
  language: 'cy',
  publishedAt: instant('2026-03-01T09:00:00Z'),
  publishedAtPrecision: 'instant',
  updatedAt: instant('2026-03-01T09:00:00Z'),
  edition: 1,
  image: null,
  body: { html: '<p>Llŷr.</p>', text: 'Llŷr.' },
  areaGss: null,
  quotes: [],
  officials: [],
  corrections: [],
};

const RICH: PublicArticle = {
  ...BARE,
  id: '0d9b6c52-6a5e-4f0c-9d0e-3c1f5f7f6b1a',
  url: 'https://www.council.example/news/rich?a=1&b=2',
  title: 'Fish & chips <script> ]]> "quoted" \u0000\u0008\ud800 \u{1f41f}',
  summary: 'A summary with \u000c a form feed & a <tag>.',
  area: { slug: 'fenwick', name: "Fenwick's Row", path: 'ouseshire/fenwick' },
  tags: ['court & crime', 'housing'],
  language: 'en-GB',
  publishedAt: instant('2026-02-28T00:00:00Z'),
  publishedAtPrecision: 'day',
  updatedAt: instant('2026-03-02T10:00:00Z'),
  edition: 2,
  image: { url: 'https://www.council.example/p.jpg?w=1&h=2', alt: 'A "big" fish' },
  body: { html: '<p>It was <em>this</em> big &amp; ]]&gt;.</p>', text: 'It was this big & ]]>.' },
  quotes: [
    {
      id: '5b0f7c1e-1f43-4f0a-8a38-0f3c4f2b9d77',
      position: 1,
      text: 'It got away.',
      paragraphs: ['It got away.'],
      official: { slug: 'priya-raman', name: 'Priya Raman' },
      organisation: { slug: 'fenwick-borough-council', name: 'Fenwick Borough Council' },
      attribution: {
        name: 'Priya Raman',
        rank: 'Cllr',
        role: null,
        organisation: 'Fenwick Borough Council',
        asWritten: 'Cllr Priya Raman said',
      },
    },
    {
      id: '5b0f7c1e-1f43-4f0a-8a38-0f3c4f2b9d78',
      position: 2,
      text: 'No comment.',
      paragraphs: ['No comment.'],
      official: null,
      organisation: null,
      attribution: { name: null, rank: null, role: null, organisation: null, asWritten: 'A bystander said' },
    },
  ],
  officials: [{ slug: 'priya-raman', name: 'Priya Raman' }],
  corrections: [{ at: instant('2026-03-02T10:00:00Z'), edition: 2, note: 'The fish was <smaller>.' }],
};

export const REMOVED_ID = 'b2a4c1f0-3f55-4d0f-9e0b-6a4f0a1c7d21';

/** One release with everything that is hard to write down, one with nothing, and one that was taken down. */
export const FEED: Feed = {
  id: 'https://news.example/v1/feeds/x?area=fenwick',
  url: 'https://news.example/v1/feeds/x?area=fenwick&tag=a%26b',
  publicUrl: 'https://news.example',
  siteUrl: 'https://www.council.example/',
  publisher: null,
  title: 'Press releases: area fenwick, tag a&b',
  updated: instant('2026-03-03T08:30:00Z'),
  articles: [RICH, BARE],
  removals: [{ articleId: REMOVED_ID, at: instant('2026-03-03T08:30:00Z') }],
  links: [
    { rel: 'hub', href: 'https://news.example/v1/websub/hub' },
    { rel: 'next', href: 'https://news.example/v1/feeds/x?cursor=abc' },
    { rel: 'prev-archive', href: 'https://news.example/v1/feeds/x?archive=3' },
  ],
  isArchive: true,
};

export const EMPTY: Feed = { ...FEED, updated: null, articles: [], removals: [], links: [], isArchive: false };
