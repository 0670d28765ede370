import { endsOpenly } from '../cues/cited.ts';
import type { Cue } from '../cues/cues.ts';
import type { Passage } from './passages.ts';
import { tellsOfSelf } from './voice.ts';

/** Words of the shortest sentence that is a statement although nobody is said to speak. */
const MIN_LONE_WORDS = 4;
/** Words of the shortest statement that begins in lower case. */
const MIN_SENTENCE_WORDS = 6;
/** Characters of a title or a few words inside a sentence. */
const MAX_FRAGMENT = 60;
/** Characters of the first name before a nickname. */
const MAX_FIRST_NAME = 20;

/** What stands before a passage: whether it goes on with a statement, and whether somebody has spoken in its paragraph. */
export interface Before {
  readonly isJoined: boolean;
  readonly hasSpoken: boolean;
}

/** Whether a passage is somebody’s words, by what stands around it: no title, nickname or scrap of a sentence. */
export function isStatement(text: string, cue: Cue, { isJoined, hasSpoken }: Before): boolean {
  const { passage, lead, follow, opensBlock } = cue;
  if (passage.marks === 'none' || lead?.isFirm) return true;
  // `“A Good Hiding”: a novelist on her father`
  if (opensBlock && passage.marks === 'closed' && /^:\s/.test(text.slice(passage.outerEnd))) return false;
  // Below a statement a title and a nickname are none: `Jo Bell read from her memoir, “The Left Shoe”.`
  if (
    isJoined &&
    !isTerm(text, cue) &&
    !(lead === null && follow === null && isFragment(text, passage)) &&
    (lead === null || lead.speaker.kind === 'pronoun')
  )
    return true;
  const words = text.slice(passage.start, passage.end);
  if (IN_CAPITALS.test(words)) return false;
  // `It says “Diolch” on it in blue icing.`
  if (lead && isWithin(text, passage)) return false;
  if (follow !== null && isAsideOf(text, passage)) return true;
  if (lead?.isLoose)
    return passage.marks === 'open' || isSentence(words) || (follow !== null && isInterrupted(text, passage));
  if (lead) return /^[\p{Lu}\d£[(…'‘"“]/u.test(words) || isSentence(words);
  // Nobody is said to speak, but somebody is heard: `It is a simple matter: “I like it here.”`
  if (follow === null && !opensBlock && isHeard(passage, words) && endsOpenly(text.slice(0, passage.outerStart)))
    return true;
  if (follow !== null && isInterrupted(text, passage)) return true;
  const startsSentence = opensBlock || /[.!?…]["'”’)]*\s*$/.test(text.slice(0, passage.outerStart).slice(-8));
  if (!startsSentence) return false;
  return follow !== null || isLoneStatement(text, passage, words, hasSpoken ? 1 : MIN_LONE_WORDS);
}

/** `CLIFF EDGE UNSTABLE`: what stands on a sign. */
const IN_CAPITALS = /^(?:\p{Lu}{2,}[,!.]? ?){2,}$/u;

/** `“Cuckooing” is when …`: a paragraph that tells what a word means, below a statement. */
function isTerm(text: string, { passage, lead, follow, opensBlock }: Cue): boolean {
  if (lead || follow || !opensBlock || passage.marks !== 'closed') return false;
  const isShort = !/[.!?,]$/.test(text.slice(passage.start, passage.end));
  return isShort && /^ \p{Ll}/u.test(text.slice(passage.outerEnd, passage.outerEnd + 2));
}

/** Whether a few words stand within a sentence of the narration. */
function isWithin(text: string, { start, end, outerEnd, marks }: Passage): boolean {
  const isShort = marks === 'closed' && text.slice(start, end).split(/\s+/, MIN_LONE_WORDS).length < MIN_LONE_WORDS;
  return (
    isShort &&
    !/[.!?,…]['’]?$/.test(text.slice(start, outerEnd - 1)) &&
    /^,? \p{Ll}/u.test(text.slice(outerEnd, outerEnd + 3))
  );
}

/** `who wrote her first novel, ‘The Left Shoe’, at a table`, `Bob ‘Ferry’ Moss`: a title, a nickname or a few words behind which a sentence of the narration goes on. */
export function isFragment(text: string, { start, end, outerStart, outerEnd, marks }: Passage): boolean {
  const isWhole =
    marks !== 'closed' || end - start > MAX_FRAGMENT || /[.!?…,]['’]?$/.test(text.slice(start, outerEnd - 1));
  if (isWhole || !/[\p{Lu}\d]/u.test(text.charAt(start))) return false;
  const before = text.slice(Math.max(0, outerStart - MAX_FIRST_NAME), outerStart);
  const after = text.slice(outerEnd, outerEnd + 3);
  const isNickname = /(?:^| )\p{Lu}[\p{L}’'-]* $/u.test(before) && /^ \p{Lu}/u.test(after);
  return isNickname || (/[\p{L},] $/u.test(before) && /^,? \p{Ll}/u.test(after));
}

/** `She was less effusive “It is less than we need,” she told the meeting`: words that an attribution interrupts. */
function isInterrupted(text: string, { start, end, outerEnd, marks }: Passage): boolean {
  const words = text.slice(start, end);
  const isOpen = marks === 'closed' && text.slice(end, outerEnd).startsWith(',');
  return isOpen && /^\p{Lu}/u.test(words) && words.split(/\s+/, MIN_LONE_WORDS).length === MIN_LONE_WORDS;
}

/** `It was led by Dr Bell – “cold is sneaky, people stop shivering”, she explained – and`: a sentence with its attribution between dashes. */
function isAsideOf(text: string, { start, end, outerStart, outerEnd, marks }: Passage): boolean {
  // `– “the worst of my life” – said that she hoped`
  if (!/^,? ?\p{L}/u.test(text.slice(outerEnd, outerEnd + 3))) return false;
  const isWhole = text.slice(start, end).split(/\s+/, MIN_SENTENCE_WORDS).length === MIN_SENTENCE_WORDS;
  return marks === 'closed' && isWhole && / [–—-] ?$/.test(text.slice(Math.max(0, outerStart - 3), outerStart));
}

function isHeard({ marks }: Passage, words: string): boolean {
  return tellsOfSelf(words) && (marks === 'open' || isSentence(words));
}

/** `said “we'll be out looking for them.”` */
function isSentence(words: string): boolean {
  const isWhole = /[.!?]['’]?$/.test(words) || /^(?:we|you|our|they|there|if)\b/.test(words);
  return isWhole && words.split(/\s+/, MIN_SENTENCE_WORDS).length === MIN_SENTENCE_WORDS;
}

/** A whole sentence, or the first paragraph of several, that stands between marks by itself. */
function isLoneStatement(text: string, { marks, outerEnd }: Passage, words: string, least: number): boolean {
  const after = text.slice(outerEnd, outerEnd + 8);
  const isWhole = marks === 'open' || /[.!?…]['’]?$/.test(words) || /^[.!?…]/.test(after);
  return isWhole && /^[.!?…]?\s*(?:$|[\p{Lu}"“'‘])/u.test(after) && words.split(/\s+/, least).length === least;
}
