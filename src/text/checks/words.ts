/** A word of any script, with the apostrophes and hyphens inside it; a number with its separators. */
const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** The words of a text, in their order. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
