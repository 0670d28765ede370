import { describe, expect, it } from 'vitest';
import { isCalledAfter } from '../../../src/text/quotes/employers/called-after.ts';

describe('an address called after a body', () => {
  it.each([
    ['marlshirehealthcareft', 'Marlshire Healthcare NHS Foundation Trust'],
    ['nwkestrelft', 'North West Kestrel NHS Foundation Trust'],
    ['biphmd', 'Bwrdd Iechyd Prifysgol Hendre Marl Dyfrdwy'],
    ['wmca', 'West Marl Combined Authority'],
    ['kha', 'Kestrel Housing Association'],
    ['tworiversicb', 'Two Rivers Integrated Care Board'],
    ['marl-tc', 'Marl Town Council'],
    ['kestrelhospitals', 'Kestrel Hospitals NHS Trust'],
    ['porthmarllifeboat', 'Porthmarl Independent Lifeboat'],
    ['tanglannaumarl', 'Gwasanaeth Tân ac Achub Glannau Marl'],
    ['southernfiscal', 'Southern Fiscal Service'],
    ['marlrotary', 'Marl Rotary Club'],
  ])('%s is %s', (label, name) => {
    expect(isCalledAfter(label, name)).toBe(true);
  });

  it.each([
    ['northmarl', 'North Marl Youth Justice Service'],
    ['marl', 'Marl Borough Council'],
    ['kestrelhospitals', 'Marl Hospitals NHS Trust'],
    ['school', 'School Council'],
  ])('%s is not %s', (label, name) => {
    expect(isCalledAfter(label, name)).toBe(false);
  });
});
