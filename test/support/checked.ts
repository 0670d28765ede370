import { type Check, type CheckId, DEFAULT_CHECK_RULES } from '../../src/domain/check.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { checkRelease } from '../../src/text/checks/check-release.ts';
import { BODY, SUMMARY, TITLE } from '../../src/text/checks/places.ts';
import type { CheckedRelease, Example } from '../../src/text/checks/rule.ts';
import { renderMarkdown } from '../../src/text/markdown.ts';
import { extractStatements } from '../../src/text/quotes/extract.ts';

/** A release without fault but for what the example says of it. */
export function checkedRelease(example: Example = {}): CheckedRelease {
  const markdown = example.body ?? 'The bridge was opened on Monday by the people who live beside it.';
  const rendered = renderMarkdown(markdown);
  return {
    title: example.title ?? 'Wern Bridge is open again',
    summary: example.summary === undefined ? 'It opened a week early, after repairs to two arches.' : example.summary,
    language: example.language ?? 'en',
    publishedAt: parseInstant(`${example.date ?? '2020-11-12'}T10:00:00Z`) ?? null,
    image: example.image ?? null,
    markdown,
    ...rendered,
    statements: extractStatements(rendered.blocks),
    extra: example.extra ?? {},
    ...(example.withdrawn && { withdrawn: example.withdrawn }),
    ...(example.speakers && { speakers: new Map(Object.entries(example.speakers)) }),
  };
}

export function checksOf(example: Example): Check[] {
  const { bannedPhrases = [] } = example;
  return checkRelease(checkedRelease(example), { ...DEFAULT_CHECK_RULES, bannedPhrases });
}

export function idsOf(checks: readonly Check[]): string[] {
  return checks.map(({ id }) => id);
}

/** The words of the field that one rule points at, in the order of its findings; an empty text for a field as a whole. */
export function wordsAtFault(id: CheckId, example: Example): string[] {
  const { title, summary, markdown } = checkedRelease(example);
  const fields = new Map([
    [TITLE, title],
    [SUMMARY, summary ?? ''],
    [BODY, markdown],
  ]);
  return checksOf(example).flatMap((check) =>
    check.id === id ? [(fields.get(check.pointer) ?? '').slice(check.start ?? 0, check.end ?? 0)] : [],
  );
}
