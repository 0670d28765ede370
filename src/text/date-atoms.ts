import { isCalendarDate } from '../domain/time.ts';
import { MONTH, monthNumber, ORDINAL, WEEKDAY, weekdayNumber } from './calendar-words.ts';
import { matchesOf } from './matches.ts';
import { NAMED_DAYS, type NamedDay, namedDayOf } from './named-days.ts';

/** A word or date that says something about a day, with its place in a text. */
export type Atom = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'relative'; readonly days: number; readonly span: 'day' | 'weekend' }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly direction: 'last' | 'next' | null }
  | { readonly kind: 'date'; readonly date: WrittenDate | null }
  | NamedDay
);

/** A date as it is written, perhaps without its year. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const SHORT_WEEKDAY = '(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?= \\d)';

const RELATIVE =
  /^(?:earlier )?(?:(?<word>yesterday|today|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?|(?<which>this|last|next) (?<part>morning|afternoon|evening|night|weekend))$/i;

const ATOM = new RegExp(
  [
    ...NAMED_DAYS,
    String.raw`\b(?:earlier )?(?:yesterday|today|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?\b`,
    String.raw`\b(?:this (?:morning|afternoon|evening|weekend)|last (?:night|weekend)|next weekend)\b`,
    String.raw`\b(?:(?<direction>last|next) )?(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY})\b(?!['’]s [A-Z])`,
    String.raw`\b(?<day>\d{1,2})${ORDINAL}(?: of)? (?<month>${MONTH})\b(?:\.?,? (?<year>[12]\d{3})\b)?`,
    String.raw`\b(?<monthFirst>${MONTH}) (?<dayLast>\d{1,2})${ORDINAL}\b(?:,? (?<yearLast>[12]\d{3})\b)?(?!:)`,
    String.raw`\b(?<openDay>\d{1,2})${ORDINAL}(?= ?(?:and|to|until|&|[–-]) ?(?:${WEEKDAY} )?\d{1,2}${ORDINAL} (?<openMonth>${MONTH})\b)`,
    String.raw`\b(?<dayNumber>\d{1,2})/(?<monthNumber>\d{1,2})/(?<yearNumber>\d{4}|\d\d)\b`,
    String.raw`\b(?<isoYear>[12]\d{3})-(?<isoMonth>\d\d)-(?<isoDay>\d\d)\b`,
  ].join('|'),
  'gi',
);

/** What every one of them has: most paragraphs have nothing of it, and need not be read closely. */
const SIGN = /\d|day|eve|night|morrow|morning|afternoon|weekend/i;

/** The words and dates of a text that say something about a day, in order. */
export function findAtoms(text: string): Atom[] {
  if (!SIGN.test(text)) return [];
  return matchesOf(text, ATOM).flatMap((match): Atom[] => {
    const place = { start: match.index, end: match.index + match[0].length };
    const { weekday, direction = '', ...groups } = match.groups ?? {};
    const named = namedDayOf(groups);
    if (named) return [{ ...place, ...named }];
    if (weekday !== undefined) {
      // `sat` is a verb, `sun` shines, and only `Sat` and `Sun` are days.
      if (weekday.charAt(0) === weekday.charAt(0).toLowerCase()) return [];
      return [{ ...place, kind: 'weekday', weekday: weekdayNumber(weekday), direction: directionOf(direction) }];
    }
    const written = writtenDate(groups);
    if (written !== undefined) return [{ ...place, kind: 'date', date: written }];
    const relative = relativeOf(match[0]);
    return relative ? [{ ...place, kind: 'relative', ...relative }] : [];
  });
}

function directionOf(word: string): 'last' | 'next' | null {
  const lower = word.toLowerCase();
  return lower === 'last' || lower === 'next' ? lower : null;
}

type Groups = { readonly [group: string]: string | undefined };

/** Undefined when the match is no date, null when no calendar has it. */
function writtenDate(groups: Groups): WrittenDate | null | undefined {
  const day = groups['day'] ?? groups['dayLast'] ?? groups['openDay'] ?? groups['dayNumber'] ?? groups['isoDay'];
  if (day === undefined) return undefined;
  const name = groups['month'] ?? groups['monthFirst'] ?? groups['openMonth'];
  const digits = groups['monthNumber'] ?? groups['isoMonth'];
  const month = name === undefined ? Number(digits) : monthNumber(name);
  const year = yearOf(groups['year'] ?? groups['yearLast'] ?? groups['yearNumber'] ?? groups['isoYear']);
  const date = { year, month, day: Number(day) };
  // A leap year, so that 29 February is a day until its year is known.
  return isCalendarDate({ ...date, year: year ?? 2000 }) ? date : null;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['this', 0],
  ['last', -1],
]);

function relativeOf(words: string): { days: number; span: 'day' | 'weekend' } | undefined {
  const { word = '', which = '', part = '' } = RELATIVE.exec(words)?.groups ?? {};
  if (part.toLowerCase() === 'weekend') return { days: WEEKENDS.get(which.toLowerCase()) ?? 0, span: 'weekend' };
  const days = DAYS.get((word || which).toLowerCase());
  return days === undefined ? undefined : { days, span: 'day' };
}

/** Days from publication to the same day of the week that the weekend ends. */
const WEEKENDS: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['last', -7],
  ['next', 7],
]);
