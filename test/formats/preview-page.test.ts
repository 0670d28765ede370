import { expect, it } from 'vitest';
import type { PreviewedRelease } from '../../src/domain/preview.ts';
import { previewPage } from '../../src/formats/preview-page.ts';
import { NOW } from '../support/release.ts';

const RELEASE: PreviewedRelease = {
  title: 'Wern Bridge is open again',
  summary: null,
  language: 'en',
  tags: [],
  publishedAt: NOW,
  publishedAtPrecision: 'instant',
  image: null,
  markdown: '',
  area: null,
  html: '',
  checks: [],
  quotes: [],
  expiresAt: NOW,
};

const CHECK = {
  id: 'sentence-long',
  severity: 'notice',
  message: 'It is long.',
  pointer: '/body/markdown',
  start: 0,
  end: 1,
  fix: null,
} as const;

/** The words beside a remark about a body from its first character on. */
function wordsBeside(markdown: string): (string | undefined)[] {
  const page = previewPage({ ...RELEASE, markdown, checks: [CHECK] });
  return [...page.matchAll(/<q lang="en">(.*?)<\/q>/g)].map(([, words]) => words);
}

it.each([
  ['short, as it is', 'The bridge is open.\n\nThe road is not.', 'The bridge is open.'],
  ['long, up to a space', `${'word '.repeat(13)}longest words`, `${'word '.repeat(13).trimEnd()}…`],
  ['long and one word, up to the longest that is shown', 'w'.repeat(300), `${'w'.repeat(70)}…`],
])('a preview shows the words that a remark is about: %s', (_what, markdown, words) => {
  expect(wordsBeside(markdown)).toEqual([words]);
});

/** What stands in the elements that match, whole. */
function elements(page: string, pattern: RegExp): string[] {
  return [...page.slice(page.indexOf('</style>')).matchAll(pattern)].map(([element]) => element);
}

it('a preview shows the picture, the day, the tags and who says what, with what is known of them', () => {
  const spoken = { id: 'q', position: 1, text: 'Yes.', paragraphs: ['Yes.', 'No.'], start: 0, end: 4 };
  const nobody = { name: null, rank: null, role: null, organisation: 'Council', asWritten: 'a <spokesperson>' };
  const known = { name: 'Ann Lee', rank: 'PC', role: null, organisation: null, asWritten: 'PC Ann Lee' };
  const page = previewPage({
    ...RELEASE,
    area: 'Fenwick',
    publishedAtPrecision: 'day',
    tags: ['roads & bridges', 'council'],
    image: { url: 'https://www.fenwick.gov.example/bus.jpg?a=1&b=2', alt: null },
    quotes: [nobody, known].map((attribution) => ({ ...spoken, attribution, officialId: null, organisationId: null })),
  });
  expect(
    elements(page, /<(main|img|p class="dateline"|ul|figcaption)(?=[ >]).*?(?=<\/p>|<\/ul>|<\/figcaption>|\n)/g),
  ).toEqual([
    '<main class="beside">',
    '<p class="dateline">Fenwick · <time datetime="2026-03-02T10:00:00.000Z">2 March 2026</time>',
    '<img class="lead" src="https://www.fenwick.gov.example/bus.jpg?a=1&amp;b=2" alt="">',
    '<ul class="tags" aria-label="Tags"><li>roads &amp; bridges</li><li>council</li>',
    '<figcaption><strong>Nobody named</strong><br>a &lt;spokesperson&gt;',
    '<figcaption><strong>PC Ann Lee</strong>',
  ]);
});

it('a preview with remarks in which nobody speaks has the remarks alone beside it', () => {
  const page = previewPage({ ...RELEASE, markdown: 'A text.', checks: [CHECK, { ...CHECK, start: null, end: null }] });
  expect(elements(page, /<(a|h2|q)\b.*?<\/\1>/g)).toEqual([
    '<a class="jump" href="#checks">2 remarks below</a>',
    '<h2 id="checks">Worth a second look</h2>',
    '<q lang="en">A text.</q>',
  ]);
});

it('a preview of which there is nothing to say has nothing beside it', () => {
  expect(elements(previewPage(RELEASE), /<(main|aside|img|ul|a)\b.*?>/g)).toEqual(['<main>']);
});
