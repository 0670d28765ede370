import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/text/dates-in-text.ts';
import { blocksOf } from '../support/blocks.ts';
import { growthOf, MAX_GROWTH } from '../support/growth.ts';
import { instant } from '../support/time.ts';

/** A Thursday. */
const PUBLISHED = instant('2020-10-29T00:00:00.000Z');

function read(markdown: string, publishedAt = PUBLISHED) {
  return findDates(blocksOf(markdown), publishedAt).map(({ text, resolved, consistent }) => [
    text,
    resolved,
    consistent,
  ]);
}

describe('a date in a text', () => {
  it.each([
    ['Yesterday (Wednesday), the court sat.', 'Yesterday (Wednesday)', '2020-10-28'],
    ['It is due to end on Friday (30 October).', 'Friday (30 October)', '2020-10-30'],
    ['It happened on Sunday 25 October, near the bridge.', 'Sunday 25 October', '2020-10-25'],
    ['It happened on Sunday, October 25.', 'Sunday, October 25', '2020-10-25'],
    ['At 3pm on Sunday, 25th October 2020 he fell.', 'Sunday, 25th October 2020', '2020-10-25'],
    ['He was arrested last night.', 'last night', '2020-10-28'],
    ['Officers worked there this morning (29 October).', 'this morning (29 October)', '2020-10-29'],
    ['He was stopped on Monday.', 'Monday', '2020-10-26'],
    ['He will appear in court on Monday.', 'Monday', '2020-11-02'],
    ['It opened last Thursday.', 'last Thursday', '2020-10-22'],
    ['The clocks go back this weekend.', 'this weekend', '2020-10-31/2020-11-01'],
    ['The trial starts on Monday 4 January.', 'Monday 4 January', '2021-01-04'],
    ['He was seen on 11/10/2020.', '11/10/2020', '2020-10-11'],
    ['She was last seen on Wed 28 Oct.', 'Wed 28 Oct', '2020-10-28'],
    ['It took place on 24 October last year.', '24 October', '2020-10-24'],
  ])('%s', (sentence, text, resolved) => {
    expect(read(sentence)).toEqual([[text, resolved, true]]);
  });

  it.each([
    ['Yesterday (Tuesday), the court sat.', 'Yesterday (Tuesday)', '2020-10-28'],
    ['It is due to end on Friday (31 October).', 'Friday (31 October)', '2020-10-31'],
    ['It will open tomorrow, 29 October.', 'tomorrow, 29 October', '2020-10-30'],
    ['It ends on Friday 31 September.', 'Friday 31 September', null],
    ['It is on this weekend (7 November).', 'this weekend (7 November)', '2020-10-31/2020-11-01'],
  ])('contradicts itself: %s', (sentence, text, resolved) => {
    expect(read(sentence)).toEqual([[text, resolved, false]]);
  });

  it.each([
    ['It is closed on the last Sunday before Christmas.', 'last Sunday before Christmas', '2020-12-20'],
    ['It opens on the first Monday after Easter.', 'first Monday after Easter', '2021-04-05', '2021-03-20'],
    ['It opens on the Tuesday after Easter Monday.', 'Tuesday after Easter Monday', '2021-04-06', '2021-03-20'],
    ['He left on the Friday before Christmas Eve 2018.', 'Friday before Christmas Eve 2018', '2018-12-21'],
    ['She was seen on the Sunday following 25 October.', 'Sunday following 25 October', '2020-11-01'],
    ['It was stolen on the weekend before Christmas.', 'weekend before Christmas', '2020-12-19/2020-12-20'],
    ['It closes on the first weekend after New Year.', 'first weekend after New Year', '2021-01-02/2021-01-03'],
    ['Bins are emptied on the day after Boxing Day.', 'day after Boxing Day', '2020-12-27'],
    ['It is open on Christmas Day.', 'Christmas Day', '2020-12-25'],
    ['He was robbed on Boxing Day.', 'Boxing Day', '2019-12-26', '2020-01-12'],
    ['Fireworks are lit on New Year’s Eve.', 'New Year’s Eve', '2020-12-31'],
    ["He visited on New Year's Day.", "New Year's Day", '2021-01-01'],
    ['It was closed on Good Friday.', 'Good Friday', '2020-04-10', '2020-05-01'],
    ['It was closed on Easter Sunday 2019.', 'Easter Sunday 2019', '2019-04-21'],
    ['It is open on Easter Monday (5 April).', 'Easter Monday (5 April)', '2021-04-05', '2021-03-20'],
    ['It is open on Saturday (Boxing Day).', 'Saturday (Boxing Day)', '2020-12-26'],
    ['It is open on Friday 25 December, Christmas Day.', 'Friday 25 December, Christmas Day', '2020-12-25'],
    ['The fair is on August bank holiday Monday.', 'August bank holiday Monday', '2020-08-31', '2020-08-01'],
    ['It was on the early May bank holiday.', 'early May bank holiday', '2020-05-08', '2020-06-01'],
    ['The Boxing Day bank holiday is kept here.', 'Boxing Day bank holiday', '2020-12-28'],
    ['It is on the first Sunday in December.', 'first Sunday in December', '2020-12-06'],
    ['It is on the last Friday of May 2021.', 'last Friday of May 2021', '2021-05-28'],
  ])('that the calendar names: %s', (sentence, text, resolved, published = '2020-10-29') => {
    expect(read(sentence, instant(`${published}T00:00:00.000Z`))).toEqual([[text, resolved, true]]);
  });

  it.each([
    ['It is open on Easter Monday (6 April).', 'Easter Monday (6 April)', '2021-04-05'],
    ['It is open on Friday (Boxing Day).', 'Friday (Boxing Day)', '2020-12-26'],
    ['Tomorrow (Christmas Day), it is closed.', 'Tomorrow (Christmas Day)', '2020-12-25'],
  ])('that the calendar names is contradicted: %s', (sentence, text, resolved) => {
    expect(read(sentence, instant('2020-12-26T00:00:00.000Z'))).toEqual([[text, resolved, false]]);
  });

  it.each([
    ['He left on the last Sunday before the fair.', 'last Sunday'],
    ['It opens on the first Monday after half-term.', 'first Monday'],
    ['It is on the last Friday of every month.', 'last Friday'],
    ['He left on the last weekend of the season.', 'last weekend'],
  ])('counted from what only the writer knows is none that can be told: %s', (sentence, text) => {
    expect(read(sentence)).toEqual([[text, null, true]]);
  });

  it('is each of several days in a list', () => {
    expect(read('It is closed on Thursday, Christmas Day and Boxing Day.')).toEqual([
      ['Thursday', '2020-10-29', true],
      ['Christmas Day', '2020-12-25', true],
      ['Boxing Day', '2020-12-26', true],
    ]);
  });

  it('last week stays so before a meal and in a town', () => {
    for (const sentence of ['It was last Friday before lunch.', 'It was last Friday in Fenwick.']) {
      expect(read(sentence)).toEqual([['last Friday', '2020-10-23', true]]);
    }
  });

  it('of two days with one month is two', () => {
    expect(read('It runs on Friday 30 and Saturday 31 October.')).toEqual([
      ['Friday 30', '2020-10-30', true],
      ['Saturday 31 October', '2020-10-31', true],
    ]);
  });

  it('far from publication is in the year whose weekday fits', () => {
    expect(read('It began on Friday 12 June.', instant('2021-02-01T00:00:00.000Z'))).toEqual([
      ['Friday 12 June', '2020-06-12', true],
    ]);
  });

  it('needs the day of publication where only that tells', () => {
    const blocks = blocksOf('Yesterday, on Friday, and on Friday 31 October 2020.');
    expect(findDates(blocks, null).map(({ resolved, consistent }) => [resolved, consistent])).toEqual([
      [null, true],
      [null, true],
      ['2020-10-31', false],
    ]);
  });

  it.each([
    'It is open Monday to Friday.',
    'The market is held every Friday.',
    'Black Friday brings crowds.',
    'It was a good Friday for all.',
    'The Good Friday Agreement was signed.',
    'We will be ready by Christmas, Easter or New Year.',
    'Inspector Jo March may sat.',
    'Call 101 or 0800 555 111.',
  ])('is none in: %s', (sentence) => {
    expect(read(sentence)).toEqual([]);
  });

  it('stands where it says', () => {
    const markdown = 'It ended.\n\nThen, on Friday (30 October), it began.';
    const [date] = findDates(blocksOf(markdown), PUBLISHED);
    expect(markdown.slice(date?.start, date?.end)).toBe('Friday (30 October)');
  });

  it.each(['Friday ', '1 ', '30 October ', 'last ', 'the last Sunday before ', 'Easter ', '. '])(
    'takes linear time in a text of %j',
    (piece) => {
      const run = (size: number) => findDates(blocksOf(piece.repeat(size / piece.length)), PUBLISHED);
      expect(growthOf(200_000, run)).toBeLessThan(MAX_GROWTH);
    },
  );
});
