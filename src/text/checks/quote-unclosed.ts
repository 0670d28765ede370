import type { Finding } from '../../domain/check.ts';
import type { Block } from '../block.ts';
import { matchesOf } from '../matches.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

export const quoteUnclosed: Rule = {
  id: 'quote-unclosed',
  severity: 'warning',
  about:
    'A double quotation mark is opened and never closed, or closed and never opened. A statement of several paragraphs ' +
    'opens one in each and closes it in the last.',
  fires: { body: 'Jo Marsh said: "The road is open again.\n\nThe diversion has been taken down.' },
  passes: { body: 'Jo Marsh said: "The road is open again.\n\n"The diversion has been taken down."' },
  find: ({ lead, prose }) => [...lead.flatMap((passage) => unclosedIn([passage])), ...unclosedIn(prose)],
};

function unclosedIn(blocks: readonly Block[]): Finding[] {
  return blocks.flatMap((block, index) => {
    const { opened, strayClosing } = balanceOf(block);
    if (strayClosing !== undefined && !isInStatement(blocks, index)) {
      return [
        inBlock(
          block,
          strayClosing,
          strayClosing + 1,
          'This quotation mark closes what nothing opened: open it where the statement begins.',
        ),
      ];
    }
    const goesOn = /^\s*["“]/.test(blocks[index + 1]?.text ?? '');
    if (opened === undefined || goesOn) return [];
    return [
      inBlock(block, opened, opened + 1, 'This quotation mark is never closed: close it where the statement ends.'),
    ];
  });
}

interface Balance {
  /** Offset of the mark that is still open at the end. */
  readonly opened: number | undefined;
  /** Offset of a mark that closes without one that opens. */
  readonly strayClosing: number | undefined;
}

/** Straight marks take turns; a mark behind a number is a measure in inches and counts for nothing. */
function balanceOf({ text }: Block): Balance {
  let opened: number | undefined;
  let strayClosing: number | undefined;
  for (const { 0: mark, index } of matchesOf(text, /["“”]/g)) {
    if (mark === '"' && isMeasure(text.slice(Math.max(0, index - 6), index), opened !== undefined)) continue;
    const opens = mark === '“' || (mark === '"' && opened === undefined && !closes(text, index));
    if (opens) opened ??= index;
    else if (opened === undefined) strayClosing ??= index;
    else opened = undefined;
  }
  return { opened, strayClosing };
}

/** Inches behind feet are a measure anywhere, a number alone where no statement is open. */
function isMeasure(before: string, isOpen: boolean): boolean {
  return /\d['’′] ?\d{1,2}$/.test(before) || (!isOpen && /\d$/.test(before));
}

/** Whether a straight mark can only close: something stands before it and nothing behind it. */
function closes(text: string, at: number): boolean {
  return /\S/.test(text[at - 1] ?? ' ') && /[\s.,;:!?)]/.test(text[at + 1] ?? ' ');
}

/** Whether the paragraph before leaves a statement open that this one may close without opening it again. */
function isInStatement(blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1];
  return before !== undefined && balanceOf(before).opened !== undefined;
}
