import type { PublicState, Touched } from '../../domain/change.ts';
import type { Instant } from '../../domain/time.ts';
import { createEntries, type Entry } from './entries.ts';
import { dated, type KeptAnswer } from './kept-answer.ts';
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

/** Addresses that were asked for once and are remembered as such; at most twice as many. */
const MAX_KNOWN = 4_096;
/** The part of the memory that one answer may take. */
const LARGEST_PART = 1 / 8;

/** @param maxBytes none are held when it is 0 */
export function createAnswerCache(maxBytes: number, touchedBetween: TouchedBetween): AnswerCache {
  const known = createRecent(MAX_KNOWN);
  const entries = createEntries(maxBytes, known.add);
  const counted = { hit: 0, miss: 0 };
  let held: PublicState | undefined;

  const use = (entry: Entry | undefined, now: Instant): KeptAnswer | undefined => {
    if (!entry || !isGoodAt(entry.answer, now)) return undefined;
    const answer = dated(entry.answer, dateIn(entry.answer, held), now);
    entries.use(entry, answer);
    return answer;
  };

  return {
    has: (url) => entries.ofUrl(url) !== undefined,
    find: (url, now) => use(entries.ofUrl(url), now),
    findByAddress: (address, now) => use(entries.ofAddress(address), now),
    keep(answer, url) {
      if (answer.state.version !== held?.version || answer.bodies.identity.length > maxBytes * LARGEST_PART)
        return false;
      if (!entries.ofAddress(answer.address) && known.isNew(answer.address)) return false;
      entries.put(answer, url);
      return true;
    },
    settle({ address }) {
      const entry = entries.ofAddress(address);
      if (entry) entries.weigh(entry);
    },
    isOf: ({ version }) => held?.version === version,
    async renew(state) {
      while (held?.version !== state.version) {
        const before = held;
        const touched = before && entries.count() > 0 ? await touchedBetween(before, state) : undefined;
        // Somebody else may have done it while this was asked.
        if (held !== before) continue;
        entries.remove(({ topic }) => isTouched(topic, touched));
        held = state;
      }
    },
    count: (outcome) => {
      counted[outcome] += 1;
    },
    figures: () => ({ answers: entries.count(), bytes: entries.bytes(), hits: counted.hit, misses: counted.miss }),
  };
}

/** What a change does not touch is as new as the newest one. */
function dateIn({ topic, lastModified }: KeptAnswer, held: PublicState | undefined): Instant | undefined {
  const isOfPublic = topic !== undefined && topic !== 'program';
  return isOfPublic ? (held?.changedAt ?? undefined) : lastModified;
}

/** Whether time alone leaves an answer what it is. */
function isGoodAt({ madeAt, until }: KeptAnswer, now: Instant): boolean {
  return madeAt <= now && (until === null || now < until);
}
