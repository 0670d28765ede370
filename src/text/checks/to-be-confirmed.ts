import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

export const toBeConfirmed: Rule = {
  id: 'to-be-confirmed',
  severity: 'warning',
  about: 'Something is still to be confirmed, in the title, the summary or the body: TBC, TBD, TBA.',
  fires: { title: 'Public meeting in Harrowmere: time TBC', body: 'The meeting is at Harrowmere town hall, time TBC.' },
  passes: { title: 'Public meeting in Harrowmere at 7pm', body: 'The meeting is at Harrowmere town hall at 7pm.' },
  find: (reading) => matchesAnywhere(reading, /\bTB[ACD]\b/g, ([found]) => `${found}: this is still to be said.`),
};
