import type { Block } from '../block.ts';
import { KNOWN_ACRONYMS } from './acronyms.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

const ACRONYM = /\b[A-Z]{3,6}s?\b/g;
/** What stands beside a part of a longer name, an address or a handle. */
const JOINED = /[\p{L}\p{N}@#/._-]/u;

/** Distinct ones that are looked for in the whole text, so that a text full of them takes no longer. */
const MOST_ACRONYMS = 40;

export const acronymUnexplained: Rule = {
  id: 'acronym-unexplained',
  severity: 'notice',
  about: 'An acronym that few readers know is never explained.',
  fires: { body: 'Officers used ANPR to find the car.' },
  passes: { body: 'Officers used automatic number plate recognition (ANPR) to find the car. ANPR reads plates.' },
  find: ({ prose, title, summary }) => {
    const seen = new Set<string>();
    const unknown = prose.flatMap((block) =>
      [...block.text.matchAll(ACRONYM)].flatMap(({ 0: found, index }) => {
        const acronym = found.replace(/s$/, '');
        if (seen.has(acronym) || KNOWN_ACRONYMS.has(acronym) || KNOWN_ACRONYMS.has(found)) return [];
        if (seen.size === MOST_ACRONYMS || isJoined(block.text, index, index + found.length)) return [];
        seen.add(acronym);
        return [{ block, acronym, start: index, end: index + found.length }];
      }),
    );
    if (unknown.length === 0) return [];
    const everything = [title, summary ?? '', ...prose.map(({ text }) => text)].join('\n');
    return unknown
      .filter(({ block, acronym }) => !isShouted(block) && !isExplained(acronym, everything))
      .map(({ block, acronym, start, end }) => inBlock(block, start, end, `${acronym} is never explained.`));
  },
};

/** Whether it is a part of something longer, or of what stands between square brackets. */
function isJoined(text: string, start: number, end: number): boolean {
  const isInBrackets = /\[[^\]]*$/.test(text.slice(Math.max(0, start - 30), start));
  return isInBrackets || JOINED.test(text[start - 1] ?? ' ') || /[\p{L}\p{N}@/_-]/u.test(text[end] ?? ' ');
}

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
