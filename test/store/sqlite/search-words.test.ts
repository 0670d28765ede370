import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parseSearch } from '../../../src/domain/search.ts';
import { matchOf } from '../../../src/store/sqlite/public/search/search-words.ts';

const database = new Database(':memory:');
database.exec("create virtual table text using fts5(t, tokenize = 'porter unicode61 remove_diacritics 2')");
const TEXTS = [
  'Burglaries in the town',
  'Two burglars were jailed',
  'A community centre',
  'Communities meet',
  'Running late',
  'Flying high',
  'Organisations at work',
  'General practice',
  'Universities open',
  'Investigating officers',
  'The investigation ended',
  'Sarah Banks spoke',
  "O'Neill arrested",
  'Cafodd Llŷr ei arestio',
  'Aelodau cynghorau lleol',
  'Gwasanaethau brys',
  'Yn y nos',
];
const insert = database.prepare('insert into text values (?)');
for (const text of TEXTS) insert.run(text);
const find = database.prepare<[string], string>('select t from text where text match ? order by rowid').pluck();

function found(search: string): string[] {
  const match = matchOf(parseSearch(search));
  return match === undefined ? [] : find.all(match);
}

test.each([
  ['burglary', ['Burglaries in the town']],
  ['burgl*', ['Burglaries in the town', 'Two burglars were jailed']],
  ['burglar*', ['Burglaries in the town', 'Two burglars were jailed']],
  ['burglarie*', ['Burglaries in the town']],
  ['investigate', ['Investigating officers', 'The investigation ended']],
  ['arrests', ["O'Neill arrested"]],
  ['"neill arrests"', ["O'Neill arrested"]],
  ['banks', ['Sarah Banks spoke']],
  ['"sarah banks"', ['Sarah Banks spoke']],
  ['llyr', ['Cafodd Llŷr ei arestio']],
  ['cynghorau', ['Aelodau cynghorau lleol']],
  ['gwasanaethau', ['Gwasanaethau brys']],
  ['nos', ['Yn y nos']],
])('%s finds what people expect', (search, expected) => {
  expect(found(search)).toEqual(expected);
});

test('whoever types a word sees it from the third letter on to the last, when each letter ends in a star', () => {
  for (const text of TEXTS) {
    for (const word of text.split(/[ ']/).filter(({ length }) => length >= 3)) {
      for (let length = 3; length <= word.length; length += 1) {
        expect([`${word.slice(0, length)}*`, found(`${word.slice(0, length)}*`)]).toEqual([
          expect.any(String),
          expect.arrayContaining([text]),
        ]);
      }
    }
  }
});

test('beginnings of one and two letters are words', () => {
  expect(matchOf(parseSearch('a* bc*'))).toBe('"a" "bc"');
});

test('what is no word is left out, and nothing is left of nothing', () => {
  expect(
    matchOf([
      { words: ['++'], prefix: true },
      { words: ['a', 'b'], prefix: false },
    ]),
  ).toBe('"a b"');
  expect(matchOf([{ words: ['++'], prefix: true }])).toBeUndefined();
  expect(matchOf([])).toBeUndefined();
});
