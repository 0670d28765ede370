import { about, SUMMARY } from './places.ts';
import type { Rule } from './rule.ts';

export const summaryMissing: Rule = {
  id: 'summary-missing',
  severity: 'warning',
  about: 'There is no summary: lists, feeds and shared links have only the title to show.',
  fires: { summary: null },
  passes: { summary: 'The bridge is open again, a week early.' },
  find: ({ summary }) => (summary === null ? [about(SUMMARY, 'There is no summary.')] : []),
};
