/** Every match of a global pattern, in order: as `matchAll` gives them, which makes a copy of the pattern for each text. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`a pattern that is not global: ${pattern}`);
  pattern.lastIndex = 0;
  const matches: RegExpExecArray[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') {
      // Behind an empty match a pattern stays where it is.
      pattern.lastIndex = 0;
      return [...text.matchAll(pattern)];
    }
    matches.push(match);
  }
  return matches;
}
