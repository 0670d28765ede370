import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** Name, rank, role and organisation of the one who is said to speak. */
function read(attribution: string): string {
  const told = `${attribution.charAt(0).toUpperCase()}${attribution.slice(1)} said: “We looked at eleven sites.”`;
  const { name, rank, role, organisation } = extractStatements(blocksOf(told), NOTHING_KNOWN)[0]?.attribution ?? {};
  return [name, rank, role, organisation].map((each) => each ?? '-').join(' | ');
}

const ASIDES = [
  'Commenting on the news, ',
  'Welcoming the report, ',
  'Speaking after the hearing, ',
  'After the vote, ',
  'Yesterday, ',
  'In a statement, ',
  'Meanwhile, ',
  'Following the sentencing, ',
];

const ATTRIBUTIONS = [
  ["Pellfast's chief executive, Amy Lee,", 'Amy Lee | - | chief executive | Pellfast'],
  ["Pellfast's founder and chief executive, Amy Lee,", 'Amy Lee | - | founder and chief executive | Pellfast'],
  ['Pellfast chief executive Amy Lee', 'Amy Lee | - | chief executive | Pellfast'],
  ["the trust's deputy chair and finance lead, Amy Lee,", 'Amy Lee | - | deputy chair and finance lead | -'],
  [
    "Marl Council's leader and Cabinet Member for Finance, Councillor Amy Lee,",
    'Amy Lee | Councillor | leader and Cabinet Member for Finance | Marl Council',
  ],
  ['Police and Crime Commissioner Amy Lee', 'Amy Lee | - | Police and Crime Commissioner | -'],
  ["Marl Police's Detective Inspector Amy Lee", 'Amy Lee | Detective Inspector | - | Marl Police'],
  ['Amy Lee, founder of Spoon & Ladle,', 'Amy Lee | - | founder | Spoon & Ladle'],
] as const;

describe.each(ATTRIBUTIONS)('%s', (attribution, expected) => {
  it.each(['', ...ASIDES])('behind “%s”', (aside) => {
    expect(read(aside + attribution)).toBe(expected);
  });
});

describe('an aside that says where or for whom', () => {
  it.each([
    ['At the Kestrel Trust, director Amy Lee', 'Amy Lee | - | director | Kestrel Trust'],
    ['Speaking for the Marl Association, secretary Amy Lee', 'Amy Lee | - | secretary | Marl Association'],
    ['The work began in May, and director Amy Lee', 'Amy Lee | - | director | -'],
  ])('%s', (attribution, expected) => {
    expect(read(attribution)).toBe(expected);
  });
});
