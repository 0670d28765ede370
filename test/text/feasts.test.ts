import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, isoDay, weekdayOf } from '../../src/text/days.ts';
import { easterSunday, feastNamed, weekdayBeside, weekdayOfMonth } from '../../src/text/feasts.ts';
import { fc, runs } from '../support/property-tests.ts';

/** Easter Sundays as they were and will be kept, from 2000 on. */
const EASTERS =
  '2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12 ' +
  '2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 ' +
  '2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 ' +
  '2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 ' +
  '2040-04-01 2041-04-21 2042-04-06 2043-03-29 2044-04-17 2045-04-09 2046-03-25 2047-04-14 2048-04-05 2049-04-18';
/** The earliest and the latest that there can be. */
const EXTREMES = '1818-03-22 1943-04-25 2285-03-22';

/** Bank holidays of England as they were proclaimed: the feasts that were kept on other days among them. */
const BANK_HOLIDAYS: Readonly<Record<string, string>> = {
  'Good Friday': '2019-04-19 2020-04-10 2021-04-02 2022-04-15',
  'Easter Monday': '2019-04-22 2020-04-13 2021-04-05 2022-04-18',
  'Early May bank holiday': '2019-05-06 2020-05-08 2021-05-03 2022-05-02',
  'Spring bank holiday': '2012-06-04 2019-05-27 2020-05-25 2021-05-31 2022-06-02 2023-05-29',
  'Summer bank holiday': '2019-08-26 2020-08-31 2021-08-30 2022-08-29',
  'Christmas Day bank holiday': '2019-12-25 2020-12-25 2021-12-27 2022-12-27',
  'Boxing Day bank holiday': '2019-12-26 2020-12-28 2021-12-28 2022-12-26',
  'New Year’s Day bank holiday': '2019-01-01 2022-01-03 2023-01-02',
};

const year = fc.integer({ min: 1583, max: 4000 });

describe('Easter Sunday', () => {
  it.each(`${EASTERS} ${EXTREMES}`.split(' '))('is %s', (day) => {
    expect(isoDay(easterSunday(Number(day.slice(0, 4))))).toBe(day);
  });

  it('is the Sunday behind the full moon of the tables that Clavius made', () => {
    fc.assert(
      fc.property(year, (each) => {
        expect(isoDay(easterSunday(each))).toBe(isoDay(weekdayBeside(paschalMoon(each), 0, 'after')));
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a bank holiday', () => {
  const kept = Object.entries(BANK_HOLIDAYS).flatMap(([name, days]) => days.split(' ').map((day) => [name, day]));
  it.each(kept)('%s is on %s', (name, day) => {
    const inYear = feastNamed(`${name}`);
    expect(inYear && isoDay(inYear(Number(day?.slice(0, 4))))).toBe(day);
  });
});

describe('a day of a name', () => {
  it('beside another day is the nearest of that name on that side, and never that day', () => {
    const any = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year,
    });
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 6 }), (day, weekday) => {
        const [before, after] = [weekdayBeside(day, weekday, 'before'), weekdayBeside(day, weekday, 'after')];
        expect([weekdayOf(before), weekdayOf(after)]).toEqual([weekday, weekday]);
        const away = [dayNumber(day) - dayNumber(before), dayNumber(after) - dayNumber(day)];
        expect(away.every((days) => days >= 1 && days <= 7)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('of a month is the first, second… of it, and the last', () => {
    const days = [1, 2, 3, 4, 'last' as const].map((which) => isoDay(weekdayOfMonth(2020, 12, 0, which)));
    expect(days).toEqual(['2020-12-06', '2020-12-13', '2020-12-20', '2020-12-27', '2020-12-27']);
    expect(isoDay(weekdayOfMonth(2020, 11, 0, 1))).toBe('2020-11-01');
  });
});

/** By golden number, solar and lunar equation and epact, as the reform of the calendar has them. */
function paschalMoon(each: number): Parameters<typeof addDays>[0] {
  const golden = (each % 19) + 1;
  const century = Math.floor(each / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  const epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  const isLate = epact === 24 || (epact === 25 && golden > 11);
  const moon = 44 - (isLate ? epact + 1 : epact);
  return addDays({ year: each, month: 3, day: 1 }, (moon < 21 ? moon + 30 : moon) - 1);
}
