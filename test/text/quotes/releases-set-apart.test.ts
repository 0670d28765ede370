import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

/** Each statement with whoever makes it: `Jo Bell: It is warm.` */
function saidIn(markdown: string): string[] {
  return extractStatements(renderMarkdown(markdown).blocks).map(
    ({ attribution, text }) => `${attribution.name}: ${text}`,
  );
}

describe('a statement that only its form sets apart', () => {
  it('stands behind a name in bold without a colon', () => {
    const told = '**Commissioner Ivo Lund** “Most of us would walk past. I include myself.”';
    expect(saidIn(`${told}\n\n**Fay Lutter, Harbour Light’s Chief Officer** “It takes seven seconds.”`)).toEqual([
      'Ivo Lund: Most of us would walk past. I include myself.',
      'Fay Lutter: It takes seven seconds.',
    ]);
  });

  it('does not stand behind words in bold that name nobody', () => {
    expect(saidIn('**Beware of** “Cuckooing Crews” in your street.')).toEqual([]);
  });

  it('is a point without marks among points that have them', () => {
    const points =
      '- **Fay Lutter, Partnership Manager:** Eighteen people. They have gone to work this morning.\n' +
      '- **Inspector Ivo Lund (Corve Police):** “The bikers do not love the cameras.”';
    expect(saidIn(`They said:\n\n${points}`)).toEqual([
      'Fay Lutter: Eighteen people. They have gone to work this morning.',
      'Ivo Lund: The bikers do not love the cameras.',
    ]);
  });

  it('is no point of a list in which nobody speaks', () => {
    const points = '- **Fay Lutter, Manager:** Eighteen years with the firm.\n- **Ivo Lund, Clerk:** For the flood.';
    expect(saidIn(`**Winners**\n\n${points}`)).toEqual([]);
  });

  it('answers a question that is a paragraph of its own', () => {
    const first = 'PCSO Fay Lutter retires. What will she miss?\n\n“The people I see every day.”';
    expect(saidIn(`${first}\n\nAnd what will she not miss?\n\n“The hat.”`)).toEqual([
      'Fay Lutter: The people I see every day.',
      'Fay Lutter: The hat.',
    ]);
  });

  it.each([
    [
      'whom a sentence is about',
      'The Governor of HMP Corve – Fay Lutter – is quite clear why it matters.',
      'Fay Lutter',
    ],
    [
      'who is told to have said something',
      'The welfare officer, Fay Lutter, said it was students who asked.',
      'Fay Lutter',
    ],
  ])('is not theirs who speak in the next paragraph, but of the one %s', (_, told, name) => {
    const next = '“We have lost four bar staff this year,” added Ivo Lund of the Corve Arms.';
    expect(saidIn(`${told} “A taxi is thirty-four pounds. So people walk.”\n\n${next}`)).toEqual([
      `${name}: A taxi is thirty-four pounds. So people walk.`,
      'Ivo Lund: We have lost four bar staff this year',
    ]);
  });

  it('goes on in the next paragraph where nobody else is told of', () => {
    expect(saidIn('It was a fine day. “The sun came out.”\n\n“We sold every cake,” said Ivo Lund.')).toEqual([
      'Ivo Lund: The sun came out. We sold every cake'.replace('. We', '.\n\nWe'),
    ]);
  });

  it('follows a warning, which is no way to speak', () => {
    const told = 'Chief Inspector Ivo Lund said crews had been out, and repeated the warning about generators:';
    expect(saidIn(`${told} “Outside. Always outside.”`)).toEqual(['Ivo Lund: Outside. Always outside.']);
  });

  it('is a reply to the one before', () => {
    const told = 'Ivo Lund and Fay Lutter were praised. Ivo said “I went in because she was in”, to which Fay replied:';
    expect(saidIn(`${told} “He went in because I had the keys.”`)).toEqual([
      'Ivo Lund: I went in because she was in',
      'Fay Lutter: He went in because I had the keys.',
    ]);
  });

  it('is told by somebody who has held a post since a year', () => {
    expect(saidIn('Dywedodd Gethin Ifans, gyrrwr y llyfrgell ers 1998: “Dw i wedi mynd trwy bedair fan.”')).toEqual([
      'Gethin Ifans: Dw i wedi mynd trwy bedair fan.',
    ]);
  });

  it('is theirs whose name is withheld, whoever they told', () => {
    const told = 'Derek – not his real name – met a fraudster online. He paid for her flights.';
    expect(saidIn(`${told}\n\n“I did not want to know,” he told officers.`)).toEqual(['Derek: I did not want to know']);
  });
});

describe('words that are no statement', () => {
  const GUILTY = 'Stephen Moss, 44, will serve at least 22 years for murder.\n\n';
  it.each([
    [
      'what a court heard of a call',
      `${GUILTY}The court heard Moss dialled 999 and told the operator: “I’ve done something.”`,
    ],
    [
      'what a jury had heard of one',
      `${GUILTY}They had heard that Moss lured him there and then told the 999 operator: “I’ve just found him here.”`,
    ],
    ['what a notice there says', 'The path is closed; a notice there says “CLIFF EDGE UNSTABLE”.'],
    ['what a sign in capitals says', 'Ivo Lund held up a banner and it said “NOT OUR BRIDGE”.'],
    ['a few words within a sentence', 'A man came up behind her, said “Scuse me love”, and pulled the bag away.'],
    ['what a commendation reads', 'Efa received a commendation. It reads: “For courage beyond her years.”'],
  ])('are %s', (_, markdown) => {
    expect(saidIn(markdown)).toEqual([]);
  });
});
