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
/** Words directly before a name that may be a post: `by watch manager Jo Cole`. */
const MAX_POST_WORDS = 5;
const MAX_TITLE_WORDS = 8;

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
      const from =
        words[isSubject && !isInverse ? sentenceStart(words, start) : postStart(words, start, floor, text)]?.start ?? 0;
      const context = text.slice(from, from + MAX_CONTEXT_LENGTH);
      const name = text.slice(words[nameStart]?.start, words[nameEnd - 1]?.end);
      const mention: Mention = {
        block,
        at: at + (words[start]?.start ?? 0),
        name,
        context,
        isSubject,
        speaker: once(() => readMention(context, text.slice(words[start]?.start).slice(0, MAX_CONTEXT_LENGTH))),
      };
      const first = firstOfTwo(words, person);
      return first === null ? [mention] : [{ ...mention, name: `${first} ${name.split(' ').at(-1)}` }, mention];
    });
  });
}

/** What a context says of somebody; where it names nobody to a reader, what stands from the name on. */
function readMention(context: string, bare: string): Speaker | null {
  const read = readSpeaker(context)?.speaker ?? null;
  return read?.kind === 'person' || context === bare ? read : (readSpeaker(bare)?.speaker ?? read);
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

function isVerbLike(word: string): boolean {
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

/** The first word of a sentence, `But` and `Meanwhile` left out. */
function sentenceStart(words: readonly Word[], limit: number): number {
  // `Ymwelodd Dirprwy Weinidog …`: in Welsh the verb comes first.
  if (limit > 0 && /^\p{Lu}\p{Ll}{3,}odd$/u.test(words[0]?.text ?? '')) return 1;
  return /^(?:but|and|however|meanwhile|now|so|yet|also|for|then|today|here)$/i.test(words[0]?.text ?? '') && limit > 0
    ? 1
    : 0;
}

/** `led by Healthy Homes Manager Ted Cropper`: where the post in capitals before a name begins. */
function titleStart(words: readonly Word[], name: number, floor: number, text: string): number {
  let from = name;
  while (
    from > Math.max(floor, name - MAX_TITLE_WORDS) &&
    /^\s+$/.test(text.slice(words[from - 1]?.end, words[from]?.start)) &&
    (isCapital(words[from - 1]?.text ?? '') || /^(?:of|for|and)$/.test(words[from - 1]?.text ?? ''))
  ) {
    from -= 1;
  }
  while (from < name && !isCapital(words[from]?.text ?? '')) from += 1;
  return words.slice(from, name).some(({ text: word }) => isRoleWord(word)) ? from : name;
}

/** The first of the lower-case words directly before a name, if one of them is a role. */
function postStart(words: readonly Word[], name: number, floor: number, text: string): number {
  if (/^,\s+$/.test(text.slice(words[name - 1]?.end, words[name]?.start))) {
    const from = isRoleWord(words[name - 1]?.text ?? '')
      ? clauseStart(words, name)
      : appositionStart(words, name, text);
    if (from < name) return from;
  }
  const titled = titleStart(words, name, floor, text);
  if (titled < name) return titled;
  let from = name;
  for (let at = name - 1; at >= Math.max(floor, name - MAX_POST_WORDS); at -= 1) {
    const word = words[at];
    // `head of development Jo Bell`
    if (/^(?:of|for)$/.test(word?.text ?? '') && isRoleWord(words[at - 1]?.text ?? '')) continue;
    if (!word || !/^\s+$/.test(text.slice(word.end, words[at + 1]?.start)) || !/^\p{Ll}/u.test(word.text)) break;
    if (isRoleWord(word.text)) from = at;
    else if (VERB_LIKE.has(word.text) || /^(?:as|the|a|an|its|his|her|their|for|of|in|on|at)$/.test(word.text)) break;
    else if (from < name) from = at;
  }
  return from;
}
