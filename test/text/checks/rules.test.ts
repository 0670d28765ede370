import { describe, expect, it } from 'vitest';
import { CHECK_IDS, DEFAULT_CHECK_RULES } from '../../../src/domain/check.ts';
import { checkRelease } from '../../../src/text/checks/check-release.ts';
import { BODY } from '../../../src/text/checks/places.ts';
import { RULES } from '../../../src/text/checks/rules.ts';
import { checkedRelease, checksOf, idsOf } from '../../support/checked.ts';
import { growthOf, MAX_GROWTH } from '../../support/growth.ts';
import { anyCharacter, fc, runs } from '../../support/property-tests.ts';

describe.each(RULES)('the rule $id', ({ id, severity, fires, passes }) => {
  it('finds what its example has', () => {
    const found = checksOf(fires).filter((check) => check.id === id);
    expect(found).not.toEqual([]);
    expect(found.map((check) => check.severity)).toEqual(found.map(() => severity));
  });

  it('finds nothing where nothing is, nor does another', () => {
    expect(checksOf(passes)).toEqual([]);
  });

  it('is silent where the installation wants it so, and as grave as that says', () => {
    const release = checkedRelease(fires);
    const { bannedPhrases = [] } = fires;
    const at = (level: 'off' | 'error') => checkRelease(release, { levels: { [id]: level }, bannedPhrases });
    expect(idsOf(at('off'))).not.toContain(id);
    expect(at('error').filter((check) => check.id === id)).toSatisfy((found: { severity: string }[]) =>
      found.every((check) => check.severity === 'error'),
    );
  });
});

describe('the rules together', () => {
  it('stand in the order of their ids', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual(CHECK_IDS.filter((id) => ids.includes(id)));
  });

  it('find nothing in a release without fault', () => {
    expect(checksOf({})).toEqual([]);
  });

  it('tell the gravest first', () => {
    const body = 'we meet at the [place].\n\nSee our website.';
    expect(checksOf({ body }).map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice']);
  });

  it('never throw, point into the body, and say the same twice, whatever the text', () => {
    const pieces = fc.constantFrom(
      '"',
      '“',
      '”',
      'TBC',
      'www.',
      '0800',
      '@',
      ' ',
      '\n\n',
      '[x]()',
      '![](y)',
      'ENDS',
      '.',
    );
    const bodies = fc
      .array(fc.oneof(pieces, fc.string({ unit: anyCharacter })), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(bodies, (text) => {
        const body = text.replaceAll(/[\r\0]/g, '').toWellFormed();
        const release = checkedRelease({ body, extra: { proceedings: 'active' } });
        const checks = checkRelease(release, DEFAULT_CHECK_RULES);
        for (const { pointer, start, end } of checks) {
          if (pointer !== BODY || start === null || end === null) continue;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(body.length);
        }
        expect(checkRelease(release, DEFAULT_CHECK_RULES)).toEqual(checks);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each([
    '"',
    '0800 ',
    'a@',
    'www.',
    'XXXX ',
    'ABC ',
    '[INSERT ',
    '“a. ',
    'will be held on ',
    '1 Jan 2020 ',
    'Adam Field, ',
    'Adam Field was out ',
    'pupil Adam ',
    'rape of Adam Field, who is 2',
    '[see ',
    'Crimestoppers on ',
    'O1632 ',
    'police hear from a ',
    'he was jailed for theft ',
    'was taken to the ',
    'The two men were held next ',
    '"We are all in this here house," they said. ',
    'a (at) ',
  ])('take linear time for a body full of %j', (piece) => {
    const run = (size: number) => {
      const release = checkedRelease({ body: piece.repeat(size / piece.length), extra: { proceedings: 'active' } });
      checkRelease(release, DEFAULT_CHECK_RULES);
    };
    expect(growthOf(50_000, run)).toBeLessThan(MAX_GROWTH);
  });
});
