import type { Block } from '../../block.ts';
import { readSignature } from '../cues/follow-up.ts';
import { organisationsIn } from '../employers/named-organisations.ts';
import { once } from '../once.ts';
import { isProse, type Passage } from '../statements/passages.ts';
import { sentenceStarts, type Word, wordsOf } from '../words.ts';

/** A sentence of the narration, statements left out. */
export interface Sentence {
  readonly block: number;
  /** Offset into the text of the block. */
  readonly at: number;
  readonly text: string;
  /** Read when they are first asked for, and once. */
  readonly words: () => readonly Word[];
  readonly organisations: () => readonly string[];
}

/** The sentences that nobody says, in the order of the text. */
export function narrationOf(blocks: readonly Block[], statements: readonly Passage[]): Sentence[] {
  const byBlock = Map.groupBy(statements, (statement) => statement.block);
  return blocks.flatMap((block, index) => {
    if (!isProse(block)) return [];
    const within = byBlock.get(index) ?? [];
    const starts = [0, ...within.map((statement) => statement.outerEnd)];
    const ends = [...within.map((statement) => statement.outerStart), block.text.length];
    return starts.flatMap((start, at) => sentencesIn(index, block.text, start, ends[at] ?? start));
  });
}

/** What stands above the body: whoever is named there need not be named in full again. */
export function standfirst(summary: string | null): Sentence[] {
  return summary === null ? [] : sentencesIn(-1, summary, 0, summary.length);
}

/**
 * The narration with the headings that name somebody and what they are, `Neil Rowan, District Crown Prosecutor`, and those
 * that tell something: `### After 32 years, Chief Fire Officer Jo Bell retires today.`
 */
export function withHeadings(blocks: readonly Block[], narration: readonly Sentence[]): readonly Sentence[] {
  const headings = blocks.flatMap(({ kind, text }, index) =>
    kind === 'heading' && (isTelling(text) || (text.includes(',') && readSignature(text)))
      ? sentencesIn(index, text, 0, text.length)
      : [],
  );
  // A table tells who somebody is, but nobody goes on from it: its cells come last.
  const cells = blocks.flatMap(({ kind, text }) =>
    kind === 'table-cell' && /^\p{Lu}\S* \p{Lu}/u.test(text) ? [sentence(blocks.length, 0, text)] : [],
  );
  const told =
    headings.length === 0 ? narration : [...narration, ...headings].sort((a, b) => a.block - b.block || a.at - b.at);
  return [...told, ...cells];
}

/** Words of the shortest heading that tells something. */
const MIN_TOLD_WORDS = 6;

function isTelling(heading: string): boolean {
  return /[.!]["'”’]?\s*$/.test(heading) && heading.split(' ', MIN_TOLD_WORDS).length === MIN_TOLD_WORDS;
}

export function sentencesIn(block: number, text: string, from: number, to: number): Sentence[] {
  const narration = text.slice(from, to);
  const starts = sentenceStarts(narration);
  return starts.map((start, index) => sentence(block, from + start, narration.slice(start, starts[index + 1])));
}

function sentence(block: number, at: number, text: string): Sentence {
  const words = once(() => wordsOf(text));
  return { block, at, text, words, organisations: once(() => organisationsIn(text, words())) };
}
