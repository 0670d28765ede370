import { describe, expect, it } from 'vitest';
import { wordsAtFault } from '../../support/checked.ts';

/** A Thursday. */
const DATE = '2022-11-17';

describe('a date against the tense of its sentence', () => {
  it.each([
    ['The bridge was lifted into place tomorrow by a crane.', ['tomorrow']],
    ['Two talks were held next Wednesday at the school.', ['next Wednesday']],
    ['The choir will sing in the square on Saturday 12 November.', ['Saturday 12 November']],
    ['Councillors will vote on the plan on Monday, 14 November.', ['Monday, 14 November']],
    ['The tower was unveiled by the mayor on 25 November.', ['25 November']],
    ['He was sentenced to two years in prison at Fenwick Crown Court on 14 April 2032.', ['14 April 2032']],
    ['She was jailed for life on 2 December.', ['2 December']],
    ['Applications close at noon on 11 November.', ['11 November']],
    ['The survey ended on 30 November, and 400 people took part.', ['30 November']],
    ['Lights will be switched on last Friday.', ['last Friday']],
    ['Voters will go to the polls on Thursday 10 November.', ['Thursday 10 November']],
    ['The lunch attracted 9,000 people on Sunday 20 November.', ['Sunday 20 November']],
    ['Children watched online as the lambs were born on 24 November.', ['24 November']],
    ['He was ordered to pay £1,200 at Fenwick court on 23 November.', ['23 November']],
    ['Crews were sent to the harbour on 30 November.', ['30 November']],
  ])('%s', (body, expected) => {
    expect(wordsAtFault('date-tense', { date: DATE, body })).toEqual(expected);
  });

  it.each([
    'The service will be held on the last Sunday before Christmas.',
    'Events hosted by the club on 30 November are free.',
    'The talks were postponed to next Wednesday.',
    'The work was expected to end next Friday.',
    'He was found guilty and will be sentenced on 2 December.',
    'He will be sentenced for the burglaries that he committed on 3 March.',
    'Police will examine the damage caused on 9 November.',
    'The service will mark the battle of 11 November 1918.',
    'The meeting planned on 2 December was told of to everyone.',
    'She was told to come tomorrow.',
    'The shop was shut, and tomorrow it opens again.',
    'A dinner was booked for tomorrow.',
    'The play opens on 3 August 1914, in the garden of a vicar.',
    'Opened on 12 November, the bridge will close again on 3 December.',
  ])('%s', (body) => {
    expect(wordsAtFault('date-tense', { date: DATE, body })).toEqual([]);
  });
});

describe('a weekday against its date', () => {
  it('is of the year that the paragraph speaks of', () => {
    expect(
      wordsAtFault('weekday-mismatch', { date: DATE, body: 'In 1918, on Monday 11 November, the bells rang.' }),
    ).toEqual([]);
  });

  it('is told where no year of the paragraph has such a day', () => {
    expect(
      wordsAtFault('weekday-mismatch', { date: DATE, body: 'In 1918, on Sunday 11 November, the bells rang.' }),
    ).toEqual(['Sunday 11 November']);
  });
});
