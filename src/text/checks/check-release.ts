import { type Check, type CheckRules, MAX_CHECKS, SEVERITIES } from '../../domain/check.ts';
import { judgeDates } from './dates.ts';
import type { CheckedRelease, Reading } from './rule.ts';
import { RULES } from './rules.ts';
import { sentencesOf } from './sentences.ts';

/**
 * What looks wrong with a release, the gravest first, then in the order of the rules and of the text. The same release
 * and rules give the same answer.
 */
export function checkRelease(release: CheckedRelease, rules: CheckRules): Check[] {
  const reading = readingOf(release, rules);
  const checks = RULES.flatMap((rule): Check[] => {
    const level = rules.levels[rule.id] ?? rule.severity;
    if (level === 'off') return [];
    return rule.find(reading).map((finding) => ({ id: rule.id, severity: level, ...finding }));
  });
  return SEVERITIES.flatMap((severity) => checks.filter((check) => check.severity === severity)).slice(0, MAX_CHECKS);
}

function readingOf(release: CheckedRelease, rules: CheckRules): Reading {
  const prose = release.blocks.filter(({ kind }) => kind !== 'code');
  return {
    ...release,
    prose,
    dates: judgeDates(release),
    sentences: prose.flatMap(sentencesOf),
    isEnglish: /^en\b/i.test(release.language),
    isActiveCase: release.extra['proceedings'] === 'active',
    rules,
  };
}
