import type { Block } from '../../block.ts';
import type { Passage } from './passages.ts';
import type { Draft } from './statements.ts';

/** Characters of the shortest words that are set off because they stand elsewhere too. */
const MIN_LENGTH = 12;
/** More statements than any release has; behind them nothing is compared. */
const MAX_COMPARED = 60;

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
      if (index === at || !other.includes(text)) return false;
      // Somebody may say the same twice, and the release may say so twice.
      if (other.length === text.length && isReported(blocks, draft) && isReported(blocks, drafts[index])) return false;
      return other.length > text.length || preference(blocks, drafts[index], index) > preference(blocks, draft, at);
    });
  });
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
  return passages
    .map(({ block, start, end }) => blocks[block]?.text.slice(start, end) ?? '')
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
