import { inField } from './places.ts';
import type { Rule } from './rule.ts';

export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  severity: 'warning',
  about: 'A weekday, a date and the date of the release do not fit each other, or the calendar has no such day.',
  fires: { date: '2020-11-12', body: 'Yesterday (Tuesday), the bridge was opened.' },
  passes: {
    date: '2020-11-12',
    body: 'Yesterday (Wednesday), the bridge was opened, as planned on Friday (30 October).',
  },
  find: ({ dates }) =>
    dates.flatMap(({ fault, pointer, text, start, end, resolved }) =>
      fault === 'weekday' ? [inField(pointer, start, end, `“${text}” does not fit${whatItIs(resolved)}.`)] : [],
    ),
};

function whatItIs(resolved: string | null): string {
  if (resolved === null) return ': the calendar has no such day';
  const [from = resolved] = resolved.split('/');
  // Made here: it takes longer to make than most releases to check, and hardly one has such a fault.
  const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  return `: seen from the date of the release, that is ${longDay.format(new Date(from)).replace(',', '')}`;
}
