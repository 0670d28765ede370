import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

export const toBeConfirmed: Rule = {
  id: 'to-be-confirmed',
  severity: 'warning',
  about: 'Something is still to be confirmed: TBC, TBD, TBA.',
  fires: { body: 'The meeting is at Harrowmere town hall, time TBC.' },
  passes: { body: 'The meeting is at Harrowmere town hall at 7pm.' },
  find: ({ prose }) => matchesIn(prose, /\bTB[ACD]\b/g, ([found]) => `${found}: this is still to be said.`),
};
