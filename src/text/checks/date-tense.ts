import { inField } from './places.ts';
import type { Rule } from './rule.ts';

export const dateTense: Rule = {
  id: 'date-tense',
  severity: 'warning',
  about: 'A sentence says that something will be on a day that has passed, or was on a day still to come.',
  fires: { date: '2020-11-12', body: 'The meeting will take place at the town hall on 9 November.' },
  passes: { date: '2020-11-12', body: 'The meeting will take place at the town hall on 19 November.' },
  find: ({ dates }) =>
    dates.flatMap(({ fault, pointer, tense, text, start, end }) =>
      fault === 'tense'
        ? [
            inField(
              pointer,
              start,
              end,
              `“${text}” ${tense === 'over' ? 'is still to come' : 'has passed'} on the date of the release: is it the day that is wrong, or the tense?`,
            ),
          ]
        : [],
    ),
};
