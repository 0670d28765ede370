import type { Check } from '../domain/check.ts';
import type { Instant } from '../domain/time.ts';
import { BODY } from '../text/checks/places.ts';
import { untidied } from '../text/untidied.ts';
import { checkText } from './check-article.ts';
import type { Deps } from './deps.ts';
import { knownSpeakers } from './known-speakers.ts';
import { composeNewDraft, type NewDraft } from './write-article.ts';

/**
 * What looks wrong with a draft, of which nothing is kept; the date that it does not name is taken to be `at`. Places of the body
 * are those of the body as it was sent: whoever sent it has no other.
 * @throws Problem `invalid_body` when it could not be saved
 */
export async function checkDraft(deps: Deps, draft: NewDraft, at: Instant): Promise<Check[]> {
  const text = composeNewDraft(draft);
  const checks = checkText(
    { ...text, speakers: await knownSpeakers(deps, text.statements, at) },
    at,
    deps.rules.checks,
  );
  const place = untidied(draft.markdown ?? '', text.markdown);
  return checks.map((check) => {
    if (check.pointer !== BODY || check.start === null || check.end === null) return check;
    const [start, end] = place(check.start, check.end);
    return { ...check, start, end };
  });
}
