import { matchesOf } from '../../matches.ts';
import { isFirstName } from '../tables/first-names.ts';
import { startsAside } from '../tables/verbs.ts';
import type { Said } from '../tagger/attribution.ts';
import { isCapital, wordsOf } from '../words.ts';
import { readSaid } from './bounds.ts';
import type { Pair } from './joint.ts';
import { NO_POST, type Post } from './post.ts';
import { readPost } from './said.ts';

/** Places in one attribution where it may part. */
const MAX_ANDS = 6;
const AND = /,? (?:and|&) (?!(?:Sons?|Daughters?|Brothers?|Sisters?|Co|Partners|Associates)\b)/g;
/** A name in full, and more. */
const WHOLE = /\p{Lu}[\p{L}'’-]+ (?:\p{Ll}+ )*\p{Lu}/u;

/**
 * `Kestrel Homes Chief Executive Bala Quist and Parish Council Chairman Lionel Marsh`: two who speak together, where an `and` parts the words so that
 * each half has one whole name, and nothing else but what that person is.
 */
export function findHoldersOfPosts(text: string): Pair | null {
  for (const { 0: and, index } of matchesOf(text, AND).slice(0, MAX_ANDS)) {
    const left = text.slice(0, index);
    const right = text.slice(index + and.length);
    if (!WHOLE.test(left) || !WHOLE.test(right)) continue;
    const one = personAlone(left);
    const other = one?.isHolder ? personAlone(right) : null;
    if (one && other)
      return { name: `${one.name} and ${other.name}`, start: one.start, end: index + and.length + other.end };
  }
  return null;
}

/**
 * What each of two who speak together is, where each is something: `Vice-Principal and training lead` of `Marl College and Second Rise`.
 * Nothing where only one of them holds a post: the other does not.
 */
export function postsOfEach(text: string, { name }: Pair): Post {
  for (const halves of halvesOf(text, name)) {
    const [first, second] = [readPost(halves.first), readPost(halves.second)];
    if (first.role !== null && second.role !== null)
      return {
        role: joined(first.role, second.role),
        organisation:
          first.organisation === null || second.organisation === null
            ? null
            : joined(first.organisation, second.organisation),
      };
  }
  return NO_POST;
}

/**
 * `The Commissioner, Sir Jo Bell, and Chief Constable Amy Lee`: the post of one of two who speak together, where the other has a rank instead. It says of
 * neither for whom they speak together.
 */
export function postOfOne(text: string, name: string): string | null {
  for (const { first, second } of halvesOf(text, name)) {
    const [one, other] = [readPost(first).role, readPost(second).role];
    if (one !== null && other === null && isRanked(second)) return one;
    if (one === null && other !== null && isRanked(first)) return other;
  }
  return null;
}

/** What stands before each `and` between two names, and what behind it. */
function halvesOf(text: string, name: string): { first: string; second: string }[] {
  const [one = '', other = '', another] = name.split(/, | and /);
  const from = text.indexOf(one) + one.length;
  const to = text.lastIndexOf(other);
  if (another !== undefined || other === '' || to < from) return [];
  return matchesOf(text, AND)
    .slice(0, MAX_ANDS)
    .flatMap(({ 0: and, index }) => {
      const isBetween = index >= from && index + and.length <= to;
      const first = text.slice(0, index).replace(IN_A_STATEMENT, '');
      return isBetween ? [{ first, second: text.slice(index + and.length) }] : [];
    });
}

function isRanked(text: string): boolean {
  return readSaid(text).some(({ aspect, text: rank }) => aspect === 'rank' && isCapital(rank));
}

function joined(one: string, other: string): string {
  return one === other ? one : `${one} and ${other}`;
}

interface Alone {
  readonly name: string;
  /** Whether more than the name is said. */
  readonly isHolder: boolean;
  readonly start: number;
  readonly end: number;
}

function personAlone(text: string): Alone | null {
  const said = readSaid(text);
  const [first] = said;
  const [name, another] = said.filter(({ aspect }) => aspect === 'name');
  if (!first || !name || another || !name.text.includes(' ')) return null;
  const isHolder = said.some(({ aspect }) => aspect === 'rank' || aspect === 'role');
  const isPerson = isHolder || isFirstName(name.text.split(' ', 1)[0] ?? '');
  if (!isPerson || !isOpening(text.slice(0, first.start)) || !isSmall(wordsBeside(text, said))) return null;
  return { name: name.text, isHolder: isHolder || said.length > 1, start: first.start, end: said.at(-1)?.end ?? 0 };
}

/** Behind the first of what is said: what none of it holds. */
function wordsBeside(text: string, said: readonly Said[]): string {
  return said.map(({ end }, at) => text.slice(end, said[at + 1]?.start)).join(' ');
}

/** `In a joint statement`, `After the vote, `, `the city's`: what may stand before two who speak. */
function isOpening(before: string): boolean {
  const [first = ''] = before.split(' ', 1);
  const aside = startsAside(first.toLowerCase()) && /, [^,]*$/.test(before) ? before.lastIndexOf(', ') : -1;
  return isSmall(before.slice(aside === -1 ? 0 : aside).replace(IN_A_STATEMENT, ''));
}

const IN_A_STATEMENT = /^In an? (?:\p{Ll}+ ){0,3}(?:statement|letter|message|reply|response),? /u;

const SMALL = /^(?:[Tt]he|[Aa]n?|of|at|for|[Ff]rom|[Ii]n|[Ii]ts|[Oo]ur|[Tt]heir|Mr|Mrs|Ms|Miss|s|\d+|\p{Ll}+['’]s?)$/u;

function isSmall(beside: string): boolean {
  return wordsOf(beside).every(({ text }) => !isOwner(text) && SMALL.test(text));
}

/** `Marl's`: somebody, or a body that was not read. */
function isOwner(word: string): boolean {
  return isCapital(word) && /['’]s?$/.test(word);
}
