import { describe, expect, it } from 'vitest';
import { checksOf, wordsAtFault } from '../../support/checked.ts';

describe('a telephone number', () => {
  it.each([
    ['Call O1632 960 145 to book.', ['O1632 960 145']],
    ['Call 01632 96O 145 to book.', ['01632 96O 145']],
    ['You can ring 1632 960 177 at any hour.', ['1632 960 177']],
    ['Ring Crimestoppers, anonymously, on 0800 555 1111.', ['0800 555 1111']],
    ['Crimestoppers can be called on 0800 555 112.', ['0800 555 112']],
    ['Ring the independent charity Crimestoppers on 0800 555 222.', ['0800 555 222']],
    ['The number is 07700 9004 in working hours.', ['07700 9004']],
    ['Report it to Action Fraud on 0300 123 2400.', ['0300 123 2400']],
  ])('%s', (body, expected) => {
    expect(wordsAtFault('phone-shape', { body })).toEqual(expected);
  });

  it.each([
    'Call police on 101, or Crimestoppers on 0800 555111.',
    'Speak to Crimestoppers or call us on 01632 960 118.',
    'Crimestoppers has a website. Call 01632 960 118.',
    'The O2 mast is 100 metres high, and 1632 960 people saw it.',
    'They raised 1,632 960 pence coins; the call 1234567 was logged.',
    'In 1632 960 men marched.',
    'Quote crime number 0450 61204, or charity number 0101 4455.',
  ])('%s', (body) => {
    expect(wordsAtFault('phone-shape', { body })).toEqual([]);
  });

  it('is put right where only one can be meant', () => {
    expect(fixesOf('Call O1632 960 145, ring 1632 960 177, or Crimestoppers on 0800 555 1111.')).toEqual([
      '01632 960 145',
      '01632 960 177',
      '0800 555 111',
    ]);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Write to hoses@@caldmoor.example today.', ['hoses@@caldmoor.example']],
    [
      'Write to pier(at)thornsea.example or pier [at] thornsea.example.',
      ['pier(at)thornsea.example', 'pier [at] thornsea.example'],
    ],
    ['Write to hoses@ caldmoor.example today.', ['hoses@ caldmoor.example']],
  ])('%s', (body, expected) => {
    expect(wordsAtFault('email-shape', { body })).toEqual(expected);
  });

  it('is put right where only one can be meant', () => {
    expect(fixesOf('Write to hoses@@caldmoor.example or to press@ fenwick.example.')).toEqual([
      'hoses@caldmoor.example',
      'press@fenwick.example',
    ]);
  });
});

describe('a web address', () => {
  it('is put right where only one can be meant', () => {
    expect(fixesOf('See https:/www.fenwick.example/a, http//www.fenwick.example/b or www.fenwick,example.')).toEqual([
      'https://www.fenwick.example/a',
      'http://www.fenwick.example/b',
      null,
    ]);
  });
});

describe('the text of a link', () => {
  it.each([
    'Click here to apply',
    'Apply here',
    'click below',
    'Please click here',
    'More information can be found here',
    'follow this link',
  ])('says nothing: %s', (text) => {
    expect(wordsAtFault('link-text-vague', { body: `[${text}](https://www.fenwick.example/a)` })).toEqual([text]);
  });

  it.each(['Apply for a street party', 'How to get here by bus'])('says where it leads: %s', (text) => {
    expect(wordsAtFault('link-text-vague', { body: `[${text}](https://www.fenwick.example/a)` })).toEqual([]);
  });
});

describe('a link whose text is an address', () => {
  it.each([
    ['Write to [boat@fenwick.example](mailto:press@fenwick.example).', ['boat@fenwick.example']],
    ['See [www.fenwick.example/tips](https://www.harrowmere.example/tips).', ['www.fenwick.example/tips']],
    ['See [https://fenwick.example](https://www.harrowmere.example).', ['https://fenwick.example']],
  ])('%s leads elsewhere', (body, expected) => {
    expect(wordsAtFault('link-elsewhere', { body })).toEqual(expected);
  });

  it.each([
    'Write to [boat@fenwick.example](mailto:Boat@fenwick.example?subject=Name).',
    'See [fenwick.example/tips](https://www.fenwick.example/en/tips/2022).',
    'See [our page](https://www.harrowmere.example).',
    'See https://www.fenwick.example/tips and [the tips of 12.5.2020](https://www.fenwick.example).',
  ])('%s', (body) => {
    expect(wordsAtFault('link-elsewhere', { body })).toEqual([]);
  });
});

describe('a link that has lost its target', () => {
  it.each([
    ['Anyone can [sign up as a volunteer] in the hall.', ['[sign up as a volunteer]']],
    ['Fill in [the form] (https://www.fenwick.example/form) by Friday.', ['[the form]']],
    ['[Read the whole report]', ['[Read the whole report]']],
  ])('%s', (body, expected) => {
    expect(wordsAtFault('link-lost', { body })).toEqual(expected);
  });

  it.each([
    'She said: "We told them [the council] to see [the] bridge before it fell."',
    'The road [the A19] is open.',
    'Anyone can [sign up](https://www.fenwick.example/join).',
    'It opened [in May 2020].',
  ])('%s', (body) => {
    expect(wordsAtFault('link-lost', { body })).toEqual([]);
  });
});

function fixesOf(body: string) {
  return checksOf({ body }).map(({ fix }) => fix);
}
