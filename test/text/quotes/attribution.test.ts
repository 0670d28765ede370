import { describe, expect, it } from 'vitest';
import { readFollowUp, readSignature } from '../../../src/text/quotes/cues/follow-up.ts';
import { readLeadIn } from '../../../src/text/quotes/cues/lead-in.ts';

describe('a narration before a statement', () => {
  it.each([
    ['Insp Shaw said: ', 'Insp Shaw'],
    ['Insp Shaw also added ', 'Insp Shaw'],
    ['The road is shut. Insp. Shaw said, ', 'Insp. Shaw'],
    ['Insp Shaw, who led the raid, went on to say: ', 'Insp Shaw, who led the raid'],
    ['Insp Shaw told the court on Monday: ', 'Insp Shaw'],
    ['Insp Shaw was proud and said – ', 'Insp Shaw'],
    ['Added Insp Shaw: ', 'Insp Shaw'],
    [' said Insp Shaw, who added: ', 'Insp Shaw'],
    ['Tom Brackley, of Tidewell: ', 'Tom Brackley, of Tidewell'],
  ])('%j names the speaker', (narration, asWritten) => {
    expect(readLeadIn(narration)?.speaker.asWritten).toBe(asWritten);
  });

  it.each([
    'Insp Shaw said.',
    'Insp Shaw said that ',
    'Insp Shaw called it ',
    'The sign said: ',
    'They took three things: ',
    'He was in "Fenwick" ',
    ': ',
    '',
  ])('%j names nobody', (narration) => {
    expect(readLeadIn(narration)).toBeNull();
  });

  it('names nobody in a sentence of scraps, however many lead to it', () => {
    expect(readLeadIn('Amy Lee said')?.speaker.asWritten).toBe('Amy Lee');
    expect(readLeadIn(`${'“a” said '.repeat(40)}Amy Lee said`)).toBeNull();
  });

  it('is bare when it says nothing else', () => {
    const isBare = (narration: string) => readLeadIn(narration)?.isBare;
    expect(['Insp Shaw said: ', 'But then she also added: '].map(isBare)).toEqual([true, true]);
    expect(['Speaking later, she said: ', 'She waved and said: '].map(isBare)).toEqual([false, false]);
  });

  it('is firm with a verb and a colon', () => {
    const isFirm = (narration: string) => readLeadIn(narration)?.isFirm;
    expect(['Insp Shaw said: ', 'Insp Shaw said ', 'Tom Brackley: '].map(isFirm)).toEqual([true, false, false]);
  });

  it('may say at most twenty words between the verb and the colon', () => {
    const lead = (words: number) => readLeadIn(`Insp Shaw said${' so'.repeat(words)}: `);
    expect([19, 20, 21].map((words) => lead(words) === null)).toEqual([false, false, true]);
  });
});

describe('a narration behind a statement', () => {
  it.each([
    [' said Insp Shaw. The road is shut.', 'Insp Shaw'],
    [', said Insp. Shaw, of the roads unit, on Monday.', 'Insp. Shaw, of the roads unit'],
    [' Insp Shaw said.', 'Insp Shaw'],
    [' she told the court.', 'she'],
    [' Insp Shaw said after the hearing.', 'Insp Shaw'],
    [' according to Insp Shaw.', 'Insp Shaw'],
    [' – Tom Brackley, of Tidewell', 'Tom Brackley, of Tidewell'],
  ])('%j names the speaker', (narration, asWritten) => {
    expect(readFollowUp(narration)?.speaker.asWritten).toBe(asWritten);
  });

  it.each([' Insp Shaw said the road was shut.', ' The road is shut.', ' Insp Shaw added: ', ' – and so on', ''])(
    '%j names nobody',
    (narration) => {
      expect(readFollowUp(narration)).toBeNull();
    },
  );

  it('ends with its sentence', () => {
    expect(readFollowUp(' said Insp Shaw. The road is shut.')?.to).toBe(' said Insp Shaw. '.length);
  });
});

describe('a line below a statement', () => {
  it.each([
    ['— Tom Brackley', 'Tom Brackley'],
    ['Tom Brackley', 'Tom Brackley'],
    ['Tom Brackley, chief executive, Tidewell', 'Tom Brackley, chief executive, Tidewell'],
  ])('%j signs it', (line, asWritten) => {
    expect(readSignature(line)?.asWritten).toBe(asWritten);
  });

  it.each(['Tom Brackley, of Tidewell, left in May.', 'Fenwick Road', 'Notes to editors', '— the end', ''])(
    '%j does not',
    (line) => {
      expect(readSignature(line)).toBeNull();
    },
  );
});
