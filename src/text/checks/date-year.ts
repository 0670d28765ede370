import { inField } from './places.ts';
import type { Rule } from './rule.ts';

export const dateYear: Rule = {
  id: 'date-year',
  severity: 'warning',
  about: 'A date fits its weekday and its sentence in another year only: the slip of every January.',
  fires: { date: '2021-01-05', body: 'The bridge will open on 12 February 2020.' },
  passes: { date: '2021-01-05', body: 'The bridge will open on 12 February 2021; it was closed on 3 March 2019.' },
  find: ({ dates }) =>
    dates.flatMap(({ fault, pointer, text, start, end, rightYear }) =>
      fault === 'year'
        ? [
            inField(
              pointer,
              start,
              end,
              `“${text}”: the year may be ${rightYear}.`,
              text.replace(/\b[12]\d{3}\b/, `${rightYear}`),
            ),
          ]
        : [],
    ),
};
