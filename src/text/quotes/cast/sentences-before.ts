import { lastIndexBefore } from '../before.ts';
import { once } from '../once.ts';
import type { Passage } from '../statements/passages.ts';
import type { Sentence } from './narration.ts';
import { placeOf } from './place.ts';

/** The last so many sentences of the narration before a statement, in the order of the text. */
export type SentencesBefore = (passage: Passage, most: number) => readonly Sentence[];

export function openSentencesBefore(narration: () => readonly Sentence[]): SentencesBefore {
  const placed = once(() => narration().map((sentence) => ({ sentence, place: placeOf(sentence) })));
  return ({ block, outerStart }, most) => {
    const end = lastIndexBefore(placed(), placeOf({ block, at: outerStart })) + 1;
    return placed()
      .slice(Math.max(0, end - most), end)
      .map(({ sentence }) => sentence);
  };
}
