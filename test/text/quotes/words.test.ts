import { describe, expect, it } from 'vitest';
import { sentenceStarts, wordsOf } from '../../../src/text/quotes/words.ts';

describe('words', () => {
  it('keep their apostrophes, hyphens and strokes, and stand where the text has them', () => {
    expect(wordsOf('T/DCI O’Neil, of A&E & "co-op"', 2)).toEqual([
      { text: 'DCI', start: 2, end: 5 },
      { text: 'O’Neil', start: 6, end: 12 },
      { text: 'of', start: 14, end: 16 },
      { text: 'A&E', start: 17, end: 20 },
      { text: '&', start: 21, end: 22 },
      { text: 'co-op', start: 24, end: 29 },
    ]);
  });
});

describe('sentences', () => {
  it.each([
    ['Insp. Shaw and Cllr. J. Smith of St. Neots said no. They left.', ['They left.']],
    ['The Ven. Ivo Bell, y Parch. Nia Bell and y Cyng. Huw Bell came.', []],
    ['Who? Me! “Go.” And so…  on', ['Me! “Go.” And so…  on', '“Go.” And so…  on', 'And so…  on', 'on']],
    ['It cost £1.5 million at example.org', []],
    ['', []],
  ])('of %j start behind full stops that end one', (text, rest) => {
    expect(sentenceStarts(text).map((start) => text.slice(start))).toEqual([text, ...rest]);
  });
});
