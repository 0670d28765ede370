import type { PublicState, Touched } from '../../domain/change.ts';
import type { Instant } from '../../domain/time.ts';
import { bytesOf, dated, type KeptAnswer } from './kept-answer.ts';
import { createRecent } from './recent.ts';
import { isTouched } from './topic.ts';

/**
 * The answers that this process holds in memory, up to so many bytes; the one unasked for longest goes first. All of them
 * are what would be made anew of the state that it was renewed for last, but for those that the clock has changed.
 */
export interface AnswerCache {
  /** Whether anything is held for an address as somebody spells it, whatever it is worth. */
  has(url: string): boolean;
  /** What would be made anew now, by an address as somebody has asked for it before, in whatever order of parameters. */
  find(url: string, now: Instant): KeptAnswer | undefined;
  /** By the one address that all of those mean. */
  findByAddress(address: string, now: Instant): KeptAnswer | undefined;
  /**
   * Holds an answer to all requests for `url`, unless it is too large, or of another state, or nobody has asked for it lately:
   * whoever reads everything once would drive out what is read by many, and leave the process large. Says whether it does.
   */
  keep(answer: KeptAnswer, url: string): boolean;
  /** Says that an answer has grown by an encoding of it. */
  settle(answer: KeptAnswer): void;
  /** Whether this is the state that it was renewed for last. */
  isOf(state: PublicState): boolean;
  /** Lets go of whatever may be another answer in this state of the public. */
  renew(state: PublicState): Promise<void>;
  /** Notes that an answer was out of memory, or had to be made anew. */
  count(outcome: 'hit' | 'miss'): void;
  figures(): CacheFigures;
}

export interface CacheFigures {
  readonly answers: number;
  readonly bytes: number;
  readonly hits: number;
  readonly misses: number;
}

/** What lies between two states; undefined where everything may be another. */
export type TouchedBetween = (before: PublicState, now: PublicState) => Promise<Touched | undefined>;

/** Bytes that an entry costs besides what can be counted. */
const ENTRY_BYTES = 2_048;
/** Spellings of one address that are remembered; further ones are looked up the long way. */
const MAX_SPELLINGS = 8;
/** Addresses that were asked for once and are remembered as such; at most twice as many. */
const MAX_KNOWN = 4_096;
/** The part of the memory that one answer may take. */
const LARGEST_PART = 1 / 8;

interface Entry {
  answer: KeptAnswer;
  readonly urls: Set<string>;
  bytes: number;
}

/** @param maxBytes none are held when it is 0 */
export function createAnswerCache(maxBytes: number, touchedBetween: TouchedBetween): AnswerCache {
  /** By address, in the order of their last use. */
  const entries = new Map<string, Entry>();
  const byUrl = new Map<string, Entry>();
  let heldBytes = 0;
  const counted = { hit: 0, miss: 0 };
  const known = createRecent(MAX_KNOWN);
  let held: PublicState | undefined;

  const use = (entry: Entry | undefined, now: Instant): KeptAnswer | undefined => {
    if (!entry || !isGoodAt(entry.answer, now)) return undefined;
    const { address } = entry.answer;
    entry.answer = dated(entry.answer, dateIn(entry.answer, held), now);
    entries.delete(address);
    entries.set(address, entry);
    return entry.answer;
  };
  const remove = (entry: Entry): void => {
    heldBytes -= entry.bytes;
    entries.delete(entry.answer.address);
    known.add(entry.answer.address);
    for (const url of entry.urls) byUrl.delete(url);
  };
  const weigh = (entry: Entry): void => {
    const before = entry.bytes;
    entry.bytes = bytesOfEntry(entry);
    heldBytes += entry.bytes - before;
    for (const oldest of entries.values()) {
      if (heldBytes <= maxBytes) return;
      remove(oldest);
    }
  };

  return {
    has: (url) => byUrl.has(url),
    find: (url, now) => use(byUrl.get(url), now),
    findByAddress: (address, now) => use(entries.get(address), now),
    keep(answer, url) {
      if (answer.state.version !== held?.version || answer.bodies.identity.length > maxBytes * LARGEST_PART)
        return false;
      if (!entries.has(answer.address) && known.isNew(answer.address)) return false;
      const before = entries.get(answer.address);
      if (before && before.answer !== answer) remove(before);
      const entry = before?.answer === answer ? before : { answer, urls: new Set<string>(), bytes: 0 };
      if (entry.urls.size < MAX_SPELLINGS) {
        entry.urls.add(url);
        byUrl.set(url, entry);
      }
      entries.set(answer.address, entry);
      weigh(entry);
      return true;
    },
    settle(answer) {
      const entry = entries.get(answer.address);
      if (entry) weigh(entry);
    },
    isOf: ({ version }) => held?.version === version,
    async renew(state) {
      while (held?.version !== state.version) {
        const before = held;
        const touched = before && entries.size > 0 ? await touchedBetween(before, state) : undefined;
        // Somebody else may have done it while this was asked.
        if (held !== before) continue;
        for (const entry of entries.values()) if (isTouched(entry.answer.topic, touched)) remove(entry);
        held = state;
      }
    },
    count: (outcome) => {
      counted[outcome] += 1;
    },
    figures: () => ({ answers: entries.size, bytes: heldBytes, hits: counted.hit, misses: counted.miss }),
  };
}

/** What a change does not touch is as new as the newest one. */
function dateIn({ topic, lastModified }: KeptAnswer, held: PublicState | undefined): Instant | undefined {
  const isOfPublic = topic !== undefined && topic !== 'program';
  return isOfPublic ? (held?.changedAt ?? undefined) : lastModified;
}

function bytesOfEntry({ answer, urls }: Entry): number {
  return [answer.address, ...urls].reduce((sum, text) => sum + 2 * text.length, ENTRY_BYTES + bytesOf(answer));
}

/** Whether time alone leaves an answer what it is. */
function isGoodAt({ madeAt, until }: KeptAnswer, now: Instant): boolean {
  return madeAt <= now && (until === null || now < until);
}
