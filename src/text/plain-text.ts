/** Spaces that a word processor writes so that no line ends there, and its separators of lines and paragraphs. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;
/** Soft hyphens and spaces without width; not the joiners, of which emoji and letters of other scripts are made. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;

/** A text as those rules read it that look for words: every space is one, and nothing stands in it that nobody sees. */
export function plainText(text: string): string {
  return text.replace(SPACES, ' ').replace(UNSEEN, '');
}

/** Whether it is that already. */
export function isPlain(text: string): boolean {
  return text.search(SPACES) === -1 && text.search(UNSEEN) === -1;
}
