import { charactersIn, isWithin } from '../../domain/characters.ts';
import { about, SUMMARY } from './places.ts';
import type { Rule } from './rule.ts';

/** Characters; what lists, search engines and shared links show of a summary. */
const LONGEST_SUMMARY = 300;

export const summaryLong: Rule = {
  id: 'summary-long',
  severity: 'notice',
  about: `The summary has more than ${LONGEST_SUMMARY} characters.`,
  fires: { summary: `${'The bridge is open again, a week early. '.repeat(8)}Thank you for your patience.` },
  passes: { summary: 'The bridge is open again, a week early.' },
  find: ({ summary }) =>
    summary === null || isWithin(summary, LONGEST_SUMMARY)
      ? []
      : [about(SUMMARY, `The summary has ${charactersIn(summary)} characters; ${LONGEST_SUMMARY} are enough.`)],
};
