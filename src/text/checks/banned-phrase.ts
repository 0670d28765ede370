import { matchesAnywhere } from './places.ts';
import type { Rule } from './rule.ts';

export const bannedPhrase: Rule = {
  id: 'banned-phrase',
  severity: 'warning',
  about: 'A phrase is there that this press office does not use (`DATELINE_BANNED_PHRASES`), with or without a hyphen.',
  fires: { bannedPhrases: ['going forward'], body: 'Going forward, the road is open at night.' },
  passes: { bannedPhrases: ['going forward'], body: 'From now on, the road is open at night.' },
  find: (reading) =>
    reading.rules.bannedPhrases.length === 0
      ? []
      : matchesAnywhere(
          reading,
          patternOf(reading.rules.bannedPhrases),
          ([found]) => `This press office does not write “${found}”.`,
        ),
};

/** Any of the phrases as whole words, in whatever case, with whatever white space, hyphen and apostrophe. */
function patternOf(phrases: readonly string[]): RegExp {
  const sources = phrases.map((phrase) =>
    phrase
      .split(/[\s-]+/)
      .map(escaped)
      .join('(?:\\s+|\\s?[-‐‑]\\s?)'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function escaped(word: string): string {
  return word.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&').replaceAll(/['’]/g, "['’]");
}
