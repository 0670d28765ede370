import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../src/text/matches.ts';
import { anyCharacter, fc } from '../support/property-tests.ts';

const PATTERNS = [/\p{L}+/gu, /(?<mark>[.,])?\s/g, /x*/g, /x*/gu, /(?<=a)b?/giu, /never, ever/g];

describe('the matches of a pattern', () => {
  it('are those that matchAll gives, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom('a', 'b', 'x', ' ', '😀')), maxLength: 60 }),
        fc.constantFrom(...PATTERNS),
        fc.nat(9),
        (text, pattern, lastIndex) => {
          const expected = [...text.matchAll(new RegExp(pattern))];
          pattern.lastIndex = lastIndex;
          expect(matchesOf(text, pattern)).toEqual(expected);
          expect(pattern.lastIndex).toBe(0);
        },
      ),
    );
  });

  it('are given whole, so that the pattern may be asked again before they are looked at', () => {
    const words = /\p{L}+/gu;
    const found = matchesOf('one two', words).flatMap(({ 0: word }) => [
      word,
      ...matchesOf('three', words).map(String),
    ]);
    expect(found).toEqual(['one', 'three', 'two', 'three']);
  });

  it('of a pattern that is not global are refused: it would match the same words for ever', () => {
    expect(() => matchesOf('text', /t/)).toThrow(TypeError);
  });
});
