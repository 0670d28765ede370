import type { Question } from '../question.ts';

/** What addresses ask that were answered lately: whoever asks one again need not be read again. */
export interface KnownQuestions {
  find(url: string): Question | undefined;
  note(url: string, question: Question): void;
  forget(url: string): void;
}

/** Addresses that are known; when they are all taken, they are forgotten. */
const MAX_KNOWN = 1_000;
/** Characters of an address that is worth knowing. */
const MAX_LENGTH = 500;

export function createKnownQuestions(): KnownQuestions {
  const known = new Map<string, Question>();
  return {
    find: (url) => known.get(url),
    note(url, question) {
      if (url.length > MAX_LENGTH) return;
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(url, question);
    },
    forget: (url) => {
      known.delete(url);
    },
  };
}
