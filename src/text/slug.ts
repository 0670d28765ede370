import sindreSlugify from '@sindresorhus/slugify';
import { MAX_SLUG_LENGTH } from '../domain/slug.ts';

/**
 * The slug of a headline, and the key by which a place, an organisation or an official is recognised: the same words in
 * other case, with other accents or with other apostrophes give the same slug. Empty when nothing of the text can stand
 * in an address.
 */
export function slugify(text: string): string {
  // Marks go before the package transliterates: it writes `ü` as `ue`, so a forgotten umlaut would be another name.
  const plain = text.replace(APOSTROPHES, '').normalize('NFKD').replace(MARKS, '');
  const slug = sindreSlugify(plain, { decamelize: false });
  return slug.slice(0, MAX_SLUG_LENGTH).replace(/-$/, '');
}

/** `O'Neill` is one word whichever of these stands in it. */
const APOSTROPHES = /['’‘‛ʼʻ′´`＇]/g;
const MARKS = /\p{M}/gu;
