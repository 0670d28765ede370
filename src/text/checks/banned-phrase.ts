import type { Finding } from '../../domain/check.ts';
import { about, matchesIn, SUMMARY, TITLE } from './places.ts';
import type { Reading, Rule } from './rule.ts';

export const bannedPhrase: Rule = {
  id: 'banned-phrase',
  severity: 'warning',
  about: 'A phrase is there that this press office does not use (`DATELINE_BANNED_PHRASES`).',
  fires: { bannedPhrases: ['going forward'], body: 'Going forward, the road is open at night.' },
  passes: { bannedPhrases: ['going forward'], body: 'From now on, the road is open at night.' },
  find: ({ title, summary, prose, rules }: Reading): Finding[] => {
    if (rules.bannedPhrases.length === 0) return [];
    const pattern = patternOf(rules.bannedPhrases);
    const message = (found: string) => `This press office does not write “${found}”.`;
    const inField = (pointer: string, text: string) =>
      [...text.matchAll(pattern)].map(([found]) => about(pointer, message(found)));
    return [
      ...inField(TITLE, title),
      ...inField(SUMMARY, summary ?? ''),
      ...matchesIn(prose, pattern, ([found]) => message(found)),
    ];
  },
};

function escaped(word: string): string {
  return word.replaceAll(/[$()*+.?[\\\]^{|}-]/g, '\\$&');
}

/** Any of the phrases as whole words, in whatever case, whatever white space is between them. */
function patternOf(phrases: readonly string[]): RegExp {
  const sources = phrases.map((phrase) => phrase.split(/\s+/).map(escaped).join('\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
