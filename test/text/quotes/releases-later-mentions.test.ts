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

  it.each([
    ['Amy Field, from Hale, was treated.', 'She added'],
    ['Joan Oakes, 34, of Mill Lane, was jailed for five years.', 'She said'],
  ])('is found by a pronoun that cannot mean whom the text tells of: %s', (narration, subject) => {
    expectStatements(
      `Inspector Ruth Bell, of the Marl roads unit, said: "Slow down."\n\n${narration}\n\n${subject}: "Look at the signs."`,
      [
        [['Slow down.'], { ...BELL, asWritten: 'Inspector Ruth Bell, of the Marl roads unit' }],
        [['Look at the signs.'], { ...BELL, asWritten: 'She' }],
      ],
    );
  });

  it.each([
    ['Dr Amy Field', 'The doctor', 'Dr'],
    ['Detective Sergeant Amy Field', 'The detective', 'Detective Sergeant'],
  ])('is found by what those of a rank are called: %s', (introduced, called, rank) => {
    expectStatements(`${introduced} said: "Slow down."\n\nIt rained.\n\n${called} said: "Look at the signs."`, [
      [['Slow down.'], { name: 'Amy Field', rank, asWritten: introduced }],
      [['Look at the signs.'], { name: 'Amy Field', rank, asWritten: called }],
    ]);
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

describe('a statement that nobody is said to make', () => {
  it('is of whom the sentence before it is about', () => {
    expectStatements(
      'Cllr Bob Nuttall, who chairs the panel, said that she was the best candidate. "She will be superb in this job."',
      [
        [
          ['She will be superb in this job.'],
          {
            name: 'Bob Nuttall',
            rank: 'Cllr',
            role: 'chairs the panel',
            asWritten: 'Cllr Bob Nuttall, who chairs the panel',
          },
        ],
      ],
    );
  });

  it('is of whom the paragraph above it is about', () => {
    expectStatements('Joan Petty, 79, runs the knitting group.\n\n"I come for the chat and I stay for the cake."', [
      [['I come for the chat and I stay for the cake.'], { name: 'Joan Petty', asWritten: 'Joan Petty, 79' }],
    ]);
  });
});

describe('a statement behind a sentence about somebody known', () => {
  const opening = 'Inspector Ruth Bell, of the Marl roads unit, said: "Slow down."\n\nTwo drivers were fined.\n\n';
  const first = [['Slow down.'], { ...BELL, asWritten: 'Inspector Ruth Bell, of the Marl roads unit' }] as const;

  it.each([
    ['Insp Bell believed that more would follow. "There are always some who do not look."', 'Insp Bell'],
    ['She was proud of her team. "There are always some who do not look."', 'She'],
    ['She sees it every week:\n\n"There are always some who do not look."', 'She'],
    ['The inspector had seen it all before:\n\n"There are always some who do not look."', 'The inspector'],
  ])('is theirs: %s', (narration, asWritten) => {
    expectStatements(opening + narration, [
      first,
      [['There are always some who do not look.'], { ...BELL, asWritten }],
    ]);
  });

  it('is a new one when the sentence tells more than who speaks', () => {
    expectStatements(
      `${opening}"One stopped," said Insp Bell. She went on to describe how the others ran. "They left their shoes."`,
      [
        first,
        [['One stopped'], { ...BELL, asWritten: 'Insp Bell' }],
        [['They left their shoes.'], { ...BELL, asWritten: 'She' }],
      ],
    );
  });

  it('goes on when the sentence tells no more', () => {
    expectStatements(`${opening}"One stopped," said Insp Bell. She went on to say: "The others left their shoes."`, [
      first,
      [['One stopped. The others left their shoes.'], { ...BELL, asWritten: 'Insp Bell' }],
    ]);
  });

  it('is not of whom the line below leads to', () => {
    expectStatements(
      `${opening}Cllr Bob Nuttall was glad of it:\n\n"It is about time."\n\nPC Amy Brown was glad, too:\n\n"We need this."`,
      [
        first,
        [['It is about time.'], { name: 'Bob Nuttall', rank: 'Cllr', asWritten: 'Cllr Bob Nuttall' }],
        [['We need this.'], { name: 'Amy Brown', rank: 'PC', asWritten: 'PC Amy Brown' }],
      ],
    );
  });
});

describe('the body of whoever speaks', () => {
  it('is the one force that the release names, under the address of another body', () => {
    expectStatements('Marl Police and the council met. DS Mo Ali said: "Somebody knows who did this."', [
      [
        ['Somebody knows who did this.'],
        { name: 'Mo Ali', rank: 'DS', organisation: 'Marl Police', asWritten: 'DS Mo Ali' },
      ],
    ]);
  });

  it('is the one school or prison that the release names', () => {
    expectStatements('HMP Marsham has won. Governor Fiona Hall said: "They grew every one of these."', [
      [
        ['They grew every one of these.'],
        { name: 'Fiona Hall', role: 'Governor', organisation: 'HMP Marsham', asWritten: 'Governor Fiona Hall' },
      ],
    ]);
  });
});
