import type { SearchTerm, SearchTerms } from './query.ts';

/** Words of one search that count; the rest of a longer text is left out, so that no text is an error. */
export const MAX_SEARCH_WORDS = 32;

/**
 * Soft hyphens, zero-width spaces and joiners: nobody sees them, and they would split words. The full-text indexes hold
 * texts without them; their views name the same characters.
 */
export const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** A double quotation mark, or a word as the full-text index splits it, with the star that makes it a prefix. */
const TOKEN = /(["“”])|([\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*)(\*?)/gu;

/**
 * Reads what a reader typed: words, "phrases in double quotation marks", and `word*` for words that begin so. Every
 * other character separates words. A quotation mark that is never closed is left out. Text without any word gives no
 * terms, which find nothing.
 */
export function parseSearch(text: string): SearchTerms {
  const terms: SearchTerm[] = [];
  let phrase: Word[] | undefined;
  let words = 0;
  for (const [, mark, word, star] of text.replace(INVISIBLE, '').matchAll(TOKEN)) {
    if (mark) {
      if (phrase) terms.push(...asPhrase(phrase));
      phrase = phrase ? undefined : [];
    } else if (word && words < MAX_SEARCH_WORDS) {
      words += 1;
      const found = { word, prefix: star === '*' };
      if (phrase) phrase.push(found);
      else terms.push(asTerm(found));
    }
  }
  return [...terms, ...(phrase ?? []).map(asTerm)];
}

interface Word {
  readonly word: string;
  readonly prefix: boolean;
}

function asTerm({ word, prefix }: Word): SearchTerm {
  return { words: [word], prefix };
}

function asPhrase(phrase: readonly Word[]): SearchTerm[] {
  const last = phrase.at(-1);
  return last ? [{ words: phrase.map(({ word }) => word), prefix: last.prefix }] : [];
}

/** The words of a text, folded, with a space between. */
export function foldedWords(text: string): string {
  return foldedText(text).match(FOLDED_WORD)?.join(' ') ?? '';
}

const FOLDED_WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** Names in which words are looked for: each word stands between spaces, and none of one name beside one of another. */
export function soughtNames(names: Iterable<string>): string {
  return [...names].map((name) => ` ${foldedWords(name)} `).join('/');
}

/**
 * A title as it stands among others: from its first letter or digit on, so that a quotation mark before it does not move it
 * behind Z. One that has neither stands as it is.
 */
export function titleKey(title: string): string {
  const folded = foldedText(title);
  return folded.slice(Math.max(folded.search(/[\p{L}\p{N}]/u), 0));
}

/** A text as it is compared: case and accents folded, and nothing in it that nobody sees. */
export function foldedText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
