import { describe, expect, it } from 'vitest';
import { tagAttribution } from '../../../src/text/quotes/tagger/attribution.ts';
import { tokensOf } from '../../../src/text/quotes/tagger/tokens.ts';
import { anyCharacter, fc } from '../../support/property-tests.ts';

const said = (text: string) => tagAttribution(text).map(({ aspect, text: words }) => `${aspect}: ${words}`);

describe('the tagger', () => {
  it.each([
    [
      'Speaking after the hearing, Detective Sergeant Orla Finch, of the Harrow Vale Fraud Team, who led the inquiry',
      ['rank: Detective Sergeant', 'name: Orla Finch', 'organisation: Harrow Vale Fraud Team'],
    ],
    [
      "Thornbridge District Council's cabinet member for parks and open spaces, Councillor Imran Shafi",
      [
        'organisation: Thornbridge District Council',
        'role: cabinet member for parks and open spaces',
        'rank: Councillor',
        'name: Imran Shafi',
      ],
    ],
    ['Private Rented Sector Manager Bryony Oakshott', ['role: Private Rented Sector Manager', 'name: Bryony Oakshott']],
    ['Elsie Crabbe, 84, from Mill Row, who was at the opening', ['name: Elsie Crabbe']],
    ['One of his victims, who asked not to be named', []],
  ])('reads %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('reads words that stand in the text, in its order, none twice, and the same ones every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 700 }), (text) => {
        const read = tagAttribution(text);
        expect(tagAttribution(text)).toEqual(read);
        let behind = 0;
        for (const { start, end, text: words } of read) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(text.slice(start, end)).toBe(words);
          behind = end;
        }
      }),
    );
  });

  it('takes the possessive from a body, and keeps every word and mark', () => {
    expect(tokensOf("Marl Homes' and Marl’s (new) chief").map(({ text }) => text)).toEqual([
      'Marl',
      'Homes',
      "'",
      'and',
      'Marl',
      "'s",
      '(',
      'new',
      ')',
      'chief',
    ]);
  });
});
