import type { Block } from '../block.ts';
import { isNameWord, people } from './names.ts';
import { isProse, type Passage } from './passages.ts';
import { isAcronym, isGeneric } from './tables/organisations.ts';
import { isArticle, isPronoun, isRoleWord } from './tables/roles.ts';
import { sentenceStarts, type Word, wordsOf } from './words.ts';

/** A sentence of the narration, statements left out. */
interface Sentence {
  readonly block: number;
  /** Offset into the text of the block. */
  readonly at: number;
  readonly text: string;
}

/** Somebody whom the narration names. */
export interface Mention {
  readonly block: number;
  /** Offset into the text of the block. */
  readonly at: number;
  readonly name: string;
  /** The rest of the sentence, from the rank or the name on, cut to what may describe whoever is meant. */
  readonly context: string;
  /** Whether the sentence begins with it: `PC Shaw was …`, `Insp Bell's colleague PC Shaw was …`. */
  readonly isSubject: boolean;
}

/** Characters from a name on that may describe whoever bears it. */
const MAX_CONTEXT_LENGTH = 240;
/** Words of a sentence before its subject. */
const MAX_WORDS_BEFORE_SUBJECT = 12;
/** Words of an organisation's name before its last. */
const MAX_ORGANISATION_WORDS = 6;

/** Everybody whom the narration names, in the order of the text. */
export function findMentions(blocks: readonly Block[], statements: readonly Passage[]): Mention[] {
  return sentencesOf(blocks, statements).flatMap(({ block, at, text }) => {
    const words = wordsOf(text);
    return [...people(words, text)].map(({ start, nameStart, nameEnd }) => {
      const first = words[start]?.start ?? 0;
      return {
        block,
        at: at + first,
        name: text.slice(words[nameStart]?.start, words[nameEnd - 1]?.end),
        context: text.slice(first, first + MAX_CONTEXT_LENGTH),
        isSubject: start <= MAX_WORDS_BEFORE_SUBJECT && words.slice(0, start).every(mayPrecedeSubject),
      };
    });
  });
}

function mayPrecedeSubject({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text) ? !isPronoun(text) : isRoleWord(text) || isArticle(text);
}

/** Names in the narration that end in a word like `council`, by that word in lower case. */
export function findOrganisations(blocks: readonly Block[], statements: readonly Passage[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { text } of sentencesOf(blocks, statements)) {
    let name: Word[] = [];
    for (const word of wordsOf(text)) {
      name = isNameWord(word) || isAcronym(word.text) ? [...name.slice(-MAX_ORGANISATION_WORDS), word] : [];
      if (name.length < 2 || !isGeneric([word.text])) continue;
      const key = word.text.toLowerCase();
      found.set(key, (found.get(key) ?? new Set()).add(text.slice(name[0]?.start, word.end)));
    }
  }
  return found;
}

function sentencesOf(blocks: readonly Block[], statements: readonly Passage[]): Sentence[] {
  const byBlock = Map.groupBy(statements, (statement) => statement.block);
  return blocks.flatMap((block, index) => {
    if (!isProse(block)) return [];
    const within = byBlock.get(index) ?? [];
    const starts = [0, ...within.map((statement) => statement.outerEnd)];
    const ends = [...within.map((statement) => statement.outerStart), block.text.length];
    return starts.flatMap((start, at) => sentencesIn(index, block.text, start, ends[at] ?? start));
  });
}

function sentencesIn(block: number, text: string, from: number, to: number): Sentence[] {
  const narration = text.slice(from, to);
  const starts = sentenceStarts(narration);
  return starts.map((start, index) => ({ block, at: from + start, text: narration.slice(start, starts[index + 1]) }));
}
