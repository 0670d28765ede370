import { describe, expect, it } from 'vitest';
import { readFollowUp, readLeadIn, readSignature } from '../../../src/text/quotes/attribution.ts';

describe('a narration before a statement', () => {
  it.each([
    ['Insp Hunt said: ', 'Insp Hunt'],
    ['Insp Hunt also added ', 'Insp Hunt'],
    ['The road is shut. Insp. Hunt said, ', 'Insp. Hunt'],
    ['Insp Hunt, who led the raid, went on to say: ', 'Insp Hunt, who led the raid'],
    ['Insp Hunt told the court on Monday: ', 'Insp Hunt'],
    ['Insp Hunt was proud and said – ', 'Insp Hunt'],
    ['Added Insp Hunt: ', 'Insp Hunt'],
    [' said Insp Hunt, who added: ', 'Insp Hunt'],
    ['Kevin Bolt, of bpha: ', 'Kevin Bolt, of bpha'],
  ])('%j names the speaker', (narration, asWritten) => {
    expect(readLeadIn(narration)?.speaker.asWritten).toBe(asWritten);
  });

  it.each([
    'Insp Hunt said.',
    'Insp Hunt said that ',
    'Insp Hunt called it ',
    'The sign said: ',
    'They took three things: ',
    'He was in "Bedford" ',
    ': ',
    '',
  ])('%j names nobody', (narration) => {
    expect(readLeadIn(narration)).toBeNull();
  });

  it('is bare when it says nothing else', () => {
    const isBare = (narration: string) => readLeadIn(narration)?.isBare;
    expect(['Insp Hunt said: ', 'But then she also added: '].map(isBare)).toEqual([true, true]);
    expect(['Speaking later, she said: ', 'She waved and said: '].map(isBare)).toEqual([false, false]);
  });

  it('is firm with a verb and a colon', () => {
    const isFirm = (narration: string) => readLeadIn(narration)?.isFirm;
    expect(['Insp Hunt said: ', 'Insp Hunt said ', 'Kevin Bolt: '].map(isFirm)).toEqual([true, false, false]);
  });

  it('may say at most twenty words between the verb and the colon', () => {
    const lead = (words: number) => readLeadIn(`Insp Hunt said${' so'.repeat(words)}: `);
    expect([19, 20, 21].map((words) => lead(words) === null)).toEqual([false, false, true]);
  });
});

describe('a narration behind a statement', () => {
  it.each([
    [' said Insp Hunt. The road is shut.', 'Insp Hunt'],
    [', said Insp. Hunt, of the roads unit, on Monday.', 'Insp. Hunt, of the roads unit'],
    [' Insp Hunt said.', 'Insp Hunt'],
    [' she told the court.', 'she'],
    [' Insp Hunt said after the hearing.', 'Insp Hunt'],
    [' according to Insp Hunt.', 'Insp Hunt'],
    [' – Kevin Bolt, of bpha', 'Kevin Bolt, of bpha'],
  ])('%j names the speaker', (narration, asWritten) => {
    expect(readFollowUp(narration)?.speaker.asWritten).toBe(asWritten);
  });

  it.each([' Insp Hunt said the road was shut.', ' The road is shut.', ' Insp Hunt added: ', ' – and so on', ''])(
    '%j names nobody',
    (narration) => {
      expect(readFollowUp(narration)).toBeNull();
    },
  );

  it('ends with its sentence', () => {
    expect(readFollowUp(' said Insp Hunt. The road is shut.')?.to).toBe(' said Insp Hunt. '.length);
  });
});

describe('a line below a statement', () => {
  it.each([
    ['— Kevin Bolt', 'Kevin Bolt'],
    ['Kevin Bolt, chief executive, bpha', 'Kevin Bolt, chief executive, bpha'],
  ])('%j signs it', (line, asWritten) => {
    expect(readSignature(line)?.asWritten).toBe(asWritten);
  });

  it.each(['Kevin Bolt, of bpha, left in May.', 'Kevin Bolt', 'Notes to editors', '— the end', ''])(
    '%j does not',
    (line) => {
      expect(readSignature(line)).toBeNull();
    },
  );
});
