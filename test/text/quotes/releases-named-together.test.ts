import { describe, expect, it } from 'vitest';
import { expectStatements } from '../../support/statements.ts';

describe('a speaker whom narration names beside others', () => {
  it.each([
    ['Aisha and Zainab Malik ran.', 'Aisha, now 17,', { name: 'Aisha Malik', asWritten: 'Aisha, now 17' }],
    [
      'Marl Homes chair Ron Hill and head of care Amy Lee came.',
      'Amy',
      { name: 'Amy Lee', role: 'head of care', asWritten: 'Amy' },
    ],
    [
      'At the ceremony Amy Lee, who heads the appeal, told guests of it.',
      'she',
      { name: 'Amy Lee', role: 'heads the appeal', asWritten: 'she' },
    ],
    ['Cllr Jack Cross-Hart was there.', 'Cllr Hart', { name: 'Jack Cross-Hart', rank: 'Cllr', asWritten: 'Cllr Hart' }],
    [
      'It was opened by Marlshire’s Lord Lieutenant Amy Lee.',
      'the Lord Lieutenant',
      { name: 'Amy Lee', role: 'Lord Lieutenant', asWritten: 'the Lord Lieutenant' },
    ],
    [
      'Sir Rob Lee MP came to see it.',
      'the Minister',
      { name: 'Rob Lee', rank: 'Sir', role: 'Minister', asWritten: 'the Minister' },
    ],
    [
      'Marl father Rob Lee lost his son.',
      'The softly spoken dad',
      { name: 'Rob Lee', role: 'father', asWritten: 'The softly spoken dad' },
    ],
    [
      'It was switched on by the Bishop of Marl, the Rt Revd Amy Lee.',
      'the Bishop',
      { name: 'Amy Lee', rank: 'Rt Revd', role: 'Bishop of Marl', asWritten: 'the Bishop' },
    ],
    [
      'It was paid for from the budget of the Police and Crime Commissioner, Amy Lee.',
      'the Commissioner',
      { name: 'Amy Lee', role: 'Police and Crime Commissioner', asWritten: 'the Commissioner' },
    ],
    [
      'He rang 999 under the instructions of call handler Amy Lee.',
      'Amy',
      { name: 'Amy Lee', role: 'call handler', asWritten: 'Amy' },
    ],
    [
      'The Dean of Marl – the Very Revd Amy Lee – came.',
      'the Dean',
      { name: 'Amy Lee', rank: 'Very Revd', role: 'Dean of Marl', asWritten: 'the Dean' },
    ],
    [
      'Beverley Lee has been shop manager since 2016.',
      'Bev',
      { name: 'Beverley Lee', role: 'shop manager', asWritten: 'Bev' },
    ],
    ['When it was over a blushing Amy Lee left.', 'Amy', { name: 'Amy Lee', asWritten: 'Amy' }],
  ])('is found: %s', (narration, subject, attribution) => {
    expectStatements(`${narration}\n\n“We are glad of it,” ${subject} said.`, [
      [['We are glad of it'], { organisation: null, ...attribution }],
    ]);
  });

  it('is found in a heading', () => {
    expectStatements('### Amy Lee, Crown Prosecutor\n\nAmy won a prize.\n\nAmy said: “We are glad of it.”', [
      [['We are glad of it.'], { name: 'Amy Lee', role: 'Crown Prosecutor', asWritten: 'Amy' }],
    ]);
  });

  it('is two who spoke together', () => {
    expectStatements(
      'Headteachers Amy Lee and Jo Bell said: "We are glad."\n\nIt is a good report.\n\nThe co-headteachers added: "She was right."',
      [
        [['We are glad.'], { name: 'Amy Lee and Jo Bell', role: 'Headteachers', asWritten: 'Amy Lee and Jo Bell' }],
        [['She was right.'], { name: 'Amy Lee and Jo Bell', role: 'Headteachers', asWritten: 'The co-headteachers' }],
      ],
    );
  });

  it('is two of whom the second has a post between commas', () => {
    expectStatements('The leaders of Marl and Hale, Amy Lee, and the Mayor of Hale, Jo Bell, said: "We are glad."', [
      [['We are glad.'], { name: 'Amy Lee and Jo Bell', asWritten: expect.any(String) }],
    ]);
  });
});

describe('they', () => {
  it('may be one of whom the sentence before tells', () => {
    expectStatements('Jo Bell is director at Marl Gas Networks.\n\nThey said: "We are glad."', [
      [['We are glad.'], { name: 'Jo Bell', role: 'director', organisation: 'Marl Gas Networks', asWritten: 'They' }],
    ]);
  });

  it('may be two whom it names together', () => {
    expectStatements('Jo Bell and Amy Lee run the shop.\n\nThey said: "We are glad."', [
      [['We are glad.'], { name: 'Jo Bell and Amy Lee', asWritten: 'They' }],
    ]);
  });
});
