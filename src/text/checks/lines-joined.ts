import type { Finding } from '../../domain/check.ts';
import type { Block } from '../block.ts';
import { type Line, linesOf } from './lines.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** What word processors write before a point: the signs of bullets, and an `o` with the space of one behind it. */
const POINT = /^(?:[•·▪▫◦‣⁃●○■□➢✓\uF0A7\uF0B7\uF0D8§][ \t\u00A0]*|o(?:\t|[ \u00A0]{2,}))(?=\S)/u;
const DASH = /^[–—][ \t\u00A0]+(?=\S)/u;
/** `Date: 5 May`. */
const LABEL = /^\p{Lu}[\p{L} ]{1,24}: \S/u;
const ROW = /\S\t+\S/;

export const linesJoined: Rule = {
  id: 'lines-joined',
  severity: 'warning',
  about:
    'Points, rows or lines as a word processor shows them, which are none in markdown: `•` before a point, tabs in a row, `Date:` above `Time:`. Readers get them run together in one paragraph.',
  fires: { body: 'There will be:\n• music by the band\n• food for all\n\nDate: 5 December 2020\nTime: 7.30pm to 10pm' },
  passes: {
    body: 'There will be:\n\n- music by the band\n- food for all\n\nDate: 5 December 2020\\\nTime: 7.30pm to 10pm',
  },
  find: ({ prose }) =>
    prose.flatMap((block) => {
      const lines = linesOf(block);
      return [...pointsIn(block, lines), ...joinedIn(block, lines)];
    }),
};

function pointsIn(block: Block, lines: readonly Line[]): Finding[] {
  if (block.kind === 'heading' || block.kind === 'table-cell') return [];
  // One dash at the beginning of a line may be one of a sentence whose lines were wrapped.
  const hasDashes = lines.filter(({ text }) => DASH.test(text)).length > 1;
  return lines.flatMap(({ text, start }) => {
    const [mark] = POINT.exec(text) ?? (hasDashes ? DASH.exec(text) : null) ?? [];
    if (mark === undefined) return [];
    const message = `“${mark.trim()}” makes no list: begin each point with a hyphen and a space.`;
    return [inBlock(block, start, start + mark.length, message, '- ')];
  });
}

/** Rows of a table without bars, and lines that belong below each other. */
function joinedIn(block: Block, lines: readonly Line[]): Finding[] {
  return [
    ...joined(block, lines, ROW, 'Readers get these rows in one paragraph: write a table, with | between the cells.'),
    ...joined(block, lines, LABEL, 'Readers get these lines in one: end each but the last with a backslash (\\).'),
  ];
}

/** From the first of several lines of a kind to the last, where one of them is joined to a line before it. */
function joined(block: Block, lines: readonly Line[], kind: RegExp, message: string): Finding[] {
  const alike = lines.filter(({ text }) => kind.test(text));
  const last = alike.at(-1);
  const [first, ...others] = alike;
  if (!first || !last || !others.some(({ isJoined }) => isJoined)) return [];
  return [inBlock(block, first.start, last.start + last.text.length, message)];
}
