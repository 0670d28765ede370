import { isFirstName } from './tables/first-names.ts';
import { isPostWord } from './tables/remits.ts';
import { isRoleWord } from './tables/roles.ts';
import { isCapital, type Word } from './words.ts';

/** Words of a sentence before its subject. */
const MAX_WORDS_BEFORE_SUBJECT = 12;
/** Words directly before a name that may be a post: `by watch manager Jo Cole`. */
const MAX_POST_WORDS = 5;
const MAX_TITLE_WORDS = 8;

export function isVerbLike(word: string): boolean {
  return (/(?:ed|ing)$/.test(word) && word !== 'including') || VERB_LIKE.has(word);
}

const VERB_LIKE = new Set(
  `by with from to against about between into onto over than because that which who when while if is are was were be been has
  have had will would can could did does do met said says told saw found took gave came went knew left and`.split(
    /\s+/,
  ),
);

/** `that is how the council's tree officer, Barnaby Skelton, describes it`: where the post before a comma begins. */
function clauseStart(words: readonly Word[], name: number): number {
  let from = name;
  while (
    from > Math.max(0, name - MAX_WORDS_BEFORE_SUBJECT) &&
    !/^(?:that|how|when|as|whose|by|with|from|is|was|says|said|and|to|where|why)$/.test(words[from - 1]?.text ?? '')
  ) {
    from -= 1;
  }
  return from;
}

/** `introduced the Chair of the ETF, Sir Fraser`: the article of a post that a comma parts from the name. */
function appositionStart(words: readonly Word[], name: number, text: string): number {
  for (let at = name - 1; at >= Math.max(0, name - MAX_WORDS_BEFORE_SUBJECT); at -= 1) {
    const word = words[at];
    if (!word || (at < name - 1 && /[,;:]/.test(text.slice(word.end, words[at + 1]?.start)))) return name;
    if (/^(?:the|its|their|our)$/.test(word.text) && isRoleWord(words[at + 1]?.text ?? '')) return at;
    if (/^(?:by|was|were|is|said|and|when|that|who)$/.test(word.text)) return name;
  }
  return name;
}

/** `led by Healthy Homes Manager Ted Cropper`: where the post in capitals before a name begins. */
function titleStart(words: readonly Word[], name: number, floor: number, text: string): number {
  let from = name;
  while (
    from > Math.max(floor, name - MAX_TITLE_WORDS) &&
    /^\s+$/.test(text.slice(words[from - 1]?.end, words[from]?.start)) &&
    mayBeTitle(words, from - 1, text)
  ) {
    from -= 1;
  }
  while (from < name && !isCapital(words[from]?.text ?? '')) from += 1;
  return words.slice(from, name).some(({ text: word }) => isRoleWord(word)) ? from : name;
}

/** Capitals, and what joins them: `and` only inside a post, not between two people. */
function mayBeTitle(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]?.text ?? '';
  if (/^(?:and|&)$/.test(word)) return isCapital(words[at - 1]?.text ?? '') && !isName(words, at - 1, text);
  return isCapital(word) || /^(?:of|for)$/.test(word);
}

/** Whether a word ends a name: `Ann Marsh and Regional Manager Jo Bell` are two. */
function isName(words: readonly Word[], at: number, text: string): boolean {
  const isJoined = /^\s+$/.test(text.slice(words[at - 1]?.end, words[at]?.start));
  return isJoined && isFirstName(words[at - 1]?.text ?? '') && !isRoleWord(words[at]?.text ?? '');
}

/** `chair Ann Marsh and the company's head of development Jo Bell`: a post in small letters with what it is about. */
function remitStart(words: readonly Word[], name: number, text: string): number {
  for (let at = name - 1; at >= Math.max(0, name - MAX_TITLE_WORDS); at -= 1) {
    const word = words[at];
    if (
      !word ||
      !/^\s+$/.test(text.slice(word.end, words[at + 1]?.start)) ||
      (isVerbLike(word.text) && !INNER.test(word.text))
    )
      return name;
    if (!isRoleWord(word.text) || !/^(?:of|for)$/.test(words[at + 1]?.text ?? '')) continue;
    let from = at;
    while (from > 0 && isBeforeHead(words[from - 1]?.text ?? '')) from -= 1;
    const owner = words[from - 1]?.text ?? '';
    return /['’]s$/.test(owner)
      ? Math.max(0, from - (/^(?:the|its)$/.test(words[from - 2]?.text ?? '') ? 2 : 1))
      : from;
  }
  return name;
}

/** `deputy`, `assistant`: a small word of the post itself. */
function isBeforeHead(word: string): boolean {
  return (
    /^\p{Ll}[\p{L}-]+$/u.test(word) &&
    isPostWord(word) &&
    !/^(?:the|an|and|its|their|of|for|by|with|as|in|on|at|to|from|was|is)$/.test(word)
  );
}

const INNER = /^(?:of|for|and|in|to)$/;

/** The first of the lower-case words directly before a name, if one of them is a role. */
export function postStart(words: readonly Word[], name: number, floor: number, text: string): number {
  if (/^,\s+$/.test(text.slice(words[name - 1]?.end, words[name]?.start))) {
    const from = isRoleWord(words[name - 1]?.text ?? '')
      ? clauseStart(words, name)
      : appositionStart(words, name, text);
    if (from < name) return from;
  }
  const titled = titleStart(words, name, floor, text);
  if (titled < name) return titled;
  const about = remitStart(words, name, text);
  if (about < name) return about;
  let from = name;
  for (let at = name - 1; at >= Math.max(0, name - MAX_POST_WORDS); at -= 1) {
    const word = words[at];
    if (!word || !/^\s+$/.test(text.slice(word.end, words[at + 1]?.start)) || !/^\p{Ll}/u.test(word.text)) break;
    if (isRoleWord(word.text)) from = at;
    else if (VERB_LIKE.has(word.text) || /^(?:as|the|a|an|its|his|her|their|for|of|in|on|at)$/.test(word.text)) break;
    else if (from < name) from = at;
  }
  return from;
}
