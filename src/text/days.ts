import { type CalendarDate, isCalendarDate } from '../domain/time.ts';

/** Arithmetic with days of the calendar. */

const DAY_MILLIS = 86_400_000;
/** A date without a year that would be further from publication than this may belong to the year that its weekday fits. */
const FAR_DAYS = 90;

/** Days since 1 January 1970. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MILLIS);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const sum = new Date((dayNumber(date) + days) * DAY_MILLIS);
  return { year: sum.getUTCFullYear(), month: sum.getUTCMonth() + 1, day: sum.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(dayNumber(date) * DAY_MILLIS).getUTCDay();
}

export function isoDay({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The Saturday and Sunday that end the week of a day; a week begins on Monday. */
export function weekend(date: CalendarDate): [CalendarDate, CalendarDate] {
  const sunday = addDays(date, (7 - weekdayOf(date)) % 7);
  return [addDays(sunday, -1), sunday];
}

/**
 * A day without a year in the year that brings it nearest to today, or, when that is months away and the weekday is
 * wrong there, in a neighbouring year that has the weekday. Null when none of them has the day.
 */
export function nearestYear(
  inYear: (year: number) => CalendarDate,
  weekday: number | undefined,
  today: CalendarDate,
): CalendarDate | null {
  const distance = (date: CalendarDate) => Math.abs(dayNumber(date) - dayNumber(today));
  const candidates = [today.year - 1, today.year, today.year + 1]
    .map(inYear)
    .filter(isCalendarDate)
    .sort((a, b) => distance(a) - distance(b));
  const [nearest] = candidates;
  if (!nearest) return null;
  if (weekday === undefined || weekdayOf(nearest) === weekday || distance(nearest) <= FAR_DAYS) return nearest;
  return candidates.find((date) => weekdayOf(date) === weekday) ?? nearest;
}
