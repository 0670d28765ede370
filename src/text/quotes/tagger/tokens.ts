import { type Word, wordsOf } from '../words.ts';

/**
 * The words of an attribution and the marks between them, in order. The possessive ending is a token of its own, so that
 * `Marl Council` is the same body in `Marl Council's leader` and `leader of Marl Council`.
 */
export function tokensOf(text: string): Word[] {
  const tokens: Word[] = [];
  let at = 0;
  for (const word of wordsOf(text)) {
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

const POSSESSIVE = "'s";
const OWNER = /^(.+)['’]s$/u;

/** Whether a token is a mark that parts what is said of somebody: a comma, a bracket, a dash. */
export function isParting({ text }: Word): boolean {
  return PARTING.has(text);
}

const PARTING = new Set([',', ';', ':', '(', ')', '–', '—', '-', '.', '\n']);

function marksOf(text: string, from: number, to: number): Word[] {
  const marks: Word[] = [];
  for (let at = from; at < to; at += 1) {
    const mark = text.charAt(at);
    if (mark.trim() !== '') marks.push({ text: mark, start: at, end: at + 1 });
  }
  return marks;
}
