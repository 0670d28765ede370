import { describe, expect, it } from 'vitest';
import { openAbbreviations } from '../../../src/text/quotes/employers/abbreviations.ts';

const TEXTS = [
  'The National Harbour Agency (NHA) was there.',
  'So was the East Marl Ambulance Service NHS Trust (“EMAST”).',
  'Marl Water and Sewerage Company (MWSC) spoke of Chemical Oxygen (CO).',
  'Officers of the Harbour Police (BTX) said nothing.',
];
const inFull = openAbbreviations(TEXTS, () => [
  'Kestrel Fire and Rescue Service',
  'Lough Roe Policing and Community Safety Partnership',
  'Marl Council',
]);

describe('an abbreviation', () => {
  it.each([
    ['NHA', 'National Harbour Agency'],
    ['EMAST', 'East Marl Ambulance Service NHS Trust'],
    ['MWSC', 'Marl Water and Sewerage Company'],
    ['KFRS', 'Kestrel Fire and Rescue Service'],
    ['Kestrel NHA', 'Kestrel National Harbour Agency'],
    ['Lough Roe PCSP', 'Lough Roe Policing and Community Safety Partnership'],
  ])('%s stands for %s', (written, name) => {
    expect(inFull(written)).toBe(name);
  });

  it.each(['BTX', 'RNLI', 'Marl RNLI', 'Marl Council', 'CO2', ''])('%j is left as it is', (written) => {
    expect(inFull(written)).toBe(written);
  });
});
