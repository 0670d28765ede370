import { type Check, type CheckRules, MAX_CHECKS, SEVERITIES, type Severity } from '../../domain/check.ts';
import { judgeDates } from './dates.ts';
import { passageOf } from './passage.ts';
import { SUMMARY, TITLE } from './places.ts';
import type { CheckedRelease, Reading } from './rule.ts';
import { RULES } from './rules.ts';
import { sentencesOf } from './sentences.ts';

/**
 * What looks wrong with a release, the gravest first, then in the order of the rules and of the text. The same release
 * and rules give the same answer.
 * @param only of which severity, where the others are not asked for and need not be looked for
 */
export function checkRelease(release: CheckedRelease, rules: CheckRules, only?: Severity): Check[] {
  const reading = readingOf(release, rules);
  const checks = RULES.flatMap((rule): Check[] => {
    const level = rules.levels[rule.id] ?? rule.severity;
    if (level === 'off' || (only && level !== only)) return [];
    return rule.find(reading).map((finding) => ({ id: rule.id, severity: level, ...finding }));
  });
  return SEVERITIES.flatMap((severity) => checks.filter((check) => check.severity === severity)).slice(0, MAX_CHECKS);
}

function readingOf(release: CheckedRelease, rules: CheckRules): Reading {
  const prose = release.blocks.filter(({ kind }) => kind !== 'code');
  const { title, summary } = release;
  const lead = [
    passageOf(TITLE, 'heading', title),
    ...(summary === null ? [] : [passageOf(SUMMARY, 'paragraph', summary)]),
  ];
  // Few rules look at them, and whoever asks for faults alone runs few rules.
  const dates = lazily(() => judgeDates([...lead, ...release.blocks], release.publishedAt));
  const sentences = lazily(() => prose.flatMap(sentencesOf));
  return {
    ...release,
    lead,
    prose,
    get dates() {
      return dates();
    },
    get sentences() {
      return sentences();
    },
    isEnglish: /^en\b/i.test(release.language),
    isActiveCase: release.extra['proceedings'] === 'active',
    rules,
  };
}

/** Finds a thing when it is first wanted, and once. */
function lazily<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
