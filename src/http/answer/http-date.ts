import type { Instant } from '../../domain/time.ts';

/** Nearly all answers say with one date when anything last changed. */
let lastDate: { readonly at: Instant; readonly text: string } | undefined;

/** RFC 9110, section 5.6.7. */
export function httpDate(at: Instant): string {
  if (lastDate?.at !== at) lastDate = { at, text: new Date(at).toUTCString() };
  return lastDate.text;
}
