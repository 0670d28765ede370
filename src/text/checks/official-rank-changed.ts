import type { Rule } from './rule.ts';
import { aboutSpeakers } from './speakers.ts';

export const officialRankChanged: Rule = {
  id: 'official-rank-changed',
  severity: 'notice',
  about: 'Somebody has another rank than in the newest public release that quotes them: a promotion, or a slip.',
  fires: {
    body: 'Inspector Jo Marsh said: "The road is open again, and the buses run as before."',
    speakers: { 'Jo Marsh': { isKnown: true, rank: 'Sergeant', likely: [] } },
  },
  passes: {
    body: 'Inspector Jo Marsh said: "The road is open again, and the buses run as before."',
    speakers: { 'Jo Marsh': { isKnown: true, rank: 'Temp Insp', likely: [] } },
  },
  find: (reading) =>
    aboutSpeakers(reading, (name, known, rank) =>
      rank === null || known.rank === null || rankKey(rank) === rankKey(known.rank)
        ? undefined
        : `${name} was ${known.rank} when last quoted: a promotion, or a slip?`,
    ),
};

const FULL: Readonly<Record<string, string>> = {
  ch: 'chief',
  cllr: 'councillor',
  cpl: 'corporal',
  dc: 'detective constable',
  dci: 'detective chief inspector',
  det: 'detective',
  di: 'detective inspector',
  dr: 'doctor',
  ds: 'detective sergeant',
  insp: 'inspector',
  lt: 'lieutenant',
  pc: 'constable',
  police: '',
  prof: 'professor',
  ps: 'sergeant',
  sgt: 'sergeant',
  supt: 'superintendent',
};
/** A rank for a time is that rank. */
const FOR_A_TIME = /^(?:temporary|temp|acting|t|a)[ /]+/;

/** A rank as it compares: written out, in lower case. */
function rankKey(rank: string): string {
  const words = rank.toLowerCase().replaceAll('.', '').replace(FOR_A_TIME, '').split(/\s+/);
  return words
    .map((word) => FULL[word] ?? word)
    .filter((word) => word !== '')
    .join(' ');
}
