import { dayOf, type Instant } from '../../domain/time.ts';
import type { Block } from '../block.ts';
import { type DateMention, findDates } from '../dates-in-text.ts';
import type { Passage } from './passage.ts';
import { pointerOf } from './places.ts';
import { type Tense, tenseBefore } from './tense.ts';

/** A date of the text as the rules about dates see it; each is the business of one rule at most. */
export interface JudgedDate extends DateMention {
  /** The field that it stands in. */
  readonly pointer: string;
  readonly fault: 'weekday' | 'tense' | 'year' | null;
  /** The year that would be right, where the fault is the year. */
  readonly rightYear: number | null;
  readonly tense: Tense | undefined;
}

const DAY_MILLIS = 86_400_000;
/** Days from publication within which a date of another year must lie to be the one that was meant. */
const NEAR_DAYS = 200;
const YEAR = /\b[12]\d{3}\b/;
const YEARS = /\b(?:1[5-9]|20)\d{2}\b/g;
/** Dates that are counted from the release. */
const RELATIVE = /\b(?:yesterday|today|tomorrow|next|last|coming)\b/i;
const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'];

/** Every date of these blocks with what is wrong with it. */
export function judgeDates(blocks: readonly (Block | Passage)[], publishedAt: Instant | null): JudgedDate[] {
  if (publishedAt === null) return [];
  const today = Date.parse(dayOf(publishedAt));
  return blocks.flatMap((block) => judgeBlock(block, publishedAt, today));
}

/** What every date has something of. */
const DATED = /\d|day\b|morrow|night|week/;

function judgeBlock(block: Block | Passage, publishedAt: Instant, today: number): JudgedDate[] {
  if (!DATED.test(block.text)) return [];
  let at = 0;
  return findDates([block], publishedAt).map((mention) => {
    at = block.text.indexOf(mention.text, at);
    const judged = judge(mention, block.text, at, today);
    at += mention.text.length;
    return { ...judged, pointer: pointerOf(block) };
  });
}

function judge(mention: DateMention, text: string, at: number, today: number): Omit<JudgedDate, 'pointer'> {
  const day = mention.resolved === null ? Number.NaN : Date.parse(mention.resolved);
  const isRelative = RELATIVE.test(mention.text);
  const isCounted = /\bthe $/i.test(text.slice(Math.max(0, at - 4), at)) && /^(?:last|next)\b/i.test(mention.text);
  const isNear = Math.abs(day - today) <= NEAR_DAYS * DAY_MILLIS;
  const tense =
    !isCounted && (isRelative || /\d/.test(mention.text)) ? tenseBefore(text, at, { isRelative, isNear }) : undefined;
  const isAgainstTense = (tense === 'to-come' && day < today) || (tense === 'over' && day > today);
  const isAgainstWeekday = !mention.consistent && (isRelative || !fitsYearOf(text, mention, day));
  const isWrong = isAgainstTense || isAgainstWeekday;
  const rightYear = isWrong ? neighbourYear(mention, day, today, tense) : null;
  if (rightYear !== null) return { ...mention, tense, fault: 'year', rightYear };
  const fault = isAgainstWeekday ? 'weekday' : isAgainstTense ? 'tense' : null;
  return { ...mention, tense, fault, rightYear };
}

/** Whether a date without a year has its weekday in another year that the same paragraph speaks of. */
function fitsYearOf(paragraph: string, { text }: DateMention, day: number): boolean {
  if (YEAR.test(text) || Number.isNaN(day)) return false;
  const weekday = weekdayIn(text);
  return (paragraph.match(YEARS) ?? []).some((year) => {
    return new Date(new Date(day).setUTCFullYear(Number(year))).getUTCDay() === weekday;
  });
}

function weekdayIn(text: string): number {
  return WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(text));
}

/** The year beside the written one in which everything would be true, if there is one. */
function neighbourYear({ text }: DateMention, day: number, today: number, tense: JudgedDate['tense']): number | null {
  const written = Number(YEAR.exec(text)?.[0]);
  if (Number.isNaN(written) || Number.isNaN(day)) return null;
  const weekday = weekdayIn(text);
  const right = [written + 1, written - 1].find((year) => {
    const moved = new Date(day).setUTCFullYear(year);
    const isNear = Math.abs(moved - today) <= NEAR_DAYS * DAY_MILLIS;
    const isInTense = tense === undefined || (tense === 'to-come' ? moved >= today : moved <= today);
    return isNear && isInTense && (weekday === -1 || new Date(moved).getUTCDay() === weekday);
  });
  return right ?? null;
}
