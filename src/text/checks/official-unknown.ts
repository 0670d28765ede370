import type { Rule } from './rule.ts';
import { aboutSpeakers } from './speakers.ts';

export const officialUnknown: Rule = {
  id: 'official-unknown',
  severity: 'notice',
  about: 'Somebody is quoted whom no public release has quoted before and nobody has registered: is the name right?',
  fires: {
    body: 'Inspector Jo Marsh said: "The road is open again, and the buses run as before."',
    speakers: { 'Jo Marsh': { isKnown: false, rank: null, likely: [] } },
  },
  passes: {
    body: 'Inspector Jo Marsh said: "The road is open again, and the buses run as before."',
    speakers: { 'Jo Marsh': { isKnown: true, rank: 'Inspector', likely: [] } },
  },
  find: (reading) =>
    aboutSpeakers(reading, (name, { isKnown, likely }) =>
      isKnown || likely.length > 0 ? undefined : `${name} was never quoted before: is the name right?`,
    ),
};
