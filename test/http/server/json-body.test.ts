import { describe, expect, test } from 'vitest';
import { Problem } from '../../../src/domain/problem.ts';
import { MAX_JSON_DEPTH, parseJsonBody } from '../../../src/http/request/json-body.ts';
import { endOfJson } from '../../../src/http/request/json-end.ts';
import { growthOf, MAX_GROWTH } from '../../support/growth.ts';
import { fc, runs } from '../../support/property-tests.ts';

function faultOf(text: string): unknown {
  try {
    return parseJsonBody(Buffer.from(text));
  } catch (error) {
    return error instanceof Problem ? error.errors[0] : error;
  }
}

describe('a JSON body', () => {
  test.each([
    ['{"a":1,"a":2}', '/a', 'The same name stands twice in one object.'],
    ['{"a":1,"\\u0061":2}', '/a', 'The same name stands twice in one object.'],
    ['[{"x":{}},{"b":{"c":1,"d":[],"c":2}}]', '/1/b/c', 'The same name stands twice in one object.'],
    ['{"a":{"__proto__":1}}', '/a/__proto__', 'The name __proto__ is not allowed.'],
    ['{"\\u005f_proto__":1}', '/__proto__', 'The name __proto__ is not allowed.'],
    ['{"a":["b","\\ud800"]}', '/a/1', 'A string holds half of a surrogate pair.'],
    ['{"a/b":"\\udc00\\ud800"}', '/a~1b', 'A string holds half of a surrogate pair.'],
    ['{"\\ud800":1}', '', 'A string holds half of a surrogate pair.'],
    ['["\\u0000"]', '/0', 'A string holds the character NUL.'],
    ['"\\u0000"', '', 'A string holds the character NUL.'],
  ])('is refused: %s', (text, pointer, detail) => {
    expect(faultOf(text)).toEqual({ pointer, detail });
  });

  test('may nest to the limit and no deeper', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(faultOf(nested(MAX_JSON_DEPTH - 1))).toBeInstanceOf(Array);
    expect(faultOf(nested(MAX_JSON_DEPTH))).toBeInstanceOf(Array);
    expect(faultOf(nested(MAX_JSON_DEPTH + 1))).toMatchObject({ detail: 'More than 32 levels of nesting.' });
  });

  test('may use one name in several objects, and words of structure in strings', () => {
    const text = '[{"a":"{"},{"a":"\\\\\\"}","b":[{"a":1}]},"__proto__","\\ud83d\\ude00"]';
    expect(parseJsonBody(Buffer.from(text))).toEqual(JSON.parse(text));
  });

  test('must be UTF-8', () => {
    expect(() => parseJsonBody(Buffer.from([0x22, 0xff, 0x22]))).toThrow('The body is not well-formed UTF-8.');
  });

  test('is read like JSON.parse reads it when it is harmless', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => text !== '__proto__' && !text.includes('\0'));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, name, fc.integer(), fc.constantFrom(true, null), tie('array'), tie('object')),
      array: fc.array(tie('tree'), { maxLength: 4 }),
      object: fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        expect(parseJsonBody(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('takes linear time, however hostile', () => {
    const hostile = [
      (size: number) => '"'.repeat(size),
      (size: number) => `"${'\\"'.repeat(size / 2)}`,
      (size: number) => '['.repeat(size),
      (size: number) => `["${'\\"'.repeat(size / 2)}"]`,
    ];
    for (const textOf of hostile) {
      expect(growthOf(240_000, (size) => faultOf(textOf(size)))).toBeLessThan(MAX_GROWTH);
    }
  });
});

test('names the place where any text ceases to be JSON, which it is up to there', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-',
    'true',
    ' ',
    '\n',
    '"',
    '\\',
    '0',
    '.5',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const end = endOfJson(text);
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      if (isJson) expect(end).toBe(text.length);
    }),
    { numRuns: runs(2_000) },
  );
});
