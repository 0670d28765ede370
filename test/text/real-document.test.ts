import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_CHECK_RULES } from '../../src/domain/check.ts';
import { checkRelease } from '../../src/text/checks/check-release.ts';
import { readRelease } from '../../src/text/release.ts';
import { exportSource } from '../../src/usecases/export-sources.ts';
import { hasRealDocument, REAL_DOCUMENT } from '../support/real-document.ts';
import { importInputs, openNewsroom } from '../usecases/newsroom.ts';

// Nothing here repeats a word of the document: what it says is compared by its digest.

describe.runIf(hasRealDocument)('the real document', () => {
  it('is read whole', () => {
    const { html, text, blocks, markdown, statements, ...fields } = readRelease(readFileSync(REAL_DOCUMENT));
    const { title, summary, url, slug, area, ...rest } = fields;
    expect(digests({ title, summary, url, slug, area })).toEqual({
      title: '3e3e627f73de2932d267e0b237deaf026acbee39161d93dae48cfcc4fa87758a',
      summary: 'd4337ddb06a8ab70d0d2d80ea8e600ea8865b9dfd0c0c8c473a6addd3e8dd8ea',
      url: '749eb68479843b54ccfacbcb4748b453913e91fc31fbb58d31b7c88f0dfc43c8',
      slug: '041d0e688b8c0836b33e52c0f7364eaa30a633082dc4309219d1610eb2f1cf3d',
      area: '7a2aa464956a240a4b0ba2d7d75bae34204fc1d8be5b2a23a386bfa87fab7cfb',
    });
    expect(rest).toEqual({
      language: 'en',
      tags: [],
      publishedAt: '2020-10-29T00:00:00.000Z',
      publishedAtPrecision: 'day',
      image: null,
      extra: {},
      pictures: [],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(Array(20).fill('paragraph'));
    expect(text).toBe(markdown);
    expect(text).toBe(blocks.map((block) => block.text).join('\n\n'));
  });

  it('is shown as its paragraphs and nothing else, without the summary that stands above them', () => {
    const source = readFileSync(REAL_DOCUMENT, 'utf8');
    const { html, markdown, summary } = readRelease(Buffer.from(source));
    expect([...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)).toEqual(Array(20).fill(['<p>', '</p>']).flat());
    expect([source, markdown, html].map((text) => text.split(summary ?? '').length - 1)).toEqual([2, 0, 0]);
  });

  it('is untidy where a press officer would say so', () => {
    const checks = checkRelease(readRelease(readFileSync(REAL_DOCUMENT)), DEFAULT_CHECK_RULES);
    expect(checks.map(({ id, fix }) => [id, fix])).toEqual([
      ['weekday-mismatch', null],
      ['sentence-lower-case', 'W'],
      ['sentence-long', null],
      ['sentence-long', null],
      ['reading-age', null],
      ['link-lost', null],
      ['link-lost', null],
      ['link-lost', null],
    ]);
  });

  it('holds three statements, each by whom it names', () => {
    const { statements } = readRelease(readFileSync(REAL_DOCUMENT));
    expect(
      statements.map(({ paragraphs, attribution: { asWritten, ...attribution } }) => ({
        paragraphs: paragraphs.length,
        ...digests(attribution),
      })),
    ).toEqual([
      {
        paragraphs: 4,
        name: '9b78ca67d00c94613f1a3b30192b8503315300966c62a474dab52590873e61cb',
        rank: '98fe442255035a1459bb5b86fda03d7c34c23d512b1b5bf3a5ecb7a802601895',
        role: null,
        organisation: '76a0597b2d89fad4694249d41a85cae7c72ff43323569f1dc4d5f6fc95f67531',
      },
      {
        paragraphs: 3,
        name: '98e1f7ae20f92fc60f9a14b99d97e92cad2587839fa26b60973003479b8f0ea3',
        rank: null,
        role: 'c6463d24e7220e3b38fc3ad0e09ad197e63b81a26c55d3e475378fb43c501da6',
        organisation: 'b7eec8e5f8b77fd3219cb051ff34915435293c8e5dccba177aaac7fb8ad8b625',
      },
      {
        paragraphs: 2,
        name: '2ffae6b88bcb26ab059a12c2f73700787804973d833ef3ed1c36d75819f1263e',
        rank: 'c292ac77f0e0ad702977842fddee5a56ad87c33e3c85545bdd37d698abd1454c',
        role: 'aa94757caab980335137d27c0ecf1db1b82e31670987bc8950f571308735991c',
        organisation: '381a3fe1e48a91eeb9d96f1595732bcd71973d4745750a48986625fbdc7147a2',
      },
    ]);
  });

  it('is quoted to the letter, from the first word to the full stop of the last', () => {
    const { markdown, statements } = readRelease(readFileSync(REAL_DOCUMENT));
    expect(statements.map(({ start, end }) => markdown.slice(start, end))).toEqual(
      statements.map(({ paragraphs }) => paragraphs.join('\n\n"')),
    );
  });

  it('is exported byte for byte', async () => {
    const newsroom = openNewsroom();
    onTestFinished(() => newsroom.close());
    const bytes = readFileSync(REAL_DOCUMENT);
    const { slug } = readRelease(bytes);
    const input = { name: 'real.md', kind: 'markdown', bytes } as const;
    expect(await importInputs(newsroom.deps, [input], { publish: true })).toMatchObject([{ outcome: 'published' }]);
    expect(Buffer.from((await exportSource(newsroom.deps, slug ?? '')).bytes)).toEqual(bytes);
  });
});

/** Each value as the SHA-256 of its lower-case letters; null stays. */
function digests(values: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === null ? null : digest(value)]));
}

function digest(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('hex');
}
