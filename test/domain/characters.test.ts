import { describe, expect, it } from 'vitest';
import { charactersIn, isWithin } from '../../src/domain/characters.ts';

describe('a character', () => {
  it.each([
    ['', 0],
    ['Fenwick', 7],
    ['ŵŷ', 2],
    ['🚒🚒', 2],
    // A family is several persons to JSON Schema too.
    ['👩‍👧', 3],
  ])('of %j is counted once: %i', (text, count) => {
    expect(charactersIn(text)).toBe(count);
  });

  it.each(['a', '🚒', 'a🚒'])('of %s counts towards a limit as one, at it and beyond it', (piece) => {
    const limit = 10 * charactersIn(piece);
    expect(isWithin(piece.repeat(10), limit)).toBe(true);
    expect(isWithin(`${piece.repeat(10)}.`, limit)).toBe(false);
    expect(isWithin(piece.repeat(1000), limit)).toBe(false);
  });
});
