import { matchesIn } from './places.ts';
import type { Rule } from './rule.ts';

const NUMBER =
  /(?<![\p{L}\p{N}./£-])(?:\+44 ?(?:\(0\) ?)?\d|\(?0\d)\d{0,9}\)?(?:[ -]\d{1,8}){0,4}(?![\p{L}\p{N}/]|[.-]\d)/gu;
/** A number of something, not of a telephone. */
const REFERENCE = /\b(?:ref(?:erence)?|incident|crime|log|case|number|no|quoting|quote)\b[\s\w.:]{0,20}$/i;
/** What is shorter is a number of something else. */
const FEWEST_DIGITS = 8;
/** Childline and the like. */
const SHORT_NUMBERS: ReadonlySet<string> = new Set(['08001111', '0845464647', '08454647']);

export const phoneShape: Rule = {
  id: 'phone-shape',
  severity: 'warning',
  about: 'A telephone number has too many or too few digits for one of the United Kingdom.',
  fires: { body: 'Call Crimestoppers on 0800 555 1111 1.' },
  passes: { body: 'Call Crimestoppers on 0800 555 111, or us on 01632 960 001.' },
  find: ({ prose }) =>
    matchesIn(prose, NUMBER, ({ 0: found, index }, { text }) => {
      if (REFERENCE.test(text.slice(Math.max(0, index - 30), index))) return undefined;
      const digits = nationalDigits(found);
      return digits.length < FEWEST_DIGITS || isNumber(digits) ? undefined : `“${found}” has ${digits.length} digits.`;
    }),
};

/** With the 0 that a caller at home dials first. */
function nationalDigits(text: string): string {
  return text.replace(/^\+44\s*(?:\(0\))?/, '0').replaceAll(/\D/g, '');
}

/** The national numbering plan: eleven digits; ten for some of 01 and for some of 0800 and 0500. */
function isNumber(digits: string): boolean {
  if (SHORT_NUMBERS.has(digits)) return true;
  if (/^0(?:1|800|500)/.test(digits)) return digits.length === 10 || digits.length === 11;
  return /^0[235789]/.test(digits) && digits.length === 11;
}
