import {
  type CalendarDate,
  HOME_ZONE,
  type Instant,
  instantsOf,
  isCalendarDate,
  isWallTime,
  type Precision,
  parseInstant,
  startOfDay,
  type WallTime,
} from '../domain/time.ts';

/** Characters; the longest date that anybody writes is far shorter. */
export const MAX_DATE_LENGTH = 80;

export interface DateReading {
  readonly at: Instant;
  /** `day` when the text names no time. */
  readonly precision: Precision;
}

/** Why a text is not a date, for whoever wrote it, and what would be right. */
export interface DateRefusal {
  readonly detail: string;
  readonly expected: string;
}

/**
 * Reads a date as British press officers write it, day before month (`29 Oct 2020`, `Thursday 29th October 2020, 2.30pm`,
 * `29/10/2020`, `2020-10-29`, `October 29, 2020`, `Dydd Iau 29 Hydref 2020`), or an RFC 3339 instant. A date without a time is the start of that day
 * in Europe/London; a time without `GMT`, `BST` or `UTC` is London's, and refused when a clock change skips or repeats it.
 * The name of a weekday is passed over, right or wrong.
 */
export function parseWrittenDate(text: string): DateReading | DateRefusal {
  const trimmed = text.trim();
  if (trimmed.length > MAX_DATE_LENGTH) return notADate('this is too long for a date');
  const instant = parseInstant(trimmed);
  if (instant) return { at: instant, precision: 'instant' };

  const words = wordsOf(trimmed);
  const time = TIME.exec(words);
  const date = dateOf(words.replace(TIME, ' ').trim());
  const shown = JSON.stringify(trimmed);
  if (!date) return notADate(`${shown} is not a date that can be read`);
  if (!isCalendarDate(date)) return notADate(`${shown} is not a day of the calendar`);
  if (!time) return { at: startOfDay(date), precision: 'day' };
  const wall = wallTimeOf(date, time.groups ?? {});
  if (!wall || !isWallTime(wall)) return notADate(`${shown} names a time that no clock shows`);
  return instantOf(wall, time.groups?.['zone']);
}

const EXPECTED = 'a date such as 29 Oct 2020, 29/10/2020 or 2020-10-29, with or without a time such as 14:30 or 2.30pm';

function notADate(detail: string): DateRefusal {
  return { detail, expected: EXPECTED };
}

const WEEKDAY = /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
/** In Welsh the words behind `dydd` are weekdays; one of them is a month too. */
const WELSH_WEEKDAY = /\bd?dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)\b/;
const FILLERS = new Set(['', 'at', 'on', 'of', 'the']);

/** The words that carry the date, in lower case, with one space between them. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=^\d{4}-\d\d-\d\d)t(?=\d)/, ' ')
    .replace(/\b(?:12 ?)?(?:noon|midday)\b/, '12:00')
    .replace(WELSH_WEEKDAY, ' ')
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => !FILLERS.has(word) && !WEEKDAY.test(word))
    .join(' ');
}

/** `14:30`, `14:30:15`, `2.30pm`, `2 pm`, `14.30 hrs`, `14:30 gmt`; never the beginning of `29.10.2020`. */
const TIME =
  /(?:^| )(?=\d{1,2}(?:[:.]\d\d(?![\d.])| ?[ap]m\b))(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)(?::(?<second>\d\d))?)?(?: ?(?<half>am|pm|hrs))?(?: (?<zone>gmt|bst|utc))?(?= |$)/;

function wallTimeOf(date: CalendarDate, time: { readonly [group: string]: string | undefined }): WallTime | undefined {
  const { hour, minute = '0', second = '0', half } = time;
  const wall = { ...date, hour: Number(hour), minute: Number(minute), second: Number(second) };
  if (half !== 'am' && half !== 'pm') return wall;
  if (wall.hour < 1 || wall.hour > 12) return undefined;
  return { ...wall, hour: (wall.hour % 12) + (half === 'pm' ? 12 : 0) };
}

const DAY_MONTH_YEAR = /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[a-z]+)[ -](?<year>[12]\d{3})$/;
const MONTH_DAY_YEAR = /^(?<month>[a-z]+) (?<day>\d{1,2})(?:st|nd|rd|th)? (?<year>[12]\d{3})$/;
const DAY_FIRST_NUMBERS = /^(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>[12]\d{3})$/;
const YEAR_FIRST_NUMBERS = /^(?<year>[12]\d{3})([/-])(?<month>\d\d)\2(?<day>\d\d)$/;
const DATES = [DAY_MONTH_YEAR, MONTH_DAY_YEAR, DAY_FIRST_NUMBERS, YEAR_FIRST_NUMBERS];

/** The date of the words, whether or not the calendar has it. */
function dateOf(words: string): CalendarDate | undefined {
  for (const pattern of DATES) {
    const { year, month = '', day } = pattern.exec(words)?.groups ?? {};
    const number = /^\d/.test(month) ? Number(month) : MONTHS.get(month);
    if (number !== undefined) return { year: Number(year), month: number, day: Number(day) };
  }
  return undefined;
}

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');
const WELSH_MONTH_NAMES =
  'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr'.split(' ');
/** Letters to which names of months are cut; in no length have English and Welsh one for two months. */
const ABBREVIATIONS = [3, 4, 5];
const MONTHS: ReadonlyMap<string, number> = new Map(
  [MONTH_NAMES, WELSH_MONTH_NAMES].flatMap((names) =>
    names.flatMap((name, index) =>
      [...ABBREVIATIONS, name.length].map((length) => [name.slice(0, length), index + 1] as const),
    ),
  ),
);

function instantOf(wall: WallTime, zone: string | undefined): DateReading | DateRefusal {
  const asGmt = instantIn(OFFSET_ZONES.gmt, wall);
  const asBst = instantIn(OFFSET_ZONES.bst, wall);
  if (zone) return { at: zone === 'bst' ? asBst : asGmt, precision: 'instant' };
  const [at, second] = instantsOf(wall);
  if (at && !second) return { at, precision: 'instant' };
  const happens = at ? 'happens twice' : 'never happens';
  return {
    detail: `the clocks change in ${HOME_ZONE}, so this time ${happens}: it could be ${asBst} (BST) or ${asGmt} (GMT)`,
    expected: 'the same time followed by BST or GMT, or another time',
  };
}

/** Zones that keep one offset for ever; the sign of such a name is that of POSIX, hence reversed. */
const OFFSET_ZONES = { gmt: 'UTC', bst: 'Etc/GMT-1' };

function instantIn(zone: string, wall: WallTime): Instant {
  const [at] = instantsOf(wall, zone);
  if (!at) throw new RangeError(`${zone} skips a wall time`);
  return at;
}
