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

  it.each(['Friday ', '1 ', '30 October ', 'last ', '. '])('takes linear time in a text of %j', (piece) => {
    const run = (size: number) => findDates(blocksOf(piece.repeat(size / piece.length)), PUBLISHED);
    expect(growthOf(200_000, run)).toBeLessThan(MAX_GROWTH);
  });
});
