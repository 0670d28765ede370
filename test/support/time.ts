import { type Instant, parseInstant } from '../../src/domain/time.ts';

/** @throws RangeError when the text is no RFC 3339 instant */
export function instant(text: string): Instant {
  const read = parseInstant(text);
  if (read === undefined) throw new RangeError(`not an instant: ${text}`);
  return read;
}
