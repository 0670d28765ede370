import { describe, expect, it } from 'vitest';
import { likelyTheSame, type RegisteredPerson, suggestionId, suggestMerges } from '../../src/domain/suggestion.ts';
import { fc } from '../support/property-tests.ts';

function person(key: string, rest: Partial<RegisteredPerson> = {}): RegisteredPerson {
  return { id: `id-of-${key}`, key, name: key, slug: null, organisationId: null, ...rest };
}

const NOBODY: ReadonlySet<string> = new Set();

describe('two people of one surname', () => {
  it.each([
    ['alexandra-reeve', 'a-reeve', 'initial'],
    ['alexandra-reeve', 'alex-reeve', 'short-name'],
    ['robert-marsh', 'bob-marsh', 'short-name'],
    ['alexandra-jane-reeve', 'alexandra-reeve', 'middle-name'],
    ['alexandra-jane-reeve', 'alexandra-j-reeve', 'middle-name'],
    ['kathryn-reeve', 'kathrin-reeve', 'spelling'],
    ['katheryn-reeve', 'kathryn-reeve', 'spelling'],
    ['anne-reeve', 'anna-reeve', 'spelling'],
    ['daniel-reeve', 'dan-reeve', 'short-name'],
  ])('may be one: %s and %s', (full, short, reason) => {
    for (const people of [
      [person(full), person(short)],
      [person(short), person(full)],
    ]) {
      expect(suggestMerges(people, NOBODY)).toMatchObject([
        { reason, official: { key: full }, duplicate: { key: short } },
      ]);
    }
  });

  it.each([
    ['alexandra-reeve', 'james-reeve'],
    ['alexandra-reeve', 'reeve'],
    ['emily-jones', 'mark-jones'],
    ['ann-lee', 'anna-leigh'],
    ['jo-reeve', 'ji-reeve'],
    ['alexandra-jane-reeve', 'alexandra-rose-reeve'],
    ['alexandra-jane-reeve', 'alexandra-jan-reeve'],
    ['john-reeve', 'jo-reeve'],
    ['bartholomewe-reeve', 'constructor-reeve'],
  ])('are two: %s and %s', (one, other) => {
    expect(suggestMerges([person(one), person(other)], NOBODY)).toEqual([]);
  });

  it('are likelier one in one organisation than in two', () => {
    const of = (organisationId: string | null) => person('alex-reeve', { organisationId });
    const confidences = ['police', null, 'council'].map((organisation) => {
      const [found] = suggestMerges(
        [person('alexandra-reeve', { organisationId: 'police' }), of(organisation)],
        NOBODY,
      );
      return found?.confidence;
    });
    expect(confidences).toEqual([0.85, 0.6, 0.35]);
  });

  it('stay as whom the public knows', () => {
    const known = person('alex-reeve', { slug: 'alex-reeve' });
    expect(suggestMerges([person('alexandra-reeve'), known], NOBODY)).toMatchObject([
      { official: { key: 'alex-reeve' } },
    ]);
  });

  it('stay as the one with the fuller name when the public knows both', () => {
    const [full, short] = ['alexandra-reeve', 'alex-reeve'].map((key) => person(key, { slug: key }));
    for (const people of [
      [full, short],
      [short, full],
    ]) {
      expect(
        suggestMerges(
          people.filter((each) => each !== undefined),
          NOBODY,
        ),
      ).toMatchObject([{ official: full, duplicate: short }]);
    }
  });

  it('are asked about before one of them is registered, and nobody is their own double', () => {
    const [known, other] = [person('alexandra-reeve'), person('james-reeve')];
    const asked = person('alex-reeve');
    expect(likelyTheSame(asked, [asked, known, other])).toEqual([known]);
  });

  it('are not suggested again when somebody said that they are two', () => {
    const rejected = new Set([suggestionId('id-of-a-reeve', 'id-of-alex-reeve')]);
    expect(suggestMerges([person('alex-reeve'), person('a-reeve')], rejected)).toEqual([]);
  });
});

describe('suggestions', () => {
  const given = fc.array(fc.constantFrom('a', 'x', 'alex', 'alexandra', 'jane'), { maxLength: 3 });
  const registers = fc.uniqueArray(
    fc.tuple(given, fc.constantFrom('reeve', 'lee')).map(([names, surname]) => [...names, surname].join('-')),
    { maxLength: 12 },
  );

  it('are the same in whatever order people were registered, the surest first, and never of a surname alone', () => {
    fc.assert(
      fc.property(registers, (keys) => {
        const found = suggestMerges(
          keys.map((key) => person(key)),
          NOBODY,
        );
        expect(
          suggestMerges(
            keys.toReversed().map((key) => person(key)),
            NOBODY,
          ),
        ).toEqual(found);
        expect(found.map(({ confidence }) => confidence)).toEqual(
          found
            .map(({ confidence }) => confidence)
            .sort()
            .reverse(),
        );
        for (const { duplicate, official } of found) {
          expect(duplicate.key.split('-').at(-1)).toBe(official.key.split('-').at(-1));
          expect(Math.min(duplicate.key.split('-').length, official.key.split('-').length)).toBeGreaterThan(1);
        }
      }),
    );
  });
});
