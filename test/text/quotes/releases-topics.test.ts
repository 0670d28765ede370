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
    ['where they work', 'Vet Ivo Lund, of Garth Farm Vets, went into the water.', 'Ivo Lund'],
  ])('is known behind %s', (_what, told, name) => {
    expect(namesIn(`${BEFORE}${told}\n\n“I dropped it,” ${name === 'Ivo Lund' ? 'he' : 'she'} said.`)).toEqual([
      'Robin Orme',
      name,
    ]);
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
