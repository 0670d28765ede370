import { once } from '../once.ts';
import { PERSON_NAME, withoutNickname } from '../speaker/name-runs.ts';
import { isSure, type PersonFound, people } from '../speaker/names.ts';
import { readSpeaker } from '../speaker/read-speaker.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isHonorific, PLURAL_RANKS, rankLength, singularRank } from '../tables/ranks.ts';
import { isSpeechVerb, startsAside } from '../tables/verbs.ts';
import { isCapital, type Word } from '../words.ts';
import { ledBy, withoutPassingBody } from './belonging.ts';
import { type Called, type Familiar, findFamiliar } from './familiar-names.ts';
import type { Sentence } from './narration.ts';
import { withPostBeside } from './post-beside.ts';
import {
  isBehindFronted,
  isBehindOther,
  isInBrackets,
  isTitle,
  MAX_WORDS_BEFORE_SUBJECT,
  postStart,
  sentenceStart,
} from './post-start.ts';
import { IS_DOING, isInverted, isSubjectAt, topicOf } from './subjects.ts';

/** Somebody whom the narration names. */
export interface Mention {
  readonly block: number;
  /** Offset into the text of the block. */
  readonly at: number;
  readonly name: string;
  /** The name as it stands there: `Aisha` of `Aisha and Zainab Malik`. */
  readonly written: string;
  /** The words of the sentence before the name. */
  readonly before: string;
  /** The words around the name that may describe whoever bears it. */
  readonly context: string;
  /** Whether the sentence begins with it: `PC Shaw was …`, `Insp Bell's colleague PC Shaw was …`. */
  readonly isSubject: boolean;
  /** What the context says of somebody; read when it is first asked for, and once. */
  readonly speaker: () => Speaker | null;
}

const NOBODY: Called = { first: new Set(), alone: new Set() };

/** Characters from a name on that may describe whoever bears it. */
const MAX_CONTEXT_LENGTH = 240;

/** Everybody whom the narration names, in the order of the text. */
export function findMentions(narration: readonly Sentence[], called: Called = NOBODY): Mention[] {
  return narration.flatMap((sentence, order) => {
    const { block, at, text, words: wordsIn } = sentence;
    const behind = narration[order + 1];
    // Between two passages of a paragraph there is often nothing.
    if (wordsIn().length === 0) return [];
    const words = withoutPossession(withoutVerb(wordsIn()));
    const found = namedIn(words, text);
    const placed = placedIn(found, words, text, called);
    const nameAt = (person: PersonFound): string => nameOf(person, words, text);
    const topic = topicOf(placed, words, text);
    const named = found.map((person, index): Mention => {
      const { start, nameStart, nameEnd } = person;
      const { isSubject = false, from: toldFrom = 0 } = placed[index] ?? {};
      const next = placed.slice(index + 1).find((each) => each.isSure);
      const end = words[nameEnd - 1]?.end ?? 0;
      const isNextOwn =
        next && next.from > toldFrom && (next.first < next.start || isBehindOther(text.slice(end, next.from)));
      const goesOn = isNextOwn ? next.from : text.length;
      const [from, to] = isInAside(text, words, nameEnd) ? [words[start]?.start ?? 0, end] : [toldFrom, goesOn];
      const context = text.slice(from, Math.min(to, from + MAX_CONTEXT_LENGTH));
      const name = nameAt(person);
      return {
        block,
        at: at + (words[start]?.start ?? 0),
        name,
        written: name,
        before: text.slice(0, words[nameStart]?.start).slice(-MAX_CONTEXT_LENGTH),
        context,
        isSubject: isSubject || index === topic,
        speaker: once(() => {
          const place = { start: words[nameStart]?.start ?? 0, end: words[nameEnd - 1]?.end ?? 0 };
          // `Father Mal Dean's housekeeper`: what stands behind is another.
          if (/^['’]s /.test(text.slice(place.end, place.end + 3))) return owner(text.slice(from, place.end), context);
          const whole = readMention(context, text.slice(words[start]?.start, to).slice(0, MAX_CONTEXT_LENGTH));
          const isOther = next && placed[index]?.isSure && whole?.name === nameAt(next) && name !== whole.name;
          // `Ted Orme was found by PC Amy Lee.`
          const read = (isOther && readIn(text.slice(from, words[next.start]?.start))) || whole;
          const told = found.length === 1 && behind?.block === block ? behind.text : '';
          const ranked = withSharedRank(read, text.slice(0, place.start).slice(-MAX_CONTEXT_LENGTH));
          return ledBy(text.slice(0, place.start), withPostBeside(ranked, { text, ...place, next: told }));
        }),
      };
    });
    const familiar = findFamiliar(
      text,
      named.map((mention) => ({ name: mention.name, at: mention.at - at })),
      called,
    );
    return familiar.length === 0
      ? named
      : [...named, ...familiar.map((found) => familiarMention(sentence, found))].sort((a, b) => a.at - b.at);
  });
}

/** Where what tells of each person begins, and whether the sentence is about them. */
function placedIn(found: readonly PersonFound[], words: readonly Word[], text: string, called: Called) {
  return found.map((person, index) => {
    const { start } = person;
    const [before, behind] = [text.slice(0, words[start]?.start), text.slice(words[person.end - 1]?.end)];
    const isInverse = index === 0 && isInverted(before);
    const isSubject = isSubjectAt(index, words, start, { before, behind, text });
    // A place or a body that looks like a name stands in the description of somebody.
    const floor = found.slice(0, index).findLast((earlier) => isSure(words, earlier))?.end ?? 0;
    // `Two years ago Jo Bell was hauling nets.`
    const isAside = startsAside((words[0]?.text ?? '').toLowerCase()) || words[start - 1]?.text === 'ago';
    const isApart = isInverse || isAside || isInBrackets(before);
    const isWhole = isSubject && !isApart && (floor === 0 || !isSure(words, person));
    const [, sharing = ''] = SHARING.exec(text.slice(0, words[start]?.start)) ?? [];
    const whole = isFirstName(sharing) || called.alone.has(sharing) ? start : sentenceStart(words, start);
    const isAlone = isBehindFronted(before, behind);
    const first = isWhole ? whole : isAlone ? start : postStart(words, start, text, floor);
    return { ...person, isSubject, first, from: words[first]?.start ?? 0, isSure: isSure(words, person) };
  });
}

function namedIn(words: readonly Word[], text: string): PersonFound[] {
  const isWork = ({ start, end }: PersonFound): boolean =>
    isTitle(text, words[start]?.start ?? 0, words[end - 1]?.end ?? 0);
  return [...people(words, text)].filter((person) => isSure(words, person) || !isWork(person));
}

function nameOf({ nameStart, nameEnd }: PersonFound, words: readonly Word[], text: string): string {
  return withoutNickname(text.slice(words[nameStart]?.start, words[nameEnd - 1]?.end));
}

/** `Responding to Cllr Bell, the Leader said that it was late.`: a name that ends an aside, behind which somebody else does something. */
function isInAside(text: string, words: readonly Word[], nameEnd: number): boolean {
  const first = words[0]?.text ?? '';
  if (!(startsAside(first.toLowerCase()) || /^(?:\p{Lu}\p{Ll}+ing|Asked|Pressed|Challenged)$/u.test(first)))
    return false;
  const end = words[nameEnd - 1]?.end ?? 0;
  if (!/^, (?:the|its|their|our) $/.test(text.slice(end, words[nameEnd + 1]?.start))) return false;
  const behind = words.slice(nameEnd + 1, nameEnd + 1 + MAX_WORDS_BEFORE_SUBJECT);
  const verb = behind.findIndex(({ text: word }) => isSpeechVerb(word) || IS_DOING.test(word));
  return verb > 0 && !/[,;]/.test(text.slice(behind[0]?.start, behind[verb]?.start));
}

/** `Ann and Zoe Bell`: before the second one stands no post of hers. */
const SHARING = /^(\p{Lu}[\p{L}'’-]+) (?:and|&) $/u;

/** Somebody called by one name: what follows it is all that is told of them. */
function familiarMention(
  { block, at, text }: Sentence,
  { name, written, from, toldFrom = from, about, isSubject }: Familiar,
): Mention {
  const context = text.slice(toldFrom, from + MAX_CONTEXT_LENGTH);
  return {
    ...{
      block,
      at: at + from,
      name,
      written,
      before: text.slice(0, from).slice(-MAX_CONTEXT_LENGTH),
      context,
      isSubject,
    },
    speaker: once(() => {
      const read = name === written && !about ? readSpeaker(context)?.speaker : undefined;
      return read?.kind === 'person' && read.name === name ? read : calledSo(name, about ?? context);
    }),
  };
}

function calledSo(name: string, about: string): Speaker {
  const nothing = { rank: null, title: null, role: null, organisation: null };
  return { kind: 'person', name, ...nothing, asWritten: name, about };
}

/** `Constables Ryan Bell and Amy Lee`: each has the rank that stands before the first in the plural. */
function withSharedRank(read: Speaker | null, before: string): Speaker | null {
  if (read?.kind !== 'person' || (read.rank ?? read.role) !== null || !PLURAL.test(before)) return read;
  const [, plural = ''] = SHARED_RANK.exec(before) ?? [];
  const rank = singularRank(plural);
  return rank === null ? read : { ...read, rank };
}

/** What most words before a name fail at once. */
const PLURAL = /(?:s|men) (?:\p{Lu}[^;.]*(?:,| and| &) )?$/u;
const SHARED_RANK = new RegExp(
  String.raw`(?<![\p{L}’'-])((?:(?:Detective|Police|Special|Lance|Staff|Chief|Squadron) )?(?:${PLURAL_RANKS})) (?:(?:${PERSON_NAME}, ){0,4}(?:${PERSON_NAME},? (?:and|&) )?)?$`,
  'u',
);

/** What a context says of somebody; where it names nobody to a reader, what stands from the name on. */
function readMention(context: string, bare: string): Speaker | null {
  const read = readIn(context);
  return read?.kind === 'person' || context === bare ? read : (readIn(bare) ?? read);
}

function owner(named: string, context: string): Speaker | null {
  const read = readSpeaker(named.slice(-MAX_CONTEXT_LENGTH))?.speaker;
  return read ? { ...read, about: context } : null;
}

function readIn(sentence: string): Speaker | null {
  const read = readSpeaker(sentence)?.speaker;
  return read ? withoutPassingBody(read, sentence) : null;
}

/** `Said Alasdair: …` begins with a verb and not with a name. */
function withoutVerb(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && isSpeechVerb((words[0]?.text ?? '').toLowerCase()) ? words.slice(1) : words;
}

/** `Louise Hatton's son`, `PC Shaw's colleague`: the names of those to whom somebody belongs. */
function withoutPossession(words: readonly Word[]): readonly Word[] {
  if (!words.some(isPossessive)) return words;
  return words.map((word, at) =>
    isPossessive(word) && mayPrecedeSurname(words[at - 1]?.text ?? '')
      ? { ...word, text: word.text.slice(0, -2), end: word.end - 2 }
      : word,
  );
}

function isPossessive({ text }: Word): boolean {
  return (text.endsWith("'s") || text.endsWith('’s')) && isCapital(text);
}

function mayPrecedeSurname(word: string): boolean {
  return isFirstName(word) || isHonorific(word) || rankLength([word], 0) > 0;
}
