import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

function speakerOf(markdown: string): unknown {
  return extractStatements(blocksOf(markdown)).at(-1)?.attribution;
}

describe('whoever is called by a post', () => {
  it('is the one of whom it is told later', () => {
    const mayor = '“I joined at school,” said Colonel Hugh Orme.\n\nThe Lord Mayor said: “I am proud.”\n\n';
    expect(namesIn(`${mayor}The Lord Mayor, Councillor Win Pask, will afterwards host a reception.`)).toEqual([
      'Hugh Orme',
      'Win Pask',
    ]);
    const chief = 'The Chief Constable said: “I am a fan.\n\n“I am grateful.”\n\nIan Cope QPM took up the post in May.';
    expect(namesIn(chief)).toEqual(['Ian Cope']);
    const vicar = 'The vicar of Stoke said: “It is old.”\n\nThe Revd Ian Cope has set up an altar.';
    expect(speakerOf(vicar)).toMatchObject({ name: 'Ian Cope', role: 'vicar of Stoke' });
    const principal = 'The Principal, who came in 2021, said it was hard. “I chose,” he said.\n\n';
    expect(namesIn(`${principal}Dr Ian Cope, Principal and Chief Executive, will hold meetings.`)).toEqual([
      'Ian Cope',
    ]);
    const speech =
      'It was a big day. The unit was opened by the trust’s Chief Executive. In her speech she said: “It is ours.”';
    expect(namesIn(`${speech}\n\nDr Ann Cope, who became Chief Executive in May, left.`)).toEqual(['Ann Cope']);
  });

  it('is the one of whom it was told', () => {
    const rev = 'Founder Rev Ian Cope had a fish pie.\n\nThe minister, who came from London, said: “I had no idea.”';
    expect(namesIn(rev)).toEqual(['Ian Cope']);
    const dame = 'He was joined by the Chief Constable, Dame Ann Cope QPM.\n\nThe Chief Constable said: “It is far.”';
    expect(speakerOf(dame)).toMatchObject({ name: 'Ann Cope', rank: 'Dame', role: 'Chief Constable' });
    const deputy = 'Deputy Police and Crime Commissioner Ian Cope asked.\n\nThe Deputy Commissioner said: “I asked.”';
    expect(namesIn(deputy)).toEqual(['Ian Cope']);
    const play = '*Long Road* was written by Ann Cope out of talks.\n\n“I rode it,” the playwright explained.';
    expect(namesIn(play)).toEqual(['Ann Cope']);
  });

  it('is the chair, whatever a chair is called', () => {
    const told = 'Ann Cope, chair of Marl Anglers, was glad.\n\n';
    expect(namesIn(`${told}The chairwoman added: “It is far.”`)).toEqual(['Ann Cope']);
    expect(namesIn(`${told}The chairman said: “It is far.”`)).toEqual(['Ann Cope']);
    const vice = 'Ian Cope, vice-chair of Marl Anglers, was glad.\n\n';
    expect(namesIn(`${vice}The chairman said: “It is far.”`)).toEqual([null]);
  });

  it('is the peer', () => {
    expect(namesIn('Lord Orme of Tane opened it. The peer said: “I know the old one.”')).toEqual(['Orme of Tane']);
  });

  it('is named below with the words that are theirs', () => {
    const told = '“This will change lives.”\n\nThose were the words of Health Secretary Ann Cope as she cut it.';
    expect(namesIn(told)).toEqual(['Ann Cope']);
  });

  it('is not whoever stands beside whom holds it', () => {
    const salute = 'Colonel Hugh Orme will take the salute alongside the Lord Mayor. “I am glad,” said Colonel Orme.';
    expect(speakerOf(salute)).toMatchObject({ name: 'Hugh Orme', role: null });
    const both =
      'Among them were Sheikh Abdul Noor, of the Albany Centre, and the Venerable Ian Cope, Archdeacon of Marl. ';
    expect(namesIn(`${both}“We came,” said Sheikh Noor. The Archdeacon said: “I brought soup.”`)).toEqual([
      'Abdul Noor',
      'Ian Cope',
    ]);
  });
});

describe('whoever has one name', () => {
  it('is a relative with the surname of whom the release tells', () => {
    const told = 'Ross Cope said: “It is a tale.”\n\nRoss’s brother, Quill, was the skipper.\n\n';
    expect(namesIn(`${told}“We lost the windows,” Mr Cope said.`)).toEqual(['Ross Cope', 'Quill Cope']);
  });

  it.each([
    'Mum Quill had been told to wait. “There was no time,” she says.',
    'Her sister and fellow owner Quill put it at £41. She said: “It is less.”',
    'One of the builders, who’s been named only as Quill, watched. “It floats,” she said.',
  ])('is called so: %s', (told) => {
    expect(namesIn(told)).toEqual(['Quill']);
  });

  it.each([
    'The first ticket was issued to Theo, five. “I got a shark,” he reported.',
    'One of those young people, Theo, 16, confirmed it: “We asked her.”',
  ])('is known by it: %s', (told) => {
    expect(namesIn(`Library chief Ann Cope said: “It is open.”\n\n${told}`)).toEqual(['Ann Cope', 'Theo']);
  });

  it('is a woman’s behind her relation, and either of two who are named together', () => {
    const jean =
      'Mrs Jean Orr remembers it. “We had a goat,” she says.\n\nHer daughter-in-law, Sal, laughs. “It ate shoes,” she says.';
    expect(namesIn(jean)).toEqual(['Jean Orr', 'Sal']);
    const two = 'Rabbi Miriam Stein and Imam Yusuf Kaya lit it. She said: “Light is light.” He said: “Tea is tea.”';
    expect(namesIn(two)).toEqual(['Miriam Stein', 'Yusuf Kaya']);
  });

  it('is nobody else whose mother speaks', () => {
    const told = 'Her handler, Ann Cope, said: “They talk to the dog.”\n\n';
    expect(namesIn(`${told}The mother of one witness, aged nine, said: “She asked Ann.”`)).toEqual(['Ann Cope', null]);
  });
});

describe('whom a sentence is about', () => {
  const before = 'Library chief Una Fisk said: “It is open.”\n\n';

  it.each([
    'The council works with Marl Police, whose PC Ann Cope, a fraud officer, visits clubs. “Nobody is daft,” she said.',
    'His words were echoed by the Lord Mayor – a title since 1622 – Councillor Ann Cope. “Come back,” she told the crew.',
    'The member for housing, Councillor Ann Cope, said it would “name them”.\n\nOn the steps she went on: “I am appalled.”',
    'And at Scar End Primary, head of school Ann Cope was glad. “We did a lesson.”',
  ])('is she: %s', (told) => {
    expect(namesIn(before + told)).toEqual(['Una Fisk', 'Ann Cope']);
  });

  it('is whoever gave a statement to the court, whom nobody names', () => {
    const judge = 'Her Honour Judge Ann Cope said: “You sold them.”\n\n';
    const victim = 'The woman whose hip was broken gave a victim personal statement. In it she said “I was a dancer.”';
    expect(namesIn(judge + victim)).toEqual(['Ann Cope', null]);
  });
});

describe('a name', () => {
  it('is no field of work and no body', () => {
    expect(namesIn('The Minister for Winter Fuel said: “It is cold.”')).toEqual([null]);
    expect(speakerOf('A spokesman for the contractors, Orchard Rail, added: “We are early.”')).toMatchObject({
      name: null,
      organisation: 'Orchard Rail',
    });
    expect(speakerOf('Sergeant Ann Cope, Rural and Marine Team: “There are three of us.”')).toMatchObject({
      name: 'Ann Cope',
      rank: 'Sergeant',
    });
  });

  it('begins before its particle and ends before honours', () => {
    expect(speakerOf('Marl Council’s Head of Libraries Quillienne Le Goff said: “I stood there.”')).toMatchObject({
      name: 'Quillienne Le Goff',
      role: 'Head of Libraries',
    });
    expect(namesIn('Professor Ann Cope FREng said: “It is the first.”')).toEqual(['Ann Cope']);
  });

  it('is whole where it is told behind another', () => {
    const told = 'Her team mates are Ian Cope and Jontie Marsh.\n\n“We broke sixty,” Jontie said.';
    expect(namesIn(told)).toEqual(['Jontie Marsh']);
  });
});
