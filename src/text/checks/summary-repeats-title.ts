import { about, SUMMARY } from './places.ts';
import type { Rule } from './rule.ts';
import { wordsOf } from './words.ts';

export const summaryRepeatsTitle: Rule = {
  id: 'summary-repeats-title',
  severity: 'warning',
  about: 'The summary says nothing but the title again.',
  fires: { title: 'Wern Bridge is open again', summary: 'Wern bridge is open again.' },
  passes: { title: 'Wern Bridge is open again', summary: 'It opened a week early, after repairs to two arches.' },
  find: ({ title, summary }) =>
    summary !== null && key(summary) === key(title) ? [about(SUMMARY, 'The summary is the title again.')] : [],
};

function key(text: string): string {
  return wordsOf(text.replaceAll('’', "'")).join(' ').toLowerCase();
}
