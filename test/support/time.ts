import { type CalendarDate, type Instant, parseInstant, type WallTime } from '../../src/domain/time.ts';

/** @throws RangeError when the text is no RFC 3339 instant */
export function instant(text: string): Instant {
  const read = parseInstant(text);
  if (read === undefined) throw new RangeError(`not an instant: ${text}`);
  return read;
}

export function date(year: number, month: number, day: number): CalendarDate {
  return { year, month, day };
}

export function wall(day: CalendarDate, hour: number, minute = 0, second = 0): WallTime {
  return { ...day, hour, minute, second };
}
