import { isAcronym } from '../tables/organisations.ts';
import { isCapital } from '../words.ts';

/** Words of the longest name that is abbreviated. */
const MAX_WORDS = 10;
/** `National Crime Agency (NCA)`: the words before a bracket, and what stands in it. */
const ABBREVIATED = /((?:[\p{L}\d&'’-]+ ){2,10})\((?:the )?["'“‘]?([\p{Lu}&]{2,8})["'”’]?\)/gu;
const SMALL = /^(?:and|&|of|for|the|in|on|to)$/i;

/**
 * Answers what an abbreviation stands for in a release: `NCA`, `Marl PCSP`. Only what the texts spell out counts: before a
 * bracket with the letters in it, or as a name of which the letters are the initials. Other names are their own answer.
 */
export function openAbbreviations(
  texts: readonly string[],
  names: () => readonly string[],
): (written: string) => string {
  const spelled = new Map<string, string>();
  for (const text of texts) {
    if (!text.includes('(')) continue;
    for (const [, before = '', letters = ''] of text.matchAll(ABBREVIATED)) {
      const name = isAcronym(letters) ? nameOf(before.trim().split(' '), letters) : null;
      if (name !== null && !spelled.has(letters)) spelled.set(letters, name);
    }
  }
  return (written) => {
    const words = written.split(' ');
    const letters = words.at(-1) ?? '';
    if (!isAcronym(letters)) return written;
    const place = words.slice(0, -1).join(' ');
    const full = spelled.get(letters);
    if (place === '') return full ?? names().find((name) => isInitials(name, letters)) ?? written;
    if (full !== undefined) return full.startsWith(`${place} `) ? full : `${place} ${full}`;
    return (
      names().find((name) => name.startsWith(`${place} `) && isInitials(name.slice(place.length + 1), letters)) ??
      written
    );
  };
}

/** The words at the end of what stands before a bracket that the letters in it abbreviate. */
function nameOf(words: readonly string[], letters: string): string | null {
  for (let from = Math.max(0, words.length - MAX_WORDS); from < words.length - 1; from += 1) {
    const name = words.slice(from);
    const isName = isCapital(name[0] ?? '') && name.every((word) => isCapital(word) || SMALL.test(word));
    if (isName && !SMALL.test(name[0] ?? '') && spells(name, letters)) return name.join(' ');
  }
  return null;
}

/** Whether the letters stand in the words in their order, the first one at the front of the first. */
function spells(words: readonly string[], letters: string): boolean {
  let at = 0;
  for (const word of words) {
    if (word.charAt(0).toUpperCase() === letters.charAt(at)) at += 1;
    else if (word === words[0]) return false;
  }
  return at === letters.replaceAll('&', '').length;
}

function isInitials(name: string, letters: string): boolean {
  return (
    name
      .split(' ')
      .filter((word) => !SMALL.test(word))
      .map((word) => word.charAt(0))
      .join('') === letters
  );
}
