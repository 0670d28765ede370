import { Problem } from '../../domain/problem.ts';
import {
  HOME_ZONE,
  type Instant,
  instantsOf,
  localText,
  parseInstant,
  parseWallTime,
  readingsOf,
  readZone,
  type WallTime,
} from '../../domain/time.ts';

/**
 * The instant that a request names: RFC 3339, or a wall time of a zone.
 * @throws Problem `invalid_body` when it is neither, or when a clock change skips or repeats the wall time; then
 *   `allowed` holds both instants that it could mean
 */
export function readPublishAt({ publishAt, zone }: { readonly publishAt: string; readonly zone?: string }): Instant {
  const wall = parseWallTime(publishAt);
  if (wall) return instantOf(wall, publishAt, zone);
  const instant = parseInstant(publishAt);
  if (!instant) throw refused('/publishAt', 'This is no time.', EXPECTED);
  if (zone !== undefined) throw refused('/zone', 'An instant has its offset already.', 'A zone only with a wall time.');
  return instant;
}

const ZONES = 'The name of a place, such as Europe/London, or UTC; no abbreviation, which several countries may have.';
const EXPECTED = 'An RFC 3339 instant such as 2020-10-29T09:30:00Z, or a wall time such as 2020-10-29T09:30.';

function instantOf(wall: WallTime, written: string, given = HOME_ZONE): Instant {
  const zone = readZone(given);
  if (zone === undefined) throw refused('/zone', 'There is no such zone.', ZONES);
  const [instant, second] = instantsOf(wall, zone);
  if (instant !== undefined && second === undefined) return instant;
  const times = instant === undefined ? 'never' : 'twice';
  throw refused(
    '/publishAt',
    `The clocks of ${zone} show ${written} ${times}, because they change.`,
    'The instant that is meant, with its offset.',
    readingsOf(wall, zone).map((at) => localText(at, zone)),
  );
}

function refused(pointer: string, detail: string, expected: string, allowed?: readonly string[]): Problem {
  return new Problem('invalid_body', 'The article cannot be scheduled for this time.', {
    errors: [{ pointer, detail, expected, ...(allowed && { allowed }) }],
  });
}
