import { matchesOf } from '../../matches.ts';
import { once } from '../once.ts';
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
    for (const [, before = '', letters = ''] of matchesOf(text, ABBREVIATED)) {
      const name = isAcronym(letters) ? nameOf(before.trim().split(' '), letters) : null;
      if (name !== null && !spelled.has(letters)) spelled.set(letters, name);
    }
  }
  const abbreviated = once(() => byInitials(names()));
  return (written) => {
    const words = written.split(' ');
    const letters = words.at(-1) ?? '';
    if (!isAcronym(letters)) return written;
    const place = words.slice(0, -1).join(' ');
    const full = spelled.get(letters);
    if (full === undefined) return abbreviated().get(written) ?? written;
    return place === '' || full.startsWith(`${place} `) ? full : `${place} ${full}`;
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

/**
 * The first of the names that may be written so, with nothing but its initials or with these behind its first words: `NCA`,
 * `Marl PCSP`; and the only one whose last words they are: `ICB` of the Marl Integrated Care Board.
 */
function byInitials(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const tails = new Map<string, Set<string>>();
  for (const name of new Set(names)) {
    const words = name.split(' ');
    for (const at of words.keys()) {
      const letters = initialsOf(words.slice(at));
      const written = [...words.slice(0, at), letters].join(' ');
      if (!found.has(written)) found.set(written, name);
      if (at > 0 && letters.length >= MIN_TAIL_LETTERS) tails.set(letters, (tails.get(letters) ?? new Set()).add(name));
    }
  }
  for (const [letters, [name, another]] of tails)
    if (name !== undefined && another === undefined && !found.has(letters)) found.set(letters, name);
  return found;
}

/** Letters that hardly any other words begin with. */
const MIN_TAIL_LETTERS = 3;

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !SMALL.test(word))
    .map((word) => word.charAt(0))
    .join('');
}
