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
      'later, by the surname alone, of whoever speaks with a first name',
      'Ottoline Vance heard it.\n\n"It leaks," said Ottoline.\n\nMs Vance, head of parks, will retire in May.',
      ['Ottoline Vance | - | head of parks'],
    ],
    [
      "later, by a surname that may be another's",
      'Ottoline Vance and her brother Tom Vance heard it.\n\n"It leaks," said Ottoline.\n\nMr Vance, head of parks, agrees.',
      ['Ottoline Vance | - | -'],
    ],
    [
      'of whoever is new in it',
      'Councillor Amy Bell has been elected Chairman of Marl Council. Wearing her chain, the new Chairman said: "I sat at the back."',
      ['Amy Bell | Councillor | Chairman'],
    ],
    [
      'of whoever was newly chosen for it',
      'Cllr Amy Bell is the Mayor. The newly elected Mayor said: "I sat at the back."',
      ['Amy Bell | Cllr | Mayor'],
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
      'as what somebody was before',
      'Among them is former stonewaller Tam Bell, 69, who came in May.\n\n"She walks up," said Mr Bell.',
      ['Tam Bell | - | former stonewaller'],
    ],
    [
      'as a trade of no table, before a name of which the sentence tells first where',
      'Among the first was retired ferryman Tam Bell, 71. "It is no better," he joked.',
      ['Tam Bell | - | retired ferryman'],
    ],
    [
      'in the sentence of the very name, as a duty that is over',
      'Station Manager Amy Bell was the incident commander. She said: "It was thatch."',
      ['Amy Bell | Station Manager | incident commander'],
    ],
    [
      'as a duty with a preposition in it',
      'Watch Manager Amy Bell was the officer in charge at the scene. She said: "It was thatch."',
      ['Amy Bell | Watch Manager | officer in charge'],
    ],
    [
      'no half of a rank',
      'Amy Bell is the new Chief Fire Officer. Ms Bell has been Temporary Chief since June.\n\nChief Fire Officer Amy Bell said: "I wash the pump."',
      ['Amy Bell | Chief Fire Officer | -'],
    ],
    [
      'nothing that a sentence tells only once',
      'Tam Bell was the winner of the cup. He said: "It was close."',
      ['Tam Bell | - | -'],
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

describe('a post that is told without a name', () => {
  it.each([
    ['The Bishop of Marl has thanked them.\n\nThe Rt Revd Dr Jo Bell wrote: "You served soup."', 'Bishop of Marl'],
    ['The Dean of Marl came. "It is dry," said the Very Rev Zebedee Orrin.', 'Dean of Marl'],
    [
      'The Archdeacon of the Corve Valley came. "It is dry," said the Venerable Jo Bell.',
      'Archdeacon of the Corve Valley',
    ],
    [
      'HMS Marl sailed. Her Commanding Officer was at the rail. Lt Cdr Jo Bell said: "She is happy."',
      'Commanding Officer',
    ],
    ['It was the Bishop of Marl’s idea. The Rt Rev Jo Bell said: "It was easy."', 'Bishop of Marl'],
  ])('is that of whoever has its title: %s', (markdown, role) => {
    expect(extractStatements(blocksOf(markdown), ABOUT)[0]?.attribution.role).toBe(role);
  });

  it.each([
    ['another', 'The Bishop of Marl, the Rt Rev Tom Moss, came. The Rt Rev Jo Bell said: "Pray."'],
    ['one of two', 'The Bishop of Marl and the Bishop of Corve came. The Rt Rev Jo Bell said: "Pray."'],
    ['of two', 'The Bishop of Marl came. The Rt Rev Jo Bell said: "Pray." The Rt Rev Tom Moss said: "Sing."'],
    ['gone', 'The Bishop of Marl has died. The Rt Rev Jo Bell said: "Pray."'],
    ['to come', 'The next Bishop of Marl will be named in May. The Rt Rev Jo Bell said: "Pray."'],
    ['of another title', 'The Bishop of Marl came. The Rev Jo Bell said: "Pray."'],
  ])('is nobody’s where it may be that of somebody else: %s', (_what, markdown) => {
    expect(extractStatements(blocksOf(markdown), ABOUT)[0]?.attribution.role).toBe(null);
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
