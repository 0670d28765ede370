import { type Instant, instantFromMillis, millisOf, parseInstant } from '../../src/domain/time.ts';

/** @throws RangeError when the text is no RFC 3339 instant */
export function instant(text: string): Instant {
  const read = parseInstant(text);
  if (read === undefined) throw new RangeError(`not an instant: ${text}`);
  return read;
}

export function shifted(at: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(at) + millis);
}
