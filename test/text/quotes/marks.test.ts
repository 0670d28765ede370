import { describe, expect, it } from 'vitest';
import { readMarks } from '../../../src/text/quotes/statements/marks.ts';

/** The spans of a text in square brackets; one that nothing closes has no right bracket. */
function shown(text: string): string[] {
  return readMarks(text).spans.map(({ from, to, isClosed }) => `[${text.slice(from, to)}${isClosed ? ']' : ''}`);
}

describe('a span between quotation marks', () => {
  it.each([
    ['straight', 'He said: "One." Then "two".', ['[One.]', '[two]']],
    ['curly', 'He said: “One.” Then “two”.', ['[One.]', '[two]']],
    ['opened curly and closed straight', 'He said: “One." Then "two”.', ['[One.]', '[two]']],
    ['facing the wrong way', 'He said: ”One.“', ['[One.]']],
    ['single and straight', "He said: 'One.' Then 'two'.", ['[One.]', '[two]']],
    ['single and curly', 'He said: ‘One.’ Then ‘two’.', ['[One.]', '[two]']],
    ['without a space before it', 'He said:"One."', ['[One.]']],
    ['without a space behind it', 'He said: "One."He left.', ['[One.]']],
    ['with space inside', 'He said: " One " loudly', ['[ One ]']],
    ['with single marks inside', `"They call it 'home', don't they?"`, [`[They call it 'home', don't they?]`]],
    ['with double marks inside single ones', `'They call it "home", no?'`, ['[They call it "home", no?]']],
    ['with its own kind inside', '"They call it "home", no?"', ['[They call it "home", no?]']],
    ['with a nested mark that is never closed', '"They call it "home, no?" he said', ['[They call it "home, no?]']],
    ['that nothing closes', '"One. Two.', ['[One. Two.']],
    [
      'that nothing closes, with a few words of its own kind inside',
      '"He is a "prolific" thief by his own account.',
      ['[He is a "prolific" thief by his own account.'],
    ],
    ['that ends with the mark behind a word', '"We called it "magic" said Jo.', ['[We called it "magic]']],
    ['closed by two single ones', '“One.’’ Two.', ['[One.]']],
    ['between two single ones', "He said: ''One.'' Two.", ['[One.]']],
    ['opened double and closed single at the end', '“One. Don’t.’ ', ['[One. Don’t.]']],
    ['opened single and closed double', '‘One. Don’t.” Two.', ['[One. Don’t.]']],
    ['that nothing closes but what it holds', '“One. He said ‘no.’', ['[One. He said ‘no.’']],
    ['single, that nothing closes', '‘One. Don’t.', ['[One. Don’t.']],
    [
      'single behind a verb and closed double',
      'Dr Orme said ‘It’s not nice. Push hard.”',
      ['[It’s not nice. Push hard.]'],
    ],
    ['single, closed double, and the other way about', `'One," said Jo. "Two.'`, ['[One,]', '[Two.]']],
  ])('is found when it is %s', (_, text, spans) => {
    expect(shown(text)).toEqual(spans);
  });

  it.each([
    ['apostrophes', "Don't take Officers' or the drivers’ word for it, it’s James'."],
    ['elisions', "The '60s, ’90s, rock 'n' roll and 'til death"],
    ['inches', `He is 6'2" tall and the board 4' 10" long`],
    ['a stray closing mark', 'One fine day." The end.'],
    ['nothing', ''],
  ])('is not made by %s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });

  it('in single marks outlives a plural when it began with a sentence', () => {
    expect(shown("'We want residents' homes to be safe,' she said.")).toEqual([
      "[We want residents' homes to be safe,]",
    ]);
  });

  it('in single marks inside a sentence ends with a plural', () => {
    expect(shown("The 'Safer Streets' scheme is James', he says.")).toEqual(['[Safer Streets]']);
  });
});

describe('a stray closing mark', () => {
  it('is told when it stands before every span', () => {
    expect(readMarks('The end." He said: "Go."').stray).toEqual({ at: 8, end: 9 });
  });

  it('is none when it stands behind one', () => {
    expect(readMarks('He said: "Go." The end."').stray).toBeNull();
  });
});
