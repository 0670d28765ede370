import { describe, expect, it } from 'vitest';
import { LABEL_COUNT, STATE_COUNT } from '../../../src/text/quotes/tagger/labels.ts';
import { LETTERS, RADIX, readWeights } from '../../../src/text/quotes/tagger/weights.ts';
import { fc } from '../../support/property-tests.ts';

const STATES = Array.from({ length: STATE_COUNT }, () => '');

/** Hashes of which many end in the same bits. */
const feature = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.nat(5)).map(([high, low]) => (high << 20) | low);
const row = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: LABEL_COUNT, maxLength: LABEL_COUNT });

describe('the weights of the tagger', () => {
  it('add what each feature gives, whatever others stand beside it, and nothing for one that has none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(feature, row), { selector: ([number]) => number, maxLength: 40 }),
        fc.array(feature, { maxLength: 12 }),
        (rows, asked) => {
          const written = rows.map(([number, numbers]) => `${number.toString(RADIX)} ${asKept(numbers)}`);
          const { addScores } = readWeights([...STATES, ...written]);
          const scores = new Float64Array(LABEL_COUNT);
          addScores(asked, scores);
          const known = new Map(rows);
          const expected = Array.from({ length: LABEL_COUNT }, (_, label) =>
            asked.reduce((sum, number) => sum + (known.get(number)?.[label] ?? 0), 0),
          );
          expect([...scores]).toEqual(expected);
        },
      ),
    );
  });
});

/** As they are kept: a letter for each label, and only those that are not 0. */
function asKept(numbers: readonly number[]): string {
  return numbers.map((number, label) => (number === 0 ? '' : `${LETTERS.charAt(label)}${number}`)).join('');
}
