/**
 * An instant in UTC, to the millisecond, as fixed-width RFC 3339 text (`2020-10-29T00:00:00.000Z`):
 * one form in memory, in the store and on the wire, and text order is time order.
 */
export type Instant = string & { readonly [instant]: true };
declare const instant: unique symbol;

/** Where `now` comes from; tests turn it by hand. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: createSystemNow() };

/** The text of a millisecond is made once: a busy server asks many times in one. */
function createSystemNow(): Clock['now'] {
  let last: { readonly millis: number; readonly instant: Instant } | undefined;
  return () => {
    const millis = Date.now();
    if (last?.millis !== millis) last = { millis, instant: instantFromMillis(millis) };
    return last.instant;
  };
}

/** The zone of every date or time that is written without one. */
export const HOME_ZONE = 'Europe/London';

/** How exactly a release says when it was published: a press officer often writes only the day. */
export const PRECISIONS = ['instant', 'day'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A date of the calendar, without a zone. `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time as a clock on the wall shows it, without a zone. */
export interface WallTime extends CalendarDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const FIRST_MILLIS = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_YEAR = 9999;
const LAST_MILLIS = Date.UTC(LAST_YEAR, 11, 31, 23, 59, 59, 999);

/** @throws RangeError outside the years 0 to 9999, which fixed-width text cannot hold */
export function instantFromMillis(millis: number): Instant {
  if (!(millis >= FIRST_MILLIS && millis <= LAST_MILLIS)) throw new RangeError(`not an instant: ${millis}`);
  return new Date(millis).toISOString() as Instant;
}

export function millisOf(at: Instant): number {
  return Date.parse(at);
}

/** An instant so many milliseconds later; earlier for a negative number. */
export function shifted(at: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(at) + millis);
}

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Reads an RFC 3339 date-time (section 5.6); finer fractions are cut to milliseconds. Undefined when it is not one. */
export function parseInstant(text: string): Instant | undefined {
  const match = RFC_3339.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', , sign, offsetHour = '0', offsetMinute = '0'] = match;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  if (!isWallTime(wall) || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -60_000 : 60_000);
  const millis = utcMillis(wall) + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset;
  return millis >= FIRST_MILLIS && millis <= LAST_MILLIS ? instantFromMillis(millis) : undefined;
}

/** Reads `YYYY-MM-DD`; undefined when it is not a day of the calendar. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDate(date) ? date : undefined;
}

/** The instant that a text names, or at which the day at home begins that it names. */
export function parseBeginning(text: string): Instant | undefined {
  const day = parseCalendarDate(text);
  return day ? startOfDay(day) : parseInstant(text);
}

/** The instant that a text names, or at which the day at home is over that it names; the last day of all has no such. */
export function parseEnd(text: string): Instant | undefined {
  const day = parseCalendarDate(text);
  if (!day) return parseInstant(text);
  const next = nextDay(day);
  return next.year > LAST_YEAR ? undefined : startOfDay(next);
}

export function isCalendarDate({ year, month, day }: CalendarDate): boolean {
  const date = new Date(utcMillis({ year, month, day, hour: 0, minute: 0, second: 0 }));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function isWallTime(wall: WallTime): boolean {
  return isCalendarDate(wall) && wall.hour <= 23 && wall.minute <= 59 && wall.second <= 59;
}

/**
 * Every instant at which the zone's clocks show this wall time, in order: none in the hour that a clock change skips,
 * two in the hour that it repeats, otherwise one.
 */
export function instantsOf(wall: WallTime, zone: string = HOME_ZONE): Instant[] {
  const asUtc = utcMillis(wall);
  return readingsOf(wall, zone).filter((at) => millisOf(at) + offsetMillis(millisOf(at), zone) === asUtc);
}

/**
 * The instants that a wall time can be taken for, in order: one, or around a clock change one with the offset from before
 * it and one with the offset from behind it.
 */
export function readingsOf(wall: WallTime, zone: string = HOME_ZONE): Instant[] {
  const asUtc = utcMillis(wall);
  const offsets = new Set([offsetMillis(asUtc - DAY_MILLIS, zone), offsetMillis(asUtc + DAY_MILLIS, zone)]);
  return [...offsets]
    .map((offset) => asUtc - offset)
    .sort((a, b) => a - b)
    .map(instantFromMillis);
}

/** An instant as the clocks of a zone show it, with their offset: `2026-03-29T02:30:00+01:00`. */
export function localText(at: Instant, zone: string = HOME_ZONE): string {
  const offset = offsetMillis(millisOf(at), zone);
  const local = new Date(millisOf(at) + offset).toISOString().slice(0, 19);
  const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return `${local}${offset < 0 ? '-' : '+'}${size}`;
}

/**
 * Places, and the two that are none. Abbreviations are not taken: of those that several countries have, the engine picks
 * one, and a release for 9:30 BST would be public at 9:30 in Dhaka.
 */
const ZONE_NAME =
  /^(?:(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[\w+-]{1,30}){1,2}|(?:Etc\/)?(?:UTC|GMT))$/i;

/** The zone of the IANA database that a name means, as it is written there; undefined when there is none. */
export function readZone(name: string): string | undefined {
  if (!ZONE_NAME.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Reads `YYYY-MM-DDTHH:MM`, with or without seconds; undefined for what no clock shows in the years 1900 to 9998. */
export function parseWallTime(text: string): WallTime | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const wall = { year, month, day, hour, minute, second };
  return year >= 1900 && year <= 9998 && isWallTime(wall) ? wall : undefined;
}

/** The first instant of a day in a zone. */
export function startOfDay(date: CalendarDate, zone: string = HOME_ZONE): Instant {
  const midnight = { ...date, hour: 0, minute: 0, second: 0 };
  const [first] = instantsOf(midnight, zone);
  if (first) return first;
  // A zone that changes its clocks at midnight starts this day with the first hour that exists.
  const asUtc = utcMillis(midnight);
  return instantFromMillis(asUtc - offsetMillis(asUtc - DAY_MILLIS, zone));
}

export function nextDay({ year, month, day }: CalendarDate): CalendarDate {
  const date = new Date(utcMillis({ year, month, day, hour: 0, minute: 0, second: 0 }) + DAY_MILLIS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day that a zone's calendar shows at an instant, as `YYYY-MM-DD`. */
export function dayOf(at: Instant, zone: string = HOME_ZONE): string {
  const millis = millisOf(at);
  return new Date(millis + offsetMillis(millis, zone)).toISOString().slice(0, 10);
}

/** What is told of an instant where only its day is: the first instant of that day at home. */
export function atPrecision(at: Instant, precision: Precision): Instant {
  const day = precision === 'day' ? parseCalendarDate(dayOf(at)) : undefined;
  return day ? startOfDay(day) : at;
}

const DAY_MILLIS = 86_400_000;

function utcMillis({ year, month, day, hour, minute, second }: WallTime): number {
  const date = new Date(0);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  return date.getTime();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of one publication is asked for again and again. */
let lastOffset = { millis: Number.NaN, zone: '', offset: 0 };

function offsetMillis(millis: number, zone: string): number {
  if (lastOffset.millis !== millis || lastOffset.zone !== zone) {
    lastOffset = { millis, zone, offset: readOffset(millis, zone) };
  }
  return lastOffset.offset;
}

function readOffset(millis: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' });
    formats.set(zone, format);
  }
  // `01 GMT+01:00`: taken apart, it takes twice as long.
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(format.format(millis));
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -1000 : 1000) * seconds;
}
