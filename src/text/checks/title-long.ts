import { charactersIn, isWithin } from '../../domain/characters.ts';
import { about, TITLE } from './places.ts';
import type { Rule } from './rule.ts';

/** Characters; search engines and feed readers cut what is longer. */
const LONGEST_TITLE = 100;

export const titleLong: Rule = {
  id: 'title-long',
  severity: 'notice',
  about: `The title has more than ${LONGEST_TITLE} characters.`,
  fires: {
    title:
      'Residents of three villages asked for their views on plans for a new crossing, a wider footpath and a lower speed limit',
  },
  passes: { title: 'Villages asked for their views on a new crossing' },
  find: ({ title }) =>
    isWithin(title, LONGEST_TITLE)
      ? []
      : [
          about(
            TITLE,
            `The title has ${charactersIn(title)} characters; what is behind ${LONGEST_TITLE} is often cut off.`,
          ),
        ],
};
