import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

describe('a speaker whom the sentences around a statement tell', () => {
  it('is the he of a sentence that begins with but', () => {
    const first = 'Professor Ivo Lund, of the University of Corve, said: “We expected soot.”\n\n';
    expect(namesIn(`${first}But he warned against haste. “None of this means that it is over.”`)).toEqual([
      'Ivo Lund',
      'Ivo Lund',
    ]);
  });

  it('is she and he alike where a first name is borne by both', () => {
    const told = 'Dr Femi Ashby thinks that it could shape the plan.';
    expect(namesIn(`${told} “Give each a garden,” she said.`)).toEqual(['Femi Ashby']);
    expect(namesIn(`${told} “Give each a garden,” he said.`)).toEqual(['Femi Ashby']);
  });

  it('is called by a first name that no table has, once it has been told in full', () => {
    const told = '“I waited seven years,” said Zinnia Crabbe, a tenant.\n\nManager Amy Lee said: “This is it.”\n\n';
    expect(
      namesIn(`${told}At the opening, Zinnia was asked to cut the ribbon. “The scissors were huge,” she said.`),
    ).toEqual(['Zinnia Crabbe', 'Amy Lee', 'Zinnia Crabbe']);
  });

  it('is a relative who has one name, and no body', () => {
    const told = 'Leading Seaman Tom Cole held his son. His wife, Quill, was not complaining.';
    expect(extractStatements(blocksOf(`${told} “He has nappies to catch up on,” Quill said.`))).toMatchObject([
      { attribution: { name: 'Quill', organisation: null }, kind: 'family' },
    ]);
  });

  it('is not he where a word for a relative says she', () => {
    const told = 'Cllr Ivo Lund took the chain. His wife Quill will be Mayoress. He is the first to hold it.\n\n';
    expect(namesIn(`${told}“I have walked up every path,” he told the chamber.`)).toEqual(['Ivo Lund']);
  });

  it('is no pair where a he or a she speaks', () => {
    const pair = 'In a joint statement Bob Moss and Amy Lee said: “We only lacked a tenor.”\n\n';
    const manager = 'The money goes to the food bank, whose manager, Ted Orme, was there.';
    expect(namesIn(`${pair}${manager} He told the cast: “That is four weeks of breakfasts.”`)).toEqual([
      'Bob Moss and Amy Lee',
      'Ted Orme',
    ]);
  });

  it.each([
    ['who a post is', "Corve Homes' Head of Warmth is Fay Lutter. She told us that the damp was the surprise."],
    [
      'who it was',
      'It was a long night. The lobster was unmasked as the Mayor of Corve, Cllr Fay Lutter. She had kept quiet.',
    ],
    ['whom it ends with', 'Seven landowners have agreed, among them dairy farmer Fay Lutter. She was the last.'],
  ])('is whom the sentence before ends with: %s', (_what, told) => {
    const before = 'Maud Pell moved there in 1987.\n\n“I used to sit in my coat,” she says.\n\n';
    expect(namesIn(`${before}${told} “We had expected the savings,” she said.`)).toEqual(['Maud Pell', 'Fay Lutter']);
  });

  it('is called by the letters of a post', () => {
    const told = "Leading them was Warrant Officer Kit Stanton, the Battalion's Regimental Sergeant Major.\n\n";
    expect(namesIn(`${told}“I have drilled them for weeks,” the RSM said.`)).toEqual(['Kit Stanton']);
  });

  it('is the one of two with a surname whose post is told', () => {
    const chair = 'Cllr Ann Booth, Chair of the Planning Committee, said: “It is one lane.”\n\n';
    const other = 'Cllr Sim Booth voted for it. He said: “I have met a good many of them.”\n\n';
    expect(namesIn(`${chair}${other}Cllr Booth – the Chair – wrote to all: “Thank you for coming.”`)).toEqual([
      'Ann Booth',
      'Sim Booth',
      'Ann Booth',
    ]);
  });

  it('is nobody who cannot be named', () => {
    const told = 'Corve Haven was full. The flats were opened by a survivor, who cannot be named.';
    expect(namesIn(`${told} She told the guests: “I came here with a carrier bag.”`)).toEqual([null]);
  });

  it('has the post that stands before one name', () => {
    const told = 'Corve Trust has spent years on it. Its reserves officer, Gemma, drove the beavers down.\n\n';
    expect(extractStatements(blocksOf(`${told}“They snored the whole way,” said Gemma.`))).toMatchObject([
      { attribution: { name: 'Gemma', role: 'reserves officer' } },
    ]);
  });

  it('is who signs, and not what they said above a list', () => {
    const list =
      '- “Saturn was really huge.” — Peg Loveday, from Corve\n- “A lamp is a wall.” — Dr Ivo Lund, ecologist';
    expect(namesIn(`What they said:\n\n${list}`)).toEqual(['Peg Loveday', 'Ivo Lund']);
  });
});

describe('two of one surname', () => {
  it('stay two where the first is called Mr and was named in full', () => {
    const told = 'The skipper was Martin Aske, 59, who sailed with his husband, Colin. Mr Aske said: “I cried.”\n\n';
    expect(namesIn(`${told}“Biscuit slept through the whole thing,” said Colin Aske. “She is a lurcher.”`)).toEqual([
      'Martin Aske',
      'Colin Aske',
    ]);
  });
});

describe('ranks, posts and relatives', () => {
  it('tell two of one surname apart by the very rank, however it is written', () => {
    const first = 'Temporary Detective Chief Inspector Leanne Orme said: “It took eight months.”\n\n';
    const other = 'Inspector Paul Orme said his team would stay. “Stop us and talk to us,” he said.\n\n';
    expect(
      namesIn(`${first}${other}T/DCI Orme said that inquiries went on. “It is not the end of it,” she said.`),
    ).toEqual(['Leanne Orme', 'Paul Orme', 'Leanne Orme']);
  });

  it('are those of two who share a surname and are brothers', () => {
    const told = 'Twins Kofi and Kwame Baah both have apprenticeships.';
    expect(namesIn(`${told} “We have shared a room, a desk and a bus pass,” the brothers said.`)).toEqual([
      'Kofi and Kwame Baah',
    ]);
  });

  it('are not those of whom somebody turns to', () => {
    const told = 'Dr Philip Strang, the Senior Coroner for Corve, cut the ribbon.\n\n';
    expect(
      namesIn(`${told}The Senior Coroner turned to Mrs Nowicka and said: “This is your building, far more than mine.”`),
    ).toEqual(['Philip Strang']);
  });
});

describe('a post that is named elsewhere', () => {
  it('is that of the one who holds it, whoever owns it', () => {
    const said =
      "Corve Council's cabinet member for housing welcomed it: “Words are a start, and we want the deeds.”\n\n";
    expect(
      namesIn(`${said}Tenants can see Cllr Saskia Orde, the council's cabinet member for housing, on Friday.`),
    ).toEqual(['Saskia Orde']);
  });

  it('is told before the rank of who bears it', () => {
    const told = 'It will be led by the Bishop, the Rt Rev Naomi Ford, on Sunday.';
    expect(namesIn(`${told} The Bishop said: “Come and hear them. You will feel it.”`)).toEqual(['Naomi Ford']);
  });

  it('is no mother of a man', () => {
    const told =
      'Coxswain Jory Pascoe said: “It was flat.”\n\nHis father, Denzil Pascoe, added: “You cannot see it.”\n\n';
    expect(namesIn(`${told}The mother wrote to the crew: “I have never been so glad to see anybody.”`)).toEqual([
      'Jory Pascoe',
      'Denzil Pascoe',
      null,
    ]);
  });
});

describe('a body that speaks', () => {
  it('is the one whose spokeswoman the sentence before tells of', () => {
    const told = 'Corve Angling Society said: “No fine brings back a river.”\n\n';
    expect(
      extractStatements(
        blocksOf(
          `${told}A Hafren Water spokeswoman said the company was sorry. She added: “We have replaced the pumps.”`,
        ),
      ).map(({ attribution }) => attribution.organisation),
    ).toEqual(['Corve Angling Society', 'Hafren Water']);
  });

  it('does the work that its manager tells of', () => {
    const told = 'The work is being done by Northern Retrofit, whose contracts manager Jess Tolley said:';
    expect(extractStatements(blocksOf(`${told} “Tenants have been fantastic.”`))).toMatchObject([
      { attribution: { name: 'Jess Tolley', organisation: 'Northern Retrofit' } },
    ]);
  });

  it.each([
    ['whose makers are no people', 'The Toy Makers’ Guild', 'Toy Makers’ Guild'],
    ['behind no comma', 'In a statement the Guild of Beekeepers', 'Guild of Beekeepers'],
    ['whose name ends in what people are', 'The Federation of Bus Operators', 'Federation of Bus Operators'],
    ['the same of another kind', 'The Union of Bus Operators', 'Union of Bus Operators'],
  ])('is read whole: %s', (_what, written, organisation) => {
    expect(extractStatements(blocksOf(`${written} said: “We support the plan and will do all we can.”`))).toMatchObject(
      [{ attribution: { name: null, organisation }, kind: 'spokesperson' }],
    );
  });
});

describe("words that are nobody's statement", () => {
  it.each([
    [
      'what is read out of a book',
      'Canon Fay Orme read from the Epistle of James: “Be quick to listen, slow to speak.”',
    ],
    ['a citation', 'The citation for PC Orme reads: “With no thought for his own safety he went in.”'],
    [
      'what somebody told a friend',
      'He was jailed for it. He then rang a friend and said: “I have done what I cannot undo.”',
    ],
    [
      'what a court was shown',
      'The gang was jailed. In one text message shown to the court, ringleader Bo Stubbs boasted: “This town is mine now.”',
    ],
  ])('are %s', (_what, markdown) => {
    expect(extractStatements(blocksOf(markdown))).toEqual([]);
  });

  it('are not what somebody wrote and reads out', () => {
    expect(namesIn('Fay Orme read a statement to the court: “We shall not grow old, and nor will they.”')).toEqual([
      'Fay Orme',
    ]);
  });
});

const textsOf = (markdown: string): string[] => extractStatements(blocksOf(markdown)).map(({ text }) => text);

describe('a statement in two parts', () => {
  it('goes on in small letters, and another follows in the same sentence', () => {
    const first = '"It has been a long fight", said Cllr Ivo Swales, chair of Corve Council, "and it was worth it"';
    const markdown = `${first}, while shopkeeper Meera Joshi said: "I can see them from my till. I feel safer already."`;
    expect(textsOf(markdown)).toEqual([
      'It has been a long fight and it was worth it',
      'I can see them from my till. I feel safer already.',
    ]);
    expect(namesIn(markdown)).toEqual(['Ivo Swales', 'Meera Joshi']);
  });

  it('is one over an attribution that tells a title', () => {
    const first = '"It is the only place where you can be warm," said Cerys Lee, who wrote her novel, ';
    expect(textsOf(`${first}'The Salt Road', at a table by the window. "I owe this one a great deal."`)).toEqual([
      'It is the only place where you can be warm. I owe this one a great deal.',
    ]);
  });
});

describe('a statement that nothing closes', () => {
  it('goes on over a paragraph without marks, up to one that is set off', () => {
    const said =
      'Her family said: "She could strip an engine.\n\nShe leaves two brothers.\n\n"We ask to be left alone."';
    expect(textsOf(`${said}\n\nThe family is supported by officers.`)).toEqual([
      'She could strip an engine.\n\nShe leaves two brothers.\n\nWe ask to be left alone.',
    ]);
  });

  it('ends before who says it, by a surname too', () => {
    expect(textsOf('“We would like to thank everyone in advance for bearing with us, added Barnard.')).toEqual([
      'We would like to thank everyone in advance for bearing with us',
    ]);
  });

  it('ends before a paragraph that tells what somebody else said', () => {
    const said = 'PC Jo Marsh said: “It was the longest minute of my life.\n\n';
    const told = 'The driver of one of the cars, Anil Dey, has spoken of it.\n\n';
    expect(textsOf(`${said}${told}I did not have time to be frightened,” he said. “I just turned the wheel.”`)).toEqual(
      ['It was the longest minute of my life.', 'I did not have time to be frightened. I just turned the wheel.'],
    );
  });
});
