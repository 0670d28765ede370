import { isCalendarDate } from '../domain/time.ts';
import { MONTH, monthNumber, ORDINAL, WEEKDAY, weekdayNumber } from './calendar-words.ts';
import { addDays } from './days.ts';
import { FEAST_PATTERN, feastNamed, type InYear, SEASON_PATTERN, weekdayBeside, weekdayOfMonth } from './feasts.ts';

/** A day that the calendar names, or that is counted from one: `Good Friday`, `the last Sunday before Christmas`. */
export interface NamedDay {
  readonly kind: 'named';
  /** Null where the words do not tell: `the last Sunday before the fair`. */
  readonly inYear: InYear | null;
  readonly year: number | null;
  /** A weekend is told by its Saturday. */
  readonly span: 'day' | 'weekend';
}

const ANCHOR = `(?:(?:the )?(?<anchor>${FEAST_PATTERN}|${SEASON_PATTERN})|(?<anchorDay>\\d{1,2})${ORDINAL}(?: of)? (?<anchorMonth>${MONTH}))`;

/** To be tried in this order, in either case. */
export const NAMED_DAYS: readonly string[] = [
  String.raw`\b(?:(?:last|first) )?(?<counted>${WEEKDAY}|weekend|day) (?<side>before|after|following) ${ANCHOR}\b(?:,? (?<countedYear>[12]\d{3})\b)?`,
  String.raw`(?<=\bthe )(?<which>first|second|third|fourth|last) (?<nth>${WEEKDAY}) (?:of|in) (?<nthMonth>${MONTH})\b(?:,? (?<nthYear>[12]\d{3})\b)?`,
  String.raw`(?<=\bthe )(?<untold>(?:first|second|third|fourth|fifth|last) (?:${WEEKDAY}|weekend))(?= (?:before|after|following|of|in)\b)`,
  String.raw`\b(?<feast>${FEAST_PATTERN})\b(?! (?:Agreement|weekend)\b)(?: Monday\b)?(?:,? (?<feastYear>[12]\d{3})\b)?`,
];

const WHICH: ReadonlyMap<string, number | 'last'> = new Map<string, number | 'last'>([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', 'last'],
]);

/** What the groups of one of the patterns say; undefined when they are of none. */
export function namedDayOf(groups: { readonly [group: string]: string | undefined }): NamedDay | undefined {
  const { counted, nth, untold, feast } = groups;
  const year = Number(groups['countedYear'] ?? groups['nthYear'] ?? groups['feastYear'] ?? Number.NaN);
  const named = { kind: 'named', year: Number.isNaN(year) ? null : year } as const;
  if (counted !== undefined) {
    const span = counted.toLowerCase() === 'weekend' ? 'weekend' : 'day';
    return { ...named, span, inYear: countedFrom(counted.toLowerCase(), groups) };
  }
  if (nth !== undefined) {
    const [month, weekday] = [monthNumber(groups['nthMonth'] ?? ''), weekdayNumber(nth)];
    const which = WHICH.get((groups['which'] ?? '').toLowerCase()) ?? 1;
    return { ...named, span: 'day', inYear: (each) => weekdayOfMonth(each, month, weekday, which) };
  }
  if (untold !== undefined) return { ...named, span: 'day', inYear: null };
  // What was a good Friday for some is none.
  if (feast === undefined || /^(?:good F|Good f|good f)/.test(feast)) return undefined;
  return { ...named, span: 'day', inYear: feastNamed(feast) ?? null };
}

function countedFrom(what: string, groups: { readonly [group: string]: string | undefined }): InYear | null {
  const anchor = anchorOf(groups);
  if (!anchor) return null;
  const side = groups['side']?.toLowerCase() === 'before' ? 'before' : 'after';
  if (what === 'day') return (year) => addDays(anchor(year), side === 'before' ? -1 : 1);
  if (what !== 'weekend') return (year) => weekdayBeside(anchor(year), weekdayNumber(what), side);
  if (side === 'before') return (year) => addDays(weekdayBeside(anchor(year), SUNDAY, side), -1);
  return (year) => weekdayBeside(anchor(year), SATURDAY, side);
}

const SUNDAY = 0;
const SATURDAY = 6;

function anchorOf({ anchor, anchorDay, anchorMonth = '' }: { readonly [group: string]: string | undefined }) {
  if (anchor !== undefined) return feastNamed(anchor);
  const date = { month: monthNumber(anchorMonth), day: Number(anchorDay) };
  // A leap year, so that 29 February is a day.
  return isCalendarDate({ ...date, year: 2000 }) ? (year: number) => ({ ...date, year }) : undefined;
}
