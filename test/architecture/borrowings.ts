/** So many words in a row are nobody's by chance. */
export const MIN_BORROWED_WORDS = 7;

/**
 * Finds in other texts what comes from one document: words in a row, and names, in any case and through any marks,
 * line ends and hyphens between the words.
 * @returns for a text what it borrows, each once, in lower-case words
 */
export function borrowingsFrom(document: string, names: readonly string[]): (text: string) => string[] {
  const runs = new Set(runsOf(wordsOf(document)));
  const protectedNames = names.map((name) => wordsOf(name).join(' '));
  return (text) => {
    const words = wordsOf(text);
    const line = ` ${words.join(' ')} `;
    const found = [
      ...runsOf(words).filter((run) => runs.has(run)),
      ...protectedNames.filter((name) => line.includes(` ${name} `)),
    ];
    return [...new Set(found)];
  };
}

/** Names of two words and more, as capitals tell them: `Castle Quay`; the first word may be none of the name. */
export function namesIn(text: string): string[] {
  return text.match(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu) ?? [];
}

function runsOf(words: readonly string[]): string[] {
  return words
    .slice(MIN_BORROWED_WORDS - 1)
    .map((_, start) => words.slice(start, start + MIN_BORROWED_WORDS).join(' '));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
