import { describe, expect, it } from 'vitest';
import { freeSlug, isSlug, MAX_SLUG_LENGTH } from '../../src/domain/slug.ts';
import { growthOf, MAX_GROWTH } from '../support/growth.ts';
import { fc } from '../support/property-tests.ts';

const arbitrarySlug = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,20}$/), { minLength: 1, maxLength: 12 })
  .map((words) => words.join('-').slice(0, MAX_SLUG_LENGTH).replace(/-$/, ''));

describe('a slug', () => {
  it.each(['a', '0', 'closure-order', '24-7', 'a-b-c', 'x'.repeat(MAX_SLUG_LENGTH)])('may be %j', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a_b', 'a.b', 'a/b', 'a\n', 'x'.repeat(MAX_SLUG_LENGTH + 1)])(
    'is not %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it('is told from hostile text in linear time at most', () => {
    expect(isSlug(`${'a'.repeat(MAX_SLUG_LENGTH - 1)}!`)).toBe(false);
    const run = (size: number) => expect(isSlug(`${'a-'.repeat(size)}!`)).toBe(false);
    expect(growthOf(1_000_000, run)).toBeLessThan(MAX_GROWTH);
  });
});

describe('a free slug', () => {
  it('is the wish when nobody has it', () => {
    expect(freeSlug('order', () => false)).toBe('order');
  });

  it('counts up from 2 to the first that nobody has', () => {
    const taken = new Set(['order', 'order-2', 'order-4']);
    expect(freeSlug('order', (slug) => taken.has(slug))).toBe('order-3');
  });

  it('goes on counting beyond one digit', () => {
    const taken = new Set(['order', ...Array.from({ length: 98 }, (_, at) => `order-${at + 2}`)]);
    expect(freeSlug('order', (slug) => taken.has(slug))).toBe('order-100');
  });

  it('cuts a long wish to make room for the number, and no hyphen is doubled', () => {
    const wish = `${'x'.repeat(MAX_SLUG_LENGTH - 3)}-yy`;
    expect(freeSlug(wish, (slug) => slug === wish)).toBe(`${'x'.repeat(MAX_SLUG_LENGTH - 3)}-2`);
  });

  it('is always a slug, and never one that is taken', () => {
    const property = fc.property(arbitrarySlug, fc.nat(120), (wish, others) => {
      const taken = new Set<string>();
      for (let count = 0; count < others; count += 1) taken.add(freeSlug(wish, (slug) => taken.has(slug)));
      const slug = freeSlug(wish, (candidate) => taken.has(candidate));
      expect(taken.size).toBe(others);
      expect(taken.has(slug)).toBe(false);
      expect(isSlug(slug)).toBe(true);
    });
    fc.assert(property);
  });
});
