/** Characters as people and JSON Schema count them: an emoji is one of them, although UTF-16 writes it as two units. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

/** Whether a text has so many characters at most. */
export function isWithin(text: string, maxLength: number): boolean {
  return text.length <= maxLength || (text.length <= 2 * maxLength && charactersIn(text) <= maxLength);
}
