import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

describe('words that no verb of speech announces', () => {
  it.each([
    ['Quill Bem was first through the door. Her verdict: “Worth every year.”', 'Quill Bem'],
    ['Moira Kilbride’s message to anybody who hesitates is simple: “Ring us.”', 'Moira Kilbride'],
    ['The message from Tavish Orde, who led the search: “Check the tide table.”', 'Tavish Orde'],
    ['“Better late than never,” was Hanneke Cole’s reaction.', 'Hanneke Cole'],
    ['Duncan Ferris shook his head. “Once is plenty,” was his reply.', 'Duncan Ferris'],
    ['“I would do it again,” is Osric Dean’s verdict on sixty years of ringing.', 'Osric Dean'],
  ])('%s', (told, name) => {
    expect(namesIn(told)).toEqual([name]);
  });

  it('are not what several have for a motto', () => {
    expect(namesIn('Their motto: “Mud is good.”')).toEqual([]);
  });

  it('are a sentence between dashes with its attribution, whatever letter it begins with', () => {
    const told = 'The casualties were treated by Dr Beth Nance –';
    expect(
      namesIn(`${told} “cold is sneaky, people stop shivering and say so”, she explained – and went home.`),
    ).toEqual(['Beth Nance']);
    expect(
      namesIn(`${told} “the happiest and the worst-paid years of my life” – said that she hoped for rain.`),
    ).toEqual([]);
  });
});

describe('what somebody does behind words', () => {
  it.each([
    ['“I thought they were joking!” exclaimed a stunned Suki Anand.', ['Suki Anand']],
    ['“Never again,” groaned an exhausted but happy Brenda Coyle.', ['Brenda Coyle']],
    ['“Watch your heads!” yells guide Rob Shaw, leading us down.', ['Rob Shaw']],
    ['“Never in my life,” spluttered 90-year-old Ken Ashby when he was handed the keys.', ['Ken Ashby']],
    ['“He snores,” reveals Ines Rowe. “I do not,” protests husband Carl Rowe.', ['Ines Rowe', 'Carl Rowe']],
    ['“Cracking,” was all that Pat Lowe could say.', ['Pat Lowe']],
    ['“Put the kettle on,” came the cry from Mo Tarrant.', ['Mo Tarrant']],
    ['“Every plank has a story” – so says boatbuilder Ewa Lis.', ['Ewa Lis']],
    ['The so-called “Golden Mile” needs Jo Bell and her paint. It was “a fine, wide road” named Bell Street.', []],
    ['Amit Vale was asked. “No.” He shrugged. “Not yet.”', ['Amit Vale']],
    ['“We did it!” Bob Moss cheered.', ['Bob Moss']],
  ])('is a way to say them: %s', (told, names) => {
    expect(namesIn(told)).toEqual(names);
  });

  it('is a new sentence where somebody else is told before them', () => {
    const first = 'Dafydd Emlyn laughs. “She does the sums and I do the shouting.”';
    expect(namesIn(`${first} His wife Nerys nods. “He does the shouting,” she agrees.`)).toEqual([
      'Dafydd Emlyn',
      'Nerys',
    ]);
  });
});

describe('who pleads before a court', () => {
  it.each(['prosecuting', 'for the Health and Safety Executive'])('is no witness: %s', (post) => {
    expect(namesIn(`Piers Collin, ${post}, told magistrates: “This was greed, and nothing else.”`)).toEqual([
      'Piers Collin',
    ]);
  });

  it('is nobody of whom it is not said', () => {
    expect(namesIn('Piers Collin, of Tern Walk, told magistrates: “I never touched it, and nothing else.”')).toEqual(
      [],
    );
  });
});
