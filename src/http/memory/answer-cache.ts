import type { PublicState } from '../../domain/change.ts';
import type { Instant } from '../../domain/time.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** The answers that this process holds in memory, up to so many bytes; the one unasked for longest goes first. */
export interface AnswerCache {
  /** By an address as somebody has asked for it before, in whatever order of parameters. */
  find(url: string): KeptAnswer | undefined;
  /** By the one address that all of those mean. */
  findByAddress(address: string): KeptAnswer | undefined;
  /** Holds an answer to all requests for `url`, unless it is too large. */
  keep(answer: KeptAnswer, url: string): void;
  /** Says that an answer has grown by an encoding of it. */
  settle(answer: KeptAnswer): void;
  /** Lets go of what was made of another state of the public. */
  renew(version: PublicState['version']): void;
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

/** Whether an answer is what would be made anew of this state at this instant. */
export function isFresh({ version, madeAt, until }: KeptAnswer, state: PublicState, now: Instant): boolean {
  return version === state.version && madeAt <= now && (until === null || now < until);
}

/** Bytes that an entry costs besides what can be counted. */
const ENTRY_BYTES = 2_048;
/** Spellings of one address that are remembered; further ones are looked up the long way. */
const MAX_SPELLINGS = 8;
/** The part of the memory that one answer may take. */
const LARGEST_PART = 1 / 8;

interface Entry {
  readonly answer: KeptAnswer;
  readonly urls: Set<string>;
  bytes: number;
}

/** @param maxBytes none are held when it is 0 */
export function createAnswerCache(maxBytes: number): AnswerCache {
  /** By address, in the order of their last use. */
  const entries = new Map<string, Entry>();
  const byUrl = new Map<string, Entry>();
  let heldBytes = 0;
  const counted = { hit: 0, miss: 0 };
  let heldVersion: PublicState['version'] | undefined;

  const use = (entry: Entry): KeptAnswer => {
    entries.delete(entry.answer.address);
    entries.set(entry.answer.address, entry);
    return entry.answer;
  };
  const remove = (entry: Entry): void => {
    heldBytes -= entry.bytes;
    entries.delete(entry.answer.address);
    for (const url of entry.urls) byUrl.delete(url);
  };
  const weigh = (entry: Entry): void => {
    const before = entry.bytes;
    const texts = [entry.answer.address, ...entry.urls].reduce((sum, text) => sum + 2 * text.length, 0);
    entry.bytes = ENTRY_BYTES + texts + entry.answer.bytes();
    heldBytes += entry.bytes - before;
    for (const oldest of entries.values()) {
      if (heldBytes <= maxBytes) return;
      remove(oldest);
    }
  };

  return {
    find(url) {
      const entry = byUrl.get(url);
      return entry && use(entry);
    },
    findByAddress(address) {
      const entry = entries.get(address);
      return entry && use(entry);
    },
    keep(answer, url) {
      if (answer.bytes() > maxBytes * LARGEST_PART) return;
      const before = entries.get(answer.address);
      if (before && before.answer !== answer) remove(before);
      const entry = before?.answer === answer ? before : { answer, urls: new Set<string>(), bytes: 0 };
      if (entry.urls.size < MAX_SPELLINGS) {
        entry.urls.add(url);
        byUrl.set(url, entry);
      }
      entries.set(answer.address, entry);
      weigh(entry);
    },
    settle(answer) {
      const entry = entries.get(answer.address);
      if (entry?.answer === answer) weigh(entry);
    },
    renew(version) {
      if (version === heldVersion) return;
      heldVersion = version;
      entries.clear();
      byUrl.clear();
      heldBytes = 0;
    },
    count: (outcome) => {
      counted[outcome] += 1;
    },
    figures: () => ({ answers: entries.size, bytes: heldBytes, hits: counted.hit, misses: counted.miss }),
  };
}
