import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

/** Whoever speaks, with the pronoun for them. */
const PEOPLE = [
  ['Helen Marsh, Chief Executive of Tarn Housing', 'Helen Marsh', 'she'],
  ['Inspector Rob Dean of the Marl roads unit', 'Rob Dean', 'he'],
  ['Dr Zoë Hart', 'Zoë Hart', 'she'],
  ['Councillor Peter van der Berg', 'Peter van der Berg', 'he'],
] as const;

/** Forms of one statement: `@` is whoever makes it, `~` the pronoun. */
const FORMS = {
  announced: '@ said: “We have waited for this. It was worth it.”',
  'announced above': '@ said:\n\n“We have waited for this. It was worth it.”',
  'said behind': '“We have waited for this, and it was worth it,” said @.',
  'said by a pronoun': '@ cut the ribbon. “We have waited for this, and it was worth it,” ~ said.',
  broken: '“We have waited for this,” said @. “It was worth it.”',
  'of two paragraphs': '@ said: “We have waited for this.\n\n“It was worth it.”',
} as const;

/** What is done to marks; a form where the words no longer tell where they begin or end is left out. */
const DAMAGES: readonly [name: string, damage: (text: string) => string, except?: readonly (keyof typeof FORMS)[]][] = [
  ['straight', (text) => text.replace(/[“”]/g, '"')],
  ['single and straight', (text) => text.replace(/[“”]/g, "'")],
  ['single and curly', (text) => text.replaceAll('“', '‘').replaceAll('”', '’')],
  ['two single ones', (text) => text.replace(/[“”]/g, "''")],
  ['all facing the same way', (text) => text.replaceAll('“', '”')],
  ['read in the wrong encoding', (text) => text.replaceAll('“', 'â€œ').replaceAll('”', 'â€\u009d')],
  ['replaced by a character that stands for nothing', (text) => text.replace(/[“”]/g, '\ufffd')],
  ['closed by a single one', (text) => text.replaceAll('”', "'")],
  ['parted from their words', (text) => text.replaceAll('“', '“ ').replaceAll('”', ' ”')],
  ['not closed', (text) => text.replaceAll('”', '')],
  ['not closed the first time', (text) => text.replace('”', '')],
  ['not opened', (text) => text.replace('“', ''), ['broken']],
  ['not opened again', (text) => text.replace(/(“[^“]*)“/, '$1'), ['broken']],
  ['missing', (text) => text.replace(/[“”]/g, ''), ['said behind', 'said by a pronoun', 'broken', 'of two paragraphs']],
];

const WORDS = 'We have waited for this';
const LAST = /it was worth it\.?$/i;

function read(markdown: string): unknown[] {
  return extractStatements(renderMarkdown(markdown).blocks).map(({ attribution, text }) => [
    attribution.name,
    text.startsWith(WORDS),
    LAST.test(text),
  ]);
}

describe('a statement whose marks are', () => {
  it.each(DAMAGES)('%s is read as if they were whole', (_, damage, except = []) => {
    for (const [form, text] of Object.entries(FORMS).filter(([name]) => !except.some((each) => each === name))) {
      const found = PEOPLE.map(([intro, , pronoun]) =>
        read(
          `The bridge is open.\n\n${damage(text.replace('@', intro).replace('~', pronoun))}\n\nIt was built in May.`,
        ),
      );
      expect([form, found]).toEqual([form, PEOPLE.map(([, name]) => [[name, true, true]])]);
    }
  });
});

describe('where a mark is missing', () => {
  it.each([
    ['before an attribution', '“We saw the tears, she said.', ['We saw the tears']],
    ['before an exclamation of whom', '“What a day! said Jo Bell.', ['What a day!']],
    ['before a signature', '“It is a home. – Jo Bell, Tarn Housing', ['It is a home.']],
    [
      'before whoever speaks next',
      'Jo Bell said: “It is done. Amy Lee said: “So it is.”',
      ['It is done.', 'So it is.'],
    ],
    [
      'a paragraph earlier',
      '“It is late in the day.\n\nIt is not too late, said Jo Bell.',
      ['It is late in the day.\n\nIt is not too late'],
    ],
  ])('%s, the words end there', (_, markdown, texts) => {
    expect(extractStatements(renderMarkdown(markdown).blocks).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    'Jo Bell said: “It needs a surgeon, I am glad to say. What it gives is time.\n\n“It is new.”',
    'Jo Bell said: “We sat up with her, told daft stories and laughed.\n\n“It is new.”',
    'Jo Bell said: “It must, the court told us, be put right.\n\n“It is new.”',
  ])('no words inside a statement are taken for an attribution: %s', (markdown) => {
    expect(extractStatements(renderMarkdown(markdown).blocks).map(({ paragraphs }) => paragraphs.length)).toEqual([2]);
  });
});

describe('a name whose accents are characters of their own', () => {
  it('is read to its end, and the statement keeps its place', () => {
    const source = 'PC Ann Be\u0301r said: "The cafe\u0301 was open."';
    const [found] = extractStatements(renderMarkdown(source).blocks);
    expect(found).toMatchObject({ attribution: { name: 'Ann B\u00e9r' }, text: 'The caf\u00e9 was open.' });
    expect(source.slice(found?.start, found?.end)).toBe('The cafe\u0301 was open.');
  });
});
