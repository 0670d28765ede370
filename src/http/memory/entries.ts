import { bytesOf, type KeptAnswer } from './kept-answer.ts';

/** An answer, and the spellings of its address that it was asked for by. */
export interface Entry {
  answer: KeptAnswer;
  readonly urls: Set<string>;
  bytes: number;
}

/** Answers by their addresses, up to so many bytes; the one unused for longest goes first. */
export interface Entries {
  ofUrl(url: string): Entry | undefined;
  ofAddress(address: string): Entry | undefined;
  /** Puts the answer in the place of one at the same address, and notes how that was spelt. */
  put(answer: KeptAnswer, url: string): void;
  /** Notes that an entry is used, as an answer of another date. */
  use(entry: Entry, answer: KeptAnswer): void;
  /** Says that an answer has grown. */
  weigh(entry: Entry): void;
  remove(isToGo: (answer: KeptAnswer) => boolean): void;
  count(): number;
  bytes(): number;
}

/** Bytes that an entry costs besides what can be counted. */
const ENTRY_BYTES = 2_048;
/** Spellings of one address that are remembered; further ones are looked up the long way. */
const MAX_SPELLINGS = 8;

/** @param onRemoved is told the address of each answer that goes */
export function createEntries(maxBytes: number, onRemoved: (address: string) => void): Entries {
  /** In the order of their last use. */
  const byAddress = new Map<string, Entry>();
  const byUrl = new Map<string, Entry>();
  let heldBytes = 0;

  const remove = ({ answer: { address }, urls, bytes }: Entry): void => {
    heldBytes -= bytes;
    byAddress.delete(address);
    for (const url of urls) byUrl.delete(url);
    onRemoved(address);
  };
  const weigh = (entry: Entry): void => {
    const before = entry.bytes;
    entry.bytes = bytesOfEntry(entry);
    heldBytes += entry.bytes - before;
    for (const oldest of byAddress.values()) {
      if (heldBytes <= maxBytes) return;
      remove(oldest);
    }
  };

  return {
    ofUrl: (url) => byUrl.get(url),
    ofAddress: (address) => byAddress.get(address),
    put(answer, url) {
      const before = byAddress.get(answer.address);
      if (before && before.answer !== answer) remove(before);
      const entry = before?.answer === answer ? before : { answer, urls: new Set<string>(), bytes: 0 };
      if (entry.urls.size < MAX_SPELLINGS) {
        entry.urls.add(url);
        byUrl.set(url, entry);
      }
      byAddress.set(answer.address, entry);
      weigh(entry);
    },
    use(entry, answer) {
      entry.answer = answer;
      byAddress.delete(answer.address);
      byAddress.set(answer.address, entry);
    },
    weigh,
    remove(isToGo) {
      for (const entry of byAddress.values()) if (isToGo(entry.answer)) remove(entry);
    },
    count: () => byAddress.size,
    bytes: () => heldBytes,
  };
}

function bytesOfEntry({ answer, urls }: Entry): number {
  return [answer.address, ...urls].reduce((sum, text) => sum + 2 * text.length, ENTRY_BYTES + bytesOf(answer));
}
