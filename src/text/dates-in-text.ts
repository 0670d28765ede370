import { type CalendarDate, dayOf, type Instant } from '../domain/time.ts';
import type { Block } from './block.ts';
import { type Atom, findAtoms } from './date-atoms.ts';
import { addDays, dayNumber, isoDay, nearestYear, weekdayOf, weekend } from './days.ts';

/** One place where a body says when something was or will be: `Yesterday (Tuesday)`, `Friday (30 October)`. */
export interface DateMention {
  /** The words, as they are written. */
  readonly text: string;
  /** Offsets into the body's markdown, in UTF-16 code units, of the first and behind the last character. */
  readonly start: number;
  readonly end: number;
  /** The day, `YYYY-MM-DD`, or for a weekend its two with a stroke between; null when the words do not tell. */
  readonly resolved: string | null;
  /** Whether everything that the words say can be true of one day, seen from the day of publication. */
  readonly consistent: boolean;
}

/** Atoms that belong to one mention stand this close: `Friday, (30 October`. */
const GAP = /^,?\s*(?:\(\s*|the )?$/;
/** Words behind which a weekday names no day: `every Friday`, `Good Friday`. */
const RECURRING =
  /\b(?:every|each|any|a|most|alternate|good|black|cyber|easter|super|shrove|ash|palm|whit|sheffield)\s$/i;
/** `Monday to Friday` is a timetable. */
const TIMETABLE = /^\s*(?:to|until|till|through|[–-])\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!\s*[(\d])/i;
/** Characters on either side of a date that are looked at. */
const MAX_SENTENCE_LENGTH = 120;
/** Words of a sentence about what is still to come. */
const FUTURE = /\b(?:will|due|expected|scheduled|set to|until|by|from|before|ahead of|next)\b/i;

/**
 * Every weekday, relative day and date of a body in the order of the text, resolved against the day of publication. A date
 * without a year is in the year that brings it nearest; a weekday alone is the last one before publication, or the next
 * one where its sentence speaks of the future.
 */
export function findDates(blocks: readonly Block[], publishedAt: Instant | null): DateMention[] {
  const today = publishedAt && parseDay(dayOf(publishedAt));
  return blocks.flatMap((block) => (block.kind === 'code' ? [] : mentionsIn(block, today)));
}

function parseDay(day: string): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

function mentionsIn(block: Block, today: CalendarDate | null): DateMention[] {
  return groupsOf(block.text).flatMap((atoms) => {
    const start = atoms[0]?.start ?? 0;
    const last = atoms.at(-1)?.end ?? start;
    const isBracketed = /\(/.test(block.text.slice(start, last)) && block.text.charAt(last) === ')';
    const end = isBracketed ? last + 1 : last;
    if (atoms.length === 1 && atoms[0]?.kind === 'weekday' && isTimetable(block.text, start, end)) return [];
    return [
      {
        text: block.text.slice(start, end),
        start: block.origins[start] ?? block.start,
        end: block.origins[end] ?? block.end,
        ...resolve(atoms, today, isFuture(block.text, start)),
      },
    ];
  });
}

/** Atoms that stand side by side and say different things about one day. */
function groupsOf(text: string): Atom[][] {
  const groups: Atom[][] = [];
  for (const atom of findAtoms(text)) {
    const group = groups.at(-1);
    const gap = text.slice(group?.at(-1)?.end ?? 0, atom.start);
    if (group && GAP.test(gap) && !group.some(({ kind }) => kind === atom.kind) && !isListed(group, gap, atom))
      group.push(atom);
    else groups.push([atom]);
  }
  return groups;
}

/** `Saturday, Boxing Day and Sunday` are three days. */
function isListed(group: readonly Atom[], gap: string, { kind }: Atom): boolean {
  return kind === 'named' && gap === ', ' && group.every((each) => each.kind === 'weekday');
}

function isTimetable(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    RECURRING.test(before) ||
    TIMETABLE.test(text.slice(end, end + 24)) ||
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*(?:to|until|till|through|[–-])\s*$/i.test(before)
  );
}

function isFuture(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_SENTENCE_LENGTH), at);
  const [after = ''] = text.slice(at, at + MAX_SENTENCE_LENGTH).split('. ', 1);
  return FUTURE.test(`${before.slice(before.lastIndexOf('. ') + 1)}${after}`);
}

type Resolution = Pick<DateMention, 'resolved' | 'consistent'>;

function resolve(atoms: readonly Atom[], today: CalendarDate | null, isFuture: boolean): Resolution {
  const relative = atoms.find((atom) => atom.kind === 'relative');
  const weekday = atoms.find((atom) => atom.kind === 'weekday');
  const date = atoms.find((atom) => atom.kind === 'date');
  const named = atoms.find((atom) => atom.kind === 'named');
  const written = date && dateOf(date, weekday?.weekday, today);
  if (date && written === null) return { resolved: null, consistent: false };
  if (named) return resolveNamed(named, { written, weekday: weekday?.weekday, days: relative?.days }, today);
  if (relative?.span === 'weekend') return resolveWeekend(relative, written, weekday?.weekday, today);
  if (relative && today) {
    const day = addDays(today, relative.days);
    const agrees = !written || dayNumber(written) === dayNumber(day);
    return { resolved: isoDay(day), consistent: agrees && isWeekday(day, weekday?.weekday) };
  }
  if (written) return { resolved: isoDay(written), consistent: isWeekday(written, weekday?.weekday) };
  if (weekday && today) return { resolved: isoDay(nearWeekday(weekday, today, isFuture)), consistent: true };
  return UNTOLD;
}

/** Null when the calendar has no such day, undefined when nobody can say in which year. */
function dateOf(
  { date }: Extract<Atom, { kind: 'date' }>,
  weekday: number | undefined,
  today: CalendarDate | null,
): CalendarDate | null | undefined {
  if (!date) return null;
  if (date.year !== null) return { ...date, year: date.year };
  return today ? nearestYear((year) => ({ ...date, year }), weekday, today) : undefined;
}

/** What stands beside a named day is true of that day, or there is a slip. */
interface Beside {
  readonly written: CalendarDate | null | undefined;
  readonly weekday: number | undefined;
  readonly days: number | undefined;
}

function resolveNamed(
  { inYear, year, span }: Extract<Atom, { kind: 'named' }>,
  { written, weekday, days }: Beside,
  today: CalendarDate | null,
): Resolution {
  if (inYear === null) {
    return written ? { resolved: isoDay(written), consistent: isWeekday(written, weekday) } : UNTOLD;
  }
  const known = written?.year ?? year;
  const day = known === null ? today && nearestYear(inYear, weekday, today) : inYear(known);
  if (!day) return UNTOLD;
  if (span === 'weekend') return { resolved: `${isoDay(day)}/${isoDay(addDays(day, 1))}`, consistent: true };
  const isOn = (other: CalendarDate) => dayNumber(other) === dayNumber(day);
  const agrees = (!written || isOn(written)) && (days === undefined || !today || isOn(addDays(today, days)));
  return { resolved: isoDay(day), consistent: agrees && isWeekday(day, weekday) };
}

const UNTOLD: Resolution = { resolved: null, consistent: true };

function resolveWeekend(
  { days }: Extract<Atom, { kind: 'relative' }>,
  written: CalendarDate | null | undefined,
  weekday: number | undefined,
  today: CalendarDate | null,
): Resolution {
  if (!today) return UNTOLD;
  const [saturday, sunday] = weekend(addDays(today, days));
  const from = dayNumber(saturday);
  const isInside = !written || [from - 1, from, from + 1, from + 2].includes(dayNumber(written));
  const isOfWeekend = weekday === undefined || [5, 6, 0, 1].includes(weekday);
  const isTrue = !written || isWeekday(written, weekday);
  return { resolved: `${isoDay(saturday)}/${isoDay(sunday)}`, consistent: isInside && isOfWeekend && isTrue };
}

function isWeekday(day: CalendarDate, weekday: number | undefined): boolean {
  return weekday === undefined || weekdayOf(day) === weekday;
}

function nearWeekday(
  { weekday, direction }: Extract<Atom, { kind: 'weekday' }>,
  today: CalendarDate,
  isFuture: boolean,
): CalendarDate {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (direction === 'next' || (direction !== 'last' && isFuture)) return addDays(today, ahead === 0 ? 7 : ahead);
  if (direction === 'last') return addDays(today, ahead === 0 ? -7 : ahead - 7);
  return addDays(today, ahead === 0 ? 0 : ahead - 7);
}
