import { describe, expect, it } from 'vitest';
import { isGeneric, isOrganisation } from '../../../src/text/quotes/tables/organisations.ts';

describe('an organisation', () => {
  it.each([
    ...[
      'Fenwick Borough Council',
      'network rail',
      'Fenwick community policing team',
      'Office of the Police and Crime Commissioner',
    ],
    ...['CPS', 'CPS East of England', 'Age UK', 'NHS England', 'Department for Work and Pensions', 'Heddlu Gwent'],
    ...['Citizens Advice', "Barnardo's", 'Hallowby CID', 'University of Ouseshire', 'Crown Prosecution Service'],
  ])('is %s', (name) => {
    expect(isOrganisation(name.split(' '))).toBe(true);
  });

  it.each([
    'Community Safety',
    'Fenwick',
    'Housing, Planning',
    'Police and Crime Commissioner',
    'MP',
    'Mayor of Fenwick',
    '',
  ])('is not %j', (name) => {
    expect(isOrganisation(name.split(' '))).toBe(false);
  });
});

describe('a word that stands for an organisation', () => {
  it.each(['council', 'Force', 'county council', 'housing association'])('is %s', (words) => {
    expect(isGeneric(words.split(' '))).toBe(true);
  });

  it.each(['Marl Council', 'Kestrel Borough Council', 'mayor', 'county'])('is not %s', (words) => {
    expect(isGeneric(words.split(' '))).toBe(false);
  });
});
