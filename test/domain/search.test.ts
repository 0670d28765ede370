import { describe, expect, test } from 'vitest';
import { MAX_SEARCH_WORDS, parseSearch, titleKey } from '../../src/domain/search.ts';
import { growthOf, MAX_GROWTH } from '../support/growth.ts';
import { anyCharacter, fc } from '../support/property-tests.ts';

const word = (text: string, prefix = false) => ({ words: [text], prefix });

describe('a search text', () => {
  test.each([
    ['closure order', [word('closure'), word('order')]],
    ['"closure order" flats', [{ words: ['closure', 'order'], prefix: false }, word('flats')]],
    ['“closure order”', [{ words: ['closure', 'order'], prefix: false }]],
    ['clos*', [word('clos', true)]],
    ['clos *', [word('clos')]],
    ['"closure ord*" x', [{ words: ['closure', 'ord'], prefix: true }, word('x')]],
    ['"closure order', [word('closure'), word('order')]],
    ['a "" b', [word('a'), word('b')]],
    ["Magistrates' don't", [word('Magistrates'), word('don'), word('t')]],
    ['c++ OR title:x NEAR(a)', ['c', 'OR', 'title', 'x', 'NEAR', 'a'].map((text) => word(text))],
    ['Tŷ  Ŵyr', [word('Tŷ'), word('Ŵyr')]],
    ['\u0301a\u0301', [word('a\u0301')]],
    ['vol\u00adun\u200bteer* x\u200dy\ufeff', [word('volunteer', true), word('xy')]],
    ['**-()"', []],
    ['', []],
  ])('is read: %j', (text, terms) => {
    expect(parseSearch(text)).toEqual(terms);
  });

  test('counts its first words only', () => {
    const text = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    const all = parseSearch(text(MAX_SEARCH_WORDS));
    expect(all).toHaveLength(MAX_SEARCH_WORDS);
    expect(parseSearch(text(MAX_SEARCH_WORDS - 1))).toHaveLength(MAX_SEARCH_WORDS - 1);
    expect(parseSearch(text(MAX_SEARCH_WORDS + 1))).toEqual(all);
    expect(parseSearch(`"${text(MAX_SEARCH_WORDS + 1)}"`)[0]?.words).toHaveLength(MAX_SEARCH_WORDS);
  });

  test('never holds anything but words, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const words = parseSearch(text).flatMap((term) => term.words);
        for (const each of words) expect(each).toMatch(/^[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*$/u);
        expect(words.length).toBeLessThanOrEqual(MAX_SEARCH_WORDS);
      }),
    );
  });

  test('is read in linear time', () => {
    for (const text of ['"', 'a', 'a"', '\u0301', '*', '"a ']) {
      expect(growthOf(100_000, (size) => parseSearch(text.repeat(size)))).toBeLessThan(MAX_GROWTH);
    }
  });
});

test.each([
  ['“Zero tolerance” for drugs', 'zero tolerance” for drugs'],
  ['‘Ŵyl’ yn Aberwern', 'wyl’ yn aberwern'],
  ['  – \u00ad(£5m) for roads', '5m) for roads'],
  ['The “best” day', 'the “best” day'],
  ['२० नई सड़कें', '२० नई सडके'.normalize('NFKD').replace(/\p{M}/gu, '')],
  ['…!', '...!'],
  ['', ''],
])('the title %j stands among others as %j', (title, key) => {
  expect(titleKey(title)).toBe(key);
  expect(titleKey(key)).toBe(key);
});
