import type { Question } from '../question.ts';
import { createRecent } from './recent.ts';

/**
 * What addresses ask that were answered lately, and more than once: whoever asks one again need not be read again. Of what is
 * asked once, as by whoever reads everything, the address alone is noted: a question lives just long enough to be garbage
 * that the process carries for long.
 */
export interface KnownQuestions {
  find(url: string): Question | undefined;
  /** Notes what an address asks, when it was noted before. */
  note(url: string, question: Question): void;
  forget(url: string): void;
}

/** Addresses that are known; when they are all taken, they are forgotten. */
const MAX_KNOWN = 1_000;
/** Addresses that were asked for once and are remembered as such; at most twice as many. */
const MAX_ASKED = 4_096;
/** Characters of an address that is worth knowing. */
const MAX_LENGTH = 500;

export function createKnownQuestions(): KnownQuestions {
  const known = new Map<string, Question>();
  const asked = createRecent(MAX_ASKED);
  return {
    find: (url) => known.get(url),
    note(url, question) {
      if (url.length > MAX_LENGTH || asked.isNew(url)) return;
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(url, question);
    },
    forget: (url) => {
      known.delete(url);
    },
  };
}
