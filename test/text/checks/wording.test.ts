import { describe, expect, it } from 'vitest';
import { checksOf, wordsAtFault } from '../../support/checked.ts';

describe('a sentence that begins small', () => {
  it.each([
    'He left. de la Cruz Phones had bought it.',
    'He left. van der Meer is her name.',
    'He left. www.fenwick.example has more. ap Rhys was there.',
    'He left. https://www.fenwick.example has more.\n\n<https://www.fenwick.example>',
    'It fell. adidas has given shoes. “ein telyn ni” is carved on it.',
    'It is of silver. Cf. the one at Ely, fig. two and vol. three.',
  ])('is none where a name does: %s', (body) => {
    expect(wordsAtFault('sentence-lower-case', { body })).toEqual([]);
  });

  it.each([
    'There will never be another Zeus... but we try.',
    '"It has got a real wheel!" shouted Albie, who is five.',
    '“Is it real?” asked Albie.',
  ])('is none that goes on: %s', (body) => {
    expect(wordsAtFault('sentence-lower-case', { body })).toEqual([]);
  });

  it('is one where a word stands that a name could have', () => {
    expect(wordsAtFault('sentence-lower-case', { body: 'He left. den building is fun. van drivers know.' })).toEqual([
      'd',
      'v',
    ]);
  });
});

describe('a quotation mark', () => {
  it('is none behind feet and inches, inside a statement too', () => {
    const body = '"We came," said Ron, whose 6\' 2" frame fills a door. "My wife\'s 5\'1", so I\'ve the better view."';
    expect(wordsAtFault('quote-unclosed', { body })).toEqual([]);
  });
});

describe('a statement', () => {
  it('has no speaker where only a pronoun of nobody says it', () => {
    const body = 'Crews were called out.\n\n"The top inch is warm and the rest is very cold," they said. It rained.';
    expect(wordsAtFault('quote-without-speaker', { body })).toEqual([
      '"The top inch is warm and the rest is very cold,"',
    ]);
  });

  it('that nobody says is told once, also in two parts', () => {
    const body =
      'Crews came.\n\n"The top inch is warm and the rest is cold," they said. "It takes your very breath away."';
    expect(wordsAtFault('quote-without-speaker', { body })).toHaveLength(1);
  });

  it.each([
    'The plaque reads: "Ada Field, baker and suffragette, lived in this house."',
    'There are signs that say "Please do not feed the gulls any more."',
    'When officers arrested him he told them: "That is not mine, I found it there."',
    '> "Everybody deserves a front door of their own."\n\nJo Marsh said: "Everybody deserves a front door of their own."',
  ])('has its speaker in the words before it, or elsewhere: %s', (body) => {
    expect(wordsAtFault('quote-without-speaker', { body })).toEqual([]);
  });
});

describe('a summary', () => {
  it.each(['-', '…', '  ', 'n/a', 'None', 'TBC'])('of %j is missing', (summary) => {
    expect(checksOf({ summary }).filter(({ id }) => id === 'summary-missing')).toHaveLength(1);
  });
});

describe('a summary that is the title again', () => {
  it('may write its marks otherwise', () => {
    const release = { title: "Santa's route: when to see him", summary: 'Santa’s route – when to see him' };
    expect(wordsAtFault('summary-repeats-title', release)).toHaveLength(1);
  });
});

describe('a title', () => {
  it.each(['Update', 'Appeal'])('of one word says too little: %s', (title) => {
    expect(wordsAtFault('title-short', { title })).toEqual(['']);
  });

  it.each(['Bridge opens', 'Rhybudd llifogydd'])('of two says enough: %s', (title) => {
    expect(wordsAtFault('title-short', { title })).toEqual([]);
  });
});

describe('an acronym', () => {
  it('is looked for in the title and the summary as well, and told where it stands first', () => {
    const release = { title: 'Views wanted on the TTRO', summary: 'A TTRO and an SHLAA are out.', body: 'The SHLAA.' };
    expect(wordsAtFault('acronym-unexplained', release)).toEqual(['TTRO', 'SHLAA']);
  });

  it('is none behind a name, where honours and memberships stand', () => {
    expect(
      wordsAtFault('acronym-unexplained', { body: 'Ruth Field KCVO and Jo Marsh, MRTPI, spoke. Ann Orme FRCOG too.' }),
    ).toEqual([]);
  });
});

describe('a word in capitals', () => {
  it.each(['UPDATE: Ellie is found', 'Race in May, DATE TBA', 'Bring ALERT dogs, and stay alert'])(
    'is no acronym: %s',
    (title) => {
      expect(wordsAtFault('acronym-unexplained', { title })).toEqual([]);
    },
  );
});

describe('a banned phrase', () => {
  it('is one with a hyphen, another apostrophe or over a line end too, and has its place in the title', () => {
    const bannedPhrases = ['world class', "we're excited"];
    const release = { bannedPhrases, title: 'A world-class pier', body: 'World\nclass. We’re excited.' };
    expect(wordsAtFault('banned-phrase', release)).toEqual(['world-class', 'World\nclass', 'We’re excited']);
  });
});

describe('alternative text', () => {
  it.each(['IMG_4471.jpg', 'image', 'photo 2', 'DSC00123', 'untitled-1', 'logo.png'])(
    'that says %j is missing',
    (alt) => {
      const body = `![${alt}](https://www.fenwick.example/a.jpg)`;
      expect(wordsAtFault('image-alt-missing', { body })).toEqual([body]);
      expect(
        checksOf({ image: { url: 'https://www.fenwick.example/a.jpg', alt } }).map(({ id, pointer }) => [id, pointer]),
      ).toEqual([['image-alt-missing', '/image/alt']]);
    },
  );

  it('may speak of a photograph', () => {
    const body = '![A photo of the bridge in 1903](https://www.fenwick.example/a.jpg)';
    expect(wordsAtFault('image-alt-missing', { body })).toEqual([]);
  });
});

describe('a part for newsrooms', () => {
  it.each([
    ['For further information, journalists should contact the press office.', ['For further information, journalists']],
    ['Journalists can call 01632 960 101.', ['Journalists can']],
    ['For more details, media should ring us.', ['For more details, media']],
  ])('%s', (body, expected) => {
    expect(wordsAtFault('notes-to-editors', { body })).toEqual(expected);
  });

  it.each(['For further information, call us.', 'Journalists were there to see it.'])('is not: %s', (body) => {
    expect(wordsAtFault('notes-to-editors', { body })).toEqual([]);
  });
});

describe('a template', () => {
  it.each([
    ['Police stopped XX drivers, and £XX was found.', ['XX', '£XX']],
    ['Write to Cllr X about it. (Insert quote here)', ['Cllr X', '(Insert quote here)']],
    ['It opens on XX/XX/2024 or dd/mm/yyyy.', ['XX/XX/2024', 'dd/mm/yyyy']],
    ['Click or tap here to enter text.', ['Click or tap here to enter text']],
    ['INSERT QUOTE from the leader. It costs £xxx million.', ['INSERT QUOTE', '£xxx']],
  ])('%s', (body, expected) => {
    expect(wordsAtFault('template-leftover', { body })).toEqual(expected);
  });

  it.each([
    'Super Bowl XX was in 1986. See you soon xx.',
    'Insert the card here to pay.',
    'Malcolm X spoke; Generation X listened.',
    'The TK MAXX store in FELIXX Street is open.',
  ])('%s', (body) => {
    expect(wordsAtFault('template-leftover', { body })).toEqual([]);
  });
});
