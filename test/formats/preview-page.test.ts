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

/** The words beside a remark about a body from its first character on. */
function wordsBeside(markdown: string): (string | undefined)[] {
  const check = {
    id: 'sentence-long',
    severity: 'notice',
    message: 'It is long.',
    pointer: '/body/markdown',
    start: 0,
    end: 1,
    fix: null,
  } as const;
  const page = previewPage({ ...RELEASE, markdown, checks: [check] });
  return [...page.matchAll(/<q lang="en">(.*?)<\/q>/g)].map(([, words]) => words);
}

it.each([
  ['short, as it is', 'The bridge is open.\n\nThe road is not.', 'The bridge is open.'],
  ['long, up to a space', `${'word '.repeat(13)}longest words`, `${'word '.repeat(13).trimEnd()}…`],
  ['long and one word, up to the longest that is shown', 'w'.repeat(300), `${'w'.repeat(70)}…`],
])('a preview shows the words that a remark is about: %s', (_what, markdown, words) => {
  expect(wordsBeside(markdown)).toEqual([words]);
});
