import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRelease } from '../../src/text/release.ts';
import { hasRealDocument, REAL_DOCUMENT } from '../support/real-document.ts';
import { borrowingsFrom, MIN_BORROWED_WORDS, namesIn } from './borrowings.ts';
import { type File, ROOT } from './files.ts';

const isCheckout = existsSync(join(ROOT, '.git'));
if (!isCheckout) {
  process.stderr.write(
    '\nNOT TESTED: this is no git checkout, so nothing is looked for in the files under version control.\n',
  );
}

describe.runIf(hasRealDocument && isCheckout)('the real document', () => {
  test('lends neither words nor names to any file under version control', () => {
    const files = filesUnderVersionControl();
    const seeds = files.filter(({ path }) => path.startsWith('seeds/'));
    expect(seeds.length).toBeGreaterThan(30);
    const borrowings = realBorrowings(seeds);
    expect(borrowings(readFileSync(REAL_DOCUMENT, 'utf8')).length).toBeGreaterThan(500);
    const found = files.flatMap(({ path, text }) => borrowings(`${path}\n${text}`).map((words) => `${path}: ${words}`));
    expect(found).toEqual([]);
  });
});

describe('what a text borrows from a document', () => {
  const document = 'Cllr Priya Raman, of Fenwick, said: "One two three four five six seven eight."';
  const borrowings = borrowingsFrom(document, ['Priya Raman', 'tarn']);

  test.each([
    ['words in a row', 'And one two three four five six seven nine', ['one two three four five six seven']],
    [
      'every run of them',
      'two one two three four five six seven eight.',
      ['one two three four five six seven', 'two three four five six seven eight'],
    ],
    [
      'words torn apart by code',
      "'One Two, three ' +\n  // four\n 'five-six_seven.'",
      ['one two three four five six seven'],
    ],
    ['a name in a slug', '/v1/officials/priya-raman', ['priya raman']],
    ['a name over two lines', ' * PRIYA\n * Raman', ['priya raman']],
    ['a name in lower case', "the tarn's chief, tarn", ['tarn']],
    ['nothing but a few words', 'one two three four five six, Priya Marl, Tarnside', []],
    ['nothing at all', '', []],
  ])('is found: %s', (_, text, found) => {
    expect(borrowings(text)).toEqual(found);
  });

  test('is as long as it says', () => {
    const words = 'said one two three four five six'.split(' ');
    expect(borrowings(words.slice(-MIN_BORROWED_WORDS).join(' '))).toHaveLength(1);
    expect(borrowings(words.slice(1 - MIN_BORROWED_WORDS).join(' '))).toEqual([]);
  });

  test('may be the names that its capitals tell', () => {
    expect(namesIn('In May Cllr Priya Raman met a PC at Castle\nQuay, St Botolph’s.')).toEqual([
      'In May Cllr Priya Raman',
      'St Botolph',
    ]);
  });
});

/** What must not be borrowed: the words, the speakers, the place, the host, and names that our own releases do not know. */
function realBorrowings(seeds: readonly File[]): (text: string) => string[] {
  const bytes = readFileSync(REAL_DOCUMENT);
  const { area, url, text, statements } = readRelease(bytes);
  const speakers = statements.flatMap(({ attribution: { name, organisation } }) => [name, organisation]);
  const named = [area, new URL(url).hostname, ...speakers].filter((name) => name !== null);
  const told = namesIn(text).filter((name) => !seeds.some((seed) => seed.text.includes(name)));
  return borrowingsFrom(bytes.toString('utf8'), [...named, ...told]);
}

/** What git tracks or would take in, whatever its kind. */
function filesUnderVersionControl(): File[] {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  return execFileSync('git', options, { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
