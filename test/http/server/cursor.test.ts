import { expect, test } from 'vitest';
import { cursorScope, MAX_CURSOR_LENGTH, readCursor, writeCursor } from '../../../src/http/answer/cursor.ts';
import { fc } from '../../support/property-tests.ts';

const SCOPE = cursorScope('listTags', { tag: 'a' });
const REFUSED = 'The cursor cannot be used here.';

test('a cursor comes back as the position it was made from', () => {
  const position = fc.record({
    direction: fc.constantFrom('next' as const, 'prev' as const),
    keys: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(position, (at) => {
      expect(readCursor(writeCursor(at, SCOPE), SCOPE)).toEqual(at);
    }),
  );
});

test('a cursor is what it was when it was given out', () => {
  const scope = cursorScope('listArticles', { tag: 'road "safety"', sort: '-publishedAt', area: undefined });
  const keys = ['2026-11-26T09:00:00.000Z', '0b7c'];
  expect(writeCursor({ direction: 'next', keys }, scope)).toBe(
    'WyJsRmp2czBpWEtXZyIsIm5leHQiLCIyMDI2LTExLTI2VDA5OjAwOjAwLjAwMFoiLCIwYjdjIl0',
  );
});

test('a cursor does not depend on the order of the filters', () => {
  const text = writeCursor({ direction: 'next', keys: ['x'] }, cursorScope('list', { a: 1, b: 2 }));
  expect(readCursor(text, cursorScope('list', { b: 2, a: 1 })).keys).toEqual(['x']);
});

test('a cursor of another list, another filter or other keys is refused', () => {
  const text = writeCursor({ direction: 'next', keys: ['x', 'y'] }, SCOPE);
  expect(() => readCursor(text, cursorScope('listQuotes', { tag: 'a' }))).toThrow(REFUSED);
  expect(() => readCursor(text, cursorScope('listTags', { tag: 'b' }))).toThrow(REFUSED);
  expect(() => readCursor(text, cursorScope('listTags', {}))).toThrow(REFUSED);
  const [print, direction, key] = JSON.parse(Buffer.from(text, 'base64url').toString());
  const shortened = Buffer.from(JSON.stringify([print, direction, key])).toString('base64url');
  expect(() => readCursor(shortened, SCOPE)).toThrow(REFUSED);
});

test('a cursor has one spelling, and an end', () => {
  const ofLength = (length: number) => writeCursor({ direction: 'next', keys: ['x'.repeat(length)] }, SCOPE);
  const longest = Math.floor((MAX_CURSOR_LENGTH * 3) / 4) - ofLength(0).length;
  expect(readCursor(ofLength(longest), SCOPE).keys).toEqual(['x'.repeat(longest)]);
  expect(() => readCursor(ofLength(MAX_CURSOR_LENGTH), SCOPE)).toThrow(REFUSED);
  for (const end of ['=', ' ', '.']) expect(() => readCursor(ofLength(1) + end, SCOPE)).toThrow(REFUSED);
});

test('no other text is a cursor', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const nearly = [
    '',
    '%',
    'x',
    'null',
    encode(null),
    encode({}),
    encode([]),
    encode(['a', 'up', 'b']),
    encode(['a', 'next', 1]),
  ];
  for (const text of [...nearly, 'A'.repeat(MAX_CURSOR_LENGTH + 1)])
    expect(() => readCursor(text, SCOPE)).toThrow(REFUSED);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readCursor(text, SCOPE)).toThrow(REFUSED);
    }),
  );
});
