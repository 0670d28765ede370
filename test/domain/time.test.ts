import { describe, expect, it } from 'vitest';
import {
  atPrecision,
  instantFromMillis,
  instantsOf,
  isCalendarDate,
  localText,
  millisOf,
  nextDay,
  parseBeginning,
  parseCalendarDate,
  parseEnd,
  parseInstant,
  startOfDay,
  type WallTime,
} from '../../src/domain/time.ts';
import { fc } from '../support/property-tests.ts';
import { date, instant, wall } from '../support/time.ts';

/** What a clock in London shows, told by the platform and not by the code under test. */
function londonClock(at: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(new Date(at));
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return wall(date(read('year'), read('month'), read('day')), read('hour'), read('minute'), read('second'));
}

describe('instantsOf', () => {
  it('finds one instant in winter and one in summer', () => {
    expect(instantsOf(wall(date(2020, 12, 1), 14, 30))).toEqual(['2020-12-01T14:30:00.000Z']);
    expect(instantsOf(wall(date(2020, 7, 1), 14, 30))).toEqual(['2020-07-01T13:30:00.000Z']);
  });

  it('finds none in the hour that spring skips, and one on either side', () => {
    const day = date(2020, 3, 29);
    expect(instantsOf(wall(day, 0, 59, 59))).toEqual(['2020-03-29T00:59:59.000Z']);
    expect(instantsOf(wall(day, 1))).toEqual([]);
    expect(instantsOf(wall(day, 1, 59, 59))).toEqual([]);
    expect(instantsOf(wall(day, 2))).toEqual(['2020-03-29T01:00:00.000Z']);
  });

  it('finds two, in order, in the hour that autumn repeats, and one on either side', () => {
    const day = date(2020, 10, 25);
    expect(instantsOf(wall(day, 0, 59, 59))).toEqual(['2020-10-24T23:59:59.000Z']);
    expect(instantsOf(wall(day, 1))).toEqual(['2020-10-25T00:00:00.000Z', '2020-10-25T01:00:00.000Z']);
    expect(instantsOf(wall(day, 1, 59, 59))).toEqual(['2020-10-25T00:59:59.000Z', '2020-10-25T01:59:59.000Z']);
    expect(instantsOf(wall(day, 2))).toEqual(['2020-10-25T02:00:00.000Z']);
  });

  it('knows the years in which London kept summer time all winter', () => {
    expect(instantsOf(wall(date(1970, 1, 1), 0))).toEqual(['1969-12-31T23:00:00.000Z']);
  });

  it('finds every instant under the wall time that it shows, and nothing but such instants', () => {
    const seconds = fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const at = instantFromMillis(second * 1000);
        const shown = londonClock(at);
        const found = instantsOf(shown);
        expect(found).toContain(at);
        for (const other of found) expect(londonClock(other)).toEqual(shown);
      }),
    );
  });

  it('finds none or two only at clock changes', () => {
    const minutesOfChangeWeeks = fc.tuple(
      fc.constantFrom(date(2020, 3, 29), date(2021, 10, 31), date(2024, 3, 31), date(2026, 10, 25)),
      fc.integer({ min: 0, max: 24 * 60 - 1 }),
    );
    fc.assert(
      fc.property(minutesOfChangeWeeks, ([day, minute]) => {
        const count = instantsOf(wall(day, Math.floor(minute / 60), minute % 60)).length;
        const isInTheHour = minute >= 60 && minute < 120;
        expect(count).toBe(isInTheHour ? (day.month === 3 ? 0 : 2) : 1);
      }),
    );
  });

  it.each([
    ['Asia/Kathmandu', wall(date(2026, 5, 1), 5, 45), '2026-05-01T00:00:00.000Z', '2026-05-01T05:45:00+05:45'],
    ['America/St_Johns', wall(date(2026, 1, 1), 8, 30), '2026-01-01T12:00:00.000Z', '2026-01-01T08:30:00-03:30'],
    // Before the railways, clocks went by the sun.
    ['Europe/London', wall(date(1840, 1, 1), 0), '1840-01-01T00:01:15.000Z', '1840-01-01T00:00:00-00:01'],
  ])('knows the minutes and seconds by which a zone differs: %s', (zone, time, at, shown) => {
    expect(instantsOf(time, zone)).toEqual([at]);
    expect(localText(instant(at), zone)).toBe(shown);
  });
});

describe('atPrecision', () => {
  it('leaves an instant as it is, and makes of a day its first instant in London', () => {
    const [at, late] = [instant('2020-07-01T10:00:00.000Z'), instant('2020-07-01T23:30:00.000Z')];
    expect(atPrecision(at, 'instant')).toBe(at);
    expect([atPrecision(at, 'day'), atPrecision(late, 'day')]).toEqual([
      '2020-06-30T23:00:00.000Z',
      '2020-07-01T23:00:00.000Z',
    ]);
  });
});

describe('startOfDay', () => {
  it('is midnight in London: in summer the evening before in UTC', () => {
    expect(startOfDay(date(2020, 10, 29))).toBe('2020-10-29T00:00:00.000Z');
    expect(startOfDay(date(2020, 7, 1))).toBe('2020-06-30T23:00:00.000Z');
  });

  it('is right on the days of both clock changes and on the days after', () => {
    expect(startOfDay(date(2020, 3, 29))).toBe('2020-03-29T00:00:00.000Z');
    expect(startOfDay(date(2020, 3, 30))).toBe('2020-03-29T23:00:00.000Z');
    expect(startOfDay(date(2020, 10, 25))).toBe('2020-10-24T23:00:00.000Z');
    expect(startOfDay(date(2020, 10, 26))).toBe('2020-10-26T00:00:00.000Z');
  });

  it('is the first hour that exists where a zone skips midnight', () => {
    expect(startOfDay(date(2018, 11, 4), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('is the first of two midnights where a zone repeats it', () => {
    expect(startOfDay(date(2020, 11, 1), 'America/Havana')).toBe('2020-11-01T04:00:00.000Z');
  });

  it('leaves no gap between two days', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (at) => {
        const day = date(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
        const next = startOfDay(nextDay(day));
        const shown = londonClock(instantFromMillis(millisOf(next) - 1000));
        expect(shown).toEqual(wall(day, 23, 59, 59));
      }),
    );
  });
});

describe('parseInstant', () => {
  it.each([
    ['2020-10-29T14:30:00Z', '2020-10-29T14:30:00.000Z'],
    ['2020-10-29t14:30:00z', '2020-10-29T14:30:00.000Z'],
    ['2020-10-29T14:30:00.5Z', '2020-10-29T14:30:00.500Z'],
    ['2020-10-29T14:30:00.123999999Z', '2020-10-29T14:30:00.123Z'],
    ['2020-10-29T14:30:00+01:00', '2020-10-29T13:30:00.000Z'],
    ['2020-10-29T00:30:00+05:30', '2020-10-28T19:00:00.000Z'],
    ['2020-10-29T14:30:00-00:00', '2020-10-29T14:30:00.000Z'],
    ['2020-02-29T23:59:59-23:59', '2020-03-01T23:58:59.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['0099-12-31T00:00:00Z', '0099-12-31T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '',
    '2020-10-29',
    '2020-10-29T14:30Z',
    '2020-10-29T14:30:00',
    '2020-10-29 14:30:00Z',
    '2020-10-29T24:00:00Z',
    '2020-10-29T14:60:00Z',
    '2020-10-29T23:59:60Z',
    '2020-10-29T14:30:00.Z',
    '2020-10-29T14:30:00.1234567890Z',
    '2020-10-29T14:30:00+24:00',
    '2020-10-29T14:30:00+01:60',
    '2020-10-29T14:30:00+0100',
    '2021-02-29T00:00:00Z',
    '2020-13-01T00:00:00Z',
    '2020-00-01T00:00:00Z',
    '2020-01-00T00:00:00Z',
    '0000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '+02020-10-29T14:30:00Z',
    '2020-10-29T14:30:00Z\n',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('reads back whatever an instant is written as', () => {
    const millis = fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') });
    fc.assert(
      fc.property(millis, (at) => {
        expect(parseInstant(instantFromMillis(at))).toBe(instantFromMillis(at));
      }),
    );
  });
});

describe('instantFromMillis', () => {
  it('refuses what fixed-width text cannot hold', () => {
    const first = Date.parse('0000-01-01T00:00:00Z');
    const last = Date.parse('9999-12-31T23:59:59.999Z');
    expect(instantFromMillis(first)).toBe('0000-01-01T00:00:00.000Z');
    expect(instantFromMillis(last)).toBe('9999-12-31T23:59:59.999Z');
    for (const millis of [first - 1, last + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => instantFromMillis(millis)).toThrow(RangeError);
    }
  });
});

describe('calendar dates', () => {
  it('reads a day, and only a day that exists', () => {
    expect(parseCalendarDate('2020-02-29')).toEqual(date(2020, 2, 29));
    expect(parseCalendarDate('0004-02-29')).toEqual(date(4, 2, 29));
    for (const text of [
      '2021-02-29',
      '2020-2-9',
      '2020-04-31',
      '2020-00-10',
      '2020-10-29T00:00:00Z',
      '',
      '29/10/2020',
    ]) {
      expect(parseCalendarDate(text)).toBeUndefined();
    }
  });

  it('knows leap years and the lengths of months', () => {
    expect(isCalendarDate(date(2000, 2, 29))).toBe(true);
    expect(isCalendarDate(date(1900, 2, 29))).toBe(false);
    expect(isCalendarDate(date(2020, 9, 31))).toBe(false);
    expect(isCalendarDate(date(2020, 12, 0))).toBe(false);
  });

  it('steps over the ends of months and years', () => {
    expect(nextDay(date(2020, 2, 28))).toEqual(date(2020, 2, 29));
    expect(nextDay(date(2020, 12, 31))).toEqual(date(2021, 1, 1));
    expect(nextDay(date(99, 12, 31))).toEqual(date(100, 1, 1));
  });
});

describe('a day or an instant', () => {
  it.each([
    ['2021-06-30', '2021-06-29T23:00:00.000Z', '2021-06-30T23:00:00.000Z'],
    ['2021-03-28', '2021-03-28T00:00:00.000Z', '2021-03-28T23:00:00.000Z'],
    ['2021-06-30T12:00:00+01:00', '2021-06-30T11:00:00.000Z', '2021-06-30T11:00:00.000Z'],
    ['9999-12-30', '9999-12-30T00:00:00.000Z', '9999-12-31T00:00:00.000Z'],
    ['9999-12-31', '9999-12-31T00:00:00.000Z', undefined],
    ['2021-02-29', undefined, undefined],
    ['tomorrow', undefined, undefined],
  ])('%s begins and ends', (text, beginning, end) => {
    expect([parseBeginning(text), parseEnd(text)]).toEqual([beginning, end]);
  });
});
