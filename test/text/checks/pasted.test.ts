import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { checkedRelease, checksOf, wordsAtFault } from '../../support/checked.ts';

describe('letters that were damaged on the way', () => {
  it.each([
    ['The councilâ€™s â€œbestâ€\u009D cafÃ© â€“ itâ€™s Â£5', ['’', '“', '”', 'é', '–', '’', '£']],
    ['Llanfair DÅµr, TÅ· Mawr, tÃ¢n, CÃ´r, Ã©', ['ŵ', 'ŷ', 'â', 'ô', 'é']],
    ['It is 20Â°C and â‚¬5, Â\u00A0ðŸš¨ï»¿', ['°', '€', ' ', '🚨', '']],
    ['The ofﬁce was ﬂooded', ['fi', 'fl']],
    ['It\u0092s \u0093new\u0094 \u0096 line\u000Bbreak\u0007', ['’', '“', '”', '–', ' ', '']],
    ['A name of \u202Eevil', ['']],
    ['Mae�r â€ ï¿½', [null, null, null]],
  ])('are put right where they can be: %j', (body, expected) => {
    const found = checksOf({ body }).filter(({ id }) => id === 'text-damaged');
    expect(found.map(({ fix }) => fix)).toEqual(expected);
  });

  it.each([
    'Mae’r tân – a’r “tŷ” – yn y pâ’r. CÂN: “ÂR”',
    'CAFÉ’S “CAFÉ” – and Å’s, Malmö, François',
    'Emoji 👮‍♀️, co\u00ADoperation, a\u200Bb, \u2066isolated\u2069, € 5, 20 °C',
  ])('are none where people write so: %s', (body) => {
    expect(wordsAtFault('text-damaged', { title: body, body })).toEqual([]);
  });

  it('are found in the title and the summary too', () => {
    expect(wordsAtFault('text-damaged', { title: 'CafÃ© opens', summary: 'Itâ€™s here.' })).toEqual(['Ã©', 'â€™']);
  });
});

describe('spaces of a word processor, and what nobody sees', () => {
  const spaced = (text: string, space: string) => text.replaceAll('_', space);
  it.each(['\u00A0', '\u202F', '\u2028'])('hide nothing from the rules: %j', (space) => {
    const body = spaced(
      'The meeting is on Tuesday_12_November_2020. [Click_here](https://www.fenwick.example).',
      space,
    );
    expect(wordsAtFault('weekday-mismatch', { body })).toEqual([spaced('Tuesday_12_November_2020', space)]);
    expect(wordsAtFault('link-text-vague', { body })).toEqual([spaced('Click_here', space)]);
  });

  it.each(['\u00AD', '\u200B', '\u2060', '\uFEFF'])('do not end a name: %j', (unseen) => {
    const body = spaced('PC Dan_iel Oka_for said: “We are very ple_ased with it.”', unseen);
    expect(checkedRelease({ body }).statements).toMatchObject([
      {
        text: 'We are very pleased with it.',
        attribution: { name: 'Daniel Okafor', rank: 'PC', asWritten: 'PC Daniel Okafor' },
        start: body.indexOf('We'),
        end: body.indexOf('”'),
      },
    ]);
  });
});

describe('what a mail leaves', () => {
  it.each([
    ['Text.\n\nKind regards,\n\nJo', ['Kind regards,']],
    ['Text.\n\nKind regards\nJo Bloggs\nT: 01632 960123', ['Kind regards']],
    ['Diolch.\n\nCofion cynnes,\nJo', ['Cofion cynnes,']],
    ['Sent from my iPhone', ['Sent from my iPhone']],
    [
      'From: Jo\nSent: 12 November 2026 09:12\nTo: Sam\nSubject: RE: bridge',
      ['Sent: 12 November 2026 09:12', 'Subject: RE: '],
    ],
    [
      'This email and any attachments are confidential. If you have received this email in error, tell us.',
      ['This email and any attachments are confidential'],
    ],
    ['If you are not the intended recipient, delete it.', ['not the intended recipient']],
    ['Get Outlook for iOS', ['Get Outlook for iOS']],
  ])('%j', (body, expected) => {
    expect(wordsAtFault('mail-leftover', { body })).toEqual(expected);
  });

  it.each([
    'She sends her kind regards to all who helped.',
    'The message is that the bridge is open. Send this email address your views.',
    'Dear residents,\n\nthe road is open again.\n\nYours sincerely,\n\nJo Marsh',
    'Subject: the future of the bridge',
  ])('is not %j', (body) => {
    expect(wordsAtFault('mail-leftover', { body })).toEqual([]);
  });
});

describe('lines that readers get in one paragraph', () => {
  it.each([
    ['Points:\n• one\n•\ttwo', ['• ', '•\t']],
    ['· \u00A0one\n\n\uF0B7 two\n\no\u00A0\u00A0three', ['· \u00A0', '\uF0B7 ', 'o\u00A0\u00A0']],
    ['- one\n• two\n– three\n– four', ['• ', '– ', '– ']],
    ['Ward\tVotes\nNorth\t1,200', ['Ward\tVotes\nNorth\t1,200']],
    ['Date: 5 May\nTime: 7pm\nVenue: Town hall\nCome!', ['Date: 5 May\nTime: 7pm\nVenue: Town hall']],
  ])('%j', (body, expected) => {
    expect(wordsAtFault('lines-joined', { body })).toEqual(expected);
  });

  it.each([
    'The bridge\n– which is long –\nis open.',
    'Date: 5 May  \nTime: 7pm',
    'Date: 5 May\n\nTime: 7pm',
    'The road\nis open: at last.',
    '| a | b |\n|---|---|\n| • c | d |',
    'o lan y môr\no dan y dŵr',
  ])('are none in %j', (body) => {
    expect(wordsAtFault('lines-joined', { body })).toEqual([]);
  });

  it('are a list when they are put right', () => {
    const body = 'Points:\n• one\n• two';
    const fixes = checksOf({ body }).filter(({ id }) => id === 'lines-joined');
    const mended = fixes.reduceRight(
      (text, { start, end, fix }) => text.slice(0, start ?? 0) + fix + text.slice(end ?? 0),
      body,
    );
    expect(renderMarkdown(mended).html).toBe('<p>Points:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>');
  });
});

describe('what other programs write', () => {
  it.each([
    ['markup-shown', 'It opens ~~Monday~~ Tuesday[^1].\n\n[^1]: Of May.\n\n##Background', ['~~Monday~~', '[^1]', '##']],
    [
      'template-leftover',
      'It costs £[DELETED: 40][INSERTED: 50]. Comment [JS1]: check',
      ['[DELETED: 40]', '[INSERTED: 50]', 'Comment [JS1]'],
    ],
    [
      'notes-to-editors',
      'PRESS RELEASE\n\nFor immediate release\n\nNot for publication',
      ['PRESS RELEASE', 'For immediate release', 'Not for publication'],
    ],
    [
      'embargo-line',
      '**STRICTLY EMBARGOED UNTIL 9am**\n\nEmbargo: 9am\n\n*** EMBARGO UNTIL 9am\n\nNot for release before 9am\n\nUnder embargo till 9am\n\nNEWS\nEMBARGOED UNTIL 9am\n\nEmbargoed – not before 9am',
      [
        'STRICTLY EMBARGOED UNTIL',
        'Embargo:',
        '*** EMBARGO UNTIL',
        'Not for release before',
        'Under embargo till',
        'EMBARGOED',
        'Embargoed –',
      ],
    ],
  ] as const)('is found by %s', (id, body, expected) => {
    expect(wordsAtFault(id, { body })).toEqual(expected);
  });

  it('is markdown in the title and the summary, which have none', () => {
    const title = '**Bridge** opens';
    const summary = 'See [the plan](https://www.fenwick.example/plan).';
    expect(
      wordsAtFault('markup-shown', { title, summary, body: 'It is ** open ** again.\n\nIt is **open** again.' }),
    ).toEqual(['**', '[the plan](https://www.fenwick.example/plan)', '**']);
  });

  it.each([
    ['markup-shown', 'He said s**t, f***ing and ****, 2 * 3 is told [here] (twice).'],
    ['markup-shown', 'About ~5 to ~6 people; 2^3; #FindSam; # Heading; Team #1; [1]'],
    ['template-leftover', 'The comment [by Jo Marsh] was deleted and [later] inserted.'],
    [
      'notes-to-editors',
      'Press releases are here. The press release said so. An embargo on arms to the country holds.',
    ],
  ] as const)('is none for %s where people write so', (id, body) => {
    expect(wordsAtFault(id, { body })).toEqual([]);
  });

  it('is a second release where a second one ends', () => {
    const messages = checksOf({ body: 'One.\n\nENDS\n\nTwo.\n\nENDS' }).map(({ message }) => message);
    expect(messages).toEqual([
      '“ENDS” is for newsrooms, not for readers.',
      '“ENDS” is for newsrooms, not for readers. There are two: is this two releases? Make each one of its own.',
    ]);
  });
});
