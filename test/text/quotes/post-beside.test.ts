import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

const ABOUT = { title: '', summary: null, url: 'https://www.marlshire.gov.uk/news/a', area: 'Marl' };

function read(markdown: string): string[] {
  return extractStatements(blocksOf(markdown), ABOUT).map(
    ({ attribution: { name, rank, role } }) => `${name} | ${rank ?? '-'} | ${role ?? '-'}`,
  );
}

describe('a post that the narration tells of whoever speaks', () => {
  it.each([
    [
      'late in a sentence, before the name',
      'The prize, a glass owl, was handed over by the force\'s chaplain, the Reverend Jo Bell. Rev Bell told guests: "I married these two."',
      ['Jo Bell | Reverend | chaplain'],
    ],
    [
      'before the name, in a clause',
      'The room has desks that rise and, as operator Amy Lee puts it, weather.\n\n"We have weather," said Ms Lee.',
      ['Amy Lee | - | operator'],
    ],
    [
      'between commas, before what somebody says',
      'Andy Bell, the group\'s team leader, says that it cannot go on.\n\n"There are three of us," he said.',
      ['Andy Bell | - | team leader'],
    ],
    [
      'in the next sentence, of him',
      'Maj Tom Bell read the names. He is second-in-command of 4th Battalion.\n\nMaj Bell said: "I have read them before."',
      ['Tom Bell | Maj | second-in-command'],
    ],
    [
      'in the next sentence, of her and since when',
      'Amy Bell joined as a cadet in 1987. Since 2009 she has been a Clinical Team Leader.\n\nAmy said: "I am overwhelmed."',
      ['Amy Bell | - | Clinical Team Leader'],
    ],
    [
      'as what somebody was made',
      'Cllr Alan Bell, who led the authority, was made vice-chairman.\n\nCllr Bell said: "We go on."',
      ['Alan Bell | Cllr | vice-chairman'],
    ],
    [
      'of whoever speaks with a rank and a whole name alone',
      'Members heard Cllr Ann Moss, Cabinet Member for Parks, and Cllr Tom Moss, Cabinet Member for Bins.\n\nCllr Ann Moss said: "I balanced it."\n\nCllr Tom Moss said: "I emptied it."',
      ['Ann Moss | Cllr | Cabinet Member for Parks', 'Tom Moss | Cllr | Cabinet Member for Bins'],
    ],
    [
      'no post of a relative or a body',
      'The key was found by the neighbour of Jo Bell, Marl Homes.\n\nMs Bell said: "I had looked everywhere."',
      ['Jo Bell | - | -'],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(read(markdown)).toEqual(expected);
  });
});

describe('a nickname', () => {
  it.each([
    ['PS Phil \'Spud\' Bell said: "It rang."', 'Phil Bell'],
    ['PC Barry “Whistler” Bell worked his last match.\n\nPC Bell said: "It rang."', 'Barry Bell'],
  ])('is no part of the name: %s', (markdown, name) => {
    expect(extractStatements(blocksOf(markdown), ABOUT).map(({ attribution }) => attribution.name)).toEqual([name]);
  });
});
