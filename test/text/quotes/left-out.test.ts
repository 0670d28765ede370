import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function said(markdown: string): string[] {
  return extractStatements(blocksOf(markdown)).map(({ text }) => text);
}

const GUILTY = 'Darren Pike, 34, was jailed for six years.\n\n';

it('is nothing that somebody tells another where no crime is told of', () => {
  expect(said('Steph Bell took the call.\n\nSteph told him: "You never missed a beat of it."')).toEqual([
    'You never missed a beat of it.',
  ]);
});

it('is nothing that somebody wrote in a letter long ago', () => {
  expect(said('In one, posted in 1912, a spinner writes: “The noise does be in my head at Mass.”')).toEqual([]);
});

it('is not what a coroner says in summing up', () => {
  expect(
    said('In his summing up the Coroner said: "This was a simple error with the gravest of consequences."'),
  ).toEqual(['This was a simple error with the gravest of consequences.']);
});

it('is not what a chief writes in a message, or a victim in an impact statement', () => {
  expect(said('In a message to officers the Chief Constable wrote: "You have run towards things."')).toEqual([
    'You have run towards things.',
  ]);
  const heard = 'Lee Dunn, 38, was jailed.\n\nThe court heard an impact statement from an 84-year-old woman.';
  expect(said(`${heard} She said: "I sleep with the lights on now."`)).toEqual(['I sleep with the lights on now.']);
});

it('begins behind its attribution below a heading that announces it', () => {
  const told =
    '### Statement from Marl Council\n\nA spokesperson for the council said: We have offered help to everyone.';
  expect(said(told)).toEqual(['We have offered help to everyone.']);
});

it('is nothing that packets claim', () => {
  expect(said('The packets claimed "0% tar and 100% fun".')).toEqual([]);
});

it('is nothing that signs say, or that was written long ago', () => {
  expect(said('Signs saying "No Ball Games" are to be taken down at the same time.')).toEqual([]);
  expect(said('One, the Reverend Septimus Dole, had written in 1884: "The stones are bare as bones."')).toEqual([]);
});

it('is nothing that people are asked to do', () => {
  expect(said('Visitors are asked to follow the Countryside Code: “Respect it, protect it, enjoy it”.')).toEqual([]);
});

describe('what the accused said', () => {
  it.each([
    'Pike told officers: "I was looking for my cat."',
    'He told the court: "I was looking for my cat."',
    'When he was arrested he said: "I was looking for my cat."',
    'The court heard that Pike said: "I was looking for my cat."',
    'Interviewed by detectives, Pike claimed: "It is not mine, I was minding it."',
    'The court heard that he called himself “Captain Mike” and told one woman: “I will pay you back one day.”',
    'He told the trial: "I only meant to scare him."',
    'A director of the company told investigators: "I assumed somebody else was looking."',
    'One robber said: "Give us the till or else."',
    'In a statement to investigators a director said: "We all preferred it that way."',
    'Interviewed under caution Mark said: "I have never been there in my life."',
    'In interview he said little. Asked whose it was, he said: "It was my mother’s."',
    'Mark Vane, chief executive of Marl Water, told the court: "We let everybody down."',
    'Doorbell footage showed him shouting: "Let me in or I will break the door."',
    'On the recording Pike can be heard telling a friend: "They will never find the van."',
    'The two men told staff: "Open the safe or you will get hurt."',
    'He told one pensioner: "Your roof is about to come down on you."',
    'Asked by detectives where it was, Pike replied: "You tell me, you are the ones with the dog."',
    'The inquest heard that Mr Doyle had called out: "Tell my wife that I love her."',
    'A bystander shouted: "Get out of the water, there is a fish."',
  ])('is no quote: %s', (sentence) => {
    expect(said(`${GUILTY}${sentence}`)).toEqual([]);
  });

  it.each([
    'DC Jo Cole told reporters: "We are pleased with this."',
    'Ann Crewe told the court in her victim statement: "I have not slept since then."',
    'Judge Ann Crewe told Pike: "You robbed these people."',
    'Prosecutor Ann Crewe told the court: "He planned it for months."',
    'Mark Vane, of Marl Homes, told the meeting: "We listened to everybody."',
    'One of the victims told the court: "I have not slept since that night."',
    'Insp Jo Cole was first on the scene. She told them: "You are safe with us now."',
  ])('is not this: %s', (sentence) => {
    expect(said(`${GUILTY}${sentence}`)).toHaveLength(1);
  });
});

describe('words in marks that nobody says', () => {
  it.each([
    'The council has put up signs that say "Please do not feed the gulls here."',
    'The plaque reads: "Ada Cole, baker, lived here for years."',
    'Ada Cole wrote in 1912: "I had rather be a nuisance."',
    'Pike, known as "Spider", climbed drainpipes.',
    'She described the plans as "a sticking plaster on a broken leg".',
    'Officers seized drugs under Operation "Night Owl".',
    '"Feeding" means "leaving food for any bird".',
    'The report found mistakes. It went on: "Nobody was asked about the bill."',
    'A plaque above the kettle says "Bernard’s. Do not overfill it."',
    'It had worn a notice saying "Out of order".',
    'He sent a text which read: "She is at home tonight."',
    'He sent eighty messages. Another said: "I know where you are tonight."',
    'Protesters had hung up banners saying "Hands off our library for good."',
    'Section 33 says: "No person shall leave waste on land without a permit."',
    'The byelaw states: "No person shall swim here between October and May."',
    'The T-shirt he wore said: "World’s best grandad and proud of it."',
    'Canon Jo Cole, of Marl Minster, quoted St Luke: "Consider the lilies how they grow."',
  ])('are no quote: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe('a word whose meaning is told below a statement', () => {
  it('is no part of it', () => {
    expect(said('Jo Cole said: "It has a sweet name."\n\n"Cuckooing" is when a dealer takes over a home.')).toEqual([
      'It has a sweet name.',
    ]);
  });
});

describe('a pull quote', () => {
  const full = 'Mayor Jo Cole said: "Everybody deserves a home. These are warm."';

  it.each([
    `> "Everybody deserves a home."\n\n${full}`,
    `${full}\n\n> "Everybody deserves a home." Jo Cole`,
    `${full}\n\n> Everybody deserves a home. – Jo Cole`,
  ])('is not counted twice: %j', (markdown) => {
    expect(said(markdown)).toEqual(['Everybody deserves a home. These are warm.']);
  });

  it('is not what somebody says twice', () => {
    expect(said('Jo Cole said: "We won the cup."\n\nThey ran.\n\nJo Cole said: "We won the cup."')).toHaveLength(2);
  });
});
