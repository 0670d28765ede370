import type { Block } from '../block.ts';
import { KNOWN_ACRONYMS } from './acronyms.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

const ACRONYM = /(?<![\p{L}\p{N}@#/._-])\p{Lu}{3,6}s?(?![\p{L}\p{N}@/_-])/gu;

/** Distinct ones that are looked for in the whole text, so that a text full of them takes no longer. */
const MOST_ACRONYMS = 40;

export const acronymUnexplained: Rule = {
  id: 'acronym-unexplained',
  severity: 'notice',
  about: 'An acronym that few readers know is never explained.',
  fires: { body: 'Officers used ANPR to find the car.' },
  passes: { body: 'Officers used automatic number plate recognition (ANPR) to find the car. ANPR reads plates.' },
  find: ({ prose, title, summary }) => {
    const everything = [title, summary ?? '', ...prose.map(({ text }) => text)].join('\n');
    const seen = new Set<string>();
    return prose.flatMap((block) =>
      isShouted(block)
        ? []
        : [...block.text.matchAll(ACRONYM)].flatMap(({ 0: found, index }) => {
            const acronym = found.replace(/s$/, '');
            if (
              seen.size === MOST_ACRONYMS ||
              seen.has(acronym) ||
              KNOWN_ACRONYMS.has(acronym) ||
              KNOWN_ACRONYMS.has(found)
            )
              return [];
            seen.add(acronym);
            if (isExplained(acronym, everything)) return [];
            return [inBlock(block, index, index + found.length, `${acronym} is never explained.`)];
          }),
    );
  },
};

/** A line in capital letters says nothing about its words. */
function isShouted({ text }: Block): boolean {
  const letters = text.replaceAll(/\P{L}/gu, '');
  const capitals = letters.replaceAll(/\P{Lu}/gu, '');
  return capitals.length * 2 > letters.length;
}

/** In brackets behind what it stands for, or before it; or its letters begin words that follow each other. */
function isExplained(acronym: string, text: string): boolean {
  if (new RegExp(`\\(["“‘']?(?:the )?${acronym}s?["”’']?[),;]`).test(text)) return true;
  if (new RegExp(`\\b${acronym}s? ?\\([^)]{8,}\\)`).test(text)) return true;
  const initials = [...acronym]
    .map((letter) => `${letter}[\\p{L}'’-]*`)
    .join('(?: (?:and|of|for|the|to|in|on|at|&))*[ -]');
  return new RegExp(`(?<!\\p{L})${initials}`, 'u').test(text);
}
