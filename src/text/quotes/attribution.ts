import { readSubject as readNamed, type Speaker, type SpeakerRead } from './speaker.ts';
import {
  isAuxiliary,
  isLooseVerb,
  isParticiple,
  isSpeechVerb,
  needsNoSubject,
  startsAside,
  takesListener,
} from './tables/verbs.ts';
import { sentenceStarts, type Word, wordsOf } from './words.ts';

/** What the narration before a passage says about who speaks it. */
export interface LeadIn {
  readonly speaker: Speaker;
  /** Where in the narration the words that say it begin. */
  readonly from: number;
  /** Whether those words do nothing else. */
  readonly isBare: boolean;
  /** Whether a verb of speech and a colon announce a statement, however it may look. */
  readonly isFirm: boolean;
}

/** What the narration behind a passage says about who spoke it. */
export interface FollowUp {
  readonly speaker: Speaker;
  /** Where in the narration the sentence that says it ends. */
  readonly to: number;
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
const CONNECTIVES = new Set(['and', 'but', 'also', 'finally', 'meanwhile', 'then']);

/** The attribution that a narration ends with: `X, role at organisation, said: “…”`, `X added “…”`, `X, role: “…”`. */
export function readLeadIn(narration: string): LeadIn | null {
  const cut = Math.max(0, narration.length - MAX_ATTRIBUTION_LENGTH);
  const trimmed = narration.slice(cut).trimEnd();
  const body = trimmed.replace(/[,:;–—-]$/, '').trimEnd();
  const hasColon = trimmed.length > body.length && !trimmed.endsWith(',');
  if (!mayLeadIn(body, hasColon)) return null;
  const from = sentenceStarts(body).at(-1) ?? 0;
  const words = wordsOf(body, from);
  const firm = words.findLastIndex((word, at) => isVerb(word, at, words) && !isLooseVerb(word.text.toLowerCase()));
  const verb = firm === -1 ? words.findLastIndex(isVerb) : firm;
  const [only, second] = words;
  if (only && !second && needsNoSubject(only.text.toLowerCase()))
    return { ...goesOn(only.text), from: only.start + cut };
  const found = verb === -1 ? leadWithoutVerb(body, from, hasColon) : leadWithVerb(body, from, words, verb, hasColon);
  return found && { ...found, from: found.from + cut };
}

/** `Ychwanegodd:` says no more than that the same person goes on. */
function goesOn(asWritten: string): Omit<LeadIn, 'from'> {
  const speaker: Speaker = {
    kind: 'pronoun',
    name: null,
    rank: null,
    title: null,
    role: null,
    organisation: null,
    asWritten,
    about: '',
  };
  return { speaker, isBare: true, isFirm: true };
}

/** `Dywedodd yr Athro Nia Prys, pennaeth yr adran,`: in Welsh the verb comes first, and a comma is as good as a colon. */
const VERB_FIRST = /(?:^|[.!?:] )(?:Dywedodd|Meddai|Ychwanegodd|Esboniodd|Eglurodd)(?:['’]r)? (?:[^.!?]|\.(?! ))*$/;

/** What most narrations fail at once: a finished sentence leads to nothing, and without a colon only a verb does. */
function mayLeadIn(body: string, hasColon: boolean): boolean {
  const [last = ''] = /(?:[.!?…"”]|\p{L}+)$/u.exec(body.slice(-MAX_VERB_LENGTH)) ?? [];
  if (/^[.!?…"”]/.test(last)) return false;
  return body !== '' && (hasColon || isSpeechVerb(last.toLowerCase()) || isAuxiliary(last) || VERB_FIRST.test(body));
}

function leadWithVerb(
  body: string,
  from: number,
  words: readonly Word[],
  verb: number,
  hasColon: boolean,
): LeadIn | null {
  // `a banner that reads: “…”`, `a sign which said: “…”`: no person says it.
  if (/^(?:that|which)$/i.test(words[verb - 1]?.text ?? '')) return null;
  if (!hasColon && isLooseVerb(words[verb]?.text ?? '')) return null;
  const tail = words.slice(verb + 1);
  // `who wrote in 1912: “…”` cites.
  if (
    tail.some(({ text }) => /^(?:1[5-9]|20)\d\d$/.test(text)) &&
    /^(?:wrote|said|writes|declared)$/.test(words[verb]?.text ?? '')
  )
    return null;
  const isFirst = verb === 0 && (hasColon || needsNoSubject(words[0]?.text.toLowerCase().replace(/['’]r$/, '') ?? ''));
  if (!isFirst && tail.length > MAX_ASIDE_WORDS) return null;
  if (!isFirst && !hasColon && !tail.every((word) => isAuxiliary(word.text))) return null;
  // `Said Insp Shaw: “…”`; and the rest of a sentence in which one speaks on: `“…,” said Insp Shaw, who added: “…”`.
  const opening = words.findIndex((word) => !isVerb(word) && !CONNECTIVES.has(word.text.toLowerCase()));
  const reported = words.findLastIndex(
    ({ text }, at) =>
      at < verb && /^(?:that|how)$/.test(text) && /^(?:heard|told|hears)$/.test(words[at - 1]?.text ?? ''),
  );
  // In Welsh the subject stands behind its verb wherever that is: `Mewn datganiad dywedodd yr Athro Prys:`.
  const isWelsh = tail.length > 0 && needsNoSubject(words[verb]?.text ?? '') && !isParticiple(words[verb]?.text ?? '');
  const subject = verb === 0 || isWelsh ? tail : words.slice(Math.max(opening, reported + 1), verb);
  const found = readClause(body, subject);
  if (!found || (found.speaker.kind === 'unnamed' && /^reads?$/.test(words[verb]?.text ?? ''))) return null;
  const left = wordsOf(body, from, found.start);
  const right = wordsOf(body, found.end, words[verb]?.start ?? 0);
  const isBare =
    left.every((word) => isVerb(word) || CONNECTIVES.has(word.text.toLowerCase())) && right.every(isFiller);
  return { speaker: found.speaker, from: isBare ? from : found.start, isBare, isFirm: hasColon };
}

/** Of `The work ended in July, and chief executive Jo Bell said:` the clause behind the comma, where only it tells who. */
function readClause(text: string, subject: readonly Word[]): SpeakerRead | null {
  const whole = readSubject(text, subject);
  const { kind, role, organisation } = whole?.speaker ?? {};
  if (whole && (kind !== 'unnamed' || (role ?? organisation) !== null)) return whole;
  const joint = subject.findLastIndex(({ text: word, start }) => CLAUSE.test(word) && text.charAt(start - 2) === ',');
  const clause = joint > 0 ? readSubject(text, subject.slice(joint + 1)) : null;
  return clause?.speaker.kind === 'person' ? clause : whole;
}

const CLAUSE = /^(?:and|but|so|as|while)$/;

/** `Tom Brackley, chief executive of Tidewell: “…”`. */
function leadWithoutVerb(body: string, from: number, hasColon: boolean): LeadIn | null {
  // `For Sergeant Abi Cole, a dental nurse, it is about giving something back: “…”`
  const [opening = ''] = /^(?:For|Yn ôl(?: yr?)?) (?=\p{Lu})/u.exec(body.slice(from)) ?? [];
  const found = hasColon ? readNamed(body.slice(from + opening.length)) : null;
  if (found?.speaker.kind !== 'person' || (opening !== '' && found.start > 0)) return null;
  return { speaker: found.speaker, from, isBare: found.start === 0, isFirm: false };
}

/** The attribution that a narration begins with: `“…,” said X.`, `“…,” X said after the hearing.`, `“…” – X, role`. */
export function readFollowUp(narration: string): FollowUp | null {
  const text = narration.slice(0, MAX_ATTRIBUTION_LENGTH);
  const [opening] = /^['’]?[\s,;–—-]*/.exec(text) ?? [''];
  const to = endOfSentence(text, opening.length);
  const words = wordsOf(text, opening.length, to);
  const [first, second] = words;
  if (!first) return null;
  if (isVerb(first) && !isParticiple(first.text) && !isLooseVerb(first.text)) return followed(text, words.slice(1), to);
  if (first.text === 'according' && second?.text === 'to') return followed(text, words.slice(2), to);
  if (first.text === 'from') return signedBy(text.slice(0, to).replace(/[.!?]\s*$/, ''), second?.start ?? to);
  if (/[–—-]/.test(opening)) return signedBy(text.slice(0, to), opening.length);
  return followedByVerb(text, words, to) ?? signedInLine(text);
}

function followed(text: string, subject: readonly Word[], to: number): FollowUp | null {
  const found = readSubject(text, subject);
  return found && { speaker: found.speaker, to };
}

function followedByVerb(text: string, words: readonly Word[], to: number): FollowUp | null {
  const verb = words.findIndex(
    (word, at) => isVerb(word, at, words) && !isParticiple(word.text) && !isLooseVerb(word.text),
  );
  if (verb < 1 || !endsAttribution(text, words, verb, to)) return null;
  const found = readSubject(text, words.slice(0, verb));
  if (!found || found.start !== words[0]?.start) return null;
  const between = wordsOf(text, found.end, words[verb]?.start ?? 0);
  if (!between.every((word) => isAuxiliary(word.text))) return null;
  return { speaker: found.speaker, to };
}

/** Whether a verb behind its subject closes an attribution and does not report: `Insp Shaw said the team was pleased`. */
function endsAttribution(text: string, words: readonly Word[], verb: number, to: number): boolean {
  const next = words[verb + 1];
  const isParted = next !== undefined && text.slice(words[verb]?.end, next.start).includes(',');
  const goesOn = next !== undefined && isParted && isParticiple(next.text);
  if (text.slice(0, to).trimEnd().endsWith(':') && !goesOn) return false;
  if (!next) return true;
  // `He went on to describe the day`: that is told, not said.
  if (next.text === 'on' && words[verb + 2]?.text === 'to')
    return isInfinitive(words[verb + 3]) && endsAttribution(text, words, verb + 3, to);
  return goesOn || startsAside(next.text) || isAuxiliary(next.text) || takesListener(words[verb]?.text ?? '');
}

/**
 * A line of its own that says who made a statement: `— Tom Brackley, chief executive, Tidewell`, a line with a comma, or a
 * name and no more. `nameEnd` is where the part in strong emphasis ends, as good as a comma.
 */
export function readSignature(line: string, nameEnd = 0): Speaker | null {
  const [opening] = /^[\s–—-]*/.exec(line) ?? [''];
  if (line.length > MAX_ATTRIBUTION_LENGTH || /[.!?]$/.test(line.trimEnd())) return null;
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
  if (found?.speaker.kind !== 'person' || found.start !== words[0]?.start) return null;
  return { speaker: found.speaker, to: text.length };
}

/** `“The 14 is a lifeline.” Cllr Dev Patel-Hughes`: a name, and no sentence, is all that follows. */
function signedInLine(text: string): FollowUp | null {
  const speaker = /^\s+\p{Lu}/u.test(text) ? readSignature(text.trim()) : null;
  return speaker && { speaker, to: text.length };
}

function readSubject(text: string, words: readonly Word[]): SpeakerRead | null {
  const [first] = words;
  const last = words.findLast((word) => !isFiller(word));
  // A bracket behind the last word belongs to it: `Jo Bell (spokesperson, RNLI) said`.
  const end = (last?.end ?? 0) + (text.charAt(last?.end ?? 0) === ')' ? 1 : 0);
  const found = first && last ? readNamed(text.slice(first.start, end)) : null;
  return first && found
    ? { speaker: found.speaker, start: first.start + found.start, end: first.start + found.end }
    : null;
}

function endOfSentence(text: string, from: number): number {
  return from + (sentenceStarts(text.slice(from))[1] ?? text.length - from);
}

/** `Insp Shaw has also said`, `said Insp Shaw, who added`: what may stand between a speaker and the verb. */
function isFiller({ text }: Word): boolean {
  return isAuxiliary(text) || text === 'who' || text === 'and';
}

/** `went on to say` */
function isInfinitive(word: Word | undefined): boolean {
  return (
    word !== undefined && (isSpeechVerb(`${word.text}s`) || isSpeechVerb(`${word.text}ed`)) && !isLooseVerb(word.text)
  );
}

/** `went` is one before `on`. */
function isVerb(word: Word, at = 0, words: readonly Word[] = []): boolean {
  const text = word.text.toLowerCase();
  return isSpeechVerb(text) || (words[at + 1]?.text === 'on' && /^(?:went|goes|carried|carries)$/.test(text));
}
