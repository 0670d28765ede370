import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';
import { expectStatements } from '../../support/statements.ts';

function speakersIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

describe('a speaker who is known by what the release tells', () => {
  it('is whoever spoke before and is named first in the sentence before', () => {
    const before = 'Helm Jago Pen said: “The wind had gone round.”\n\nMr Tom Cole said: “I looked round.”\n\n';
    expect(
      speakersIn(`${before}Pen praised his newest crew member, Bryony Nance.\n\n“She was straight in,” he said.`),
    ).toEqual(['Jago Pen', 'Tom Cole', 'Jago Pen']);
  });

  it.each([
    ['one of many', 'PC Amy Bell was hurt in the crash.\n\nOne police officer said: “It was awful to see.”', null],
    [
      'whom paragraphs far above tell of',
      'Tom Lee was born in Marl. He went to sea.\n\nThe museum has his boat.\n\nIt opens in May.\n\nEntry is free.\n\n“I have never seen so many people. We all cheered.”',
      null,
    ],
    ['he, after a Dame', 'Dame Robin Lee spoke first.\n\nIt rained.\n\nThen it was quiet. “It is new,” he said.', null],
    [
      'the inspector, after a sergeant',
      'Sgt Lee opened the gate.\n\nThe inspector said: “We are glad of it, and so are they.”',
      null,
    ],
  ])('is nobody for want of a better one: %s', (_what, markdown, name) => {
    expect(speakersIn(markdown).at(-1)).toBe(name);
  });

  it('is whole where an initial stands for the first name', () => {
    expect(speakersIn('J. Smith said: “It was awful to see.”\n\nJane Smith has run the shop for years.')).toEqual([
      'Jane Smith',
    ]);
  });

  it('is who says so below the statement', () => {
    const said = '“I was lining up a putt, and then I was looking at a ceiling.”';
    expect(speakersIn(`${said}\n\nSo says Keith Orme, 63, from Marl, who came to thank them.`)).toEqual(['Keith Orme']);
  });

  it('is whom the sentence before ends with, and how old', () => {
    const told = 'Cllr Amy Lee said: “It is warm.”\n\nOne of the first in will be Marl resident Moira Dunn, 81.';
    expect(speakersIn(`${told} She said: “I shall be there at nine.”`)).toEqual(['Amy Lee', 'Moira Dunn']);
  });

  it('is nobody of those who are named where somebody asks not to be', () => {
    const told = 'Helm Jago Pen said: “The wind had gone round.” The crew met him.\n\n';
    expect(speakersIn(`${told}The father, who has asked not to be named, said: “I looked round.”`)).toEqual([
      'Jago Pen',
      null,
    ]);
  });

  it('is nobody whom the words name: her daughter is not the mother', () => {
    const told = 'Among those who spoke was Kirsty Orme. Her daughter Maisie, 8, travels far.';
    expect(speakersIn(`${told} She told members: “Maisie leaves home before it is light.”`)).toEqual(['Kirsty Orme']);
  });

  it('is no part of a rank behind a word for a relative', () => {
    const told = 'Their father, Petty Officer Lee Stagg, a marine engineer, was third down the gangway.';
    expect(speakersIn(`${told}\n\nHe said: “I keep a frigate going.”`)).toEqual(['Lee Stagg']);
  });

  it('is who was promoted, with the new rank', () => {
    const told = 'Chief Superintendent Mel Garrow has been promoted. T/ACC Garrow began as a Special.';
    expectStatements(`${told}\n\n“I have loved it,” said T/ACC Garrow.`, [
      [['I have loved it'], { name: 'Mel Garrow', rank: 'T/ACC', asWritten: 'T/ACC Garrow' }],
    ]);
  });

  it('is whole where a surname has a particle', () => {
    const told = 'Assistant Chief Constable Simon de Lacey will take it on.\n\nMr de Lacey joined as a PC in 1999.';
    expect(speakersIn(`${told}\n\nHe said: “I am honoured to be asked.”`)).toEqual(['Simon de Lacey']);
  });

  it('is who is called by one name behind a post, and has an age', () => {
    const told = 'The team’s treasurer, Wilf, 81, has kept the accounts. “A rope’s £210,” he said.';
    expect(speakersIn(`${told}\n\nWilf Ormond retires.`)).toEqual(['Wilf Ormond']);
  });

  it('is one of two who spoke together, alone', () => {
    const told =
      'Cllr Ann Tuff, Leader of Marl Council, and Cllr Simon Grove, Leader of Ash Council, said: “We agree.”';
    expect(speakersIn(`${told}\n\nCllr Grove added: “I ask people to look.”`)).toEqual([
      'Ann Tuff and Simon Grove',
      'Simon Grove',
    ]);
  });

  it('has the post as it is said most fully', () => {
    expectStatements('Buses will run, Mayor Amy Lee has decided.\n\nThe Mayor of Marl said: “That ends here.”', [
      [['That ends here.'], { name: 'Amy Lee', role: 'Mayor of Marl', asWritten: 'The Mayor of Marl' }],
    ]);
  });

  it('has an age between the name and the verb', () => {
    expect(speakersIn('Also welcoming the news was student Mia Lee, 20, who said: “I have walked home.”')).toEqual([
      'Mia Lee',
    ]);
  });

  it('is one of two sisters by her first name', () => {
    const told =
      'Sisters Anjali and Meera Dhillon provided it.\n\n“Our nan never wrote it down,” said Meera. “It took weeks.”';
    expect(speakersIn(told)).toEqual(['Meera Dhillon']);
  });

  it('is who is to have the post', () => {
    const told =
      'The Revd Canon Miriam Stone is to be the next Dean of Marl.\n\nThe Dean-designate said: “I hope to listen.”';
    expect(speakersIn(told)).toEqual(['Miriam Stone']);
  });

  it('is another of the same surname, who is introduced behind a pronoun', () => {
    const told = 'It was the work of Poppy Lind, 9. “It’s the only one I know”, she explained.';
    expectStatements(`${told}\n\nHer mum, Annika Lind, said: “I looked up and they had gone.”`, [
      [['It’s the only one I know'], { name: 'Poppy Lind', asWritten: 'she' }],
      [['I looked up and they had gone.'], { name: 'Annika Lind', role: 'mum', asWritten: 'Her mum, Annika Lind' }],
    ]);
  });

  it('is a speaker by whom something was lent since somebody else spoke', () => {
    const spoke = 'Curator Isla Drew said: “They followed the fleet.”\n\nMany were lent by Mrs Amy Lee, 93.\n\n';
    expectStatements(`${spoke}“Her hands were like leather,” she said.`, [
      [['They followed the fleet.'], { name: 'Isla Drew', role: 'Curator', asWritten: 'Curator Isla Drew' }],
      [['Her hands were like leather'], { name: 'Amy Lee', asWritten: 'she' }],
    ]);
  });
});
