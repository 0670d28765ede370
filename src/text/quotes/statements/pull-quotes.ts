import type { Block } from '../../block.ts';
import { readSignature } from '../cues/follow-up.ts';
import type { Passage } from './passages.ts';
import type { Draft } from './statements.ts';

/** Characters of the shortest words that are set off because they stand elsewhere too. */
const MIN_LENGTH = 12;
/** More statements than any release has; behind them nothing is compared. */
const MAX_COMPARED = 60;

/**
 * Leaves out blocks that only repeat, in larger letters, what somebody is said to say in another one; what stands around
 * them goes on over them.
 */
export function withoutRepeats(blocks: readonly Block[], passages: readonly Passage[]): readonly Block[] {
  const byBlock = Map.groupBy(passages, ({ block }) => block);
  if (byBlock.size < 2 || byBlock.size > MAX_COMPARED) return blocks;
  const said = [...byBlock].map(([block, within]) => ({
    block,
    letters: lettersOf(blocks, within),
    isAlone: within.length === 1 && isWholeBlock(blocks, within[0]),
  }));
  const repeated = said.filter(
    ({ block, letters, isAlone }) =>
      isAlone &&
      letters.length >= MIN_LENGTH &&
      said.some(
        (other) => (!other.isAlone || other.letters.length > letters.length) && holds(other.letters, letters),
      ) &&
      !isAttributed(blocks, block),
  );
  const left = new Set(repeated.map(({ block }) => block));
  return left.size === 0 ? blocks : blocks.filter((_, index) => !left.has(index));
}

/** Whether a line above announces a block, or one below signs it. */
function isAttributed(blocks: readonly Block[], index: number): boolean {
  const below = blocks[index + 1];
  const isSigned = below !== undefined && below.kind !== 'heading' && readSignature(below.text) !== null;
  return isSigned || /[:,]\s*$/.test(blocks[index - 1]?.text ?? '');
}

function isWholeBlock(blocks: readonly Block[], passage: Passage | undefined): boolean {
  return passage?.outerStart === 0 && blocks[passage.block]?.text.slice(passage.outerEnd).trim() === '';
}

/** Whether words stand among others, and not in the middle of one. */
function holds(letters: string, part: string): boolean {
  return ` ${letters} `.includes(` ${part} `);
}

/**
 * Leaves out statements that only repeat, in larger letters, what another one says in full. Of two alike the one stays
 * whose speaker has a name, else the one in the running text, else the first.
 */
export function withoutPullQuotes(blocks: readonly Block[], drafts: readonly Draft[]): Draft[] {
  if (drafts.length < 2 || drafts.length > MAX_COMPARED) return [...drafts];
  const mayRepeat = drafts.some(
    (draft) => draft.speaker === null || blocks[draft.passages[0]?.block ?? 0]?.kind === 'block-quote',
  );
  if (!mayRepeat && new Set(drafts.map(({ speaker }) => speaker?.name ?? speaker?.asWritten)).size === drafts.length)
    return [...drafts];
  const texts = drafts.map(({ passages }) => lettersOf(blocks, passages));
  return drafts.filter((draft, at) => {
    const text = texts[at] ?? '';
    if (text.length < MIN_LENGTH) return true;
    return !texts.some((other, index) => {
      if (index === at) return false;
      if (draft.speaker === null && drafts[index]?.speaker && isAlike(blocks, draft, other)) return true;
      if (!other.includes(text)) return false;
      // Somebody may say the same twice, and the release may say so twice.
      if (other.length === text.length && isReported(blocks, draft) && isReported(blocks, drafts[index])) return false;
      return other.length > text.length || preference(blocks, drafts[index], index) > preference(blocks, draft, at);
    });
  });
}

/** Words of the shortest half by which words that were shortened or end otherwise are known. */
const MIN_HALF = 5;
/** Where words were left out, or put in by the house. */
const CUT = /…|\.{3}|\[[^\]]*\]/;

/** `“You don’t look after a lock … I’ve won some.”`: words that somebody else's statement holds, shortened or with another end. */
function isAlike(blocks: readonly Block[], { passages }: Draft, other: string): boolean {
  const text = passages.map(({ block, start, end }) => blocks[block]?.text.slice(start, end) ?? '').join(' ');
  const pieces = text.split(CUT).map(lettersIn).filter(Boolean);
  if (pieces.length > 1) return pieces.every((piece) => holds(other, piece));
  const words = lettersIn(text).split(' ');
  const half = Math.ceil(words.length / 2);
  return (
    half >= MIN_HALF && (holds(other, words.slice(0, half).join(' ')) || holds(other, words.slice(-half).join(' ')))
  );
}

function isReported(blocks: readonly Block[], draft: Draft | undefined): boolean {
  return draft?.speaker != null && blocks[draft.passages[0]?.block ?? 0]?.kind !== 'block-quote';
}

function preference(blocks: readonly Block[], draft: Draft | undefined, at: number): number {
  const [first] = draft?.passages ?? [];
  const isProse = blocks[first?.block ?? 0]?.kind !== 'block-quote';
  const isNamed = draft?.speaker?.kind === 'person';
  return (isNamed ? 4 : 0) + (isProse ? 2 : 0) - at / MAX_COMPARED;
}

function lettersOf(blocks: readonly Block[], passages: readonly Passage[]): string {
  return lettersIn(passages.map(({ block, start, end }) => blocks[block]?.text.slice(start, end) ?? '').join(' '));
}

function lettersIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
