import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  MAX_ALT_LENGTH,
  MAX_AREA_LENGTH,
  MAX_BODY_LENGTH,
  MAX_SUMMARY_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS,
  MAX_TITLE_LENGTH,
} from '../../src/domain/edition.ts';
import { readDocument } from '../../src/text/document.ts';
import { MAX_FRONT_MATTER_LENGTH } from '../../src/text/front-matter.ts';
import { MAX_DOCUMENT_BYTES } from '../../src/text/source-text.ts';
import { MAX_DEPTH } from '../../src/text/source-tree.ts';

import { errorsOf, read, URL_LINE, withKeys } from './documents.ts';

const errors = (text: string) => errorsOf(() => read(text));
const keyErrors = (...lines: string[]) => errors(withKeys(...lines));

describe('a document that is refused', () => {
  const broken = `${import.meta.dirname}/../fixtures/broken`;

  it.each(readdirSync(broken))('says where %s is wrong', (file) => {
    const found = errorsOf(() => readDocument(readFileSync(`${broken}/${file}`)));
    expect(found.length).toBeGreaterThan(0);
    for (const error of found) {
      expect(error).toMatchObject({ line: expect.any(Number), column: expect.any(Number), detail: expect.any(String) });
    }
  });

  it('tells line and column of the file, whatever ends its lines and with a byte-order mark', () => {
    const text = '\n```yaml\ntitle: T\nurl: https://a.example/b\npublish:\n  date: 31 Feb 2020\n```';
    const expected = [
      {
        line: 6,
        column: 9,
        detail: '"31 Feb 2020" is not a day of the calendar',
        expected:
          'a date such as 29 Oct 2020, 29/10/2020 or 2020-10-29, with or without a time such as 14:30 or 2.30pm',
      },
    ];
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      expect(errors(`\uFEFF${text.replaceAll('\n', lineEnd)}`)).toEqual(expected);
    }
  });

  it('tells everything at once, in the order of the file', () => {
    const lines = [
      '---',
      'url: /news',
      'language: English',
      'og.image: ftp://a.example/b',
      'tags: {a: b}',
      'publish: 1',
      '---',
    ];
    expect(errors(lines.join('\n')).map(({ line, column, detail }) => [line, column, detail])).toEqual([
      [1, 1, 'there is no title'],
      [2, 6, 'url is not a plain http or https address'],
      [3, 11, '"English" is not a language tag'],
      [4, 11, 'og.image is not a plain http or https address'],
      [5, 7, 'tags is not a list of texts'],
      [6, 1, 'the key publish holds no value of its own, but other keys'],
    ]);
  });

  it.each([
    ['', 1, 1, 'the document does not begin with its keys'],
    ['\n\n# Body', 3, 1, 'the document does not begin with its keys'],
    ['```json\n{}\n```', 1, 1, 'the document does not begin with its keys'],
    ['---js\n---', 1, 1, 'the document does not begin with its keys'],
    ['```yaml\ntitle: a\n``\n~~~', 1, 1, 'the block of keys that begins here never ends'],
    ['````yaml\ntitle: a\n```', 1, 1, 'the block of keys that begins here never ends'],
    ['---\n- a\n---', 2, 1, 'there are no keys with values here'],
    ['---\nhello\n---', 2, 1, 'there are no keys with values here'],
  ])('refuses %j at %i:%i', (text, line, column, detail) => {
    expect(errors(text)).toMatchObject([{ line, column, detail }]);
  });

  it('refuses a document without keys for want of a title and an address', () => {
    expect(errors('```yaml\n```').map(({ detail }) => detail)).toEqual(['there is no title', 'there is no url']);
  });

  it.each([
    [['title: "never closed'], 3, 8, 'this is not YAML: Missing closing "quote'],
    [['x: [1, 2'], 4, 1, /^this is not YAML/],
    [['\tx: 1'], 3, 1, /^this is not YAML/],
    [['title: a', ' area: b'], 3, 8, /^this is not YAML/],
    [['x: &a 1'], 3, 7, 'anchors are not allowed'],
    [['x: *a'], 3, 4, /alias/],
    [['title: &a b'], 3, 11, 'anchors are not allowed'],
    [['x: !!int 1'], 3, 10, 'tags are not allowed'],
    [['x: !custom {a: b}'], 3, 12, 'tags are not allowed'],
    [['%YAML 1.1'], 3, 1, 'directives are not allowed'],
    [['---', 'x: 1'], 3, 1, 'the keys go on behind a line that ends them'],
    [['x: 1', 'y: 2', 'x: 3'], 5, 1, 'this key is given twice'],
    [['x: {y: 1, y: 2}'], 3, 11, 'this key is given twice'],
    [['og.description: a', 'og:', '  description: b'], 5, 3, 'the key og.description is given twice'],
    [['og.x: a', 'og:', '  x: b'], 5, 3, 'this key is given twice'],
    [['TITLE: a', 'title: b'], 4, 1, 'the key title is given twice'],
    [['__proto__: {a: b}'], 3, 1, 'a key of this name is not allowed'],
    [['x: [{__proto__: 1}]'], 3, 6, 'a key of this name is not allowed'],
    [['og.__proto__: 1'], 3, 1, 'a key of this name is not allowed'],
    [['x: "\\0"'], 3, 4, 'there is a NUL character in this text'],
    [['x: "\\ud800"'], 3, 4, 'there is half a character (a lone surrogate) in this text'],
    [['? [a]', ': b'], 3, 3, 'a key must be text'],
    [['area:', '  - a'], 4, 3, 'area is not text'],
    [['area: [Fenwick, Harrowmere]'], 3, 7, 'area is a list'],
    [['tags: [[a]]'], 3, 7, 'tags is not a list of texts'],
  ])('refuses the keys %j', (lines, line, column, detail) => {
    const [first] = keyErrors(...lines);
    expect(first).toMatchObject({ line, column });
    expect(first?.detail).toMatch(detail);
  });

  it.each([
    'news/a',
    '//a.example/b',
    'ftp://a.example/b',
    'javascript:alert(1)',
    'https://user@a.example/b',
    'https://u:p@a.example/b',
    'https://a.example/b c',
    'https://',
  ])('refuses the address %j', (url) => {
    expect(errors(`---\ntitle: T\nurl: ${url}\n---`)).toMatchObject([{ line: 3, column: 6 }]);
  });

  it('refuses bytes that are not UTF-8, at the first of them', () => {
    const bytes = (...tail: number[]) => Uint8Array.of(...new TextEncoder().encode('\uFEFF---\r\ntŷ: '), ...tail, 0x0a);
    for (const wrong of [[0xff], [0x92], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98]]) {
      const detail = `the bytes here, from 0x${wrong[0]?.toString(16)} on, are not UTF-8`;
      expect(errorsOf(() => readDocument(bytes(...wrong)))).toMatchObject([{ line: 2, column: 5, detail }]);
    }
  });

  it('refuses a NUL wherever it stands', () => {
    expect(errors(`${withKeys()}\nab\0`)).toMatchObject([{ line: 6, column: 3 }]);
  });
});

describe('limits', () => {
  const limits: [string, number, (length: number) => string][] = [
    ['document bytes', MAX_DOCUMENT_BYTES, (length) => withKeys().padEnd(length, '\n')],
    ['characters of a body', MAX_BODY_LENGTH, (length) => withKeys().replace('Body.', 'x'.repeat(length))],
    ['characters of the block of keys', MAX_FRONT_MATTER_LENGTH, (length) => `---\n${keysOfLength(length)}---`],
    [
      'characters of a body, many of two UTF-16 units,',
      MAX_BODY_LENGTH,
      (length) => withKeys().replace('Body.', `${'🚒'.repeat(30_000)}${'x'.repeat(length - 30_000)}`),
    ],
    ['characters of a title', MAX_TITLE_LENGTH, (length) => withKeys(`title: ${'x'.repeat(length)}`)],
    [
      'characters of a title, each of two UTF-16 units,',
      MAX_TITLE_LENGTH,
      (length) => withKeys(`title: ${'🚒'.repeat(length)}`),
    ],
    [
      'characters of a tag, each of two UTF-16 units,',
      MAX_TAG_LENGTH,
      (length) => withKeys(`tags: a, ${'🚒'.repeat(length)}`),
    ],
    ['characters of a summary', MAX_SUMMARY_LENGTH, (length) => withKeys(`og.description: ${'x'.repeat(length)}`)],
    ['characters of an area', MAX_AREA_LENGTH, (length) => withKeys(`area: ${'x'.repeat(length)}`)],
    ['characters of a tag', MAX_TAG_LENGTH, (length) => withKeys(`tags: a, ${'x'.repeat(length)}`)],
    ['characters of an alternative text', MAX_ALT_LENGTH, (length) => withKeys(`og.imageAlt: ${'x'.repeat(length)}`)],
    ['tags', MAX_TAGS, (count) => withKeys(`tags: ${Array.from({ length: count }, (_, index) => index).join()}`)],
    ['depth', MAX_DEPTH, (depth) => withKeys(`x: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`)],
  ];

  function keysOfLength(length: number): string {
    const keys = `title: A title\n${URL_LINE}\n#`;
    return `${keys}${'x'.repeat(length - keys.length - 1)}\n`;
  }

  it.each(limits)('takes %s up to %i and no more', (_, limit, make) => {
    expect(errors(make(limit - 1))).toEqual([]);
    expect(errors(make(limit))).toEqual([]);
    expect(errors(make(limit + 1))).toHaveLength(1);
  });
});
