import { about, SUMMARY } from './places.ts';
import type { Rule } from './rule.ts';

/** What stands where a form would not be left empty. */
const NOTHING_SAID = /^(?:\P{L}*|\W*(?:n\/?a|none|null|nil|tb[ac]|summary|description|to follow)\W*)$/iu;

export const summaryMissing: Rule = {
  id: 'summary-missing',
  severity: 'warning',
  about: 'There is no summary, or one that says nothing: lists, feeds and shared links have only the title to show.',
  fires: { summary: '-' },
  passes: { summary: 'The bridge is open again, a week early.' },
  find: ({ summary }) => (NOTHING_SAID.test(summary ?? '') ? [about(SUMMARY, 'There is no summary.')] : []),
};
