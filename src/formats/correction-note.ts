import { dayOf } from '../domain/time.ts';
import type { Correction } from '../domain/withdrawal.ts';

/** What goes before a note to readers, in the language of its release. */
export function correctionLead(language: string, { at }: Pick<Correction, 'at'>): string {
  return `${/^cy\b/i.test(language) ? 'Cywiriad' : 'Correction'}, ${dayOf(at)}:`;
}
