import type { Article } from '../domain/article.ts';
import type { Check, CheckRules, Override } from '../domain/check.ts';
import type { Content } from '../domain/edition.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { checkRelease } from '../text/checks/check-release.ts';
import type { CheckedRelease } from '../text/checks/rule.ts';
import { renderMarkdown } from '../text/markdown.ts';
import type { Deps, NewsroomRules } from './deps.ts';
import { knownSpeakers } from './known-speakers.ts';
import { composeNewDraft, type NewDraft } from './write-article.ts';

/**
 * What looks wrong with a draft, of which nothing is kept; the date that it does not name is taken to be `at`.
 * @throws Problem `invalid_body` when it could not be saved
 */
export async function checkDraft(deps: Deps, draft: NewDraft, at: Instant): Promise<Check[]> {
  const text = composeNewDraft(draft);
  return check({ ...text, speakers: await knownSpeakers(deps, text.statements, at) }, at, deps.rules.checks);
}

/** What looks wrong with the open edition, seen from the register too; nothing where none is open. */
export async function reviewOpenEdition(deps: Deps, { open }: Article, at: Instant): Promise<Check[]> {
  if (!open) return [];
  const speakers = await knownSpeakers(deps, open.content.quotes, at);
  return checkContent(open.content, open.publishAt ?? at, deps.rules, speakers);
}

/** What looks wrong with the text of the open edition, whatever the register knows; nothing where none is open. */
export function checkOpenEdition({ open }: Article, at: Instant, rules: NewsroomRules): Check[] {
  return open ? checkContent(open.content, open.publishAt ?? at, rules) : [];
}

/** What looks wrong with an edition; the date that it does not name is taken to be `at`. */
export function checkContent(
  content: Content,
  at: Instant,
  { checks }: NewsroomRules,
  speakers?: CheckedRelease['speakers'],
): Check[] {
  return check({ ...content, statements: content.quotes, ...(speakers && { speakers }) }, at, checks);
}

/** @throws Problem `checks_failed` when a rule of severity `error` has found something and is not overridden */
export function refuseFaults(checks: readonly Check[], overrides: readonly Override[]): void {
  const overridden = new Set(overrides.map((override) => override.check));
  const faults = checks.filter(({ id, severity }) => severity === 'error' && !overridden.has(id));
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

function check(text: Omit<CheckedRelease, 'blocks' | 'pictures'>, at: Instant, rules: CheckRules): Check[] {
  const { blocks, pictures } = renderMarkdown(text.markdown);
  return checkRelease({ ...text, publishedAt: text.publishedAt ?? at, blocks, pictures }, rules);
}
