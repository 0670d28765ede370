import { isVerbLike, postStart } from './mention-posts.ts';
import { type PersonFound, people } from './names.ts';
import type { Sentence } from './narration.ts';
import { once } from './once.ts';
import { readSpeaker, type Speaker } from './speaker.ts';
import { isFirstName } from './tables/first-names.ts';
import { isArticle, isPronoun, isRoleWord } from './tables/roles.ts';
import { isSpeechVerb, startsAside } from './tables/verbs.ts';
import { isCapital, type Word } from './words.ts';

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
  /** What the context says of somebody; read when it is first asked for, and once. */
  readonly speaker: () => Speaker | null;
}

/** Characters from a name on that may describe whoever bears it. */
const MAX_CONTEXT_LENGTH = 240;
/** Words of a sentence before its subject. */
const MAX_WORDS_BEFORE_SUBJECT = 12;

/** Everybody whom the narration names, in the order of the text. */
export function findMentions(narration: readonly Sentence[]): Mention[] {
  return narration.flatMap(({ block, at, text, words: wordsIn }) => {
    const words = withoutVerb(wordsIn());
    const found = [...people(words, text)];
    return found.flatMap((person, index) => {
      const { start, nameStart, nameEnd } = person;
      // What stands before another name belongs to that one.
      const floor = found[index - 1]?.end ?? 0;
      const isInverse = index === 0 && isInverted(text.slice(0, words[start]?.start));
      const isSubject =
        start <= MAX_WORDS_BEFORE_SUBJECT &&
        (words.slice(0, start).every(mayPrecedeSubject) ||
          (index === 0 && (isInverse || isBehindAside(words, start, text))));
      const isOpening = isSubject && !isInverse && !startsAside((words[0]?.text ?? '').toLowerCase());
      const from = words[isOpening ? sentenceStart(words, start) : postStart(words, start, floor, text)]?.start ?? 0;
      const context = text.slice(from, from + MAX_CONTEXT_LENGTH);
      const end = Math.min(from + MAX_CONTEXT_LENGTH, ownEnd(words, nameEnd, found[index + 1], text));
      const own = text.slice(from, end);
      const name = text.slice(words[nameStart]?.start, words[nameEnd - 1]?.end);
      const place = { block, at: at + (words[start]?.start ?? 0), isSubject };
      const mention = {
        ...place,
        name,
        context,
        speaker: once(() =>
          readMention(own, text.slice(words[postStart(words, start, floor, text)]?.start, end), name),
        ),
      };
      const first = firstOfTwo(words, person);
      return first === null
        ? [mention]
        : [{ ...mention, name: `${first} ${name.split(' ').at(-1)}`, speaker: () => null }, mention];
    });
  });
}

/** Where what is said of somebody ends: before the post of whoever is named next in a list. */
function ownEnd(words: readonly Word[], nameEnd: number, next: PersonFound | undefined, text: string): number {
  const until =
    next === undefined ? text.length : (words[postStart(words, next.start, nameEnd, text)]?.start ?? text.length);
  const isListed = /(?:,|\b(?:and|&|with|by))\s+$/.test(text.slice(Math.max(0, until - MAX_JOINT), until));
  return isListed && until > (words[nameEnd - 1]?.end ?? 0) ? until : text.length;
}

/** Characters of what joins two names of a list. */
const MAX_JOINT = 8;

/** What a context says of somebody; where it is about somebody else, what stands from their own post on. */
function readMention(context: string, near: string, name: string): Speaker | null {
  const read = readSpeaker(context)?.speaker ?? null;
  const isOther = read?.kind === 'person' && read.name !== name && isFirstName(name.split(' ')[0] ?? '');
  return (read?.kind === 'person' && !isOther) || context === near ? read : (readSpeaker(near)?.speaker ?? read);
}

/** `Said Alasdair: …` begins with a verb and not with a name. */
function withoutVerb(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && isSpeechVerb((words[0]?.text ?? '').toLowerCase()) ? words.slice(1) : words;
}

/** `Aisha and Zainab Malik`: the first name of the other who bears the surname. */
function firstOfTwo(words: readonly Word[], { start, nameStart, nameEnd }: PersonFound): string | null {
  const [before, first, and] = words.slice(Math.max(0, start - 3), start).map(({ text }) => text);
  const [name, joint, earlier] = start === 2 ? [before, first, ''] : [first, and, before];
  const isPair = start === nameStart && nameEnd - nameStart > 1 && /^(?:and|&|ac?)$/.test(joint ?? '');
  return isPair && isFirstName(name ?? '') && !isFirstName(earlier ?? '') ? (name ?? null) : null;
}

function mayPrecedeSubject({ text }: Word): boolean {
  if (isCapital(text)) return !isPronoun(text);
  return (
    isRoleWord(text) || isArticle(text) || /^(?:of|for|and|at|retired|former|outgoing|acting|interim|then)$/.test(text)
  );
}

/** `Among the first through the door was retired postmaster Ken Illingworth` */
function isInverted(before: string): boolean {
  return /^(?:among|also|first|next|joining|leading|one of|another|behind|present|watching|there)\b[^,;]*\b(?:was|were|is|are) (?:[\w-]+ ){0,4}$/i.test(
    before,
  );
}

/** `After the hearing, DI Rhys Pugh …`, `Among them is …` no; `Regular swimmer Maureen Tipping …` yes. */
function isBehindAside(words: readonly Word[], name: number, text: string): boolean {
  const comma = text.lastIndexOf(', ', words[name]?.start ?? 0);
  const from = comma !== -1 && startsAside((words[0]?.text ?? '').toLowerCase()) ? comma : -1;
  return words
    .slice(0, name)
    .every(({ text: word, start }) => start < from || !/^\p{Ll}/u.test(word) || !isVerbLike(word));
}

/** The first word of a sentence, `But` and `Meanwhile` left out. */
function sentenceStart(words: readonly Word[], limit: number): number {
  // `Ymwelodd Dirprwy Weinidog …`: in Welsh the verb comes first.
  if (limit > 0 && /^\p{Lu}\p{Ll}{3,}odd$/u.test(words[0]?.text ?? '')) return 1;
  return /^(?:but|and|however|meanwhile|now|so|yet|also|for|then|today|here)$/i.test(words[0]?.text ?? '') && limit > 0
    ? 1
    : 0;
}
