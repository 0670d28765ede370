import { describe, expect, it } from 'vitest';
import { MAX_DATE_LENGTH, parseWrittenDate } from '../../src/text/dates.ts';
import { anyCharacter, fc, runs } from '../support/property-tests.ts';

const DAY = { at: '2020-10-29T00:00:00.000Z', precision: 'day' };
const HALF_PAST_TWO = { at: '2020-10-29T14:30:00.000Z', precision: 'instant' };

describe('parseWrittenDate', () => {
  it.each([
    '29 Oct 2020',
    '29 October 2020',
    '29th Oct 2020',
    '29 oct. 2020',
    'Thursday 29 October 2020',
    'Thu, 29 Oct 2020',
    'Monday 29 October 2020',
    'Thursday, the 29th of October, 2020',
    'October 29, 2020',
    'Oct 29th 2020',
    '29-Oct-2020',
    '29/10/2020',
    '29.10.2020',
    '29-10-2020',
    '2020-10-29',
    '2020/10/29',
    '  29   Oct\u00a02020 ',
    '29 Hydref 2020',
    '29 Hyd 2020',
    'Dydd Iau 29 Hydref 2020',
    'Ddydd Mawrth, 29 Hyd. 2020',
  ])('reads %j as the start of that day in London', (text) => {
    expect(parseWrittenDate(text)).toEqual(DAY);
  });

  it.each([
    '29 Oct 2020 14:30',
    '29 Oct 2020 14:30:00',
    '29 Oct 2020 14.30',
    '29 Oct 2020, 2.30pm',
    '29 Oct 2020, 2:30 PM',
    '29 October 2020 at 14:30',
    'Thursday 29th October 2020 at 14.30 hrs',
    '14:30 29 Oct 2020',
    '14:30, Thursday 29 October 2020',
    '2.30pm on 29/10/2020',
    '29.10.2020 14.30',
    '2020-10-29 14:30',
    '2020-10-29T14:30',
    '29 Oct 2020 14:30 GMT',
    '29 Oct 2020 15:30 BST',
    '2020-10-29T14:30:00Z',
    '2020-10-29T15:30:00+01:00',
  ])('reads the time of %j', (text) => {
    expect(parseWrittenDate(text)).toEqual(HALF_PAST_TWO);
  });

  it.each([
    ['1 July 2020', '2020-06-30T23:00:00.000Z', 'day'],
    ['1 July 2020 14:30', '2020-07-01T13:30:00.000Z', 'instant'],
    ['1 Sept 2020', '2020-08-31T23:00:00.000Z', 'day'],
    ['29 Feb 2020', '2020-02-29T00:00:00.000Z', 'day'],
    ['3/4/2020', '2020-04-02T23:00:00.000Z', 'day'],
    ['29 Oct 2020 noon', '2020-10-29T12:00:00.000Z', 'instant'],
    ['12 noon on Thursday 29 October 2020', '2020-10-29T12:00:00.000Z', 'instant'],
    ['29 Oct 2020, 12noon', '2020-10-29T12:00:00.000Z', 'instant'],
    ['midday, 29 Oct 2020', '2020-10-29T12:00:00.000Z', 'instant'],
    ['29 Oct 2020 12 midday', '2020-10-29T12:00:00.000Z', 'instant'],
    ['29 Oct 2020 12pm', '2020-10-29T12:00:00.000Z', 'instant'],
    ['29 Oct 2020 12am', '2020-10-29T00:00:00.000Z', 'instant'],
    ['29 Oct 2020 2 pm', '2020-10-29T14:00:00.000Z', 'instant'],
    ['29 Oct 2020 00:00', '2020-10-29T00:00:00.000Z', 'instant'],
  ])('reads %j as %s', (text, at, precision) => {
    expect(parseWrittenDate(text)).toEqual({ at, precision });
  });

  it.each(['31 Feb 2020', '29 Feb 2021', '0 Oct 2020', '10/29/2020', '2020-13-01'])(
    'refuses %j, which no calendar has',
    (text) => {
      expect(parseWrittenDate(text)).toMatchObject({ detail: `${JSON.stringify(text)} is not a day of the calendar` });
    },
  );

  it.each(['29 Oct 2020 24:00', '29 Oct 2020 14:60', '29 Oct 2020 13pm', '29 Oct 2020 0am'])(
    'refuses %j, which no clock shows',
    (text) => {
      expect(parseWrittenDate(text)).toMatchObject({
        detail: `${JSON.stringify(text)} names a time that no clock shows`,
      });
    },
  );

  it.each([
    '',
    'yesterday',
    '29 Oct',
    'Oct 2020',
    '29 Okt 2020',
    '29 Oct 20',
    '1 Jan 0000 00:30',
    '29 Oct 0202',
    '29 Oct 3020',
    '29 Oct 02020',
    '29/10-2020',
    '29 Oct 2020 and 14:30',
    '29 Oct 2020 14:30 CEST',
    '14:30',
    '14:30 29 Oct 2020 15:30',
    '2020-10-29T14:30:00+25:00',
  ])('refuses %j and says what would be right', (text) => {
    expect(parseWrittenDate(text)).toEqual({
      detail: `${JSON.stringify(text)} is not a date that can be read`,
      expected: 'a date such as 29 Oct 2020, 29/10/2020 or 2020-10-29, with or without a time such as 14:30 or 2.30pm',
    });
  });

  it('refuses a time that spring skips, and shows both readings', () => {
    expect(parseWrittenDate('29 March 2020 01:30')).toEqual({
      detail:
        'the clocks change in Europe/London, so this time never happens: it could be 2020-03-29T00:30:00.000Z (BST) or 2020-03-29T01:30:00.000Z (GMT)',
      expected: 'the same time followed by BST or GMT, or another time',
    });
  });

  it('refuses a time that autumn repeats, and shows both readings', () => {
    expect(parseWrittenDate('25 October 2020 1.30am')).toEqual({
      detail:
        'the clocks change in Europe/London, so this time happens twice: it could be 2020-10-25T00:30:00.000Z (BST) or 2020-10-25T01:30:00.000Z (GMT)',
      expected: 'the same time followed by BST or GMT, or another time',
    });
    expect(parseWrittenDate('25 October 2020 1.30am GMT')).toEqual({
      at: '2020-10-25T01:30:00.000Z',
      precision: 'instant',
    });
    expect(parseWrittenDate('25 October 2020 1.30am BST')).toEqual({
      at: '2020-10-25T00:30:00.000Z',
      precision: 'instant',
    });
  });

  it('reads a date up to the limit and refuses a longer text', () => {
    const padded = (length: number) => `29 Oct${' '.repeat(length - 10)}2020`;
    expect(parseWrittenDate(padded(MAX_DATE_LENGTH - 1))).toEqual(DAY);
    expect(parseWrittenDate(padded(MAX_DATE_LENGTH))).toEqual(DAY);
    expect(parseWrittenDate(padded(MAX_DATE_LENGTH + 1))).toMatchObject({ detail: 'this is too long for a date' });
  });

  it('answers any text without throwing', () => {
    const pieces = fc.constantFrom(
      ...'0 1 29 31 2020 1000 2999 : . / - , am pm gmt bst utc Oct Jan noon T Z th'.split(' '),
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.array(pieces, { maxLength: 20 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const reading = parseWrittenDate(any);
        expect('at' in reading || reading.detail !== '').toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});
