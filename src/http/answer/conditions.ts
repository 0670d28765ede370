import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../../domain/problem.ts';
import { heldAmong, isNamed } from './entity-tags.ts';
import type { WrittenAnswer } from './written-answer.ts';

/**
 * The answer to a read that may be asked under conditions (RFC 9110, section 13.2.2, steps 1 and 3), where it has a version; it
 * has no date. `If-Match` may name the version alone, as it does before a change.
 * @throws Problem `stale_edition`
 */
export function underConditions(answer: WrittenAnswer, headers: IncomingHttpHeaders): WrittenAnswer {
  const { validators } = answer;
  if (!validators) return answer;
  const { etag, version } = validators;
  const ifMatch = headers['if-match'];
  if (ifMatch !== undefined && !isNamed(ifMatch, [etag, version])) {
    throw new Problem('stale_edition', 'What is here is another one than If-Match asks for.', {
      errors: [
        { parameter: 'If-Match', detail: 'It does not name what is here.', expected: `The present one: ${etag}.` },
      ],
    });
  }
  const ifNoneMatch = headers['if-none-match'];
  const isHeld = ifNoneMatch !== undefined && heldAmong(ifNoneMatch, [etag]) !== undefined;
  return isHeld ? { ...answer, status: 304, mediaType: undefined, body: undefined } : answer;
}
