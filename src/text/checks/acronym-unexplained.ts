import { matchesOf } from '../matches.ts';
import { KNOWN_ACRONYMS } from './acronyms.ts';
import { inBlock, SUMMARY, TITLE } from './places.ts';
import type { Rule } from './rule.ts';

const ACRONYM = /\b[A-Z]{3,6}s?\b/g;
/** What stands beside a part of a longer name, an address or a handle. */
const JOINED = /[\p{L}\p{N}@#/._-]/u;

/** Orders and memberships, which stand behind a name: `KCVO`, `FRICS`, `MRTPI`. */
const HONOUR = /^(?:[KDG]C(?:VO|MG|B)|[FM]R[A-Z]{2,4})$/;
/** A word in capitals that says of what kind a text is: `UPDATE: …`. */
const LABEL = /^[A-Z]+: /;
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
    // Where it is best explained: in the body, if it stands there.
    const inProse = prose.flatMap((block) => unknownIn(block.text, seen).map((found) => ({ ...found, block })));
    const inSummary = unknownIn(summary ?? '', seen);
    const inTitle = unknownIn(title, seen);
    if (seen.size === 0) return [];
    const everything = [title, summary ?? '', ...prose.map(({ text }) => text)].join('\n');
    const isTold = ({ acronym }: Found) => !isShouted(acronym, everything) && !isExplained(acronym, everything);
    const inField = (pointer: string, all: readonly Found[]) =>
      all
        .filter(isTold)
        .map(({ acronym, start, end }) => ({ message: messageOf(acronym), pointer, start, end, fix: null }));
    return [
      ...inField(TITLE, inTitle),
      ...inField(SUMMARY, inSummary),
      ...inProse.filter(isTold).map(({ acronym, block, start, end }) => inBlock(block, start, end, messageOf(acronym))),
    ];
  },
};

interface Found {
  readonly acronym: string;
  readonly start: number;
  readonly end: number;
}

/** Every acronym of a text that few know and that was not seen before; it is seen then. */
function unknownIn(text: string, seen: Set<string>): Found[] {
  const label = LABEL.exec(text)?.[0].length ?? 0;
  const matches = matchesOf(text, ACRONYM).filter(({ index }) => index >= label);
  if (matches.length === 0 || isInCapitals(text)) return [];
  return matches.flatMap(({ 0: found, index }) => {
    const acronym = found.replace(/s$/, '');
    const end = index + found.length;
    if (seen.has(acronym) || KNOWN_ACRONYMS.has(acronym) || KNOWN_ACRONYMS.has(found)) return [];
    if (seen.size === MOST_ACRONYMS || HONOUR.test(acronym) || isJoined(text, index, end)) return [];
    seen.add(acronym);
    return [{ acronym, start: index, end }];
  });
}

function messageOf(acronym: string): string {
  return `${acronym} is never explained: write it out where it stands first.`;
}

/** Whether it is a part of something longer, or of what stands between square brackets. */
function isJoined(text: string, start: number, end: number): boolean {
  const isInBrackets = /\[[^\]]*$/.test(text.slice(Math.max(0, start - 30), start));
  return (
    isInBrackets ||
    JOINED.test(text[start - 1] ?? ' ') ||
    /^(?:[\p{L}\p{N}@/_-]|\.\p{L})/u.test(text.slice(end, end + 2))
  );
}

/** A line in capital letters says nothing about its words. */
function isInCapitals(text: string): boolean {
  const letters = text.replaceAll(/\P{L}/gu, '');
  const capitals = letters.replaceAll(/\P{Lu}/gu, '');
  return capitals.length * 2 > letters.length;
}

/** A word that stands in small letters elsewhere is one that somebody shouts. */
function isShouted(acronym: string, text: string): boolean {
  return new RegExp(`\\b${acronym.toLowerCase()}\\b`).test(text);
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
