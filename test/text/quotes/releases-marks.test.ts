import { describe, it } from 'vitest';
import { expectStatements } from '../../support/statements.ts';

const LEE = { name: 'Amy Lee', rank: 'Sgt', asWritten: 'Sgt Amy Lee' };

describe('untidy quotation marks', () => {
  it('may open curly and close straight, and the other way round', () => {
    expectStatements('Sgt Amy Lee said: “One fine day." They left. Sgt Lee said: "Another fine day.”', [
      [['One fine day.'], LEE],
      [['Another fine day.'], { ...LEE, asWritten: 'Sgt Lee' }],
    ]);
  });

  it('may all face the wrong way', () => {
    expectStatements('Sgt Amy Lee said: ”One fine day.“', [[['One fine day.'], LEE]]);
  });

  it('may be single, with apostrophes and plurals inside', () => {
    expectStatements(
      `'We want residents' homes to be safe, and we're sure they'll be,' said Sgt Amy Lee. ‘It’s the drivers’ choice.’`,
      [[["We want residents' homes to be safe, and we're sure they'll be. It’s the drivers’ choice."], LEE]],
    );
  });

  it('may be single over several paragraphs', () => {
    expectStatements('Sgt Amy Lee said: ‘We don’t stop.\n\n‘We won’t stop.’', [
      [['We don’t stop.', 'We won’t stop.'], LEE],
    ]);
  });

  it('keep what is nested in them', () => {
    expectStatements(`Sgt Amy Lee said: "He said 'go away' and then "come back" and ran."`, [
      [[`He said 'go away' and then "come back" and ran.`], LEE],
    ]);
  });

  it('may set a few words off within a quoted block', () => {
    expectStatements("Sgt Amy Lee said:\n\n> I know what 'not in service' feels like at night.", [
      [["I know what 'not in service' feels like at night."], LEE],
    ]);
  });

  it('may be missing at the end of the release', () => {
    expectStatements('Sgt Amy Lee said: "One fine day.\n\n"Another fine day.', [
      [['One fine day.', 'Another fine day.'], LEE],
    ]);
  });

  it('may be missing at the end of a paragraph before narration', () => {
    expectStatements('Sgt Amy Lee said: "One fine day.\n\nThe road reopened at nine.', [[['One fine day.'], LEE]]);
  });

  it('may be missing at the start of paragraphs in the middle', () => {
    expectStatements('Sgt Amy Lee said: "One fine day.\n\nAnother fine day.\n\nA third fine day."\n\nThe end.', [
      [['One fine day.', 'Another fine day.', 'A third fine day.'], LEE],
    ]);
  });

  it('are not inches, and apostrophes are not marks', () => {
    expectStatements(
      `The rock 'n' roll years of the '60s are back. Sgt Amy Lee said: "He is 6'2" tall and wore '90s trainers."`,
      [[[`He is 6'2" tall and wore '90s trainers.`], LEE]],
    );
  });

  it('may have space inside, and the full stop outside', () => {
    expectStatements('Sgt Amy Lee said: " One fine day ".', [[['One fine day'], LEE]]);
  });

  it('may be two single ones in a row, at either end or at both', () => {
    expectStatements(
      "Sgt Amy Lee said, “One fine day.’’\n\nSgt Lee added: ''Another fine day.''\n\n’’A third,’’ she said. ‘‘A fourth.’’",
      [[['One fine day.', 'Another fine day.', 'A third. A fourth.'], LEE]],
    );
  });

  it('may be double at one end and single at the other', () => {
    expectStatements(
      'Sgt Amy Lee said: “One fine day, they’d say.’\n\nTwo left.\n\nSgt Lee said: ‘Another fine day.” Three left.',
      [
        [['One fine day, they’d say.'], LEE],
        [['Another fine day.'], { ...LEE, asWritten: 'Sgt Lee' }],
      ],
    );
  });

  it('may be two of a kind where one would do', () => {
    expectStatements('Sgt Amy Lee said: “”One fine day."\n\nShe added: "Another fine day.', [
      [['One fine day.', 'Another fine day.'], LEE],
    ]);
  });

  it('may be missing behind a paragraph below which the same person speaks of themselves', () => {
    expectStatements('Sgt Amy Lee said: “One fine day.\n\nI am glad of my team.\n\nThe road reopened at nine.', [
      [['One fine day.', 'I am glad of my team.'], LEE],
    ]);
  });

  it('may stand in the wrong shape before a space', () => {
    expectStatements('Sgt Amy Lee said: ‘’ One fine day.\n\n‘’Another fine day.’’\n\n"“A third,” she said.', [
      [['One fine day.', 'Another fine day.', 'A third'], LEE],
    ]);
  });

  it('may be missing at the beginning of what somebody is said to say', () => {
    expectStatements('The river rose.\n\nIt was one fine day,” said Sgt Amy Lee.\n\n“It is not now.”', [
      [['It was one fine day', 'It is not now.'], LEE],
    ]);
  });

  it('may be missing behind the colon', () => {
    expectStatements('It is known as “Eyes On”. Sgt Amy Lee said: One fine day. We saw it.”', [
      [['One fine day. We saw it.'], LEE],
    ]);
  });

  it('may stand on the line below a name', () => {
    expectStatements('It rained.\n\nSgt Amy Lee\n“One fine day, and we saw it.”\n\nIt stopped.', [
      [['One fine day, and we saw it.'], LEE],
    ]);
  });

  it('may be parted by a heading', () => {
    expectStatements('Sgt Amy Lee said: “One fine day.\n\n## Days\n\n“Another fine day.”', [
      [['One fine day.', 'Another fine day.'], LEE],
    ]);
  });

  it('may be parted by the caption of a picture', () => {
    expectStatements('Sgt Amy Lee said: “One fine day.\n\nSgt Amy Lee\n\n“Another fine day.”', [
      [['One fine day.', 'Another fine day.'], LEE],
    ]);
  });

  it('may stand in a list', () => {
    expectStatements('Sgt Amy Lee said:\n\n- "One fine day."\n- "Another fine day."', [
      [['One fine day.', 'Another fine day.'], LEE],
    ]);
  });
});

describe('untidy attributions', () => {
  it('may have no colon, a semicolon or a lower-case beginning', () => {
    expectStatements(
      'Sgt Amy Lee said "We are proud."\n\nTwo left.\n\nSgt Lee added; "it was cold."\n\nThree left.\n\nSgt Lee said, "Come in."',
      [
        [['We are proud.'], LEE],
        [['it was cold.'], { ...LEE, asWritten: 'Sgt Lee' }],
        [['Come in.'], { ...LEE, asWritten: 'Sgt Lee' }],
      ],
    );
  });

  it.each([
    ['Dywedodd yr Arolygydd Siân Prys, pennaeth y tîm,', 'yr Arolygydd Siân Prys, pennaeth y tîm'],
    ['Mewn datganiad dywedodd yr Arolygydd Siân Prys, pennaeth y tîm:', 'yr Arolygydd Siân Prys, pennaeth y tîm'],
  ])('may be in Welsh, with the subject behind the verb: %s', (lead, asWritten) => {
    expectStatements(`${lead}\n\n“Rydw i’n croesawu hyn.”\n\nAeth ymlaen i ddweud:\n\n“Diolch i bawb.”`, [
      [
        ['Rydw i’n croesawu hyn.', 'Diolch i bawb.'],
        { name: 'Siân Prys', rank: 'Arolygydd', role: 'pennaeth y tîm', asWritten },
      ],
    ]);
  });

  it('may be in Welsh, with a verb alone or whoever it is according to', () => {
    const prys = { name: 'Siân Prys', rank: 'Arolygydd' };
    expectStatements('Dyma’r Arolygydd Siân Prys.\n\n“Da iawn chi i gyd,” meddai. “Diolch o galon.”', [
      [['Da iawn chi i gyd. Diolch o galon.'], { ...prys, asWritten: 'meddai' }],
    ]);
    expectStatements('Mae’n dda yn ôl yr Arolygydd Siân Prys, “Mae hi’n wobr dda iawn i ni.”', [
      [['Mae hi’n wobr dda iawn i ni.'], { ...prys, asWritten: 'Arolygydd Siân Prys' }],
    ]);
  });

  it.each(['told the meeting', 'said of the day', 'said after the hearing'])('may have no colon: %s', (verb) => {
    expectStatements(`Sgt Amy Lee ${verb} “We are glad of all of it.” Two left.`, [
      [['We are glad of all of it.'], LEE],
    ]);
  });

  it('may be a sentence about somebody that ends in a comma', () => {
    expectStatements('Sgt Amy Lee praised the shops, “We are glad of all of them.”\n\nTwo shut.', [
      [['We are glad of all of them.'], LEE],
    ]);
    expectStatements('Sgt Amy Lee runs a café, “The Crown”, in town.', []);
  });

  it.each([
    'The work began in May, and Sgt Amy Lee said: “We are glad.”',
    'It was welcomed, with Sgt Amy Lee saying: “We are glad.”',
    'According to Sgt Amy Lee: “We are glad.”',
  ])('may be the last clause of a sentence: %s', (markdown) => {
    expectStatements(markdown, [[['We are glad.'], LEE]]);
  });

  it('may be a heading, with more of the statement behind another attribution', () => {
    expectStatements(
      '### Sgt Amy Lee\n\n“We are glad of it.”\n\nAmy added: “It is done.”\n\nShe continued: “At last.”',
      [[['We are glad of it.', 'It is done.', 'At last.'], LEE]],
    );
  });

  it('may be two lines below', () => {
    expectStatements('“We are glad of it.”\n\nSgt Amy Lee\nDog handler', [
      [['We are glad of it.'], { ...LEE, role: 'Dog handler', asWritten: 'Sgt Amy Lee, Dog handler' }],
    ]);
  });

  it('are no invitation to read on', () => {
    expectStatements('“We are glad”, said Sgt Amy Lee. “It is done.” Read more …', [
      [['We are glad. It is done.'], LEE],
    ]);
  });

  it('may be in Welsh', () => {
    expectStatements('Dywedodd yr Arolygydd Siân Prys, o Heddlu Sir Gwern: “Rydw i’n croesawu hyn.”', [
      [
        ['Rydw i’n croesawu hyn.'],
        {
          name: 'Siân Prys',
          rank: 'Arolygydd',
          organisation: 'Heddlu Sir Gwern',
          asWritten: 'yr Arolygydd Siân Prys, o Heddlu Sir Gwern',
        },
      ],
    ]);
  });
});
