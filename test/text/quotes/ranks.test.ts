import { describe, expect, it } from 'vitest';
import { rankLength } from '../../../src/text/quotes/tables/ranks.ts';
import { serviceOfRank } from '../../../src/text/quotes/tables/services.ts';

describe('a rank before a name', () => {
  it.each([
    ...[
      'PC',
      'PCSO',
      'DCI',
      'T/DCI',
      'A/Insp',
      'Det Insp',
      'Det/Sgt',
      'Ch Supt',
      'Chief Constable',
      'Special Sergeant',
    ],
    ...[
      'Temporary Detective Chief Inspector',
      'Sub-Lieutenant',
      'Lieutenant-Colonel',
      'Brigade Manager',
      'Divisional Officer',
    ],
    ...['Police Community Support Officer', 'Chief Fire Officer', 'Station Manager', 'Firefighter', 'Watch Commander'],
    ...['Cllr', 'Cllr.', 'Councillor', 'Cllr Mrs', 'Cllr Dr', 'Rt Hon', 'The Right Honourable', 'Sir', 'Dame', 'Lady'],
    ...['His Honour Judge', 'District Judge', 'Mr Justice', 'HHJ', 'Rev', 'Rev Canon', 'The Rt Revd', 'Archdeacon'],
    ...[
      'Lt Col',
      'Major General',
      'Wing Commander',
      'Warrant Officer Class 1',
      'Leading Chef',
      'Staff Sergeant',
      'Dr',
      'Professor',
    ],
    ...['L/Cpl', 'LBdr', 'Spr', 'Gnr', 'Tpr', 'Rfn', 'Cfn', 'C/Sgt', 'CSgt', 'S/Sgt', 'Sgt Maj', '2nd Lt', 'Mne'],
    ...['Fg Off', 'Plt Off', 'Gp Capt', 'Air Cdre', 'Cdre', 'RAdm', 'Lance Corporal of Horse', 'C/Supt', 'D/Ch/Supt'],
    ...['Mr', 'Ms', 'detective constable', 'Arolygydd', 'Preb'],
  ])('may be %j', (rank) => {
    const words = rank.split(' ');
    expect(rankLength([...words, 'Shaw'], 0)).toBe(words.length);
  });

  it.each([
    'Di',
    'Chief Executive',
    'Deputy Mayor',
    'Assistant Director',
    'father',
    'Police',
    'Officer',
    'a private',
    'Shaw',
  ])('is not %j', (words) => {
    expect(rankLength(words.split(' '), 0)).toBe(0);
  });
});

describe('the service that a rank belongs to', () => {
  it.each([
    ['Sergeant', 'police'],
    ['C/Supt', 'police'],
    ['Staff Sergeant', 'forces'],
    ['S/Sgt', 'forces'],
    ['L/Cpl', 'forces'],
    ['Gp Capt', 'forces'],
    ['WO2', 'forces'],
    ['Watch Manager', 'fire'],
  ])('of a %s is %s', (rank, service) => {
    expect(serviceOfRank(rank)).toBe(service);
  });
});
