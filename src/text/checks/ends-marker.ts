import type { Block } from '../block.ts';
import { inBody } from './places.ts';
import type { Rule } from './rule.ts';

/** `ENDS`, `- ends -`, `***ENDS***`, `-30-`. */
const MARKER = /^[^\p{L}\p{N}]*(?:ends?|(?<=[-–— ])30(?=[-–— ]))[^\p{L}\p{N}]*$/iu;

export const endsMarker: Rule = {
  id: 'ends-marker',
  severity: 'warning',
  about: 'A line says ENDS: a mark between a press office and a newsroom, which readers do not need.',
  fires: { body: 'The road is open again.\n\nENDS' },
  passes: { body: 'The road is open again.\n\nThe diversion ends on Friday.' },
  find: ({ prose, markdown }) =>
    prose
      .filter(({ text }) => text.length < 20 && MARKER.test(text))
      .map((block, index) => {
        const [start, end] = lineOf(markdown, block);
        const isSecond = index > 0 ? ' There are two: is this two releases? Make each one of its own.' : '';
        const message = `“${block.text}” is for newsrooms, not for readers.${isSecond}`;
        return inBody(start, end, message, block.kind === 'table-cell' ? null : '');
      }),
};

/** The line with its bullet, its signs of a heading and its stars, of which nothing may stay behind. */
function lineOf(markdown: string, { start, end }: Block): [number, number] {
  const next = markdown.indexOf('\n', end);
  return [markdown.lastIndexOf('\n', start - 1) + 1, next === -1 ? markdown.length : next];
}
