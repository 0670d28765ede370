import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

/** What templates have where something was to be filled in. */
const LEFTOVER = new RegExp(
  [
    /\[(?:insert|enter|add|delete|name|date|time|place|location|title|quote|rank|number|link|url|tb[cd]|x{2,})\b[^\]\n]{0,80}\]/,
    /<(?:insert|enter|add|name|date|time|place|location|quote)\b[^>\n]{0,80}>/,
    /\{\{[^{}\n]{0,80}\}\}/,
    /\bx{3,}\b/,
    /\blorem ipsum\b/,
    /\bdelete as appropriate\b/,
    /_{4,}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

export const templateLeftover: Rule = {
  id: 'template-leftover',
  severity: 'error',
  about:
    'Something of a template is still there, in the title, the summary or the body: `[INSERT NAME]`, `XXXX`, `{{date}}`, lorem ipsum.',
  fires: {
    title: 'Road through [INSERT PLACE] is open again',
    summary: 'Lorem ipsum dolor sit amet.',
    body: 'Inspector [INSERT NAME] said that the road was open again.',
  },
  passes: {
    title: 'Road [A19] is open again',
    summary: 'It was closed for a week.',
    body: 'Inspector Jo Marsh said that the road [the A19] was open again.',
  },
  find: (reading) => matchesAnywhere(reading, LEFTOVER, ([found]) => `“${found}” looks like a part of a template.`),
};
