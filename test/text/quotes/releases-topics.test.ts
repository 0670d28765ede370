import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

/** Somebody who spoke before, and may be any `he` or `she`. */
const BEFORE = 'Robin Orme came in by ambulance. “My side had gone,” Robin Orme said.\n\n';

describe('whom a sentence is about', () => {
  it.each([
    ['a clause between', 'The consultant who leads the service, Dr Ivo Lund, was on call and saw it.', 'Ivo Lund'],
    [
      'a clause about somebody else',
      'One of the nurses who looked after him, Fay Lutter, had never seen it.',
      'Fay Lutter',
    ],
    [
      'a long post',
      'Chair of the Corve branch of the National Association of Retired Police Officers, Fay Lutter, served as his staff officer.',
      'Fay Lutter',
    ],
    ['whose they are', 'Corve’s oldest ringer, Ivo Lund, has since retired.', 'Ivo Lund'],
    [
      'what they are called first',
      'The lady with the cheese is Ottilie van der Velde of High Farm.',
      'Ottilie van der Velde',
    ],
    [
      'what they do first',
      'Welcoming the ward, Dr Fay Lutter, chief executive of Marl Trust, said it was new.',
      'Fay Lutter',
    ],
    ['how many they are', 'One of the two walkers, Callum, from Dell, came back with biscuits.', 'Callum'],
    ['when it was', 'Last week Callum, a baker, gave them all breakfast.', 'Callum'],
    ['a day', 'On Friday Callum came back with biscuits.', 'Callum'],
    ['where they work', 'Vet Ivo Lund, of Garth Farm Vets, went into the water.', 'Ivo Lund'],
  ])('is known behind %s', (_what, told, name) => {
    expect(namesIn(`${BEFORE}${told}\n\n“I dropped it,” ${/^(?:Ivo|Callum)/.test(name) ? 'he' : 'she'} said.`)).toEqual(
      ['Robin Orme', name],
    );
  });

  it.each([
    ['was opened by the mayor', 'The bridge was opened by the mayor, Ivo Lund, on Friday.'],
    ['is named with what others do', 'He thanked the nurses, Ivo Lund, Amy Lee and Fay Lutter.'],
  ])('is not whoever %s', (_what, told) => {
    expect(namesIn(`${BEFORE}${told} “I dropped it,” Robin said.`)).toEqual(['Robin Orme', 'Robin Orme']);
  });
});

describe('a first name between what somebody is and where', () => {
  it.each([
    ['Year 5 pupil Zain from Mill Lane Primary', 'Zain'],
    ['Year 6 pupil Ottoline from St Oswin’s School', 'Ottoline'],
    ['Reception pupil Zuri, of Mill Lane Primary,', 'Zuri'],
  ])('is that of whoever speaks: %s', (said, name) => {
    expect(namesIn(`${said} said: “Mine was called Gary and he beeped. I think people should walk.”`)).toEqual([name]);
  });

  it.each([['A pupil from Mill Lane Primary'], ['A spokesperson for Mill Lane Primary']])('is none of %s', (said) => {
    expect(namesIn(`${said} said: “Mine was called Gary and he beeped. I think people should walk.”`)).toEqual([null]);
  });
});

describe('a name with small words in it', () => {
  it('is whole before a body', () => {
    const [statement] = extractStatements(
      blocksOf('Ottilie van der Velde of High Farm Dairy said: “I drive two hours to the market.”'),
    );
    expect(statement?.attribution).toMatchObject({ name: 'Ottilie van der Velde', organisation: 'High Farm Dairy' });
  });
});

describe('what somebody is called beside the name', () => {
  it.each([
    ['Bunty, as she is known to her customers, is 80. “I came for three years,” said Bunty.'],
    ['Bunty, as everybody calls her, is 80. “I came for three years,” said Bunty.'],
    ['Bunty, as she is known, is 80. “I came for three years,” she said.'],
  ])('is told in a sentence behind: %s', (told) => {
    expect(namesIn(`Margaret Lund has run the stall for 30 years.\n\n${told}`)).toEqual(['Margaret Lund']);
  });

  it('is told between dashes', () => {
    const told = 'Margaret Lund – Bunty to her friends – has run the stall for 30 years.\n\n';
    expect(namesIn(`${told}“I came for three years,” said Bunty.`)).toEqual(['Margaret Lund']);
  });

  it('may have other letters than the whole name', () => {
    const told = 'The Leader of Cyngor Sir Corve, Cllr Jacqui Boon, is to stand down.\n\n';
    const whole = 'Councillor Jacqueline Boon has told colleagues that she will stand down as Leader.\n\n';
    expect(namesIn(`${told}${whole}Cllr Boon said: “It has been good.”`)).toEqual(['Jacqueline Boon']);
  });

  it('is all that is known of somebody who wants it so', () => {
    const told = 'One of the bakers, who can be named only as Dean, has served six years. His mother came.';
    expect(namesIn(`${told} “First time she’s been proud to come here,” he said.`)).toEqual(['Dean']);
  });

  it('is not what an animal is called', () => {
    const told = 'Ivo Lund found her. A heifer called Zuri, who is two, is back in her field.';
    expect(namesIn(`${told} “She is well,” he said.`)).toEqual(['Ivo Lund']);
  });

  it('stands behind the verb in Welsh', () => {
    const told = 'Mae Nia Wigley wedi bod yn brechu. “Dw i’n dweud,” eglurodd.\n\nCafodd Macsen, saith oed, ei frechu.';
    expect(namesIn(`${told} “Nath o ddim brifo, nath o jyst goglais,” meddai.`)).toEqual(['Nia Wigley', 'Macsen']);
  });
});

describe('a relative with one name', () => {
  it.each([
    ['His widow, Edna, is 80 this year. Mrs Cole said: “I leave the light on.”', 'Edna Cole'],
    ['Tom’s mother Jean has never moved. “I leave the light on,” said Mrs Cole.', 'Jean Cole'],
    ['His father, Ron, is a joiner. Mr Cole said: “I leave the light on.”', 'Ron Cole'],
  ])('has the surname by which they are called: %s', (told, name) => {
    expect(namesIn(`Tom Cole, 19, was last seen in May 1990.\n\n${told}`)).toEqual([name]);
  });

  it.each([
    ['a child', 'His son Ron, three, was there.'],
    ['of one who has spoken', 'His brother Ron was there.'],
  ])('is nobody’s Mr who is %s', (_what, told) => {
    expect(namesIn(`Bob Cole said: “It was wet.” ${told} Mr Cole said: “He fell in.”`)).toEqual([
      'Bob Cole',
      'Bob Cole',
    ]);
  });
});

describe('a post that somebody is said to hold below', () => {
  const WELCOMED =
    'Corve Council’s director of public health welcomed the clinic: “Some of us do not find it easy.”\n\n';

  it.each([
    ['Prof Amy Lee, who took up the post in April, will be at the hall.'],
    ['Prof Amy Lee has been in the job since April.'],
  ])('is theirs: %s', (told) => {
    expect(extractStatements(blocksOf(`${WELCOMED}${told}`))).toMatchObject([
      {
        attribution: {
          name: 'Amy Lee',
          rank: 'Prof',
          role: 'director of public health',
          organisation: 'Corve Council',
        },
      },
    ]);
  });

  it.each([
    ['who has another', 'Amy Lee, chief executive, who has been in the role for a year, will be at the hall.'],
    ['of whom it does not tell it', 'Prof Amy Lee, who lives in Corve, will be at the hall.'],
  ])('is not that of somebody %s', (_what, told) => {
    expect(namesIn(`${WELCOMED}${told}`)).toEqual([null]);
  });

  it('is not that of a spokesman', () => {
    const told = 'A spokesman said: “Some of us do not find it easy.”\n\n';
    expect(namesIn(`${told}Prof Amy Lee, who took up the post in April, will be at the hall.`)).toEqual([null]);
  });
});

describe('two whom one sentence names', () => {
  it.each([
    ['Ted Orme was found by PC Amy Lee. “I was cold,” he said.', 'Ted Orme'],
    ['Ted Orme was found by PC Amy Lee. “He was cold,” she said.', 'Amy Lee'],
    ['Fay Lutter met Insp Ivo Lund at the gate. “I was cold,” she said.', 'Fay Lutter'],
    ['Tom Cole’s daughter Amy Orme collected it. “Dad would have hated this,” she said.', 'Amy Orme'],
    ['Robin Pell’s widow, Fay Lutter, collected it. “He would have hated this,” she said.', 'Fay Lutter'],
    ['The award was collected by Tom Cole’s daughter Amy. “Dad would have hated this,” she said.', 'Amy'],
    ['Amy Pell’s son Ben was born there. “It was bumpy,” she said.', 'Amy Pell'],
    ['Amy Pell’s view is clear. “It was bumpy,” she said.', 'Amy Pell'],
  ])('are told apart: %s', (told, name) => {
    expect(namesIn(told)).toEqual([name]);
  });

  it('are two where one has a first name that is told before the other', () => {
    const told = 'Kelly Pell set up the club. Its treasurer, Ben Orme, counts the money. “It is never much,” he said.';
    expect(namesIn(`${told} “It’s enough,” says Kelly.`)).toEqual(['Ben Orme', 'Kelly Pell']);
  });

  it.each([
    ['Mark Cole and his wife Helen said: “We have waited a long time.”', 'Mark Cole and Helen'],
    ['Mark and his wife, Helen Cole, said: “We have waited a long time.”', 'Mark and Helen Cole'],
    ['“We have waited a long time,” said Amy Pell and her daughter Kit.', 'Amy Pell and Kit'],
    ['Amy Pell, who came with her daughter Kit, said: “I have waited a long time.”', 'Amy Pell'],
  ])('speak together where one is the other’s relative: %s', (said, name) => {
    expect(namesIn(said)).toEqual([name]);
  });
});

describe('ways to say whose words they are', () => {
  it.each([
    ['“It was a long night and we are glad that it is over” is how Ted Orme puts it.'],
    ['“It leaks and it always has,” came the reply from Ted Orme.'],
    ['In the words of Ted Orme, “it was a long night and we are glad that it is over.”'],
  ])('are known: %s', (said) => {
    expect(namesIn(said)).toEqual(['Ted Orme']);
  });
});

describe('what somebody studies', () => {
  it('is part of what they are, in capitals as it may be', () => {
    const text = 'It was spotted by PhD student Fay Lutter, who had been diving.\n\n“I put my hand down,” she said.';
    const [statement] = extractStatements(blocksOf(text));
    expect(statement?.attribution).toMatchObject({ name: 'Fay Lutter', role: 'PhD student' });
  });
});

describe('the wife of a Mr', () => {
  it('has her own name once, and not his title', () => {
    expect(namesIn('Mr Orme’s wife Fay said: “He was loud.”')).toEqual(['Fay']);
  });
});
