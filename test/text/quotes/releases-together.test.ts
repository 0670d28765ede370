import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

describe('two who speak together', () => {
  it.each([
    'Kestrel Homes Chief Executive Bala Quist and Upper Marl Parish Council Chairman Lionel Orme said in a joint statement:',
    'In a joint statement, the Mayor of the West Wolds, Bala Quist, and the Chair of Kestrel Rail, Cllr Lionel Orme, said:',
    "In a joint statement Detective Inspector Bala Quist, of Marl Police, and Lionel Orme, the city's Director of Homes, said:",
    'The leader of Marl Council, Cllr Bala Quist, and the Bishop of Marl, the Rt Rev Lionel Orme, said:',
    "Marl Council Chairman Bala Quist, and Marl Homes' Director of Homes Lionel Orme, said:",
    'After the vote, Bala Quist, chair of Marl Water, and Lionel Orme, leader of Marl Council, said:',
  ])('have a name and a post each: %s', (attribution) => {
    expect(namesIn(`${attribution} “We agree.”`)).toEqual(['Bala Quist and Lionel Orme']);
  });

  it.each([
    [
      "Marl College Vice-Principal Bala Quist and Kestrel Trust's training lead, Lionel Orme, said in a joint statement:",
      'Vice-Principal and training lead',
      'Marl College and Kestrel Trust',
    ],
    [
      'In a joint message, the Bishop of Marl, the Rt Rev Bala Quist, and the Dean, the Very Revd Lionel Orme, said:',
      'Bishop of Marl and Dean',
      null,
    ],
    ['Bala Quist, head cook, and Lionel Orme, town clerk, said:', 'head cook and town clerk', null],
    ['Bala Quist, co-chair, and Lionel Orme, co-chair, said:', 'co-chair', null],
    ['Council leader Bala Quist and Chief Superintendent Lionel Orme said:', 'Council leader', null],
    ['Rabbi Bala Quist of the Marl Congregation and Imam Lionel Orme of the Ferry Mosque said:', null, null],
  ])('hold the posts of both: %s', (attribution, role, organisation) => {
    const [found] = extractStatements(blocksOf(`${attribution} “We agree.”`));
    expect(found?.attribution).toMatchObject({ name: 'Bala Quist and Lionel Orme', role, organisation });
  });

  it('have posts behind the verb too', () => {
    expect(namesIn('“We agree,” said chief executive Bala Quist and parish chairman Lionel Orme.')).toEqual([
      'Bala Quist and Lionel Orme',
    ]);
  });

  it.each([
    ['a firm called after a family', 'Tom Cole and Sons director Amy Lee said:'],
    ['parents', 'Amy Lee, daughter of Jo and Tom Lee, said:'],
    ['those of whom the aside tells', 'After the deaths of Jo Bell and Tom Bell, Detective Inspector Amy Lee said:'],
    ['a field of work', 'Amy Lee, Director of Roads and Transport at Marl Council, said:'],
    ['colleagues', 'Amy Lee, who works with Tom Cole and Sue Bell, said:'],
    ['whom somebody met', 'Amy Lee, Head of Parks and Trees, met Tom Cole and said:'],
  ])('are not %s', (_who, attribution) => {
    expect(namesIn(`${attribution} “We agree.”`)).toEqual(['Amy Lee']);
  });

  it.each([
    "In a statement, Jago's parents, Loveday and Mark Quist, said:",
    'His parents Loveday and Mark Quist said:',
    'Loveday and Mark Quist, who live next door, said:',
    'The tenants Loveday and Mark Quist said:',
  ])('share a surname, where no table has the first name: %s', (attribution) => {
    expect(namesIn(`${attribution} “He was ours.”`)).toEqual(['Loveday and Mark Quist']);
  });

  it('share a surname where no table has either first name, and it is said what they are', () => {
    const [found] = extractStatements(blocksOf("Jago's parents, Loveday and Bryok Quist, said: “He was ours.”"));
    expect(found).toMatchObject({ attribution: { name: 'Loveday and Bryok Quist', role: 'parents' }, kind: 'family' });
  });

  it('are not somebody and the field of their work', () => {
    expect(namesIn('Head of Housing and Mark Quist said: “He was ours.”')).toEqual(['Mark Quist']);
  });

  const apart = '“I cycled,” said Amy Lee, a nurse.\n\n“I walked,” said driver Tom Cole. “It was far.”\n\n';
  it.each([
    'Together they said: “We would do it again.”',
    'Both said: “We would do it again.”',
    'They said together: “We would do it again.”',
    'In a joint statement they added: “We would do it again.”',
    'In a joint statement the pair said: “We would do it again.”',
    '“We would do it again,” they said together.',
  ])('spoke before, each alone: %s', (statement) => {
    expect(namesIn(apart + statement)).toEqual(['Amy Lee', 'Tom Cole', 'Amy Lee and Tom Cole']);
  });

  it('are whom the release names together before they spoke each alone', () => {
    const told =
      'The ride was thought up by Steph and Marcus Quist.\n\n“He loved it,” said Steph.\n\n“So did we,” said Marcus.';
    expect(namesIn(`${told}\n\nTogether they said: “Thank you all.”`)).toEqual([
      'Steph Quist',
      'Marcus Quist',
      'Steph and Marcus Quist',
    ]);
  });

  it('are nobody where a body spoke last', () => {
    const told = '“I cycled,” said Amy Lee, a nurse.\n\nThe council said: “It is closed.”\n\n';
    expect(namesIn(`${told}Together they said: “We would do it again.”`)).toEqual(['Amy Lee', null, null]);
  });
});

describe('two of one surname behind what they are', () => {
  it.each([
    ['Co-founders Ruth and Desmond Quist said:', 'Ruth and Desmond Quist', 'Co-founders'],
    ['Owners Lottie and Bryok Quist said:', 'Lottie and Bryok Quist', 'Owners'],
    ['Shop owners Lottie and Tom van der Quist said:', 'Lottie and Tom van der Quist', 'Shop owners'],
    ['Residents Lottie and Tom Quist said:', 'Lottie and Tom Quist', 'Residents'],
    ['Kestrels Lottie and Bala Quist said:', 'Kestrels Lottie and Bala Quist', null],
  ])('%s', (attribution, name, role) => {
    const [found] = extractStatements(blocksOf(`${attribution} “We agree.”`));
    expect(found?.attribution).toMatchObject({ name, role });
  });
});

describe('two who share a surname and speak one by one', () => {
  it.each(['Tom', 'Bryok'])('have it, whatever their first names: Kerenza and %s', (other) => {
    const told = `Among the first to move in were Kerenza and ${other} Quist and their boys.`;
    expect(
      namesIn(`${told}\n\n“We had no bath,” said Kerenza, who is a nurse.\n\n“No stairs,” said ${other}.`),
    ).toEqual(['Kerenza Quist', `${other} Quist`]);
  });

  it.each([
    ['Her husband added:', 'Tom Quist'],
    ["Kerenza's husband added:", 'Tom Quist'],
    ['Her daughter added:', null],
    ['His wife added:', null],
  ])('are known by what they are to each other: %s', (attribution, name) => {
    const told = 'Among the first were Kerenza and Tom Quist.\n\n“We had no bath,” said Kerenza, a nurse.';
    expect(namesIn(`${told}\n\n${attribution} “It is ours.”`)).toEqual(['Kerenza Quist', name]);
  });
});

describe('several of whom a sentence tells at once', () => {
  it('have the rank that stands before them in the plural', () => {
    const told = 'Constables Ryan Quist and Abigail Marsh were commended.\n\n';
    const found = extractStatements(blocksOf(`${told}Ryan said: “I went in.”\n\n“So did I,” replied Abi.`));
    expect(found.map(({ attribution: { name, rank } }) => [name, rank])).toEqual([
      ['Ryan Quist', 'Constable'],
      ['Abigail Marsh', 'Constable'],
    ]);
    const three = 'Councillors Amy Lee, Bob Cole and Jo Bell came.\n\n“We went in,” said Bob Cole.';
    expect(extractStatements(blocksOf(three))[0]?.attribution.rank).toBe('Councillor');
    const winners = 'The winners Amy Lee and Jo Bell came.\n\n“We went in,” said Amy Lee.';
    expect(extractStatements(blocksOf(winners))[0]?.attribution.rank).toBe(null);
  });

  it('have the surname of the last', () => {
    const told = 'Ben, Lewis and Owen Quist hope to raise £10,000.\n\n';
    expect(namesIn(`${told}Ben, 33, said: “We ran.”\n\n“We did,” said Lewis.`)).toEqual(['Ben Quist', 'Lewis Quist']);
  });

  it('are no body', () => {
    const told =
      'Paramedic Siân Prosser and Ambulance Technician Lee Hobbs were the first to come.\n\nSiân said: “We ran.”';
    expect(extractStatements(blocksOf(told))[0]?.attribution).toMatchObject({
      name: 'Siân Prosser',
      organisation: null,
    });
    const authors = 'Dr Una Sallis and her co-author, Professor Chidi Okonjo FREng, said: “We ran.”';
    expect(namesIn(authors)).toEqual(['Una Sallis and Chidi Okonjo']);
  });
});

describe('one name that no table has', () => {
  it.each([
    ['“We had no bath,” said Elowen, a cook.', 'Elowen'],
    ['“We had no bath,” said Elowen, who is a nurse.', 'Elowen'],
    ['“We had no bath,” said Kestrel, a charity for cooks.', null],
    ['“We had no bath,” said Kestrel, which runs the baths.', null],
    ['Kestrel, a partner of Marl Council, said: “We had no bath.”', null],
  ])('is a person who is described at once, and else a body: %s', (statement, name) => {
    expect(namesIn(statement)).toEqual([name]);
  });
});
