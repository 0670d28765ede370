import { describe, it } from 'vitest';
import { expectStatements } from '../../support/statements.ts';

describe('who speaks, by what stands before the statement', () => {
  it('knows a detective by rank, name and unit, and leaves the court hearing out', () => {
    expectStatements(
      `A man who stole 40 bicycles was jailed at Harrowmere Crown Court on Monday.

Speaking after the hearing, Detective Constable Jo Smith, of the Harbour CID team, said: “He thought nobody would notice. We did.”`,
      [
        [
          ['He thought nobody would notice. We did.'],
          {
            name: 'Jo Smith',
            rank: 'Detective Constable',
            organisation: 'Harbour CID team',
            asWritten: 'Detective Constable Jo Smith, of the Harbour CID team',
          },
        ],
      ],
    );
  });

  it('reads a post that stands before the name', () => {
    expectStatements(
      `Kestrel Borough Council leader Cllr Jane Doe said: "The bins will be emptied on Thursday."

Kestrel Fire and Rescue Service’s Head of Prevention, Mick O’Neil, said: "Please test your alarm."

Nurse-led clinics open in May. Chief executive of Marl Hospitals NHS Trust Anita Rao added: "It's been a long wait."`,
      [
        [
          ['The bins will be emptied on Thursday.'],
          {
            name: 'Jane Doe',
            rank: 'Cllr',
            role: 'leader',
            organisation: 'Kestrel Borough Council',
            asWritten: 'Kestrel Borough Council leader Cllr Jane Doe',
          },
        ],
        [
          ['Please test your alarm.'],
          {
            name: 'Mick O’Neil',
            role: 'Head of Prevention',
            organisation: 'Kestrel Fire and Rescue Service',
            asWritten: 'Kestrel Fire and Rescue Service’s Head of Prevention, Mick O’Neil',
          },
        ],
        [
          ["It's been a long wait."],
          {
            name: 'Anita Rao',
            role: 'Chief executive',
            organisation: 'Marl Hospitals NHS Trust',
            asWritten: 'Chief executive of Marl Hospitals NHS Trust Anita Rao',
          },
        ],
      ],
    );
  });

  it('keeps a portfolio whole over its commas', () => {
    expectStatements(
      `Councillor Ian Bunn, Cabinet Member for Housing, Planning and Growth at Marl District Council, said: "Forty homes are better than none."`,
      [
        [
          ['Forty homes are better than none.'],
          {
            name: 'Ian Bunn',
            rank: 'Councillor',
            role: 'Cabinet Member for Housing, Planning and Growth',
            organisation: 'Marl District Council',
            asWritten: 'Councillor Ian Bunn, Cabinet Member for Housing, Planning and Growth at Marl District Council',
          },
        ],
      ],
    );
  });

  it('leaves age and home town out of the post, and Mr, Mrs and Ms out of the rank', () => {
    expectStatements(
      `Sarah Jones, 34, from Kempston, said: "I could not believe my eyes."

Mrs Edna Field said: "Nor could I."`,
      [
        [['I could not believe my eyes.'], { name: 'Sarah Jones', asWritten: 'Sarah Jones, 34, from Kempston' }],
        [['Nor could I.'], { name: 'Edna Field', asWritten: 'Mrs Edna Field' }],
      ],
    );
  });

  it('names no spokesperson, but says for whom they speak', () => {
    expectStatements(
      `A spokesperson for Amble Water said: "The main burst at six."

A Marlshire Police spokeswoman said: "The road is shut."

Marlshire Police said in a statement: "Traffic is flowing again."`,
      [
        [
          ['The main burst at six.'],
          { role: null, organisation: 'Amble Water', asWritten: 'A spokesperson for Amble Water' },
        ],
        [
          ['The road is shut.'],
          { role: null, organisation: 'Marlshire Police', asWritten: 'A Marlshire Police spokeswoman' },
        ],
        [['Traffic is flowing again.'], { organisation: 'Marlshire Police', asWritten: 'Marlshire Police' }],
      ],
    );
  });

  it('names nobody for a family, a judge or a passer-by, but keeps the words', () => {
    expectStatements(
      `In a tribute, his family said: “He was the kindest of men.”

Officers thanked the public. Sentencing, Judge Maria Pell told him: “You are a danger on any road.”

The judge added that it was "a miracle" nobody died.`,
      [
        [['He was the kindest of men.'], { asWritten: 'his family' }],
        [['You are a danger on any road.'], { name: 'Maria Pell', rank: 'Judge', asWritten: 'Judge Maria Pell' }],
      ],
    );
  });

  it('takes a statement announced at the end of the paragraph before', () => {
    expectStatements(
      `Environment Minister Rosa Lund said:

“Rivers belong to everybody.

“We will clean them.”`,
      [
        [
          ['Rivers belong to everybody.', 'We will clean them.'],
          { name: 'Rosa Lund', role: 'Environment Minister', asWritten: 'Environment Minister Rosa Lund' },
        ],
      ],
    );
  });

  it('takes a name and a colon without a verb', () => {
    expectStatements('Tom Brown, chief executive of Marl Homes: "A good day for tenants."', [
      [
        ['A good day for tenants.'],
        {
          name: 'Tom Brown',
          role: 'chief executive',
          organisation: 'Marl Homes',
          asWritten: 'Tom Brown, chief executive of Marl Homes',
        },
      ],
    ]);
  });

  it('knows clergy, soldiers, doctors, judges and peers', () => {
    expectStatements(
      `The Rev Canon Peter Brown, of St Olave's Church, said: "All are welcome."

Lt Col Mark Evans, Commanding Officer of 33 Marl Regiment, said: "My soldiers filled 9,000 sandbags."

Dr Ann Lee, clinical lead at Marl Hospitals NHS Trust, said: "Wash your hands."

Mr Justice Cavan said: "The order is refused."

Dame Hilary Stone DBE said: "I am thrilled."`,
      [
        [
          ['All are welcome.'],
          {
            name: 'Peter Brown',
            rank: 'Rev Canon',
            organisation: "St Olave's Church",
            asWritten: "The Rev Canon Peter Brown, of St Olave's Church",
          },
        ],
        [
          ['My soldiers filled 9,000 sandbags.'],
          {
            name: 'Mark Evans',
            rank: 'Lt Col',
            role: 'Commanding Officer',
            organisation: '33 Marl Regiment',
            asWritten: 'Lt Col Mark Evans, Commanding Officer of 33 Marl Regiment',
          },
        ],
        [
          ['Wash your hands.'],
          {
            name: 'Ann Lee',
            rank: 'Dr',
            role: 'clinical lead',
            organisation: 'Marl Hospitals NHS Trust',
            asWritten: 'Dr Ann Lee, clinical lead at Marl Hospitals NHS Trust',
          },
        ],
        [['The order is refused.'], { name: 'Cavan', rank: 'Mr Justice', asWritten: 'Mr Justice Cavan' }],
        [['I am thrilled.'], { name: 'Hilary Stone', rank: 'Dame', asWritten: 'Dame Hilary Stone DBE' }],
      ],
    );
  });
});

describe('who speaks, by what follows the statement', () => {
  it('takes the name behind the verb', () => {
    expectStatements(
      '“We are delighted,” said Sgt Amy Lee, from the Rural Crime Team, after the verdict. Call 101 with information.',
      [
        [
          ['We are delighted'],
          {
            name: 'Amy Lee',
            rank: 'Sgt',
            organisation: 'Rural Crime Team',
            asWritten: 'Sgt Amy Lee, from the Rural Crime Team',
          },
        ],
      ],
    );
  });

  it('takes the name before the verb', () => {
    expectStatements('"It was over in seconds," Crew Commander Paul Day said afterwards.', [
      [['It was over in seconds'], { name: 'Paul Day', rank: 'Crew Commander', asWritten: 'Crew Commander Paul Day' }],
    ]);
  });

  it('takes a source and a signature', () => {
    expectStatements(
      `"The bridge is safe," according to Professor Una Gray.

"I love my flat." – Ray Pitt, resident

> The scheme keeps me warm. — Iris Moon, tenant

> And it is cheap.

— Bob Hart, caretaker, Marl Homes`,
      [
        [['The bridge is safe'], { name: 'Una Gray', rank: 'Professor', asWritten: 'Professor Una Gray' }],
        [['I love my flat.'], { name: 'Ray Pitt', role: 'resident', asWritten: 'Ray Pitt' }],
        [['The scheme keeps me warm.'], { name: 'Iris Moon', role: 'tenant', asWritten: 'Iris Moon' }],
        [
          ['And it is cheap.'],
          {
            name: 'Bob Hart',
            role: 'caretaker',
            organisation: 'Marl Homes',
            asWritten: 'Bob Hart, caretaker, Marl Homes',
          },
        ],
      ],
    );
  });

  it('does not take a report of something else for an attribution', () => {
    expectStatements('“Nobody should live in fear.”\n\nInsp Bell said the patrols would go on until May.', [
      [['Nobody should live in fear.'], {}],
    ]);
  });
});

describe('whoever speaks is a person although no table knows the name', () => {
  it.each([
    ['Izzi Thorne and Dev Banerjee, who ran, said in a joint statement', 'Izzi Thorne and Dev Banerjee'],
    ['Ruby Anstruther and Calx Moffat said', 'Ruby Anstruther and Calx Moffat'],
    ['In a joint letter Amy Lee and Jo Bell said', 'Amy Lee and Jo Bell'],
  ])('beside somebody whose it does: %s', (lead, name) => {
    expectStatements(`${lead}: “We are glad of it.”`, [[['We are glad of it.'], { name, asWritten: name }]]);
  });

  it('behind an age, and before a number', () => {
    expectStatements('One of the members, 15-year-old Kaydon, said: “We are glad of it.”', [
      [['We are glad of it.'], { name: 'Kaydon', asWritten: '15-year-old Kaydon' }],
    ]);
    expectStatements('- “We are glad of it.” — Philomena Gahan, no. 14', [
      [['We are glad of it.'], { name: 'Philomena Gahan', asWritten: 'Philomena Gahan, no. 14' }],
    ]);
  });
});
