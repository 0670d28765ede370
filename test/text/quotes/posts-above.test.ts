import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function rolesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution: { role } }) => role);
}

describe('a post that the sentence before tells without a name', () => {
  it.each([
    ['with which it begins', 'The trust’s chief nurse was delighted.', 'chief nurse'],
    ['of a boat', 'The lifeboat mechanic got there first.', 'lifeboat mechanic'],
    ['what will be', 'The organist will miss it.', 'organist'],
    ['next door', 'Next door the Methodist minister had lent her car park.', 'Methodist minister'],
    ['with what they have', 'The head of parks at the council has seen worse.', 'head of parks'],
    ['to whom something went', 'The award went to the hospital’s longest-serving porter.', 'porter'],
    ['who somebody was', 'Its first guest was a retired bus driver.', 'retired bus driver'],
    ['to whom they wrote', 'They wrote to the vicar.', 'vicar'],
  ])('is that of whoever is first named beside it: %s', (_what, told, role) => {
    expect(rolesIn(`${told} “It is a big one, and we like it,” said Odalys Penn.`)).toEqual([role]);
  });

  it('stands in the paragraph above as well', () => {
    expect(rolesIn('The organist will miss it.\n\n“It is a big one, and we like it,” said Odalys Penn.')).toEqual([
      'organist',
    ]);
  });

  it.each([
    ['whoever holds it no more', 'The trust’s chief nurse has resigned.'],
    ['whoever did not come', 'The trust’s chief nurse was not there.'],
    ['whoever has a rank', 'The inspector was delighted.'],
    ['a thing', 'The award went to the hospital.'],
    ['somebody who is told of before', 'Odalys Penn lives there. The organist will miss it.'],
  ])('is not that of %s', (_who, told) => {
    expect(rolesIn(`${told} “It is a big one, and we like it,” said Odalys Penn.`)).toEqual([null]);
  });

  it('is not that of a relative, nor of a sergeant', () => {
    expect(rolesIn('The coroner was told. “It was hers,” said her brother, Canon Odalys Penn.')).not.toContain(
      'coroner',
    );
    expect(rolesIn('The organist will miss it. “It was hers,” said Sgt Odalys Penn.')).toEqual([null]);
  });
});

describe('a post of two who speak together', () => {
  it.each([
    ['before their names', 'In a joint statement, trustees Odalys Penn and Oswin Tarrant', 'trustees'],
    ['of a body', 'Joint chairs of the Trust, Odalys Penn and Oswin Tarrant,', 'Joint chairs'],
    ['whose it is', 'The trust’s co-chairs, Odalys Penn and Oswin Tarrant,', 'co-chairs'],
    ['before ranks', 'In a joint statement, group leaders Cllr Odalys Penn and Cllr Oswin Tarrant', 'group leaders'],
    [
      'one of each, behind an opening',
      'In a joint statement Move Marl’s chief executive, Odalys Penn, and Oswin Tarrant, chair of the Operators’ Forum,',
      'chief executive and chair',
    ],
  ])('is read %s', (_where, subject, role) => {
    expect(rolesIn(`${subject} said: “It is a big one, and we like it.”`)).toEqual([role]);
  });
});

describe('what a victim without a name is', () => {
  it.each([
    ['One victim, a piano tuner from Tarn, told the court:', 'piano tuner'],
    ['One victim, a carpenter from Tarn who did not want to be named, said:', 'carpenter'],
    [
      'In a statement read to the court, one of his victims, a retired schoolteacher aged 84, said:',
      'retired schoolteacher',
    ],
    ['One of his victims, a dog groomer in her fifties, said:', 'dog groomer'],
    ['One victim, a 34-year-old woman, said:', null],
    ['One witness, a passer-by, said:', null],
  ])('is the trade between commas: %s', (subject, role) => {
    expect(rolesIn(`${subject} “It was all that I had, and he took it.”`)).toEqual([role]);
  });
});

describe('people in a list', () => {
  it('have each the post behind their own name', () => {
    const pictured = 'Pictured: Amy Lee, clerk, Oswin Tarrant, parking manager, and Tom Bell, engineer.';
    expect(rolesIn(`Oswin Tarrant said: “It is a big road, and we like it.”\n\n${pictured}`)).toEqual([
      'parking manager',
    ]);
  });
});
