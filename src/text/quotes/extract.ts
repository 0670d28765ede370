import type { Block } from '../block.ts';
import { type Attributed, attribute } from './attribute.ts';
import { type About, NOTHING_KNOWN } from './employers/publisher.ts';
import type { FoundStatement } from './found.ts';
import { withInitialsApart, withInitialsBack } from './initials.ts';
import { withoutEvidence } from './statements/evidence.ts';
import { linesAsBlocks } from './statements/lines.ts';
import { mendedBlocks } from './statements/mended.ts';
import { findPassages, type Passage } from './statements/passages.ts';
import { withoutPullQuotes, withoutRepeats } from './statements/pull-quotes.ts';
import { type Draft, joinStatements } from './statements/statements.ts';
import { withUnmarked } from './statements/unmarked.ts';

/**
 * The statements of a release, in the order of the text, never overlapping: what stands in quotation marks (or in a
 * quoted block) and is somebody's statement, with who says so. Linear in the text; the same blocks give the same answer.
 */
export function extractStatements(body: readonly Block[], about: About = NOTHING_KNOWN): FoundStatement[] {
  const read = withInitialsApart(body);
  const whole = linesAsBlocks(mendedBlocks(read));
  const found = findPassages(whole);
  const blocks = withoutRepeats(whole, found);
  const joined = joinStatements(blocks, withUnmarked(blocks, blocks === whole ? found : findPassages(blocks)));
  const drafts = withoutPullQuotes(blocks, withoutEvidence(blocks, joined));
  const attributions = attribute(blocks, drafts, about);
  const said = drafts.flatMap((draft, index): Said[] => {
    const attributed = attributions[index];
    return attributed ? [{ ...draft, attributed }] : [];
  });
  const statements = joinedBySpeaker(said).map(({ passages, attributed }) => ({
    ...quoted(blocks, passages),
    ...attributed,
  }));
  return read === body ? statements : statements.map(withInitialsBack);
}

interface Said extends Pick<Draft, 'passages' | 'after'> {
  readonly attributed: Attributed;
}

/** `Later she told them: “A.”`, and below it `“B,” added the Archdeacon.`: one statement, once it is known that both are the same person. */
function joinedBySpeaker(said: readonly Said[]): readonly Said[] {
  const joined: Said[] = [];
  for (const each of said) {
    const last = joined.at(-1);
    const { name } = each.attributed.attribution;
    const isSame = name !== null && name === last?.attributed.attribution.name;
    if (last && isSame && each.after !== undefined && each.after === last.passages.at(-1))
      joined[joined.length - 1] = { ...last, passages: [...last.passages, ...each.passages] };
    else joined.push(each);
  }
  return joined;
}

function quoted(
  blocks: readonly Block[],
  passages: readonly Passage[],
): Pick<FoundStatement, 'text' | 'paragraphs' | 'start' | 'end'> {
  const byBlock = Map.groupBy(passages, (passage) => passage.block);
  const paragraphs = [...byBlock].map(([block, within]) => joinedText(blocks[block]?.text ?? '', within));
  const [first] = passages;
  const last = passages.at(-1);
  return {
    text: paragraphs.join('\n\n'),
    paragraphs,
    start: first ? originOf(blocks[first.block], first.start) : 0,
    end: last ? originOf(blocks[last.block], last.end) : 0,
  };
}

/** The comma of `"A," said X. "B."` belongs to the narration: it stands for a full stop, or inside a sentence for nothing. */
function joinedText(text: string, passages: readonly Passage[]): string {
  const pieces = passages.map(({ start, end }) => text.slice(start, end));
  const ended = pieces.map((piece, at) => {
    const next = pieces[at + 1] ?? '';
    const isOpen = /[\p{L}\p{N})]$/u.test(piece.slice(-2));
    const between = text.slice(passages[at]?.outerEnd, passages[at + 1]?.outerStart);
    const isNew = /^[\p{Lu}\d]/u.test(next) && (!/^I\b/.test(next) || /[.!?:]\s*$/.test(between));
    return isOpen && isNew ? `${piece}.` : piece;
  });
  return ended.join(' ');
}

function originOf(block: Block | undefined, at: number): number {
  return block?.origins[at] ?? block?.end ?? 0;
}
