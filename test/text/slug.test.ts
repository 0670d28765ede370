import sindreSlugify from '@sindresorhus/slugify';
import { describe, expect, it } from 'vitest';
import { isSlug, MAX_SLUG_LENGTH } from '../../src/domain/slug.ts';
import { slugify } from '../../src/text/slug.ts';
import { anyCharacter, fc, runs } from '../support/property-tests.ts';

describe('slugify', () => {
  it.each([
    ['Fenwick Borough Council', 'fenwick-borough-council'],
    ["O'Neill", 'oneill'],
    ['O’Neill', 'oneill'],
    ['O‘NEILL', 'oneill'],
    ['O´Neill', 'oneill'],
    ["Harrowmere Magistrates' Court", 'harrowmere-magistrates-court'],
    ['McDonald', 'mcdonald'],
    ['tarn', 'tarn'],
    ['Health & Wellbeing', 'health-and-wellbeing'],
    ['Cyngor Tŷ Ŵyr', 'cyngor-ty-wyr'],
    ['Zoë Müller', 'zoe-muller'],
    ['Zoe\u0308 Mu\u0308ller', 'zoe-muller'],
    ['Søren Łukasz Strauß', 'soren-lukasz-strauss'],
    ['  999 –– what’s   your emergency?! ', '999-whats-your-emergency'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'full-width'],
    ['', ''],
    ['!?…', ''],
  ])('turns %j into %j', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('cuts at the limit without leaving a hyphen', () => {
    expect(slugify('a'.repeat(MAX_SLUG_LENGTH - 1))).toHaveLength(MAX_SLUG_LENGTH - 1);
    expect(slugify('a'.repeat(MAX_SLUG_LENGTH))).toHaveLength(MAX_SLUG_LENGTH);
    expect(slugify('a'.repeat(MAX_SLUG_LENGTH + 1))).toHaveLength(MAX_SLUG_LENGTH);
    expect(slugify(`${'a'.repeat(MAX_SLUG_LENGTH - 1)} b`)).toBe('a'.repeat(MAX_SLUG_LENGTH - 1));
  });

  it('gives a slug or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), (text) => {
        const slug = slugify(text);
        expect(slug === '' || isSlug(slug)).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it('gives what the package gives for a text without anything to transliterate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 80 }), (text) => {
        const plain = text.replaceAll(/['`]/g, '');
        expect(slugify(text)).toBe(sindreSlugify(plain, { decamelize: false }));
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('gives one key for a name in any case and in either Unicode form', () => {
    const letters = fc.constantFrom(...'abcxyzABCéèâôûŵŷïöüçñÉÂŴŶ -’'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (name) => {
        const key = slugify(name);
        expect(slugify(name.toUpperCase())).toBe(key);
        expect(slugify(name.toLowerCase())).toBe(key);
        expect(slugify(name.normalize('NFD'))).toBe(key);
        expect(slugify(name.replaceAll('’', "'"))).toBe(key);
        expect(slugify(name.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(key);
      }),
    );
  });
});
