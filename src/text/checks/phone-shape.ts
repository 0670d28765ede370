import type { Finding } from '../../domain/check.ts';
import type { Block } from '../block.ts';
import { matchesOf } from '../matches.ts';
import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';
import { wellKnownNumber } from './well-known-numbers.ts';

/** A number that begins as one of the United Kingdom does; a letter O for a nought is a slip that many typists make. */
const NUMBER =
  /(?<![\p{L}\p{N}./£-])(?:\+44 ?(?:\(0\) ?)?\d|\(?[0Oo]\d)[\dOo]{0,9}\)?(?:[ -][\dOo]{1,8}){0,4}(?![\p{L}\p{N}/]|[.-]\d)/gu;
/** A number that is to be called and has lost the nought before it. */
const WITHOUT_NOUGHT =
  /\b(?:ring|call|phone|telephone|tel|text|fax|dial|calling|ringing|phoning)(?:ing)?[:.]? (?:us |them |the team )?(?:on )?(?<number>[1-37]\d{2,4} \d{3} ?\d{3,4})(?![\p{L}\p{N}/]|[ .-]\d)/giu;
/** A number of something, not of a telephone. */
const REFERENCE =
  /\b(?:ref(?:erence)?|incident|crime|log|case|quoting|quote)\b[\s\w.:]{0,20}$|\b(?:charity|company|account|registration|serial|licence|policy|order) number[\s:]{0,3}$|\bno\.? ?$/i;
/** Characters before a number that can say whose it is. */
const REACH = 90;
/** What is shorter is a number of something else. */
const FEWEST_DIGITS = 8;
/** Childline and the like. */
const SHORT_NUMBERS: ReadonlySet<string> = new Set(['08001111', '0845464647', '08454647']);

export const phoneShape: Rule = {
  id: 'phone-shape',
  severity: 'warning',
  about:
    'A telephone number cannot be one of the United Kingdom: digits too many or too few, a letter O, no nought before it. ' +
    'Or it stands behind Crimestoppers, Action Fraud or the like and is not theirs.',
  fires: { body: 'Call Crimestoppers on 0800 555 1111, or us on O1632 960 01.' },
  passes: { body: 'Call Crimestoppers on 0800 555 111, or us on 01632 960 001.' },
  find: ({ lead, prose }) =>
    [...lead, ...prose].flatMap((block) =>
      [...numbersIn(block), ...withoutNought(block)].sort((one, other) => (one.start ?? 0) - (other.start ?? 0)),
    ),
};

function numbersIn(block: Block): Finding[] {
  return matchesOf(block.text, NUMBER).flatMap(({ 0: found, index }) => {
    const before = block.text.slice(Math.max(0, index - REACH), index);
    if (nationalDigits(found).length < FEWEST_DIGITS || REFERENCE.test(before)) return [];
    const fault = faultOf(found, before);
    return fault ? [inBlock(block, index, index + found.length, `“${found}” ${fault.says}.`, fault.fix)] : [];
  });
}

function withoutNought(block: Block): Finding[] {
  return matchesOf(block.text, WITHOUT_NOUGHT).flatMap(({ 0: found, groups, index }) => {
    const number = groups?.['number'] ?? '';
    const end = index + found.length;
    return isNumber(nationalDigits(`0${number}`))
      ? [inBlock(block, end - number.length, end, `“${number}” has no nought before it.`, `0${number}`)]
      : [];
  });
}

/** What is wrong with a number, and what it is to be where only one can be meant. */
function faultOf(found: string, before: string): { readonly says: string; readonly fix: string | null } | undefined {
  const digits = nationalDigits(found);
  const known = wellKnownNumber(before, digits);
  if (known) return { says: `is not the number of ${known.name}, which is ${known.number}`, fix: known.number };
  const corrected = found.replaceAll(/o/gi, '0');
  if (corrected !== found) {
    return { says: 'has a letter in the place of a nought', fix: isNumber(digits) ? corrected : null };
  }
  if (isNumber(digits)) return undefined;
  if (digits.startsWith('00') && isNumber(digits.slice(1))) {
    return { says: 'has a nought too many behind +44', fix: found.replace(/^\+44 ?(?:\(0\) ?)?0/, '+44 ') };
  }
  const right = /^0(?:1|800|500)/.test(digits) ? '11, some 10' : '11';
  return { says: `has ${digits.length} digits; numbers of its kind have ${right}`, fix: null };
}

/** With the 0 that a caller at home dials first. */
function nationalDigits(text: string): string {
  return text
    .replaceAll(/o/gi, '0')
    .replace(/^\+44\s*(?:\(0\))?/, '0')
    .replaceAll(/\D/g, '');
}

/** The national numbering plan: eleven digits; ten for some of 01 and for some of 0800 and 0500. */
function isNumber(digits: string): boolean {
  if (SHORT_NUMBERS.has(digits)) return true;
  if (/^0(?:1|800|500)/.test(digits)) return digits.length === 10 || digits.length === 11;
  return /^0[235789]/.test(digits) && digits.length === 11;
}
