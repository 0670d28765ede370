import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

const POLICE = 'https://www.marl.police.uk/news/x';
const COUNCIL = 'https://www.marl.gov.uk/news/x';
const HOMES = 'https://www.marlhomes.example/news/x';

function kindAt(url: string, markdown: string): string | undefined {
  const about = { title: 'The title', summary: null, url, area: null };
  return extractStatements(blocksOf(markdown), about).at(-1)?.kind;
}

describe('whoever speaks for nobody', () => {
  it.each([
    [
      'under a force that tells of a theft',
      POLICE,
      'A van was stolen in May.\n\nRoofer Jo Bell said: “It was my living.”',
    ],
    [
      'where somebody was fined',
      COUNCIL,
      'Tom Cole was fined £2,000.\n\nJo Bell said: “I cannot smell apples any more.”',
    ],
    ['and is a woman without a name', POLICE, 'Tom Cole was jailed.\n\nThe woman said: “I moved house.”'],
  ])('was harmed %s', (_, url, markdown) => {
    expect(kindAt(url, markdown)).toBe('victim');
  });

  it.each([
    ['saw it', POLICE, 'A van was stolen in May.\n\nJo Bell saw two men. “They ran,” Jo Bell said.', 'other'],
    [
      'came after somebody',
      POLICE,
      'He told of a theft.\n\nHis successor, Jo Bell, wrote: “He left me a drawer.”',
      'other',
    ],
    ['learns', COUNCIL, 'Student nurse Jo Bell said: “We went round to see it.”', 'other'],
    ['has nothing to tell of a crime', COUNCIL, 'The fair is back.\n\nJo Bell said: “It is my best day.”', 'other'],
    ['is a body', POLICE, 'It was fined £2,000.\n\nA Marl Water spokesman said: “We accept it.”', 'spokesperson'],
    [
      'works with the young',
      POLICE,
      'Two were jailed.\n\nYouth worker Jo Bell said: “They are in school.”',
      'official',
    ],
  ])('was not who %s', (_, url, markdown, kind) => {
    expect(kindAt(url, markdown)).toBe(kind);
  });

  it('lives in a home under those who let it', () => {
    expect(kindAt(HOMES, 'The flats are warm.\n\n“No coat now,” said Jo Bell.')).toBe('resident');
    expect(kindAt(HOMES, 'Jo Bell, chair of Marl Tenants Together, said: “We fought for this.”')).toBe('resident');
    expect(kindAt(COUNCIL, 'Jo Bell, chair of Marl Residents’ Association, said: “We fought for this.”')).toBe(
      'official',
    );
    expect(kindAt(COUNCIL, 'We asked around. Jo Bell, Flat 12: “I gave the coat to my sister.”')).toBe('resident');
  });

  it('is of a farm, a café or a side of which another body tells', () => {
    expect(kindAt(COUNCIL, 'Jo Bell, of Upper Hatch Farm, said: “It is a fair price.”')).toBe('other');
    expect(kindAt(COUNCIL, '“It will be a long winter,” said Jo Bell of the Copper Kettle café.')).toBe('other');
    expect(
      kindAt(COUNCIL, 'Captain Jo Bell of Marl Cricket Club scored a century in the match. “Runs,” she said.'),
    ).toBe('other');
    expect(kindAt('https://www.copperkettle.example/x', 'Jo Bell of the Copper Kettle Café said: “We open.”')).toBe(
      'official',
    );
  });

  it('has left the forces where nothing but the rank is told', () => {
    expect(kindAt(COUNCIL, 'Brigadier Jo Bell laid a wreath. “It was raining then,” he said.')).toBe('other');
  });

  it('is a relative by whatever word', () => {
    expect(kindAt(POLICE, 'Tom Cole was killed in May. His girlfriend, Jo Bell, added: “He was saving.”')).toBe(
      'family',
    );
    expect(kindAt(COUNCIL, '“It will not bring her back,” said Amy’s godmother, Jo Bell.')).toBe('family');
    expect(kindAt(COUNCIL, 'The mother of one witness, aged nine, said: “She told the dog.”')).toBe('family');
    expect(kindAt(COUNCIL, 'Jo Bell of Cole & Daughters said: “It is two days faster.”')).toBe('other');
  });

  it.each([
    [
      'is told by what they are told to be besides',
      'One of his victims, Mrs Jo Bell, a retired teacher from Port Ruadh, said she had known him. “He was a boy,” she said.',
      'victim',
    ],
    [
      'passes sentence',
      'Tom Cole was jailed.\n\nPassing sentence, Lady Bell told him: “You took their savings.”',
      'judge',
    ],
    ['presides', 'Presiding Justice Mrs Jo Bell said: “The kitchen was filthy.”', 'judge'],
    [
      'has lost whom a brother was to marry',
      'Jo Bell, whose brother’s fiancée died there, said: “She liked toads.”',
      'family',
    ],
    [
      'has a mother on the ward',
      'Jo Bell’s mother Iris was on the ward for weeks.\n\n“Mam laughed,” Jo says.',
      'family',
    ],
    ['is of a firm of which a council tells', '“I cannot find a welder,” said Jo Bell, of Bell Fabrications.', 'other'],
    ['cooks there', 'Executive Chef Jo Bell, of the Plas Hotel, said: “I rang him at once.”', 'other'],
    ['plays', 'Jo Bell, under-12s captain, Marl Athletic, said: “I could see the ball.”', 'other'],
    ['is old', 'Tom Cole came, and so did Jo Bell, 82. “My book is overdue,” said Jo Bell.', 'resident'],
    [
      'is said to be old',
      'Eighty-one-year-old Jo Bell is not impressed. “You cannot smell them,” she said.',
      'resident',
    ],
  ])('%s', (_, markdown, kind) => {
    expect(kindAt(COUNCIL, markdown)).toBe(kind);
  });

  it.each([
    [
      'has a wife who waits at home',
      COUNCIL,
      'Jo Bell fell. Jo Bell’s wife, Amy, was at home.\n\n“I saw a ceiling,” said Jo Bell.',
      'other',
    ],
    [
      'is old and was taken ill',
      COUNCIL,
      'Jo Bell, 71, had a heart attack in May.\n\n“I saw a ceiling,” said Jo Bell.',
      'other',
    ],
    [
      'is old in a hospital',
      'https://www.marlhospitals.nhs.uk/news/x',
      'Jo Bell, 82, came in.\n\n“Now I am home,” said Jo Bell.',
      'other',
    ],
    [
      'is of the firm that publishes',
      'https://www.bellfabrications.example/news',
      '“We cannot find a welder,” said Jo Bell, of Bell Fabrications.',
      'official',
    ],
    ['is of a charity', COUNCIL, '“We see the tears afterwards,” said Jo Bell, of Age Action Marl.', 'official'],
    ['owns it', COUNCIL, 'Jo Bell, owner of Bell’s Pharmacy, said: “It takes two minutes.”', 'official'],
    [
      'organises a union',
      COUNCIL,
      'Jo Bell, regional organiser of the Marl Workers’ Union, said: “They went home.”',
      'official',
    ],
  ])('is none of these who %s', (_, url, markdown, kind) => {
    expect(kindAt(url, markdown)).toBe(kind);
  });

  it('leads a body of which a clause tells', () => {
    expect(kindAt(COUNCIL, 'Jo Bell, who chairs the governors, explained: “We were nearly shut.”')).toBe('official');
  });
});
