import type { CalendarDate } from '../domain/time.ts';
import { addDays, weekdayOf } from './days.ts';

/** The day that something falls on in a year. */
export type InYear = (year: number) => CalendarDate;

const MONDAY = 1;

const christmasDay = fixed(12, 25);
const boxingDay = fixed(12, 26);
const newYearsDay = fixed(1, 1);
/** By statute or proclamation on another day than the rule has: anniversaries of May 1945, and jubilees. */
const MOVED_EARLY_MAY: ReadonlyMap<number, number> = new Map([
  [1995, 8],
  [2020, 8],
]);
const MOVED_SPRING: ReadonlyMap<number, CalendarDate> = new Map([
  [2002, { year: 2002, month: 6, day: 4 }],
  [2012, { year: 2012, month: 6, day: 4 }],
  [2022, { year: 2022, month: 6, day: 2 }],
]);

/** Easter Sunday by the rule of 1582, as Meeus, Jones and Butcher count it. */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return { year, month: Math.floor(days / 31), day: (days % 31) + 1 };
}

/** Feasts and bank holidays of England, by what a release calls them, in lower case with plain apostrophes. */
const FEASTS: Readonly<Record<string, InYear>> = {
  'christmas eve': fixed(12, 24),
  'christmas day': christmasDay,
  'boxing day': boxingDay,
  "new year's eve": fixed(12, 31),
  "new year's day": newYearsDay,
  'good friday': (year) => addDays(easterSunday(year), -2),
  'easter sunday': easterSunday,
  'easter day': easterSunday,
  'easter monday': (year) => addDays(easterSunday(year), 1),
  'christmas day bank holiday': (year) => substitute(christmasDay(year), 2),
  'boxing day bank holiday': (year) => substitute(boxingDay(year), 2),
  "new year's day bank holiday": (year) => substitute(newYearsDay(year), 1),
  'early may bank holiday': earlyMay,
  'may day bank holiday': earlyMay,
  'late may bank holiday': spring,
  'spring bank holiday': spring,
  'august bank holiday': summer,
  'late august bank holiday': summer,
  'summer bank holiday': summer,
};

/** Words that mean a day only where another one is counted from it: `the last Sunday before Christmas`. */
const SEASONS: Readonly<Record<string, InYear>> = {
  christmas: christmasDay,
  easter: easterSunday,
  'new year': newYearsDay,
};

/** In a pattern that takes small letters and capitals alike; the longest first. */
export const FEAST_PATTERN = patternOf(FEASTS);
export const SEASON_PATTERN = patternOf(SEASONS);

/** What a feast or season is called means; undefined for other words. */
export function feastNamed(words: string): InYear | undefined {
  const name = words.toLowerCase().replaceAll('’', "'");
  return FEASTS[name] ?? SEASONS[name];
}

/** The first day of a name behind a day, or the last one before it. */
export function weekdayBeside(day: CalendarDate, weekday: number, side: 'before' | 'after'): CalendarDate {
  const step = side === 'before' ? -1 : 1;
  const days = (step * (weekday - weekdayOf(day)) + 14) % 7;
  return addDays(day, step * (days === 0 ? 7 : days));
}

/** The first, second… day of a name in a month; `last` for the last one. */
export function weekdayOfMonth(year: number, month: number, weekday: number, which: number | 'last'): CalendarDate {
  if (which === 'last') {
    const following = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
    return weekdayBeside(following, weekday, 'before');
  }
  const before = addDays({ year, month, day: 1 }, -1);
  return addDays(weekdayBeside(before, weekday, 'after'), 7 * (which - 1));
}

function fixed(month: number, day: number): InYear {
  return (year) => ({ year, month, day });
}

/** A bank holiday that falls on a Saturday or Sunday is kept so many days later, a single one on the Monday. */
function substitute(day: CalendarDate, days: number): CalendarDate {
  const weekday = weekdayOf(day);
  if (weekday !== 0 && weekday !== 6) return day;
  return days === 1 ? weekdayBeside(day, MONDAY, 'after') : addDays(day, days);
}

function earlyMay(year: number): CalendarDate {
  const moved = MOVED_EARLY_MAY.get(year);
  return moved === undefined ? weekdayOfMonth(year, 5, MONDAY, 1) : { year, month: 5, day: moved };
}

function spring(year: number): CalendarDate {
  return MOVED_SPRING.get(year) ?? weekdayOfMonth(year, 5, MONDAY, 'last');
}

function summer(year: number): CalendarDate {
  return weekdayOfMonth(year, 8, MONDAY, 'last');
}

function patternOf(names: Readonly<Record<string, InYear>>): string {
  const longestFirst = Object.keys(names).sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((name) => name.replaceAll("'", "['’]")).join('|')})`;
}
