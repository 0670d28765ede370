import { expect, it } from 'vitest';
import { MAX_LANGUAGE_LENGTH, readLanguage } from '../../src/domain/language.ts';

/** A tag that is well-formed however long it is. */
const privately = (length: number) => `en-x-${'abcdefgh-'.repeat(9)}`.slice(0, length);

it.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['cy', 'cy'],
  ['gsw-CH', 'gsw-CH'],
  [privately(MAX_LANGUAGE_LENGTH), privately(MAX_LANGUAGE_LENGTH)],
])('%s names the language %s', (text, language) => {
  expect(readLanguage(text)).toBe(language);
});

it.each(['', 'e', 'english_', 'welsh', 'en_GB', ' en', 'x-welsh', privately(MAX_LANGUAGE_LENGTH + 1)])(
  '“%s” names none',
  (text) => {
    expect(readLanguage(text)).toBeUndefined();
  },
);
