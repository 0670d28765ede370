import { describe, expect, it } from 'vitest';
import { SUMMARY, TITLE } from '../../../src/text/checks/places.ts';
import type { Example } from '../../../src/text/checks/rule.ts';
import { checkedRelease, checksOf } from '../../support/checked.ts';

/** The standfirst of a document is taken out of its body: what is wrong with it is nowhere else. */
describe('the summary', () => {
  it.each([
    ['weekday-mismatch', 'The bridge was opened yesterday (Tuesday).', 'yesterday (Tuesday)', null],
    [
      'date-year',
      'The bridge will open on Friday 5 February 2020.',
      'Friday 5 February 2020',
      'Friday 5 February 2021',
    ],
    ['date-tense', 'The bridge will open on Monday 9 November.', 'Monday 9 November', null],
    ['sentence-lower-case', 'the bridge is open again.', 't', 'T'],
    ['quote-unclosed', 'The bridge is "open again.', '"', null],
    ['phone-shape', 'To cross the bridge, call O1632 960 145.', 'O1632 960 145', '01632 960 145'],
    ['email-shape', 'Write to bridge@@fenwick.example now.', 'bridge@@fenwick.example', 'bridge@fenwick.example'],
    [
      'web-address-shape',
      'See http:/www.fenwick.example now.',
      'http:/www.fenwick.example',
      'http://www.fenwick.example',
    ],
  ])('is read by %s', (id, summary, words, fix) => {
    expect(foundIn({ summary })).toEqual([[id, SUMMARY, words, fix]]);
  });

  it('is read as a text of its own', () => {
    const body = '"The bridge was opened," said Jo Marsh, "by the people who live beside it."';
    expect(foundIn({ summary: 'Jo Marsh said "open" and went on Wednesday 11 November.', body })).toEqual([]);
  });
});

describe('the title', () => {
  it('is read for its dates and its marks, and begins as it likes', () => {
    expect(foundIn({ title: 'eBay bridge opens' })).toEqual([]);
    expect(foundIn({ title: 'open again: the bridge' })).toEqual([]);
    expect(foundIn({ title: 'Bridge will open on Tuesday 17 December 2020' })).toEqual([
      ['weekday-mismatch', TITLE, 'Tuesday 17 December 2020', null],
    ]);
    expect(foundIn({ title: 'Bridge is "open again' })).toEqual([['quote-unclosed', TITLE, '"', null]]);
  });
});

function foundIn(example: Example) {
  const { title, summary } = checkedRelease(example);
  return checksOf(example).map(({ id, pointer, start, end, fix }) => {
    const text = pointer === TITLE ? title : (summary ?? '');
    return [id, pointer, text.slice(start ?? 0, end ?? 0), fix];
  });
}
