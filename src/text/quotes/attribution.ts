import { readSpeaker, type Speaker } from './speaker.ts';
import { isAuxiliary, isParticiple, isSpeechVerb, startsAside, takesListener } from './verbs.ts';
import { sentenceStarts, type Word, wordsOf } from './words.ts';

/** What the narration beside a passage says about who speaks it. */
export interface Attribution {
  readonly speaker: Speaker;
  /** Offsets into the narration of the sentence or clause that says it. */
  readonly from: number;
  readonly to: number;
  /** Whether that stretch does nothing but say who speaks. */
  readonly isBare: boolean;
  /** Whether a verb of speech and a colon announce a statement, however it may look. */
  readonly isFirm: boolean;
}

/** Characters of narration that are looked at on either side of a passage. */
const MAX_ATTRIBUTION_LENGTH = 600;
/** Characters of the longest verb of speech, and more. */
const MAX_VERB_LENGTH = 16;
/** Words between a verb and its colon: `told a meeting of the full council at Borough Hall on Tuesday evening:`. */
const MAX_ASIDE_WORDS = 20;
/** Words of a line that signs a statement: `– Sir John Smith, Chair of Trustees at the Forest of Marston Vale`. */
const MAX_SIGNATURE_WORDS = 20;

/** Words that join an attribution to what came before without telling anything. */
const CONNECTIVES = /^(?:(?:and|but|also|meanwhile|finally|said|says|added)[\s,]*)?$/i;

/** The attribution that a narration ends with: `X, role at organisation, said: “…”`, `X added “…”`, `X, role: “…”`. */
export function readLeadIn(narration: string): Attribution | null {
  const cut = Math.max(0, narration.length - MAX_ATTRIBUTION_LENGTH);
  const trimmed = narration.slice(cut).trimEnd();
  const body = trimmed.replace(/[,:;–—-]$/, '').trimEnd();
  const hasColon = trimmed.length > body.length && !trimmed.endsWith(',');
  if (!mayLeadIn(body, hasColon)) return null;
  const from = sentenceStarts(body).at(-1) ?? 0;
  const words = wordsOf(body, from);
  const verb = words.findLastIndex(isVerb);
  const found = verb === -1 ? leadWithoutVerb(body, from, hasColon) : leadWithVerb(body, from, words, verb, hasColon);
  return found && { ...found, from: found.from + cut, to: narration.length };
}

/** What most narrations fail at once: a finished sentence leads to nothing, and without a colon only a verb does. */
function mayLeadIn(body: string, hasColon: boolean): boolean {
  const [last = ''] = /(?:[.!?…"”]|\p{L}+)$/u.exec(body.slice(-MAX_VERB_LENGTH)) ?? [];
  if (/^[.!?…"”]/.test(last)) return false;
  return body !== '' && (hasColon || isSpeechVerb(last.toLowerCase()) || isAuxiliary(last));
}

function leadWithVerb(
  body: string,
  from: number,
  words: readonly Word[],
  verb: number,
  hasColon: boolean,
): Attribution | null {
  const tail = words.slice(verb + 1);
  if (tail.length > MAX_ASIDE_WORDS || (!hasColon && !tail.every((word) => isAuxiliary(word.text)))) return null;
  // `Said Insp Hunt: “…”`; and the rest of a sentence in which one speaks on: `“…,” said Insp Hunt, who added: “…”`.
  const subject = verb === 0 ? tail : words.slice(words[0] && isVerb(words[0]) ? 1 : 0, verb);
  const found = readSubject(body, subject);
  if (!found) return null;
  const left = body.slice(from, found.start).replace(/^[\s,;.–—-]+/, '');
  const right = wordsOf(body, found.end, words[verb]?.start ?? 0);
  const isBare = CONNECTIVES.test(left) && right.every((word) => isAuxiliary(word.text) || word.text === 'who');
  return { speaker: found.speaker, from: isBare ? from : found.start, to: body.length, isBare, isFirm: hasColon };
}

/** `Kevin Bolt, chief executive of bpha: “…”`. */
function leadWithoutVerb(body: string, from: number, hasColon: boolean): Attribution | null {
  const found = hasColon ? readSpeaker(body.slice(from)) : null;
  if (found?.speaker.kind !== 'person') return null;
  return { speaker: found.speaker, from, to: body.length, isBare: found.start === 0, isFirm: false };
}

/** The attribution that a narration begins with: `“…,” said X.`, `“…,” X said after the hearing.`, `“…” – X, role`. */
export function readFollowUp(narration: string): Attribution | null {
  const text = narration.slice(0, MAX_ATTRIBUTION_LENGTH);
  const [opening] = /^[\s,;–—-]*/.exec(text) ?? [''];
  const to = endOfSentence(text, opening.length);
  const words = wordsOf(text, opening.length, to);
  const [first, second] = words;
  if (!first) return null;
  if (isVerb(first) && !isParticiple(first.text)) return followed(text, words.slice(1), to);
  if (first.text === 'according' && second?.text === 'to') return followed(text, words.slice(2), to);
  if (/[–—-]/.test(opening)) return signedBy(text.slice(0, to), opening.length);
  return followedByVerb(text, words, to);
}

function followed(text: string, subject: readonly Word[], to: number): Attribution | null {
  const found = readSubject(text, subject);
  return found && { speaker: found.speaker, from: 0, to, isBare: true, isFirm: false };
}

function followedByVerb(text: string, words: readonly Word[], to: number): Attribution | null {
  const verb = words.findIndex((word) => isVerb(word) && !isParticiple(word.text));
  if (verb < 1 || !endsAttribution(text, words, verb, to)) return null;
  const found = readSubject(text, words.slice(0, verb));
  if (!found || found.start !== words[0]?.start) return null;
  const between = wordsOf(text, found.end, words[verb]?.start ?? 0);
  if (!between.every((word) => isAuxiliary(word.text))) return null;
  return { speaker: found.speaker, from: 0, to, isBare: true, isFirm: false };
}

/** Whether a verb behind its subject closes an attribution and does not report: `Insp Hunt said the team was pleased`. */
function endsAttribution(text: string, words: readonly Word[], verb: number, to: number): boolean {
  const next = words[verb + 1];
  if (!next) return !text.slice(0, to).trimEnd().endsWith(':');
  const isParted = text.slice(words[verb]?.end, next.start).includes(',');
  return (
    startsAside(next.text) ||
    isAuxiliary(next.text) ||
    (isParted && isParticiple(next.text)) ||
    takesListener(words[verb]?.text ?? '')
  );
}

/** A line of its own that signs the statement above it: `— Kevin Bolt, chief executive, bpha`. */
export function readSignature(line: string): Speaker | null {
  const [opening] = /^[\s–—-]*/.exec(line) ?? [''];
  if (line.length > MAX_ATTRIBUTION_LENGTH || /[.!?:]$/.test(line.trimEnd())) return null;
  if (opening.trim() === '' && !line.includes(',')) return null;
  return signedBy(line, opening.length)?.speaker ?? null;
}

function signedBy(text: string, from: number): Attribution | null {
  const words = wordsOf(text, from);
  const found = words.length > MAX_SIGNATURE_WORDS || words.some(isVerb) ? null : readSubject(text, words);
  if (found?.speaker.kind !== 'person' || found.start !== words[0]?.start) return null;
  return { speaker: found.speaker, from: 0, to: text.length, isBare: true, isFirm: false };
}

function readSubject(text: string, words: readonly Word[]): { speaker: Speaker; start: number; end: number } | null {
  const last = words.findLastIndex((word) => !isAuxiliary(word.text));
  const start = words[0]?.start;
  const end = words[last]?.end;
  const found = start === undefined || end === undefined ? null : readSpeaker(text.slice(start, end));
  return found && start !== undefined
    ? { speaker: found.speaker, start: start + found.start, end: start + found.end }
    : null;
}

function endOfSentence(text: string, from: number): number {
  return from + (sentenceStarts(text.slice(from))[1] ?? text.length - from);
}

function isVerb(word: Word): boolean {
  return isSpeechVerb(word.text.toLowerCase());
}
