import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function saidIn(markdown: string): [string | null, number][] {
  return extractStatements(blocksOf(markdown)).map(({ attribution, paragraphs }) => [
    attribution.name,
    paragraphs.length,
  ]);
}

const TOLD = 'The Venerable Dr Ruth Lund is to be the next Bishop. Dr Lund trained as a pharmacist.\n\n';
const SHE = 'Later she told clergy and civic leaders: “I am not here to save anybody’s church.”\n\n';

describe('whoever goes on', () => {
  it('is known as the same person only by the whole release', () => {
    expect(saidIn(`${TOLD}${SHE}“I have promised that I’ll learn to bake,” added the Archdeacon.`)).toEqual([
      ['Ruth Lund', 2],
    ]);
  });

  it('makes a statement of its own where something is told between', () => {
    const next = '“I have promised to bake.” It rained. “I have an oven,” said the Archdeacon.';
    expect(saidIn(`${TOLD}${SHE}${next}`)).toEqual([
      ['Ruth Lund', 2],
      ['Ruth Lund', 1],
    ]);
  });

  it('is not whoever has another post', () => {
    expect(saidIn(`${TOLD}${SHE}“She has promised to bake,” said the chaplain.`)).toEqual([
      ['Ruth Lund', 1],
      [null, 1],
    ]);
  });

  it.each([
    ['Det Supt Ian Cole said: “I need one name.”\n\n', [['Ian Cole', 1]]],
    ['Det Supt Ian Cole leads the team.\n\n', []],
  ])('is not the namesake above who has no rank: %s', (told, before) => {
    const son = 'Their son Michael Cole said: “I was twelve. Somebody knows.”\n\n';
    const added = '“Any information will be treated in confidence,” Det Supt Cole added.';
    expect(saidIn(`${told}${son}${added}`)).toEqual([...before, ['Michael Cole', 1], ['Ian Cole', 1]]);
  });
});

describe('a quoted block without marks', () => {
  const CAUTIOUS = 'Chief executive Niamh Pell is cautious about the figures.\n\n';

  it('is what the person says of whom the paragraph above is about', () => {
    const said = '> I’ll take thirty-one over sixty-four any day.\n>\n> I saw half the story.';
    expect(saidIn(`${CAUTIOUS}${said}\n\nThe report came out.`)).toEqual([['Niamh Pell', 2]]);
  });

  it('holds words that are set off before a comma', () => {
    expect(saidIn(`${CAUTIOUS}> But when it says “halved”, it’s half the story. I saw it.`)).toEqual([
      ['Niamh Pell', 1],
    ]);
  });

  it('is nobody’s in which nobody is heard', () => {
    expect(saidIn(`${CAUTIOUS}> Bread is a right and not a wish.\n\nThe report came out.`)).toEqual([]);
  });

  it('is not whole where marks part the words from an attribution', () => {
    expect(saidIn('The council was there.\n\n> “We are glad”, said Bob Moss, “and so is the cat.”')).toEqual([
      ['Bob Moss', 1],
    ]);
  });
});

describe('a single mark that nothing closes', () => {
  it('opens what an attribution has interrupted', () => {
    const salute = 'The salute was taken by the Lord Mayor, Cllr Amy Lee.\n\n';
    const said = "'I am a bus driver's daughter,' the Lord Mayor said, 'and I may ask for it every day.\n\n";
    expect(saidIn(`${salute}${said}'They went a long way, and this city is proud of them.'`)).toEqual([['Amy Lee', 2]]);
  });
});
