import { matchesOf } from '../matches.ts';
import { inBlock, inBody } from './places.ts';
import type { Rule } from './rule.ts';

/** The signs that Windows-1252 has where the second and later bytes of UTF-8 lie; its gaps stand for themselves. */
const LATER = '\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/**
 * Letters and signs of UTF-8 that were read as Windows-1252: `Ã©` for é, `Åµ` for ŵ, `Â£` for £, `â€™` for an apostrophe,
 * `ðŸ…` for an emoji. Only first bytes that no word of English or Welsh has before such a sign.
 */
const MISREAD = [
  'Â[\\u00A0-\\u00BF]',
  `Ã(?:[${LATER}]|(?=[ .,;:!?)]|$))`,
  '[ÄÅ][\\u00A0-\\u00BF]',
  `â[€‚„†][${LATER}]`,
  'â€',
  `ï[¬»¿][${LATER}]`,
  `ðŸ[${LATER}]{2}`,
].join('|');
/** Controls that nobody sees, and overrides of the direction in which text is read. */
const UNSEEN = '[\\u0001-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u202D\\u202E]';
const DAMAGE = new RegExp(
  `(?<misread>${MISREAD})|(?<lost>\\uFFFD+)|(?<ligature>[\\uFB00-\\uFB06])|(?<unseen>${UNSEEN})`,
  'gu',
);

export const textDamaged: Rule = {
  id: 'text-damaged',
  severity: 'warning',
  about:
    'Letters were damaged on the way here: UTF-8 that was read as Windows-1252 (`â€™` for an apostrophe, `Ã©`, `Â£`), characters that were lost (`�`), ligatures of a PDF, control characters.',
  fires: {
    body: 'The councilâ€™s ﬁrst cafÃ© in Llanfair DÅµr is open again. It cost Â£5m, the mayor�s oﬃce said.',
  },
  passes: {
    title: 'Café by Wern Bridge is open again',
    body: 'The council’s first CAFÉ’S in Llanfair Dŵr. Mae’r tân – a’r “pâl” – yn ôl. It cost £5m and €3m: “ÂR”.',
  },
  // The body as it is written: a no-break space, which is a half of many a letter, is a space in what is read of it.
  find: ({ lead, markdown }) => [
    ...lead.flatMap((passage) =>
      damagesOf(passage.text).map(({ start, end, message, fix }) => inBlock(passage, start, end, message, fix)),
    ),
    ...damagesOf(markdown).map(({ start, end, message, fix }) => inBody(start, end, message, fix)),
  ],
};

function damagesOf(text: string) {
  return matchesOf(text, DAMAGE).map((match) => {
    const [message, fix] = judged(match);
    return { start: match.index, end: match.index + match[0].length, message, fix };
  });
}

function judged({ 0: found, groups }: RegExpExecArray): [message: string, fix: string | null] {
  if (groups?.['lost'] !== undefined) return ['A character was lost here: write it again.', null];
  if (groups?.['unseen'] !== undefined)
    return ['There is a character here that nobody sees: take it out.', unseenFix(found)];
  const fix = groups?.['ligature'] === undefined ? readAgain(found) : found.normalize('NFKC');
  const before = fix ? `“${fix}”` : 'something else';
  return [`“${found}” was ${before} before it came here: put it right, or paste the text anew.`, fix];
}

/** What Windows-1252 has under the number of a control; a space for what breaks a line in Word, and else nothing. */
function unseenFix(control: string): string {
  const code = control.charCodeAt(0);
  if (code === VERTICAL_TAB) return ' ';
  const sign = code < FIRST_LATER || code > LAST_CONTROL ? control : WINDOWS.decode(Uint8Array.of(code));
  return sign === control ? '' : sign;
}

const VERTICAL_TAB = 0x0b;
const FIRST_LATER = 0x80;
const LAST_CONTROL = 0x9f;

/** What its bytes are in UTF-8; null where that was lost already. */
function readAgain(misread: string): string | null {
  const bytes = Uint8Array.from(misread, (sign) => BYTES.get(sign) ?? sign.charCodeAt(0));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\uFFFD')) return null;
  return text.replace('\u00A0', ' ').replace('\uFEFF', '');
}

const WINDOWS = new TextDecoder('windows-1252');
/** The bytes of Windows-1252 by their signs. */
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [WINDOWS.decode(Uint8Array.of(byte)), byte]),
);
