import { describe, expect, it } from 'vitest';
import { BODY } from '../../../src/text/checks/places.ts';
import type { Example } from '../../../src/text/checks/rule.ts';
import { RULES } from '../../../src/text/checks/rules.ts';
import { checkedRelease, checksOf } from '../../support/checked.ts';

describe('what is put in the place of a fault', () => {
  it.each(RULES)('of $id mends it, and brings no other', ({ fires }) => {
    const faults = checksOf(fires);
    const mended = checksOf({ ...fires, body: mend(fires) });
    const left = faults.filter(({ fix }) => fix === null);
    expect(mended.map(({ id, message }) => [id, message])).toEqual(left.map(({ id, message }) => [id, message]));
  });

  it.each(['ENDS', '- ENDS -', '**ENDS**', '***ENDS***', '## ENDS', '* * ENDS * *', '> ENDS', '1. ENDS'])(
    'leaves nothing of %j',
    (line) => {
      expect(mend({ body: `The road is open.\n\n${line}\n\nIt was shut.` })).toBe(
        'The road is open.\n\n\n\nIt was shut.',
      );
    },
  );

  it('is nothing where more than a line would go', () => {
    const body = '| a | b |\n|---|---|\n| c | ENDS |';
    expect(mend({ body })).toBe(body);
  });

  it.each([
    ['It ends on Friday 5 March 2020. we met on 3 May 2019.', 'It ends on Friday 5 March 2021. We met on 3 May 2019.'],
    ['Call +44 (0)01632 960 301 or 01632 96O 145.', 'Call +44 1632 960 301 or 01632 960 145.'],
    ['See http://https://www.fenwick.example/a, please.', 'See https://www.fenwick.example/a, please.'],
    ['Write to “press@ fenwick.example”.', 'Write to “press@fenwick.example”.'],
  ])('%s', (body, expected) => {
    expect(mend({ date: '2021-01-13', body })).toBe(expected);
  });
});

/** The body with everything put right that can be. */
function mend(example: Example): string {
  const fixes = checksOf(example).filter(({ pointer, fix }) => pointer === BODY && fix !== null);
  return fixes
    .sort((one, other) => (other.start ?? 0) - (one.start ?? 0))
    .reduce(
      (text, { start, end, fix }) => text.slice(0, start ?? 0) + fix + text.slice(end ?? 0),
      checkedRelease(example).markdown,
    );
}
