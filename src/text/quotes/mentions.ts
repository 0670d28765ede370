import { people } from './names.ts';
import type { Sentence } from './narration.ts';
import { isArticle, isPronoun, isRoleWord } from './tables/roles.ts';
import { type Word, wordsOf } from './words.ts';

/** Somebody whom the narration names. */
export interface Mention {
  readonly block: number;
  /** Offset into the text of the block. */
  readonly at: number;
  readonly name: string;
  /** The words around the name that may describe whoever bears it. */
  readonly context: string;
  /** Whether the sentence begins with it: `PC Shaw was …`, `Insp Bell's colleague PC Shaw was …`. */
  readonly isSubject: boolean;
}

/** Characters from a name on that may describe whoever bears it. */
const MAX_CONTEXT_LENGTH = 240;
/** Words of a sentence before its subject. */
const MAX_WORDS_BEFORE_SUBJECT = 12;
/** Words directly before a name that may be a post: `by watch manager Jo Cole`. */
const MAX_POST_WORDS = 5;

/** Everybody whom the narration names, in the order of the text. */
export function findMentions(narration: readonly Sentence[]): Mention[] {
  return narration.flatMap(({ block, at, text }) => {
    const words = wordsOf(text);
    return [...people(words, text)].map(({ start, nameStart, nameEnd }) => {
      const isSubject = start <= MAX_WORDS_BEFORE_SUBJECT && words.slice(0, start).every(mayPrecedeSubject);
      const from = words[isSubject ? 0 : postStart(words, start, text)]?.start ?? 0;
      return {
        block,
        at: at + (words[start]?.start ?? 0),
        name: text.slice(words[nameStart]?.start, words[nameEnd - 1]?.end),
        context: text.slice(from, from + MAX_CONTEXT_LENGTH),
        isSubject,
      };
    });
  });
}

function mayPrecedeSubject({ text }: Word): boolean {
  if (/^\p{Lu}/u.test(text)) return !isPronoun(text);
  return isRoleWord(text) || isArticle(text) || /^(?:of|for|and|at)$/.test(text);
}

/** The first of the lower-case words directly before a name, if one of them is a role. */
function postStart(words: readonly Word[], name: number, text: string): number {
  let from = name;
  for (let at = name - 1; at >= Math.max(0, name - MAX_POST_WORDS); at -= 1) {
    const word = words[at];
    if (!word || !/^\s+$/.test(text.slice(word.end, words[at + 1]?.start)) || !/^\p{Ll}/u.test(word.text)) break;
    if (isRoleWord(word.text)) from = at;
    else if (/^(?:by|with|from|to|as|and|that|when|while|the|a|an|its|his|her|their|said|says|told)$/.test(word.text))
      break;
    else if (from < name) from = at;
  }
  return from;
}
