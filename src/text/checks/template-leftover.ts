import type { Block } from '../block.ts';
import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

/** What templates have where something was to be filled in, and drafts where something was to be decided. */
const LEFTOVER = [
  /\[(?:insert|enter|add|delete|name|date|time|place|location|title|quote|rank|number|link|url|tb[cd]|x{2,})\b[^\]\n]{0,80}\]/,
  /<(?:insert|enter|add|name|date|time|place|location|quote)\b[^>\n]{0,80}>/,
  /\(insert [^)\n]{1,80}\)/,
  /\{\{[^{}\n]{0,80}\}\}/,
  /\bxx\/xx(?:\/[x\d]{2,4})?\b/,
  /\bx{3,}\b/,
  /\b(?:cllr|councillor|inspector|insp|sergeant|sgt|mr|mrs|ms|dr) x\b/,
  /\bdd\/mm\/yy(?:yy)?\b/,
  /\blorem ipsum\b/,
  /\bdelete as appropriate\b/,
  /\bclick or tap (?:here )?to enter (?:text|a date)\b/,
  /\b(?:quote|name|details|photo|figures?) to (?:follow|be (?:added|confirmed|inserted|supplied))\b/,
  /\b(?:firstname (?:surname|lastname)|your (?:text|headline) here)\b/,
  /_{4,}/,
  // Changes and comments of a word processor that came along with the text.
  /\[(?:deleted|inserted|comment(?:ed)?)\b[^\]\n]{0,80}\]/,
  /\bcomment(?:ed)? \[[a-z]{1,4}\d{1,3}\]/,
];
/** What is one in capital letters only. */
const CAPITALS = [/(?<![\p{L}\p{N}])£?X[X,]*X\b/u, /\bINSERT [A-Z]{3,}\b/u];
/** A word before a number of the Romans: `Super Bowl XX`. */
const NUMBERED = /\p{Lu}\p{Ll}+ $/u;

const PATTERN = new RegExp(
  `${LEFTOVER.map(({ source }) => source).join('|')}|(?<capitals>${CAPITALS.map(({ source }) => source).join('|')})`,
  'giu',
);

/** What every one of them has: hardly a text has anything of it. */
const SIGN =
  /[[<{_]|(?<![a-z])x|xx|insert|dd\/mm|lorem|delete as|click or|to (?:follow|be )|firstname|your (?:text|headline)/iu;

export const templateLeftover: Rule = {
  id: 'template-leftover',
  severity: 'error',
  about:
    'Something of a template or a draft is still there, in the title, the summary or the body: `[INSERT NAME]`, `XXXX`, `{{date}}`, lorem ipsum, `Comment [JM1]`.',
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
  find: ({ lead, prose }) =>
    matchesAnywhere({ lead: lead.filter(hasSign), prose: prose.filter(hasSign) }, PATTERN, (match) =>
      isInnocent(match) ? undefined : `“${match[0]}” looks like a part of a template.`,
    ),
};

function hasSign({ text }: Block): boolean {
  return SIGN.test(text);
}

function isInnocent({ 0: found, groups, index, input }: RegExpExecArray): boolean {
  if (groups?.['capitals'] === undefined) return false;
  const isNumber = found.startsWith('X') && NUMBERED.test(input.slice(Math.max(0, index - 20), index));
  return isNumber || (found !== found.toUpperCase() && !/x{3}/i.test(found));
}
