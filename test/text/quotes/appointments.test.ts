import { describe, expect, it } from 'vitest';
import { readSubject } from '../../../src/text/quotes/speaker/read-speaker.ts';

const postOf = (text: string): readonly (string | null | undefined)[] => {
  const { speaker } = readSubject(text) ?? {};
  return [speaker?.name, speaker?.role, speaker?.organisation];
};

describe('a post that a sentence tells', () => {
  it.each([
    [
      'Jo Bell left the Army in 2017, and is now parks supervisor at Marl Borough Council.',
      'parks supervisor',
      'Marl Borough Council',
    ],
    [
      'Jo Bell took over as chief executive of Kestrel Homes last year, and promised more.',
      'chief executive',
      'Kestrel Homes',
    ],
    [
      'Jo Bell came to Marl Hospitals NHS Trust as director of midwifery in May.',
      'director of midwifery',
      'Marl Hospitals NHS Trust',
    ],
    [
      'Jo Bell joined the Kestrel Housing Association in May as head of repairs.',
      'head of repairs',
      'Kestrel Housing Association',
    ],
    ['Jo Bell was appointed Dean of Marl in June.', 'Dean of Marl', null],
    [
      'Jo Bell, who will be the founding Dean of Music at the University of Marl.',
      'founding Dean of Music',
      'University of Marl',
    ],
    ['Jo Bell came ashore at Marl after nine hours.', null, null],
    ['The Marl Trust’s head of transport is Jo Bell.', 'head of transport', 'Marl Trust'],
    ['Jo Bell became chair of the Marl Tenants’ Forum in 2019.', 'chair', 'Marl Tenants’ Forum'],
    ['Jo Bell has been a Clinical Team Leader since 2009.', 'Clinical Team Leader', null],
    [
      'Jo Bell, of the Major Crime Team, was the Senior Investigating Officer.',
      'Senior Investigating Officer',
      'Major Crime Team',
    ],
    ['Jo Bell, of the rural team, was the officer who knocked.', null, 'rural team'],
    ['Jo Bell described it as the manager did.', null, null],
  ])('%s', (text, role, organisation) => {
    expect(postOf(text)).toEqual(['Jo Bell', role, organisation]);
  });
});

describe('a post that two people hold', () => {
  it.each([
    ["Shelley Bright and Mo Farouk, co-chairs of Marl Tenants' Voice,", 'co-chairs', "Marl Tenants' Voice"],
    [
      'Joyce Abbott and Len Carr, joint secretaries of the Marl Residents’ Association,',
      'joint secretaries',
      'Marl Residents’ Association',
    ],
    [
      'Dr Jo Bell and Dr Tom Rowe, joint clinical leads of Marl Primary Care Network,',
      'joint clinical leads',
      'Marl Primary Care Network',
    ],
    ['Ann Bell and Tom Rowe, the directors at Kestrel Homes,', 'directors', 'Kestrel Homes'],
    ['Ann Bell and Tom Rowe, who live next door,', null, null],
    ['Ann Bell and Tom Rowe, neighbours of the house,', null, null],
  ])('%s', (text, role, organisation) => {
    expect(postOf(text).slice(1)).toEqual([role, organisation]);
  });
});
