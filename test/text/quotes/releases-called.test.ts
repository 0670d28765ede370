import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

describe('somebody who is called by a short form', () => {
  it.each([
    ['Malcolm "Sparky" Quist joined the crew in 1985.', '“I am off,” Mal says.', 'Malcolm Quist'],
    ['Robert Quist ran the shop.', 'Bob was tired. “I am off,” he said.', 'Robert Quist'],
    ['Margaret Quist ran the shop.', '“I am off,” said Peggy.', 'Margaret Quist'],
    ['Dafydd Quist ran the shop.', '“I am off,” said Dai.', 'Dafydd Quist'],
    ['Malcolm Quist ran the shop.', '“I am off,” said Mal Quist.', 'Malcolm Quist'],
    ['Mal Quist is off. When Malcolm Quist began it was 1985.', '“I am off,” said Mal.', 'Malcolm Quist'],
    ['Thomas Quist ran the shop. Tom Cole is the vicar.', '“I am off,” said Tom.', 'Tom Cole'],
    ['Edward Quist ran the shop with Edwin Orme.', '“I am off,” said Ted.', 'Ted'],
    ['John Quist is the mayor.', '“I am off,” said Jack, 8.', 'Jack'],
    ['James Quist ran the shop.', '“I am off,” said Jim Quist.', 'Jim Quist'],
  ])('%s %s', (told, statement, name) => {
    expect(namesIn(`${told}\n\n${statement}`)).toEqual([name]);
  });
});

describe('somebody who is called by what they want to be called', () => {
  const vicar = 'The vicar, Canon Aidan Orme, said: “It is warm.”\n\n';
  it.each([
    ['One of the first guests, who asked to be called Mick, came in May.\n\n“I had nowhere,” he said.', 'Mick'],
    ['A woman of 40, who asked to be known as Zelda, came in May. “I had nowhere,” she said.', 'Zelda'],
    ['One guest, who goes by the name of Bear, came in May. He said: “I had nowhere.”', 'Bear'],
    ['A former prisoner, who gave his name only as D, said: “I had nowhere.”', 'D'],
    ['Among them is D, who is 29.\n\nD told us: “I had nowhere.”', 'D'],
    ['One guest, who asked not to be named, came in May. “I had nowhere,” she said.', null],
  ])('%s', (told, name) => {
    expect(namesIn(vicar + told)).toEqual(['Aidan Orme', name]);
  });
});

describe('a relative with one name', () => {
  it.each(['Her partner, Jason, said:', 'Her partner, Quill, said:', "Annika's wife, Quill, said:"])(
    '%s',
    (attribution) => {
      expect(
        extractStatements(blocksOf(`Annika Orme, 41, died on Friday.\n\n${attribution} “Sleep tight.”`)),
      ).toMatchObject([
        { attribution: { name: /\b(Jason|Quill)\b/.exec(attribution)?.[0], organisation: null }, kind: 'family' },
      ]);
    },
  );
});

describe('somebody who wants no name', () => {
  it.each([
    'who asked that her name not be used',
    'who did not want to give her name',
    'who preferred not to give her name',
    'whose name we are not using',
    'who asked for her name to be withheld',
    'who asked us not to print her name',
    'who declined to be identified',
    'who spoke on condition of anonymity',
  ])('is nobody told of before: %s', (wish) => {
    expect(namesIn(`Amy Lee is the manager.\n\nThe manager, ${wish}, said: “It pays for two.”`)).toEqual([null]);
  });

  it('is not whoever gives something else a name', () => {
    expect(namesIn('Amy Lee is the manager.\n\nThe manager, who gave the ship its name, said: “It floats.”')).toEqual([
      'Amy Lee',
    ]);
  });
});

describe('she whom the sentence before is about', () => {
  it.each([
    [
      'bears a name of men and women',
      'Chief Nurse Oluwaseun Quist said it was plain. “They sleep,” she said.',
      'Oluwaseun Quist',
    ],
    [
      'is called by her age and her town',
      'For Amy Lee, who came in May, it was a joy. “I dig,” the 68-year-old from Upper Marl said.',
      'Amy Lee',
    ],
    [
      'is no first name that a table has',
      'For Elowen Trask, who came in May, it was a joy. “I dig,” she said.',
      'Elowen Trask',
    ],
    ['is a body', 'For Kestrel Quist, a landlord, it was a joy. “I dig,” she said.', null],
  ])('%s', (_what, text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });
});

describe('whom a sentence names before somebody does something', () => {
  it.each([
    'Responding to Cllr Quist, the Leader said that it was late.',
    'Responding to Cllr Quist, the Cabinet Member for Roads was clear.',
    'In reply to Cllr Quist, the Leader promised more.',
  ])('does not hold the post behind the name: %s', (told) => {
    const [found] = extractStatements(
      blocksOf(`Cllr Bob Quist voted against.\n\n${told} Cllr Quist said: “I doubt it.”`),
    );
    expect(found?.attribution).toMatchObject({ name: 'Bob Quist', rank: 'Cllr', role: null });
  });

  it('holds the post where a comma closes it', () => {
    const told = 'Thanking Amy Quist, the head of parks, the mayor spoke.';
    const [found] = extractStatements(blocksOf(`${told}\n\nAmy Quist said: “It is green.”`));
    expect(found?.attribution).toMatchObject({ name: 'Amy Quist', role: 'head of parks' });
  });

  it('is the one whom the sentence is about behind letters that no table of ranks has', () => {
    const told =
      '“It was wet,” said Lt Col Amy Lee.\n\nAt the front of the parade was WO2 Kit Quist, Company Sergeant Major of B Company.';
    expect(namesIn(`${told}\n\nHe said: “My knees hurt.”`)).toEqual(['Amy Lee', 'Kit Quist']);
  });
});

describe('a body whose name looks like a person', () => {
  it('is one where more of the name follows', () => {
    const [found] = extractStatements(blocksOf('Historic Places England said: “It is a fine repair.”'));
    expect(found?.attribution).toMatchObject({ name: null, organisation: 'Historic Places England' });
  });

  it('speaks in the block below its name', () => {
    const [found] = extractStatements(
      blocksOf('### Historic Places England\n\n> We are pleased to have supported this fine repair.'),
    );
    expect(found).toMatchObject({
      attribution: { name: null, organisation: 'Historic Places England' },
      kind: 'spokesperson',
    });
  });
});
