import type { Article } from '../domain/article.ts';
import type { AuditDetail } from '../domain/audit.ts';
import type { Check, CheckRules, KnownSpeaker, Override } from '../domain/check.ts';
import type { Content } from '../domain/edition.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { checkRelease } from '../text/checks/check-release.ts';
import type { CheckedRelease } from '../text/checks/rule.ts';
import { renderMarkdown } from '../text/markdown.ts';
import type { Deps, NewsroomRules } from './deps.ts';
import { knownSpeakers } from './known-speakers.ts';

/** What looks wrong with the open edition; nothing where none is open. */
export async function reviewOpenEdition(deps: Deps, article: Article, at: Instant): Promise<Check[]> {
  return checkOpenEdition(article, at, deps.rules, await knownSpeakers(deps, article.open?.content.quotes ?? [], at));
}

/** The same by what was looked up before. */
export function checkOpenEdition(
  { open, withdrawn }: Pick<Article, 'open' | 'withdrawn'>,
  at: Instant,
  rules: NewsroomRules,
  speakers: ReadonlyMap<string, KnownSpeaker>,
): Check[] {
  const before = withdrawn?.edition.content;
  return open ? checkContent(open.content, open.publishAt ?? at, rules, { speakers, withdrawn: before }) : [];
}

/** What looks wrong with an edition; the date that it does not name is taken to be `at`. */
export function checkContent(
  content: Content,
  at: Instant,
  { checks }: NewsroomRules,
  known: Pick<CheckedRelease, 'speakers' | 'withdrawn'> = {},
): Check[] {
  return checkText({ ...content, statements: content.quotes, ...known }, at, checks);
}

/** What rules of severity `error` have found that are not overridden. */
export function faultsAmong(checks: readonly Check[], overrides: readonly Override[]): Check[] {
  const overridden = new Set(overrides.map((override) => override.check));
  return checks.filter(({ id, severity }) => severity === 'error' && !overridden.has(id));
}

/** What the audit trail says of overrides. */
export function overrideDetail(overrides: readonly Override[]): AuditDetail {
  return Object.fromEntries(overrides.map(({ check, reason }) => [`override:${check}`, reason]));
}

/** @throws Problem `checks_failed` when a rule of severity `error` has found something and is not overridden */
export function refuseFaults(checks: readonly Check[], overrides: readonly Override[]): void {
  const faults = faultsAmong(checks, overrides);
  if (faults.length === 0) return;
  throw new Problem('checks_failed', 'The edition has faults that stop its publication.', {
    errors: faults.map(({ id, pointer, message }) => ({
      pointer,
      detail: message,
      expected: `Put it right, or override ${id} with a reason.`,
      allowed: [id],
    })),
  });
}

/** What looks wrong with a text; the date that it does not name is taken to be `at`. */
export function checkText(text: Omit<CheckedRelease, 'blocks' | 'pictures'>, at: Instant, rules: CheckRules): Check[] {
  const { blocks, pictures } = renderMarkdown(text.markdown);
  return checkRelease({ ...text, publishedAt: text.publishedAt ?? at, blocks, pictures }, rules);
}
