import { organisationsIn } from '../employers/named-organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isCapital, type Word } from '../words.ts';
import { hashOf, type Known, knownWord, NO_WORD } from './known-words.ts';
import { isParting } from './tokens.ts';

/*
 * What the tagger looks at. Nothing here decides: every feature is a number for something that is true of a token, such as
 * "it is `leader`" or "it stands behind `of` and its run of capitals ends in a word of organisations", and the weights say
 * what follows. Numbers are hashes of 32 bits: two things that share one are taken for the same, which the weights outvote.
 */

const PREPOSITION = /^(?:of|for|at|with|from|in|by|on|o|yn|ar|gyda|dros)$/;
const JOINING = /^(?:of|and|&|the|for|de|la|van|der|'s)$/;

/** For every token all that is true of it. */
export function featuresOf(text: string, tokens: readonly Word[]): number[][] {
  const seen = seenIn(text, tokens);
  const segments = segmentsOf(tokens, seen);
  return tokens.map((_, at) => [
    ...nearFeatures(seen, at),
    ...runFeatures(tokens, seen, at),
    ...segmentFeatures(tokens, seen, segments[at] ?? 0, at),
  ]);
}

/** The tokens, each with its place in a rank (`Chief`, `Fire` and `Officer` in `Chief Fire Officer`) or in the name of a body. */
function seenIn(text: string, tokens: readonly Word[]): Known[] {
  const places = placesIn(text, tokens);
  return tokens.map((token, at) => {
    const known = knownWord(token.text);
    const held = places[at] ?? [];
    if (held.length === 0) return known;
    const all = mixed(...held);
    return { ...known, tables: mixed(known.tables, all), kind: mixed(known.kind, all), held: [...known.held, ...held] };
  });
}

/** For every token whether it begins, or goes on with, a rank or the name of a body. */
function placesIn(text: string, tokens: readonly Word[]): number[][] {
  const places: number[][] = tokens.map(() => []);
  const mark = (from: number, to: number, first: number, later: number): void => {
    for (let at = from; at < to; at += 1) places[at]?.push(at === from ? first : later);
  };
  const words = tokens.map((token) => token.text);
  for (let at = 0; at < words.length; at += 1) {
    const length = rankLength(words, at);
    mark(at, at + length, FIRST_OF_RANK, LATER_IN_RANK);
    at += Math.max(0, length - 1);
  }
  let behind = 0;
  for (const name of organisationsIn(text)) {
    const start = text.indexOf(name, behind);
    behind = start + name.length;
    const from = tokens.findIndex((token) => token.start >= start);
    const to = tokens.findLastIndex((token) => token.end <= behind) + 1;
    mark(from, to, FIRST_OF_BODY, LATER_IN_BODY);
  }
  return places;
}

/** One number of several; their order counts. */
function mixed(...parts: readonly number[]): number {
  let sum = 0;
  for (const part of parts) {
    sum = Math.imul(sum ^ part, 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** The word itself and its neighbours. */
function nearFeatures(seen: readonly Known[], at: number): number[] {
  const near = (offset: number) => seen[at + offset] ?? NO_WORD;
  const { lower, ending, beginning, held, kind } = near(0);
  const [before, after] = [near(-1), near(1)];
  return [
    mixed(1, lower),
    mixed(2, ending),
    mixed(3, beginning),
    ...held.map((table) => mixed(4, table)),
    mixed(5, before.lower),
    ...before.held.map((table) => mixed(6, table)),
    ...near(-2).held.map((table) => mixed(7, table)),
    mixed(8, after.lower),
    ...after.held.map((table) => mixed(9, table)),
    mixed(10, near(2).shape),
    mixed(11, before.lower, lower),
    mixed(12, lower, after.lower),
    mixed(13, before.kind, kind),
    mixed(14, kind, after.kind),
    mixed(15, before.kind, kind, after.kind),
  ];
}

/** The capitals among which a token stands: `Fenwick Borough Council` is known by its last word. */
function runFeatures(tokens: readonly Word[], seen: readonly Known[], at: number): number[] {
  let end = at;
  while (belongsToRun(tokens, end, 1)) end += 1;
  let start = at;
  while (belongsToRun(tokens, start, -1)) start -= 1;
  const last = seen[end] ?? NO_WORD;
  return [
    mixed(20, last.lower),
    mixed(21, (seen[start] ?? NO_WORD).tables),
    mixed(22, Math.min(3, at - start), last.tables),
    mixed(23, (seen[start - 1] ?? NO_WORD).lower),
    mixed(24, (seen[end + 1] ?? NO_WORD).lower),
  ];
}

/** Whether the next token in a direction goes on with a run of capitals, over a small word too. */
function belongsToRun(tokens: readonly Word[], at: number, step: 1 | -1): boolean {
  const next = tokens[at + step];
  if (!next) return false;
  return begins(next.text) || (JOINING.test(next.text) && begins(tokens[at + 2 * step]?.text ?? ''));
}

function begins(text: string): boolean {
  return isCapital(text) || /^\d/.test(text);
}

/** For every token which tables its part of the sentence has words of. */
function segmentsOf(tokens: readonly Word[], seen: readonly Known[]): number[] {
  let number = 0;
  const numbers = tokens.map((token) => {
    if (isParting(token)) number += 1;
    return number;
  });
  const holding = [...TELLING, FIRST_OF_RANK, FIRST_OF_BODY].map(
    (table) => new Set(numbers.filter((_, at) => seen[at]?.held.includes(table))),
  );
  return numbers.map((segment) => mixed(...holding.map((segments) => (segments.has(segment) ? 1 : 2))));
}

/** Where in its part of the sentence a token stands: behind which preposition, with a role before or behind it. */
function segmentFeatures(tokens: readonly Word[], seen: readonly Known[], segment: number, at: number): number[] {
  const { kind } = seen[at] ?? NO_WORD;
  let preposition = 0;
  let roles = 0;
  for (let from = at - 1; from >= 0 && !isPartingAt(tokens, from); from -= 1) {
    const { lower, held } = seen[from] ?? NO_WORD;
    if (preposition === 0 && PREPOSITION.test(tokens[from]?.text ?? '')) preposition = lower;
    if (held.includes(ROLE)) roles |= 1;
  }
  for (let to = at + 1; to < tokens.length && !isPartingAt(tokens, to); to += 1) {
    if (seen[to]?.held.includes(ROLE)) roles |= 2;
  }
  return [mixed(30, segment), mixed(31, preposition, kind), mixed(32, roles, kind)];
}

function isPartingAt(tokens: readonly Word[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || isParting(token);
}

const ROLE = hashOf('role');
const FIRST_OF_RANK = hashOf('first of rank');
const LATER_IN_RANK = hashOf('later in rank');
const FIRST_OF_BODY = hashOf('first of body');
const LATER_IN_BODY = hashOf('later in body');
/** Tables whose words tell what a part of a sentence is about. */
const TELLING = ['role', 'organisation', 'first name', 'lay', 'relation'].map(hashOf);
