import { matchesOf } from '../../matches.ts';
import { MONTHS } from '../tables/months.ts';
import { type Word, wordsOf } from '../words.ts';

/**
 * The words of an attribution and the marks between them, in order. The possessive ending is a token of its own, so that
 * `Marl Council` is the same body in `Marl Council's leader` and `leader of Marl Council`. For how long somebody has been what they
 * are (`for eleven years`, `since 2011`) changes nothing of it, and is left out.
 */
export function tokensOf(text: string): Word[] {
  const tokens: Word[] = [];
  let at = 0;
  const terms = matchesOf(text, TERM).map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  for (const word of wordsOf(text)) {
    if (terms.some(({ start, end }) => start < word.start && word.start < end)) {
      at = word.end;
      continue;
    }
    tokens.push(...marksOf(text, at, word.start));
    const owner = OWNER.exec(word.text)?.[1];
    if (owner === undefined) tokens.push(word);
    else {
      const end = word.start + owner.length;
      tokens.push({ text: owner, start: word.start, end }, { text: POSSESSIVE, start: end, end: word.end });
    }
    at = word.end;
  }
  return [...tokens, ...marksOf(text, at, text.length)];
}

const TERM = new RegExp(
  String.raw` (?:for (?:(?:more than|over|nearly|almost|some|about|the (?:past|last)) )?[\p{L}\d-]+ (?:years|months|weeks|decades|seasons|summers|winters|terms)|since (?:(?:last|early|late) )?(?:(?:${MONTHS})(?: \d{4})?|\d{4}))(?![\p{L}\d'’-])`,
  'gu',
);

const POSSESSIVE = "'s";
const OWNER = /^(.+)['’]s$/u;

function marksOf(text: string, from: number, to: number): Word[] {
  const marks: Word[] = [];
  for (let at = from; at < to; at += 1) {
    const mark = text.charAt(at);
    if (mark.trim() !== '') marks.push({ text: mark, start: at, end: at + 1 });
  }
  return marks;
}
