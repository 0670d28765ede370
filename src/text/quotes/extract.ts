import type { Block } from '../block.ts';
import type { FoundStatement } from './found.ts';
import { findPassages, type Passage } from './passages.ts';
import { attribute } from './people.ts';
import { joinStatements } from './statements.ts';

/**
 * The statements of a release, in the order of the text, never overlapping: what stands in quotation marks (or in a
 * quoted block) and is somebody's statement, with who says so. Linear in the text; the same blocks give the same answer.
 */
export function extractStatements(blocks: readonly Block[]): FoundStatement[] {
  const drafts = joinStatements(blocks, findPassages(blocks));
  const attributions = attribute(blocks, drafts);
  return drafts.flatMap(({ passages }, index) => {
    const attribution = attributions[index];
    return attribution ? [{ ...quoted(blocks, passages), ...attribution }] : [];
  });
}

function quoted(
  blocks: readonly Block[],
  passages: readonly Passage[],
): Pick<FoundStatement, 'text' | 'paragraphs' | 'start' | 'end'> {
  const byBlock = Map.groupBy(passages, (passage) => passage.block);
  const paragraphs = [...byBlock].map(([block, within]) =>
    within.map(({ start, end }) => blocks[block]?.text.slice(start, end) ?? '').join(' '),
  );
  const [first] = passages;
  const last = passages.at(-1);
  return {
    text: paragraphs.join('\n\n'),
    paragraphs,
    start: first ? originOf(blocks[first.block], first.start) : 0,
    end: last ? originOf(blocks[last.block], last.end) : 0,
  };
}

function originOf(block: Block | undefined, at: number): number {
  return block?.origins[at] ?? block?.end ?? 0;
}
