import { describe, it } from 'vitest';
import { expectStatements } from '../../support/statements.ts';

const HILL = { name: 'Ann Hill', rank: 'Cllr', asWritten: 'Cllr Ann Hill' };

describe('one statement', () => {
  it('goes on over paragraphs that each open a mark, of which only the last is closed', () => {
    expectStatements('Cllr Ann Hill said: “One thing.\n\n“Another thing.\n\n“A third thing.”\n\nThe end.', [
      [['One thing.', 'Another thing.', 'A third thing.'], HILL],
    ]);
  });

  it('goes on over paragraphs that are each closed', () => {
    expectStatements('Cllr Ann Hill said: "One thing."\n\n"Another thing."', [
      [['One thing.', 'Another thing.'], HILL],
    ]);
  });

  it('goes on around its attribution', () => {
    expectStatements('"It is late," said Cllr Ann Hill. "But it is here."\n\n"And it is ours."', [
      [['It is late. But it is here.', 'And it is ours.'], HILL],
    ]);
  });

  it('goes on in the middle of a sentence', () => {
    expectStatements('"We are," said Cllr Ann Hill, "very happy indeed."', [[['We are very happy indeed.'], HILL]]);
  });

  it('goes on after `She added` and `Cllr Hill added`', () => {
    expectStatements(
      'Cllr Ann Hill said: "One thing."\n\nShe added: "Another thing."\n\nCllr Hill added:\n\n"A third thing."',
      [[['One thing.', 'Another thing.', 'A third thing.'], HILL]],
    );
  });

  it('goes on in the paragraph below `adding`', () => {
    expectStatements('"One thing," said Cllr Ann Hill, adding:\n\n"Another thing."', [
      [['One thing', 'Another thing.'], HILL],
    ]);
  });

  it('is not made longer by the block that signs it', () => {
    expectStatements('> One thing.\n\n> Another thing.\n\n> — Cllr Ann Hill', [
      [['One thing.', 'Another thing.'], HILL],
    ]);
  });

  it('goes on after `adding`', () => {
    expectStatements('"One thing," said Cllr Ann Hill, adding: "Another thing."', [
      [['One thing. Another thing.'], HILL],
    ]);
  });

  it('gets its speaker from the paragraph that names one', () => {
    expectStatements('"We waited for years.\n\n"Now it is here," said Cllr Ann Hill.', [
      [['We waited for years.', 'Now it is here'], HILL],
    ]);
  });

  it('stands in a quoted block without marks', () => {
    expectStatements('Cllr Ann Hill said:\n\n> One thing.\n\n> Another thing.\n\nNotes to editors', [
      [['One thing.', 'Another thing.'], HILL],
    ]);
  });
});

describe('another statement', () => {
  it('begins after other narration', () => {
    expectStatements('Cllr Ann Hill said: "One thing."\n\nWork starts in May.\n\nShe added: "Another thing."', [
      [['One thing.'], HILL],
      [['Another thing.'], { ...HILL, asWritten: 'She' }],
    ]);
  });

  it('begins after narration in the same paragraph', () => {
    expectStatements('Cllr Ann Hill said: "One thing." She thanked the crews. "Another good thing," she said.', [
      [['One thing.'], HILL],
      [['Another good thing'], { ...HILL, asWritten: 'she' }],
    ]);
  });

  it('begins when somebody does something before speaking on', () => {
    expectStatements('Cllr Ann Hill said: "One thing."\n\nShe cut the ribbon and said: "Another thing."', [
      [['One thing.'], HILL],
      [['Another thing.'], { ...HILL, asWritten: 'She' }],
    ]);
  });

  it('begins with another speaker, even behind a mark that was never closed', () => {
    expectStatements(
      'Cllr Ann Hill said: "One thing.\n\nPC Bo Lane said: "Another thing.\n\n"Mine is better," said PC Cy Dew.',
      [
        [['One thing.'], HILL],
        [['Another thing.'], { name: 'Bo Lane', rank: 'PC', asWritten: 'PC Bo Lane' }],
        [['Mine is better'], { name: 'Cy Dew', rank: 'PC', asWritten: 'PC Cy Dew' }],
      ],
    );
  });

  it('begins behind a heading', () => {
    expectStatements('Cllr Ann Hill said: "One thing."\n\n## What neighbours think\n\n"It is far too loud here."', [
      [['One thing.'], HILL],
      [['It is far too loud here.'], {}],
    ]);
  });
});

describe('no statement', () => {
  it('is in headings, nicknames, titles, operations and fragments', () => {
    expectStatements(
      `# "It was horrific", says victim

Officers from 'Operation Boson' arrested Lee "Tiny" Marsh in the "Safer Streets" area.

"Stay Safe Online" is a new campaign, and "Are you ready?" is its slogan.

Sgt Amy Lee said the raid was "a huge success" and that "more will follow".

He was charged with 'possession with intent'.`,
      [],
    );
  });

  it('is what a letter or a sign says', () => {
    expectStatements('The letter said: "Pay within seven days." A sign says: "Keep out."', []);
  });

  it('is a quoted block that nobody signs', () => {
    expectStatements('The policy reads as follows.\n\n> Dogs must be kept on leads.\n\nFines apply.', []);
  });
});
