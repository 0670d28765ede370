import { isLay, isPostNominal, isRelation, looksPostNominal } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import { type Word, wordsOf } from '../words.ts';
import { endsDescription, isAge, isAside, isEmployer, isRelative, type Part } from './parts.ts';

/** A stretch of an attribution. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Words between a description and what it is part of: a sentence, and not only a person. */
const FINITE = /^(?:is|are|was|were|be|been|has|have|had|will|would|by|with|from|to|that|who|which|and)$/;
/** Words before a post in its own part: `Rail operator`, `Proud`. */
const MAX_WORDS_BEFORE = 6;

/**
 * All that an attribution says about a person, from the first word of its part to the last one that describes them, around
 * the words that say name, rank, role and organisation.
 */
export function extentOf(text: string, parts: readonly Part[], said: Extent, name: Extent): Extent {
  return { start: startOf(parts, said.start), end: endOf(text, parts, said.end, name) };
}

function startOf(parts: readonly Part[], said: number): number {
  const index = parts.findIndex(({ words }) => (words.at(-1)?.end ?? 0) > said);
  const part = parts[index];
  const own = part && !isAside(part) ? withoutSentence(part.words.filter(({ start }) => start < said)) : [];
  const start = own[0]?.start ?? behindSmall(part?.words ?? [], said);
  const before = parts[index - 1];
  // `A neighbour, Janet Coe`, `Mr Askew's wife of 51 years, Brenda`
  const isApposition =
    before &&
    start === (part?.words[0]?.start ?? start) &&
    !isAside(before) &&
    !isRelative(before) &&
    before.words.some(({ text }) => isRelation(text) || isLay(text));
  return isApposition ? (before.words[0]?.start ?? start) : start;
}

/** The words of a part before what is said, unless they make a sentence. */
function withoutSentence(words: readonly Word[]): readonly Word[] {
  const isSentence =
    words.length > MAX_WORDS_BEFORE || words.some(({ text }) => FINITE.test(text) || isSpeechVerb(text));
  return isSentence ? [] : words;
}

/** An article, `his` or `Mrs` directly before what is said belongs to it. */
function behindSmall(words: readonly Word[], said: number): number {
  const before = words.findLast(({ end }) => end <= said);
  return before && SMALL.test(before.text) ? before.start : said;
}

const SMALL = /^(?:the|a|an|our|its|his|her|their|mr|mrs|ms|miss|mx)$/i;

function endOf(text: string, parts: readonly Part[], said: number, name: Extent): number {
  const index = parts.findIndex(({ words }) => (words.at(-1)?.end ?? 0) >= said);
  const isBehindName = (parts[index]?.words[0]?.start ?? 0) > name.start;
  let end = isBehindName ? (parts[index]?.words.at(-1)?.end ?? said) : withHonours(text, said);
  const isWhole = end === parts[index]?.words.at(-1)?.end;
  for (const part of isWhole ? parts.slice(index + 1) : []) {
    if (endsDescription(part) || !(isRelative(part) || isEmployer(part) || isAge(part))) break;
    end = part.words.at(-1)?.end ?? end;
  }
  return end;
}

/** Honours behind a name belong to it: `Jo Bell MBE`. */
function withHonours(text: string, from: number): number {
  let end = from;
  for (const word of wordsOf(text, from)) {
    const isHonour = isPostNominal(word.text) || looksPostNominal(word.text);
    if (!isHonour || !/^[,\s]+$/.test(text.slice(end, word.start))) break;
    end = word.end;
  }
  return end;
}
