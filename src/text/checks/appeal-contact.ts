import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

const APPEAL =
  /\bappeal(?:s|ed|ing)? for (?:any )?(?:witnesses|information|help|footage)\b|\banyone (?:who (?:saw|witnessed|recognises|knows|(?:may have|has) (?:seen|any|information|dash|footage|witnessed)|was (?:in the area|driving|there|nearby))|with (?:any )?(?:information|footage))\b/i;
const REFERENCE =
  /\b(?:reference|ref|quoting|quote|incident|crime (?:number|no)|log|occurrence|case)\b[^.]{0,40}\d|\bOp(?:eration)? \p{Lu}/u;
const CRIMESTOPPERS = /\bcrimestoppers\b|\b0800 ?555 ?111\b/i;

export const appealContact: Rule = {
  id: 'appeal-contact',
  severity: 'warning',
  about:
    'An appeal for witnesses or information names no reference to quote, or not Crimestoppers (which a search for somebody missing does not need).',
  fires: { body: 'Anyone with information is asked to call 101.' },
  passes: {
    body: 'Anyone with information is asked to call 101, quoting reference 40/1234/25, or Crimestoppers on 0800 555 111.',
  },
  find: ({ prose, title }) => {
    const block = prose.find(({ text }) => APPEAL.test(text));
    const appeal = block && APPEAL.exec(block.text);
    if (!appeal) return [];
    const missing = [
      ...(prose.some(({ text }) => REFERENCE.test(text)) ? [] : ['no reference to quote']),
      ...(isAboutMissing(title) || prose.some(({ text }) => CRIMESTOPPERS.test(text))
        ? []
        : ['no word of Crimestoppers']),
    ];
    if (missing.length === 0) return [];
    return [inBlock(block, appeal.index, appeal.index + appeal[0].length, `An appeal with ${missing.join(' and ')}.`)];
  },
};

/** Whoever looks for a missing person looks for no offender. */
function isAboutMissing(title: string): boolean {
  return /\bmissing\b/i.test(title);
}
