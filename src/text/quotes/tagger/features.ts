import { organisationsIn } from '../employers/named-organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import type { Word } from '../words.ts';
import { BODY, type Known, knownWord, mixed, NO_WORD, RANK, TELLING } from './known-words.ts';

/*
 * What the tagger looks at. Nothing here decides: every feature is a number for something that is true of a token, such as
 * "it is `leader`" or "it stands behind `of` and its run of capitals ends in a word of organisations", and the weights say
 * what follows. Numbers are hashes of 32 bits: two things that share one are taken for the same, which the weights outvote.
 */

/** For every token all that is true of it. */
export function featuresOf(text: string, tokens: readonly Word[]): number[][] {
  const seen = seenIn(text, tokens);
  const runs = runsOf(seen);
  const segments = segmentsOf(seen);
  return tokens.map((_, at) => {
    const features: number[] = [];
    addNear(features, seen, at);
    addRun(features, seen, runs, at);
    addSegment(features, seen[at] ?? NO_WORD, segments, at);
    return features;
  });
}

/** The tokens, each with its place in a rank (`Chief`, `Fire` and `Officer` in `Chief Fire Officer`) or in the name of a body. */
function seenIn(text: string, tokens: readonly Word[]): Known[] {
  const seen = tokens.map((token) => knownWord(token.text));
  const mark = (from: number, to: number, what: number): void => {
    for (let at = from; at < to; at += 1) seen[at] = within(seen[at] ?? NO_WORD, what, at === from);
  };
  const words = tokens.map((token) => token.text);
  for (let at = 0; at < words.length; at += 1) {
    const length = seen[at]?.opensRank ? rankLength(words, at) : 0;
    mark(at, at + length, RANK);
    at += Math.max(0, length - 1);
  }
  let behind = 0;
  for (const name of organisationsIn(text)) {
    const start = text.indexOf(name, behind);
    behind = start + name.length;
    const from = tokens.findIndex((token) => token.start >= start);
    mark(from, tokens.findLastIndex((token) => token.end <= behind) + 1, BODY);
  }
  return seen;
}

/** A word as it is known where it begins, or goes on with, a rank or the name of a body. */
function within(known: Known, what: number, isFirst: boolean): Known {
  const place = mixed(what, isFirst ? 1 : 2);
  return {
    ...known,
    tables: mixed(known.tables, place),
    kind: mixed(known.kind, place),
    held: [...known.held, place],
    telling: isFirst ? known.telling | what : known.telling,
  };
}

/** The word itself and its neighbours. */
function addNear(features: number[], seen: readonly Known[], at: number): void {
  const here = seen[at] ?? NO_WORD;
  const before = seen[at - 1] ?? NO_WORD;
  const after = seen[at + 1] ?? NO_WORD;
  const secondBefore = seen[at - 2] ?? NO_WORD;
  const secondAfter = seen[at + 2] ?? NO_WORD;
  const { lower, kind } = here;
  features.push(mixed(1, lower), mixed(2, here.ending), mixed(3, here.beginning));
  for (const table of here.held) features.push(mixed(4, table));
  features.push(mixed(5, before.lower));
  for (const table of before.held) features.push(mixed(6, table));
  for (const table of secondBefore.held) features.push(mixed(7, table));
  features.push(mixed(8, after.lower));
  for (const table of after.held) features.push(mixed(9, table));
  features.push(
    mixed(10, secondAfter.shape),
    mixed(11, before.lower, lower),
    mixed(12, lower, after.lower),
    mixed(13, before.kind, kind),
    mixed(14, kind, after.kind),
    mixed(15, before.kind, kind, after.kind),
    mixed(16, secondBefore.lower),
    mixed(17, secondAfter.lower),
    mixed(18, secondBefore.kind, before.kind, kind),
    mixed(19, kind, after.kind, secondAfter.kind),
  );
}

/** For every token where the capitals among which it stands begin and end. */
interface Runs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function runsOf(seen: readonly Known[]): Runs {
  const starts = seen.map((_, at) => at);
  const ends = seen.map((_, at) => at);
  for (let at = 1; at < seen.length; at += 1) if (belongsToRun(seen, at, -1)) starts[at] = starts[at - 1] ?? at;
  for (let at = seen.length - 2; at >= 0; at -= 1) if (belongsToRun(seen, at, 1)) ends[at] = ends[at + 1] ?? at;
  return { starts, ends };
}

/** Whether the next token in a direction goes on with a run of capitals, over a small word too. */
function belongsToRun(seen: readonly Known[], at: number, step: 1 | -1): boolean {
  const next = seen[at + step];
  if (!next) return false;
  return next.opensRun || (next.joinsRun && seen[at + 2 * step]?.opensRun === true);
}

/** The capitals among which a token stands: `Fenwick Borough Council` is known by its last word. */
function addRun(features: number[], seen: readonly Known[], { starts, ends }: Runs, at: number): void {
  const start = starts[at] ?? at;
  const end = ends[at] ?? at;
  const last = seen[end] ?? NO_WORD;
  features.push(
    mixed(20, last.lower),
    mixed(21, (seen[start] ?? NO_WORD).tables),
    mixed(22, Math.min(3, at - start), last.tables),
    mixed(23, (seen[start - 1] ?? NO_WORD).lower),
    mixed(24, (seen[end + 1] ?? NO_WORD).lower),
  );
}

/** For every token what its part of the sentence tells. */
interface Segments {
  /** Of which tables that tell something it has words. */
  readonly telling: readonly number[];
  /** The last preposition before a token. */
  readonly prepositions: readonly number[];
  /** Whether a role stands before a token (1), behind it (2) or both (3). */
  readonly roles: readonly number[];
}

function segmentsOf(seen: readonly Known[]): Segments {
  const count = seen.length;
  const telling = new Array<number>(count).fill(0);
  const prepositions = new Array<number>(count).fill(0);
  const roles = new Array<number>(count).fill(0);
  const isParted = seen.map(({ isParting }) => isParting);
  let [told, preposition, role] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    if (isParted[at]) told = 0;
    prepositions[at] = preposition;
    roles[at] = role;
    const { lower, telling: tells, isPreposition } = seen[at] ?? NO_WORD;
    telling[at] = told |= tells;
    if (isPreposition) preposition = lower;
    if (tells & TELLING.role) role = 1;
    if (isParted[at]) [preposition, role] = [0, 0];
  }
  role = 0;
  for (let at = count - 1; at >= 0; at -= 1) {
    roles[at] = (roles[at] ?? 0) | role;
    if (at + 1 < count && !isParted[at + 1]) telling[at] = telling[at + 1] ?? 0;
    if ((seen[at]?.telling ?? 0) & TELLING.role) role = 2;
    if (isParted[at]) role = 0;
  }
  return { telling, prepositions, roles };
}

/** Where in its part of the sentence a token stands: behind which preposition, with a role before or behind it. */
function addSegment(features: number[], { kind }: Known, { telling, prepositions, roles }: Segments, at: number): void {
  features.push(mixed(30, telling[at] ?? 0), mixed(31, prepositions[at] ?? 0, kind), mixed(32, roles[at] ?? 0, kind));
}
