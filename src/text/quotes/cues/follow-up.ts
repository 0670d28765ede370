import type { Speaker } from '../speaker/speaker.ts';
import { isUnnamedSpokesperson } from '../speaker/unnamed.ts';
import {
  isAuxiliary,
  isLooseVerb,
  isParticiple,
  isSpeechVerb,
  isWelshVerb,
  startsAside,
  takesListener,
} from '../tables/verbs.ts';
import { SAYINGS } from '../tables/voice.ts';
import { isCapital, sentenceStarts, type Word, wordsOf } from '../words.ts';
import {
  inSentence,
  isFiller,
  isVerb,
  MAX_ATTRIBUTION_LENGTH,
  readSubject,
  sameAgain,
  subjectOf,
} from './attribution.ts';

/** What the narration behind a passage says about who spoke it. */
export interface FollowUp {
  readonly speaker: Speaker;
  /** Where in the narration the sentence that says it ends. */
  readonly to: number;
}

/** Words of a line that signs a statement: `– Sir John Smith, Chair of Trustees at the Forest of Marston Vale`. */
const MAX_SIGNATURE_WORDS = 20;

/**
 * The attribution that a narration begins with: `“…,” said X.`, `“…,” X said after the hearing.`, `“…” – X, role`. `isOpen`: a
 * comma ends the words before it, so that whatever follows `X said` tells how; `isCry`: a question or an exclamation mark does.
 */
export function readFollowUp(narration: string, isOpen = false, isCry = false): FollowUp | null {
  const text = narration.slice(0, MAX_ATTRIBUTION_LENGTH);
  const [opening] = /^['’]?[\s,;–—-]*/.exec(text) ?? [''];
  const to = endOfOwn(text, opening.length);
  const words = wordsOf(text, opening.length, to);
  const [first, second] = words;
  if (!first) return null;
  // `“…,” meddai.`: whoever spoke before.
  if (!second && isWelshVerb(first.text)) return { speaker: sameAgain(first.text), to };
  // `“A.” Asked about the cost, Jo Bell was blunt: “B.”`
  const isLead = isCapital(first.text) && (first.text === 'Asked' || /:\s*$/.test(text.slice(0, to)));
  if (isVerb(first) && !isLead && !isParticiple(first.text) && !isLooseVerb(first.text.toLowerCase()))
    return followed(text, withoutManner(words.slice(1)), to);
  const inverted = invertedByShape(text, words, { to, isOpen: isOpen || isCry });
  if (inverted) return inverted;
  if (ACCORDING.test(`${first.text} ${second?.text}`)) return followed(text, words.slice(2), to);
  if (first.text === 'from') return signedBy(text.slice(0, to).replace(/[.!?]\s*$/, ''), second?.start ?? to);
  const [, owner] = WRITTEN.exec(text.slice(opening.length)) ?? [];
  if (owner !== undefined) return { speaker: sameAgain(subjectOf(owner)), to };
  const { whose, who: holder } = VERDICT_OF.exec(text.slice(opening.length))?.groups ?? {};
  if (whose !== undefined) return { speaker: sameAgain(subjectOf(whose)), to };
  const [, all] = ALL_OF.exec(text.slice(opening.length)) ?? [];
  const who = all ?? holder;
  const verdict = who === undefined ? -1 : text.indexOf(who, opening.length);
  if (who !== undefined) return followed(text, wordsOf(text, verdict, verdict + who.length), to);
  const [told = ''] = WORDS_OF.exec(text.slice(opening.length)) ?? [];
  if (told !== '' && (isOpen || isCapital(told) || told.endsWith(' how ') || /^\s*[–—-]/.test(opening)))
    return followed(text, wordsOf(text, opening.length + told.length, to), to);
  if (/[–—-]/.test(opening))
    return signedBy(text.slice(0, to), opening.length) ?? followedByVerb(text, words, to, isOpen);
  return followedByVerb(text, words, to, isOpen) ?? followedByShape(text, words, to) ?? signedInLine(text);
}

/**
 * `“…,” chortled Jo Bell, who …`, `“…!” yells guide Jo Bell from the back`: a word that looks like a verb, and somebody behind it
 * of whom it tells no more; in small letters before the name only where the words before it have not come to an end.
 */
function invertedByShape(
  text: string,
  [first, ...words]: readonly Word[],
  { to, isOpen }: { readonly to: number; readonly isOpen: boolean },
): FollowUp | null {
  const subject = withoutMood(words);
  const looksLikeVerb = isOpen ? LOOKS_LIKE_VERB : LOOKS_PAST;
  if (!first || !looksLikeVerb.test(first.text) || !(isOpen || isCapital(subject[0]?.text ?? ''))) return null;
  const found = readSubject(text, subject);
  if (found?.speaker.kind !== 'person' || found.start !== subject[0]?.start) return null;
  const [, next = ''] = /^ (\p{Ll}+)/u.exec(text.slice(found.end, to)) ?? [];
  const isAlone = /^(?:[.!?,]|\s*$)/.test(text.slice(found.end, to)) || (isOpen && startsAside(next));
  return isAlone ? { speaker: found.speaker, to } : null;
}

const LOOKS_PAST = /^\p{Ll}{3,}ed$/u;

/** `an exhausted but happy Jo Bell`: in what mood somebody is, which is no part of a name. */
function withoutMood(words: readonly Word[]): readonly Word[] {
  const from = words.findIndex(({ text }) => isCapital(text));
  const isMood = /^an?$/.test(words[0]?.text ?? '') && from > 1 && from <= MAX_MOOD_WORDS;
  return isMood ? words.slice(from) : words;
}

/** Words of `an exhausted but happy`. */
const MAX_MOOD_WORDS = 4;

/** `“…,” her letter says`: what somebody wrote says what they say. */
const WRITTEN =
  /^(his|her|their) (?:letter|card|email|message|note|post|tribute) (?:says|said|reads|read|adds|added|continues|continued|goes on|went on)\b/;

/** `“…,” was his reply.`, `“…,” is Jo Bell’s verdict on it.` */
const VERDICT_OF = new RegExp(
  String.raw`^(?:(?:that|this|it) )?(?:is|was|came|ran) (?:(?<whose>his|her|their)|(?<who>[^.,;:]{2,60}?)['’]s?) (?:\p{Ll}+ ){0,2}?${SAYINGS}\b`,
  'u',
);

/** `“…,” was all that Jo Bell could say.` */
const ALL_OF =
  /^(?:is|was) all (?:that )?([^.,;:]{2,60}?) (?:(?:will|would|could|can|has to|had to) )?(?:say|says|said|add|manage|managed)\b/u;

/** `“…,” was the message from X.`, `“…” Those are the words of X.`, `“…” So says X.` */
const WORDS_OF =
  /^(?:(?:(?:that|this|it|these|those|such) )?(?:is|was|are|were) (?:how|the (?:words|views?|verdict|message|advice|answer|response|reaction|warning|plea|conclusion|opinion) (?:of|from)) |came (?:the|an?) (?:\S+ )?(?:reply|answer|response|verdict|shout|voice|cry|call|warning) (?:of|from) |(?:so|thus) (?:says|said) )/i;

/** `“…,” according to X`, and the same in Welsh. */
const ACCORDING = /^(?:according to|yn ôl)$/;

function followed(text: string, subject: readonly Word[], to: number): FollowUp | null {
  const found = readSubject(text, subject);
  if (!found) return null;
  const goesOn = GOES_ON.test(text.slice(found.end, to));
  return { speaker: inSentence(found.speaker, text.slice(0, to)), to: goesOn ? found.end : to };
}

/** `said Jo Bell, and poured the tea` */
const GOES_ON = /^(?:,? (?:and|but) (?!(?:added|adds|then) )|;| [–—])/;

/** `says Bernard softly`: how somebody speaks is no part of a name. */
function withoutManner(subject: readonly Word[]): readonly Word[] {
  return isManner(subject.at(-1)) ? subject.slice(0, -1) : subject;
}

function isManner(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Ll}{2,}ly$/u.test(word.text);
}

function followedByVerb(text: string, words: readonly Word[], to: number, isOpen: boolean): FollowUp | null {
  const verb = words.findIndex(
    (word, at) => isVerb(word, at, words) && !isParticiple(word.text) && !isLooseVerb(word.text),
  );
  if (verb < 1) return null;
  const end = endOfAttribution(text, words, verb, { to, isOpen });
  const found = end === null ? null : readSubject(text, words.slice(0, verb));
  if (end === null || !found || found.start !== words[0]?.start) return null;
  const at = words[verb]?.start ?? 0;
  const isBare = wordsOf(text, found.end, at).every(isFiller);
  // `“…,” Aisha, now 17, said.`
  return isBare || /^,[^,]+, $/.test(text.slice(found.end, at))
    ? { speaker: inSentence(found.speaker, text.slice(0, to)), to: end }
    : null;
}

/** `“…,” she confessed, “…”`: a word that looks like a verb behind somebody, and no more of a sentence. */
function followedByShape(text: string, words: readonly Word[], to: number): FollowUp | null {
  const verb = words.findIndex(
    ({ text: word, end }) => LOOKS_LIKE_VERB.test(word) && /^(?:[,.!?;]|\s*$)/.test(text.slice(end, to)),
  );
  if (verb < 1 || verb > MAX_SHAPE_WORDS) return null;
  const found = readSubject(text, words.slice(0, verb));
  const isNext = found?.start === words[0]?.start && text.slice(found?.end, words[verb]?.start).trim() === '';
  return found && isNext && isWho(found.speaker) ? { speaker: inSentence(found.speaker, text.slice(0, to)), to } : null;
}

const LOOKS_LIKE_VERB = /^\p{Ll}{3,}(?:ed|es|s)$/u;
/** Words before a verb that no table knows. */
const MAX_SHAPE_WORDS = 8;

function isWho({ kind, asWritten }: Speaker): boolean {
  return kind === 'person' || (kind === 'pronoun' && /^s?he$/i.test(asWritten));
}

/**
 * Where the attribution ends whose verb stands behind its subject; null where the verb reports: `Insp Shaw said the team was
 * pleased`. Whatever else is told behind it, `he said, and added that it would rain`, is narration again.
 */
function endOfAttribution(
  text: string,
  words: readonly Word[],
  verb: number,
  sentence: { readonly to: number; readonly isOpen: boolean },
): number | null {
  const { to, isOpen } = sentence;
  const next = words[verb + 1];
  const between = text.slice(words[verb]?.end, next?.start ?? to);
  const isParted = next !== undefined && /[,;–—]/.test(between);
  const sameAgain = isParted && isParticiple(next.text);
  const isDoing = isParted && /ing$/.test(next.text);
  if (text.slice(0, to).trimEnd().endsWith(':') && !isDoing) {
    // `“A?” asked Cllr Hill, and Bob Moss replied: “B.”`
    const isOther = isParted && next.text === 'and' && !isVerb(words[verb + 2] ?? next);
    return isOther ? (words[verb]?.end ?? to) : null;
  }
  if (!next || sameAgain) return to;
  // `He went on to describe the day`: that is told, not said.
  if (next.text === 'on' && words[verb + 2]?.text === 'to')
    return isInfinitive(words[verb + 3]) ? endOfAttribution(text, words, verb + 3, sentence) : null;
  if (REPORTS.test(next.text)) return null;
  if (/^(?:together|jointly)$/.test(next.text)) return to;
  if (isManner(next)) return endOfAttribution(text, words, verb + 1, sentence);
  if (startsAside(next.text) || isAuxiliary(next.text) || takesListener(words[verb]?.text ?? '')) return to;
  if (!isOpen && !isParted) return null;
  return /[;–—]/.test(between) || TELLS_MORE.test(next.text) ? (words[verb]?.end ?? to) : to;
}

/** `“Cuckooing,” she said, is when …`: the words in marks are a part of the sentence. */
const REPORTS = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|that|which)$/;
/** How the narration goes on behind an attribution in the same sentence. */
const TELLS_MORE = /^(?:and|but|though|although|yet|so|while|whereas|or|before|adding)$/;

/** `went on to say` */
function isInfinitive(word: Word | undefined): boolean {
  return (
    word !== undefined && (isSpeechVerb(`${word.text}s`) || isSpeechVerb(`${word.text}ed`)) && !isLooseVerb(word.text)
  );
}

/**
 * A line of its own that says who made a statement: `— Tom Brackley, chief executive, Tidewell`, a line with a comma, or a
 * name and no more. `nameEnd` is where the part in strong emphasis ends, as good as a comma.
 */
export function readSignature(line: string, nameEnd = 0): Speaker | null {
  const [opening] = /^[\s–—-]*/.exec(line) ?? [''];
  if (line.length > MAX_ATTRIBUTION_LENGTH || /[.!?]["”’']?$/.test(line.trimEnd())) return null;
  const isParted = nameEnd > 0 && nameEnd < line.length && !/[,:]\s*$/.test(line.slice(0, nameEnd));
  const parted = isParted ? `${line.slice(0, nameEnd)},${line.slice(nameEnd)}` : line;
  const signed = signedBy(parted.replace(/:\s*$/, ''), opening.length)?.speaker ?? null;
  const isSure = opening.trim() !== '' || nameEnd > 0 || line.includes(',') || signed?.rank !== null;
  const isAlone = signed?.asWritten.length === line.trim().length;
  return isSure || isAlone ? signed : null;
}

function signedBy(text: string, from: number): FollowUp | null {
  const words = wordsOf(text, from);
  const found = words.length > MAX_SIGNATURE_WORDS || words.some(isVerb) ? null : readSubject(text, words);
  // `Sisters Jo Bell and Amy Bell, whose mother has moved in`
  const start = words[SIBLINGS.test(words[0]?.text ?? '') ? 1 : 0]?.start;
  const isSomebody = found?.speaker.kind === 'person' || (found && isUnnamedSpokesperson(found.speaker));
  if (!isSomebody || (found.start !== start && found.start !== words[0]?.start)) return null;
  return { speaker: found.speaker, to: text.length };
}

const SIBLINGS = /^(?:Sisters|Brothers|Parents|Residents|Neighbours|Tenants|Friends|Twins|Pupils|Students)$/;

/** `“The 14 is a lifeline.” Cllr Dev Patel-Hughes`: a name, and no sentence, is all that follows. */
function signedInLine(text: string): FollowUp | null {
  // `“…” Bob Moss, who built it: “…”` leads to the next words.
  const speaker = /^\s+\p{Lu}.*[^\s:]\s*$/u.test(text) ? readSignature(text.trim()) : null;
  return speaker && { speaker, to: text.length };
}

/** The end of the sentence, or of what is told in it before another speaks: `said Jo Bell, while Bob Moss told us: “…”` */
function endOfOwn(text: string, from: number): number {
  const to = endOfSentence(text, from);
  const sentence = text.slice(from, to);
  const other = /:\s*$/.test(sentence) ? sentence.search(/,? (?:while|whilst|whereas) /) : -1;
  return other > 0 ? from + other : to;
}

function endOfSentence(text: string, from: number): number {
  return from + (sentenceStarts(text.slice(from))[1] ?? text.length - from);
}
