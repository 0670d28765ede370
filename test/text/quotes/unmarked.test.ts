import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function read(markdown: string) {
  return extractStatements(blocksOf(markdown)).map(({ paragraphs, attribution }) => [attribution.name, paragraphs]);
}

describe('a statement without marks', () => {
  it('reaches from its announcement to the next heading', () => {
    const markdown =
      'In a statement, Chief Constable Jo Cole said:\n\nWe are sorry.\n\nWe will do better.\n\n## Notes\n\nIt took a day.';
    expect(read(markdown)).toEqual([['Jo Cole', ['We are sorry.', 'We will do better.']]]);
  });

  it.each(['ENDS', 'Notes to editors', 'For more information call us.', 'Anyone with information is asked to call.'])(
    'ends before %j',
    (line) => {
      expect(read(`Jo Cole, chief executive, said:\n\nWe are sorry.\n\n${line}\n\nMore.`)).toEqual([
        ['Jo Cole', ['We are sorry.']],
      ]);
    },
  );

  it('reaches to the mark that closes it', () => {
    const markdown =
      'Minister Jo Cole said:\n\nAll of us wait.\n\nThe money pays for the roof.\n\nI am glad.”\n\nIt rained.';
    expect(read(markdown)).toEqual([['Jo Cole', ['All of us wait.', 'The money pays for the roof.', 'I am glad.']]]);
  });

  it('may be issued', () => {
    expect(read('Minister Jo Cole has today issued the following statement.\n\nWe are sorry.\n\n## Notes')).toEqual([
      ['Jo Cole', ['We are sorry.']],
    ]);
  });

  it('goes on in the paragraph below in which somebody speaks of themselves', () => {
    const markdown =
      'Inspector Jo Cole said: We have listened to the residents and acted.\n\nI would add my thanks.\n\nIt rained.';
    expect(read(markdown)).toEqual([
      ['Jo Cole', ['We have listened to the residents and acted.', 'I would add my thanks.']],
    ]);
  });

  it('may be the rest of a paragraph', () => {
    expect(read('Inspector Jo Cole said: We have listened to the residents and we have acted.')).toEqual([
      ['Jo Cole', ['We have listened to the residents and we have acted.']],
    ]);
  });

  it.each([
    'The council said:\n\n- one thing\n- another thing',
    'Opening times are as follows:\n\nMonday to Friday.',
    'Jo Cole said: "We are sorry."\n\nThe road was shut.',
  ])('is not made of %j', (markdown) => {
    expect(read(markdown).filter(([, paragraphs]) => paragraphs?.[0] !== 'We are sorry.')).toEqual([]);
  });
});

describe('a paragraph in the middle of a statement', () => {
  it('belongs to it without any mark where somebody speaks in it', () => {
    const markdown = 'Insp Jo Cole said: "We listened.\n\nToday we knocked on their doors.\n\n"There is more to come."';
    expect(read(markdown)).toEqual([
      ['Jo Cole', ['We listened.', 'Today we knocked on their doors.', 'There is more to come.']],
    ]);
  });

  it('does not where nobody does', () => {
    const markdown = 'Insp Jo Cole said: "We listened.\n\nTwo men were arrested.\n\n"There is more to come."';
    expect(read(markdown).map(([, paragraphs]) => paragraphs)).not.toContainEqual(
      expect.arrayContaining(['Two men were arrested.']),
    );
  });
});
