import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

const ELEMENTS = [
  'a|b|blockquote|br|button|center|div|em|figcaption|figure|font|form|h[1-6]|hr|i|iframe|img|input|li|o:p|ol|p|s|script',
  'section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video',
].join('|');
/** Those that editors and mail programs write for spaces, marks, signs and letters. */
const ENTITIES =
  'amp|apos|bull|cent|copy|deg|euro|gt|hellip|[lr]aquo|[lr][sd]quo|lt|[mn]dash|middot|nbsp|pound|quot|reg|shy|trade|[a-z](?:acute|circ|grave|uml)';
/**
 * What other kinds of markdown know (words that are struck out, notes below the text, a heading whose space is missing), and
 * marks that are none where they stand: stars with a space on their inner side, stars and links in the title or the summary.
 */
const MARKS = [
  '~~[^~]{1,500}~~',
  '\\[\\^[\\w-]{1,40}\\]',
  '^#{2,6}(?=\\p{L})',
  '(?<![*\\p{L}\\p{N}])\\*\\*(?!\\*)',
  '(?<!\\*)\\*\\*(?![*\\p{L}\\p{N}])',
  '\\[[^\\]\\n]{1,200}\\]\\((?:https?:|mailto:)[^)\\s]{0,500}\\)',
];
/** Of a body, entities are characters already when this reads it. */
const MARKUP = new RegExp(
  `</?(?:${ELEMENTS})(?:\\s[^<>]{0,500})?/?>|<!--|&(?:${ENTITIES}|#\\d{2,6}|#x[\\da-f]{2,5});|${MARKS.join('|')}`,
  'giu',
);

export const markupShown: Rule = {
  id: 'markup-shown',
  severity: 'warning',
  about:
    'HTML stands in the title, the summary or the body, or marks that are none in markdown here, where readers are shown them as text: `<p>`, `<br/>`, `&nbsp;`, `~~struck out~~`, `[^1]`, `**` in the title. Told once for each paragraph.',
  fires: {
    title: 'Inspector&#8217;s thanks after &pound;500 find',
    summary: '<span>The money was handed in.</span>',
    body: '<p class="MsoNormal">The money was handed in.</p>\n\nIt was in a bag.<br/>It is in a safe.\n\nIt opens on ~~Monday~~ Tuesday.',
  },
  passes: {
    title: 'Inspector’s thanks after £500 find by R&D team',
    summary: 'The money (< £1,000) was handed in.',
    body: 'The money was handed in at a shop &amp; caf&eacute;. Write to <press@ouseshire.example>.',
  },
  find(reading) {
    const told = new Set<string>();
    return matchesAnywhere(reading, MARKUP, ({ 0: found, input }) => {
      if (told.has(input)) return undefined;
      told.add(input);
      return `Readers are shown “${found}” as it stands.`;
    });
  },
};
