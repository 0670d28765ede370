import { linesOf } from './lines.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** What a mail has around the release that was sent in it. */
const LEFTOVER = [
  // Whole lines, for a release may quote a letter or thank somebody.
  /^(?:(?:kind(?:est)?|best|warm(?:est)?|many) regards|regards|(?:best|kind) wishes|cofion(?: (?:gorau|cynnes|caredig))?)[,.!]?$/,
  /^get outlook for (?:ios|android|mac)\b/,
  /^-{2,} ?(?:original message|forwarded (?:message|by)|begin forwarded message)\b/,
  /^sent: .*\d/,
  /^subject: (?:re|fw|fwd): /,
  /\bsent from my (?:iphone|ipad|samsung|galaxy|android|blackberry|mobile|phone)\b/,
  /\b(?:this|the) (?:e-?mail|message|communication)(?: and any [^.]{1,60}?)?,? (?:is|are|may be|contains?|may contain) (?:strictly |private and |legally |privileged (?:and|or) )?(?:confidential|privileged|intended (?:only|solely))/,
  /\b(?:not|other than) the (?:intended|named) (?:recipient|addressee)/,
  /\b(?:received?|get) this (?:e-?mail|message) (?:by mistake|in error)/,
  /\bconsider the environment before printing\b/,
];
const PATTERN = new RegExp(LEFTOVER.map(({ source }) => source).join('|'), 'iu');

export const mailLeftover: Rule = {
  id: 'mail-leftover',
  severity: 'warning',
  about:
    'Something of a mail is still there: `Kind regards`, `Sent from my iPhone`, the headers of an answer, the words about confidence. A name and a number that nobody meant to publish often stand below.',
  fires: { body: 'The road is open again.\n\nKind regards,\n\nJo Marsh\n\nThis email is confidential.' },
  passes: { body: 'The road is open again. The council sends its regards, and asked for an email by Friday.' },
  find: ({ prose }) =>
    prose.flatMap((block) =>
      linesOf(block).flatMap(({ text, start }) => {
        const match = PATTERN.exec(text);
        if (!match) return [];
        const from = start + match.index;
        const message = `“${match[0]}” belongs to a mail: take that out, and what stands around it.`;
        return [inBlock(block, from, from + match[0].length, message)];
      }),
    ),
};
