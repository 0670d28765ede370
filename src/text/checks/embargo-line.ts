import { linesOf } from './lines.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

/** At the beginning of a paragraph or of the title: in a sentence it may be one on arms. */
const EMBARGO =
  /^[^\p{L}\p{N}]*(?:(?:strictly |under (?:strict )?)?embargo(?:ed)?(?:\s*:| [–—-](?= )| until| till)|(?:strictly )?embargoed (?:to|for)|(?:strictly )?not for (?:publication|release|broadcast) (?:before|until|till))(?![\p{L}\p{N}])/iu;
/** A later line may be one of a sentence that is wrapped, unless it is in capitals. */
const IN_CAPITALS = /^[^\p{L}\p{N}]*(?:STRICTLY |UNDER (?:STRICT )?)?EMBARGO(?:ED)?(?![\p{L}\p{N}])/u;

export const embargoLine: Rule = {
  id: 'embargo-line',
  severity: 'error',
  about:
    'A line says that the release is under an embargo. Either that is over, and the line must go; or it is not, and nothing may be public yet: `schedule` keeps an embargo to the millisecond.',
  fires: {
    title: 'EMBARGOED: bridge opens',
    body: 'STRICTLY EMBARGOED UNTIL 00:01 ON FRIDAY 13 NOVEMBER\n\nThe bridge is open.',
  },
  passes: { body: 'The bridge is open. An embargo on the news of it was kept by everybody.' },
  find: ({ lead, prose }) =>
    [...lead, ...prose].flatMap((block) =>
      linesOf(block).flatMap(({ text, start }, index) => {
        const [found] = (index === 0 ? EMBARGO : IN_CAPITALS).exec(text) ?? [];
        if (found === undefined) return [];
        const message = `“${found.trim()}”: schedule the release for the end of its embargo, and take this line out.`;
        return [inBlock(block, start, start + found.length, message)];
      }),
    ),
};
