import { describe, expect, test } from 'vitest';
import { diffText, MAX_EDITS, type TextChange } from '../../src/text/text-diff.ts';
import { fc } from '../support/property-tests.ts';

const without = (kind: TextChange['kind'], changes: readonly TextChange[]) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join('');

/** Words and white space that stand in no other text. */
const others = (prefix: string, space: string, count: number) =>
  Array.from({ length: count }, (_, at) => (space === ' ' ? `${prefix}${at}${space}` : `${space}${prefix}${at}`)).join(
    '',
  );

describe('a text diff', () => {
  test('is nothing for two empty texts, and one piece for two texts alike', () => {
    expect(diffText('', '')).toEqual([]);
    expect(diffText('One.\nTwo.\n', 'One.\nTwo.\n')).toEqual([{ kind: 'same', text: 'One.\nTwo.\n' }]);
  });

  test('tells the words of a changed line', () => {
    expect(diffText('First.\nThe hearing is in May.\nLast.', 'First.\nThe hearing is in June.\nLast.')).toEqual([
      { kind: 'same', text: 'First.\nThe hearing is in ' },
      { kind: 'removed', text: 'May.' },
      { kind: 'added', text: 'June.' },
      { kind: 'same', text: '\nLast.' },
    ]);
  });

  test('tells lines that came and lines that went', () => {
    expect(diffText('a\nb\nc\n', 'b\nc\nd\n')).toEqual([
      { kind: 'removed', text: 'a\n' },
      { kind: 'same', text: 'b\nc\n' },
      { kind: 'added', text: 'd\n' },
    ]);
  });

  test('gives both texts back, whatever they say', () => {
    const text = fc.array(fc.constantFrom('a', 'b ', 'c\n', '\n', ' ')).map((parts) => parts.join(''));
    const both = fc.property(text, text, (before, after) => {
      const changes = diffText(before, after);
      expect([without('added', changes), without('removed', changes)]).toEqual([before, after]);
      expect(changes.every(({ kind }, at) => kind !== changes[at - 1]?.kind)).toBe(true);
    });
    fc.assert(both);
  });

  test.each([
    { words: MAX_EDITS / 4, pieces: 3 },
    { words: MAX_EDITS / 4 + 1, pieces: 2 },
  ])('finds the word that stayed among $words others on either side: $pieces pieces', ({ words, pieces }) => {
    const before = `${others('a', ' ', words)}same`;
    const after = `same${others('b', '\t', words)}`;
    const changes = diffText(before, after);
    expect([without('added', changes), without('removed', changes)]).toEqual([before, after]);
    expect(changes.length).toBe(pieces);
  });
});
