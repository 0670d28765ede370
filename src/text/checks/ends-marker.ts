import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** `ENDS`, `- ends -`, `***ENDS***`, `-30-`. */
const MARKER = /^[^\p{L}\p{N}]*(?:ends?|(?<=[-–— ])30(?=[-–— ]))[^\p{L}\p{N}]*$/iu;

export const endsMarker: Rule = {
  id: 'ends-marker',
  severity: 'warning',
  about: 'A line says ENDS: a mark between a press office and a newsroom, which readers do not need.',
  fires: { body: 'The road is open again.\n\nENDS' },
  passes: { body: 'The road is open again.\n\nThe diversion ends on Friday.' },
  find: ({ prose }) =>
    prose
      .filter(({ text }) => text.length < 20 && MARKER.test(text))
      .map((block) => inBlock(block, 0, block.text.length, `“${block.text}” is for newsrooms, not for readers.`, '')),
};
