import { describe, expect, it } from 'vitest';
import { MAX_BODY_LENGTH } from '../../src/domain/edition.ts';
import { type ReleaseDocument, readRecord } from '../../src/text/document.ts';
import { MAX_DEPTH } from '../../src/text/source-tree.ts';
import { fc, runs } from '../support/property-tests.ts';
import { errorsOf } from './documents.ts';

const NEEDED = { title: 'A title', url: 'https://www.ouseshire.police.example/news/quay' };

function read(text: string): ReleaseDocument {
  return readRecord(new TextEncoder().encode(text));
}

const errors = (text: string) => errorsOf(() => read(text));

/** A record that also holds this text where keys may stand. */
const withKeys = (keys: string) => `{${keys},${JSON.stringify(NEEDED).slice(1)}`;

describe('readRecord', () => {
  it('reads the keys of a document, its body under body', () => {
    const record = {
      ...NEEDED,
      area: 'Castle Quay',
      'og.description': 'A  summary',
      og: { image: 'https://a.example/b', imageAlt: '', type: 'article' },
      publish: { date: '29 Oct 2020' },
      tags: ['a', 'b, c'],
      language: 'cy',
      ref: 7,
      nested: { list: [1.5, true, null, 'x'] },
      body: '\uFEFF\r\n\r\nOne\r\ntwo\rthree\n\n',
    };
    expect(read(` ${JSON.stringify(record, null, 2)}\n`)).toEqual({
      ...NEEDED,
      summary: 'A summary',
      slug: 'quay',
      area: 'Castle Quay',
      language: 'cy',
      tags: ['a', 'b, c'],
      publishedAt: '2020-10-29T00:00:00.000Z',
      publishedAtPrecision: 'day',
      image: { url: 'https://a.example/b', alt: '' },
      extra: { ref: 7, nested: { list: [1.5, true, null, 'x'] }, og: { type: 'article' } },
      markdown: 'One\ntwo\nthree',
    });
  });

  it.each(['', '"body":null,', '"body":"",'])('takes a record without a body: %j', (body) => {
    expect(read(`{${body}${JSON.stringify(NEEDED).slice(1)}`).markdown).toBe('');
  });

  it.each([
    ['', 1, 'this is not JSON: a value is missing here'],
    ['{', 2, 'this is not JSON: there is no complete text in double quotes here'],
    ['{"a" 1}', 6, 'this is not JSON: there is no : behind this key'],
    ['{"a":1,}', 8, 'this is not JSON: there is no complete text in double quotes here'],
    ['{"a":[1 2]}', 9, 'this is not JSON: there is no , or ] here'],
    ['{"a":tru}', 6, 'this is not JSON: a value is missing here'],
    ['{"a":01}', 7, 'this is not JSON: there is no , or } here'],
    ['{"a":1e999}', 6, 'this number is too large'],
    ['{"a":"\\x"}', 6, 'this is not JSON: there is a line end, a control character or an unknown escape in this text'],
    ['{"a":"\t"}', 6, 'this is not JSON: there is a line end, a control character or an unknown escape in this text'],
    ['{} {}', 4, 'there is more behind the end of the JSON value'],
    ['[]', 1, 'there are no keys with values here'],
    ['"x"', 1, 'there are no keys with values here'],
    ['{"body":1}', 9, 'body is not text'],
    ['{"a":1,"a":2}', 8, 'this key is given twice'],
    ['{"a":1,"\\u0061":2}', 8, 'this key is given twice'],
    ['{"body":"","body":""}', 12, 'this key is given twice'],
    ['{"x":{"__proto__":1}}', 7, 'a key of this name is not allowed'],
    ['{"__proto__":1}', 2, 'a key of this name is not allowed'],
    ['{"x":"\\u0000"}', 6, 'there is a NUL character in this text'],
    ['{"x":"\\ud800"}', 6, 'there is half a character (a lone surrogate) in this text'],
    ['{"\\udc00":1}', 2, 'there is half a character (a lone surrogate) in this text'],
  ])('refuses %j at column %i', (text, column, detail) => {
    expect(errors(text)).toMatchObject([{ line: 1, column, detail }]);
  });

  it.each([
    ['"area":1', 'area is not text'],
    ['"language":true', 'language is not text'],
    ['"tags":[1]', 'tags is not a list of texts'],
    ['"publish":{"date":20201029}', 'publish.date is not text'],
  ])('takes %s for no text', (keys, detail) => {
    expect(errors(withKeys(keys))).toMatchObject([{ detail }]);
  });

  it('takes nesting and bodies up to their limits and no further', () => {
    const nested = (depth: number) => withKeys(`"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`);
    const long = (length: number) => withKeys(`"body":"${'x'.repeat(length)}"`);
    expect([MAX_DEPTH - 1, MAX_DEPTH].flatMap((depth) => errors(nested(depth)))).toEqual([]);
    expect(errors(nested(MAX_DEPTH + 1))).toHaveLength(1);
    expect([MAX_BODY_LENGTH - 1, MAX_BODY_LENGTH].flatMap((length) => errors(long(length)))).toEqual([]);
    expect(errors(long(MAX_BODY_LENGTH + 1))).toHaveLength(1);
    expect(errors('['.repeat(100_000))).toHaveLength(1);
  });

  it('keeps every other key as JSON.parse would', () => {
    const safe = fc
      .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 5 }))
      .map((extra): unknown => JSON.parse(JSON.stringify({ extra })))
      .filter((extra) => !/"__proto__"|\\u0000|\\ud/.test(JSON.stringify(extra)));
    fc.assert(
      fc.property(safe, (extra) => {
        expect(read(withKeys(`"x":${JSON.stringify(extra)}`)).extra).toEqual({ x: extra });
      }),
    );
  });

  it('answers any text with a record or a refusal that says where', () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] , : " \\ \\u 0 -1 1e9 true null "a" "title" "url" "body" "og" \n \ud800 \0'.split(' '),
    );
    const hostile = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(hostile, (text) => {
        for (const any of [text, withKeys(text)]) {
          for (const error of errors(any))
            expect(error).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
