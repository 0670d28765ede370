import type { Rule } from './rule.ts';
import { aboutSpeakers } from './speakers.ts';

export const officialAmbiguous: Rule = {
  id: 'official-ambiguous',
  severity: 'warning',
  about: 'Somebody is quoted whom nobody knows by this name, and who may be somebody whom the register has.',
  fires: {
    body: 'Inspector Jo Marsh said: "The road is open again, and the buses run as before."',
    speakers: { 'Jo Marsh': { isKnown: false, rank: null, likely: ['Joanna Marsh'] } },
  },
  passes: {
    body: 'Inspector Jo Marsh said: "The road is open again, and the buses run as before."',
    speakers: { 'Jo Marsh': { isKnown: true, rank: 'Inspector', likely: ['Joanna Marsh'] } },
  },
  find: (reading) =>
    aboutSpeakers(reading, (name, { isKnown, likely }) =>
      isKnown || likely.length === 0 ? undefined : `${name} may be ${likely.join(' or ')}.`,
    ),
};
