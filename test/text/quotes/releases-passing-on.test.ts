import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** Each statement as `name: text`. */
function saidIn(markdown: string): string[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution: { name }, text }) => `${name}: ${text}`);
}

describe('where a statement goes on, and where it ends', () => {
  it('is another one behind while', () => {
    const told = '“It rains,” said Dr Ada Roe, of Marl Trust, while head of parks Bob Moss told reporters: “It stops.”';
    expect(saidIn(told)).toEqual(['Ada Roe: It rains', 'Bob Moss: It stops.']);
  });

  it('goes on behind an attribution with no subject', () => {
    expect(saidIn('Bob Moss said: “It was late” and added: “It was cold too.”')).toEqual([
      'Bob Moss: It was late. It was cold too.',
    ]);
  });

  it('is that of whom something was welcomed by', () => {
    const first = 'It was announced by Bob Moss, who said: “We were wrong.”\n\n';
    expect(saidIn(`${first}It was welcomed by Ada Roe, Chair of Marl Traders: “We have waited.”`)).toEqual([
      'Bob Moss: We were wrong.',
      'Ada Roe: We have waited.',
    ]);
  });

  it('goes on where one is called by a post and then by a name, or the other way round', () => {
    const minister = 'It was opened by the Rt Hon Ada Roe, Minister for Winter Fuel.\n\n“I am glad,” Ms Roe said.\n\n';
    expect(saidIn(`${minister}The minister added: “It is warm.”`)).toEqual(['Ada Roe: I am glad\n\nIt is warm.']);
    const mayor = 'The Mayor of the Corve City Region welcomed it:\n\n“It is new.”\n\n';
    expect(saidIn(`${mayor}Mayor Bob Moss added: “It is ours.”`)).toEqual(['Bob Moss: It is new.\n\nIt is ours.']);
  });

  it('is not the next one that is signed by somebody else', () => {
    const told = '“I did eleven words,” Ada Roe explained.\n\n“We had a near miss.”\n\nBob Moss, owner, Moss Coaches';
    expect(saidIn(told)).toEqual(['Ada Roe: I did eleven words', 'Bob Moss: We had a near miss.']);
    const above =
      '“I did eleven words,” Ada Roe explained.\n\n“It was fun.”\n\nBob Moss, owner\n\n“We had a near miss.”';
    expect(saidIn(above)[0]).toBe('Ada Roe: I did eleven words\n\nIt was fun.');
  });

  it('does not end where somebody in it asked or told the speaker', () => {
    const open = 'Ada Roe said: “They wanted no poster, they asked for an order, and they got it.\n\n“I am proud.”';
    expect(saidIn(open)).toEqual([
      'Ada Roe: They wanted no poster, they asked for an order, and they got it.\n\nI am proud.',
    ]);
    const rang = 'Ada Roe said: “We rang at noon, they told us to wait, and we did.\n\n“Nobody came.”';
    expect(saidIn(rang)).toEqual(['Ada Roe: We rang at noon, they told us to wait, and we did.\n\nNobody came.']);
  });

  it('is not signed by whoever says the next one without a verb', () => {
    const told =
      'Cllr Olive Stark hailed it. “This is for the kids.”\n\nHead boy Remi Ade, 16, was less sure – “It is a bin.”';
    expect(saidIn(told)).toEqual(['Olive Stark: This is for the kids.', 'Remi Ade: It is a bin.']);
  });

  it('ends before a sentence about somebody who agrees', () => {
    const told = 'Dr Una Latch said: “Nobody asked.” Her co-author, Prof Ian Wray, agreed. “We did,” he said.';
    expect(saidIn(told)).toEqual(['Una Latch: Nobody asked.', 'Ian Wray: We did']);
    expect(saidIn('“It is safe,” insisted engineer Ian Wray, adding: “I walk it.”')).toEqual([
      'Ian Wray: It is safe. I walk it.',
    ]);
    expect(saidIn('It was quite a night, according to landlord Ian Wray: “We ran out.”')).toEqual([
      'Ian Wray: We ran out.',
    ]);
  });

  it('begins behind a dash, too', () => {
    const told =
      'Ada Roe had a stroke in May. She helps on the ward now — “I fell down the gap,” she said. “I got up.”';
    expect(saidIn(told)).toEqual(['Ada Roe: I fell down the gap. I got up.']);
  });

  it('is what was issued by somebody, up to the heading', () => {
    const told = '## From the family\n\nThe following was issued by Mr Roe’s daughter, Ada Roe:\n\nDad is home.\n\n';
    expect(saidIn(`${told}He was a signalman, and we are grateful.\n\n## Advice\n\nThe form is new.`)).toEqual([
      'Ada Roe: Dad is home.\n\nHe was a signalman, and we are grateful.',
    ]);
  });

  it('holds what it tells anyone with a ticket', () => {
    const told = 'In a message, Managing Director Ada Roe wrote:\n\nI am sorry.\n\n';
    const ticket = 'Anyone with a weekly ticket will be paid. You need no form.';
    expect(saidIn(`${told}${ticket}\n\n## Timetable`)).toEqual([`Ada Roe: I am sorry.\n\n${ticket}`]);
    expect(saidIn(`${told}Anyone with information should call you-know-whom.\n\n## Times`)).toEqual([
      'Ada Roe: I am sorry.',
    ]);
  });

  it('is none where a title leads to what it is about, a card says it, or the dead once did', () => {
    expect(saidIn('“A Good Heron”: the novelist Ada Roe on her father.')).toEqual([]);
    expect(saidIn('Flowers were left. One card says, “You carried my mum. Thank you.”')).toEqual([]);
    expect(saidIn('It is named after the late Cllr Ada Roe, who once said, “A town needs books.”')).toEqual([]);
  });
});

describe('what the accused say', () => {
  const sentence = 'Moss, of Tern Walk, pleaded guilty at Marl Magistrates’ Court and was fined £14,500.';

  it('is evidence whatever post they hold', () => {
    expect(saidIn(`Company director Lee Moss, 36, told officers “You get mice.”\n\n${sentence}`)).toEqual([]);
    expect(saidIn('General manager Lee Moss told inspectors in interview: “We chain them.” He was fined.')).toEqual([]);
    expect(saidIn('In a message played to the jury, Lee Moss said: “Get rid of the jacket.”')).toEqual([]);
    expect(
      saidIn(`Lee Moss, 36, was jailed.\n\nAt the roadside he told a passer-by: “She came from nowhere.”`),
    ).toEqual([]);
  });

  it.each([
    'Dot Marsh, 81, admitted she was nervous. “I shook,” she said.',
    'Dot Marsh stole the show in court. “I shook,” she said.',
    'Dot Marsh, 19, appeared in the police musical. “I shook,” she said.',
    'Police volunteer Dot Marsh was given a community award. “I shook,” she said.',
    'Dot Marsh was admitted to Marl Infirmary after an assault. “I shook,” she said.',
  ])('is none of who is accused of nothing: %s', (told) => {
    expect(saidIn(told)).toEqual(['Dot Marsh: I shook']);
  });

  it('is no evidence from whoever writes a letter or serves a sentence', () => {
    expect(saidIn('The MP, Ada Roe, met police. In a letter to the Chair she wrote: “Think again.”')).toEqual([
      'Ada Roe: Think again.',
    ]);
    expect(saidIn('Eighteen prisoners dig. One of them, Ryan, who is serving a year, told us: “I made it.”')).toEqual([
      'Ryan: I made it.',
    ]);
  });
});
