import { createRequire } from 'node:module';
import type sindreSlugify from '@sindresorhus/slugify';
import { INVISIBLE } from '../domain/search.ts';
import { MAX_SLUG_LENGTH } from '../domain/slug.ts';

/**
 * The slug of a headline, and the key by which a place, an organisation or an official is recognised: the same words in
 * other case, with other accents, other apostrophes or with characters that nobody sees give the same slug. Empty when nothing of the text can stand
 * in an address.
 */
export function slugify(text: string): string {
  // Marks go before the package transliterates: it writes `ü` as `ue`, so a forgotten umlaut would be another name.
  const plain = text.replace(INVISIBLE, '').replace(APOSTROPHES, '').normalize('NFKD').replace(MARKS, '');
  const slug = PLAIN.test(plain) ? hyphenated(plain) : transliterated(plain);
  return slug.slice(0, MAX_SLUG_LENGTH).replace(/-$/, '');
}

/** What the package makes of a text that has nothing to transliterate; it takes a hundred times as long. */
function hyphenated(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

let slugifyOthers: typeof sindreSlugify | undefined;

/** The tables of the package take longer to make ready than most commands take; few processes meet a text that wants them. */
function transliterated(text: string): string {
  slugifyOthers ??= createRequire(import.meta.url)('@sindresorhus/slugify').default as typeof sindreSlugify;
  return slugifyOthers(text, { decamelize: false });
}

/** What no language writes otherwise, nor a slug as a word. */
const PLAIN = /^[\w ,.:;()/-]*$/;
/** `O'Neill` is one word whichever of these stands in it. */
const APOSTROPHES = /['’‘‛ʼʻ′´`＇]/g;
const MARKS = /\p{M}/gu;
