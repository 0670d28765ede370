import { describe, it } from 'vitest';
import { expectStatements } from '../../support/statements.ts';

const BELL = { name: 'Ruth Bell', rank: 'Inspector', organisation: 'Marl roads unit' };

describe('a speaker who is named in full elsewhere', () => {
  it('is found by rank and surname', () => {
    expectStatements(
      `Inspector Ruth Bell, of the Marl roads unit, said: "Slow down."

Two drivers were fined.

Insp Bell added: "It really is that simple."`,
      [
        [['Slow down.'], { ...BELL, asWritten: 'Inspector Ruth Bell, of the Marl roads unit' }],
        [['It really is that simple.'], { ...BELL, asWritten: 'Insp Bell' }],
      ],
    );
  });

  it('is found although the full name comes later, or only in the narration', () => {
    expectStatements(
      `"No excuses," said PC Brown.

PC Amy Brown, from the Rural Crime Team, has been an officer for ten years.

Mr Field said: "She is very good."

Noah Field, 70, lost two tractors in May.`,
      [
        [['No excuses'], { name: 'Amy Brown', rank: 'PC', organisation: 'Rural Crime Team', asWritten: 'PC Brown' }],
        [['She is very good.'], { name: 'Noah Field', asWritten: 'Mr Field' }],
      ],
    );
  });

  it('is found by a first name', () => {
    expectStatements('Louise Knight, head of fundraising, opened the ward.\n\nLouise said: "Thank you all."', [
      [['Thank you all.'], { name: 'Louise Knight', role: 'head of fundraising', asWritten: 'Louise' }],
    ]);
  });

  it('is found by a pronoun, which means whoever spoke last', () => {
    expectStatements(
      `Inspector Ruth Bell, of the Marl roads unit, said: "Slow down."

The limit has been 20mph since June.

She said: "Look at the signs."`,
      [
        [['Slow down.'], { ...BELL, asWritten: 'Inspector Ruth Bell, of the Marl roads unit' }],
        [['Look at the signs.'], { ...BELL, asWritten: 'She' }],
      ],
    );
  });

  it('is found by a pronoun that means somebody introduced since', () => {
    expectStatements(
      `Inspector Ruth Bell, of the Marl roads unit, said: "Slow down."

Insp Bell's colleague PC Omar Shah will visit schools. “I bring my helmet,” he said.`,
      [
        [['Slow down.'], { ...BELL, asWritten: 'Inspector Ruth Bell, of the Marl roads unit' }],
        [['I bring my helmet'], { name: 'Omar Shah', rank: 'PC', asWritten: 'he' }],
      ],
    );
  });

  it('is not another person of another name', () => {
    expectStatements('PC Amy Brown said: "One."\n\nThey searched.\n\nPC Alan Brown said: "Two words."', [
      [['One.'], { name: 'Amy Brown', rank: 'PC', asWritten: 'PC Amy Brown' }],
      [['Two words.'], { name: 'Alan Brown', rank: 'PC', asWritten: 'PC Alan Brown' }],
    ]);
  });
});

describe('an organisation that is named in full elsewhere', () => {
  it('is found by what kind of body it is', () => {
    expectStatements(
      `Marlshire County Council will mend the road. Cllr Sue Ames, the county council's Cabinet Member for Highways, said: "At last."`,
      [
        [
          ['At last.'],
          {
            name: 'Sue Ames',
            rank: 'Cllr',
            role: 'Cabinet Member for Highways',
            organisation: 'Marlshire County Council',
            asWritten: "Cllr Sue Ames, the county council's Cabinet Member for Highways",
          },
        ],
      ],
    );
  });

  it('stays unknown when two bodies could be meant', () => {
    expectStatements(
      'Marl Borough Council and Kestrel Borough Council agree. A council spokesman said: "We are glad of it."',
      [[['We are glad of it.'], { role: null, asWritten: 'A council spokesman' }]],
    );
  });
});
