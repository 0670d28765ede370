import type { Check } from '../domain/check.ts';
import type { Instant } from '../domain/time.ts';
import { checkText } from './check-article.ts';
import type { Deps } from './deps.ts';
import { knownSpeakers } from './known-speakers.ts';
import { composeNewDraft, type NewDraft } from './write-article.ts';

/**
 * What looks wrong with a draft, of which nothing is kept; the date that it does not name is taken to be `at`.
 * @throws Problem `invalid_body` when it could not be saved
 */
export async function checkDraft(deps: Deps, draft: NewDraft, at: Instant): Promise<Check[]> {
  const text = composeNewDraft(draft);
  return checkText({ ...text, speakers: await knownSpeakers(deps, text.statements, at) }, at, deps.rules.checks);
}
