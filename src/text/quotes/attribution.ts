import { readSubject as readNamed, type Speaker, type SpeakerRead } from './speaker.ts';
import { isFirstName } from './tables/first-names.ts';
import {
  isAuxiliary,
  isLooseVerb,
  isParticiple,
  isSpeechVerb,
  isWelshVerb,
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
  /** Whether nothing but a comma says that the words of whom the sentence is about follow. */
  readonly isLoose: boolean;
}

/** What the narration behind a passage says about who spoke it. */
export interface FollowUp {
  readonly speaker: Speaker;
  /** Where in the narration the sentence that says it ends. */
  readonly to: number;
}

/** Characters of narration that are looked at on either side of a passage. */
const MAX_ATTRIBUTION_LENGTH = 600;
/** Characters of the longest attribution that has neither a verb nor a colon. */
const MAX_UNSPOKEN_LENGTH = 240;
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
  const from = sentenceStarts(body).at(-1) ?? 0;
  const isParted = trimmed.length > body.length;
  // `Dywedodd X, Y,` and `Said X, Y,` need no colon: the verb that comes first says that words follow.
  const hasColon = isParted && (!trimmed.endsWith(',') || isInverted(body.slice(from)));
  if (!mayLeadIn(body, isParted)) return null;
  const words = wordsOf(body, from);
  const firm = words.findLastIndex((word, at) => isVerb(word, at, words) && !isLooseVerb(word.text.toLowerCase()));
  const verb = firm === -1 ? words.findLastIndex(isVerb) : firm;
  const [only, second] = words;
  if (only && !second && needsNoSubject(only.text.toLowerCase()))
    return { ...goesOn(only.text), from: only.start + cut };
  if (GOES_ON.test(body.slice(from))) return { ...goesOn(body.slice(from)), from: from + cut };
  const spoken = verb === -1 ? null : leadWithVerb(body, from, words, verb, hasColon);
  const isUnspoken = firm === -1 && isParted && !hasColon;
  const found = spoken ?? (verb === -1 || isUnspoken ? leadWithoutVerb(body, from, hasColon) : null);
  return found && { ...found, from: found.from + cut };
}

/** `Aeth ymlaen i ddweud:`, `Gan ychwanegu:` */
const GOES_ON = /^(?:(?:ac )?aeth )?ymlaen i ddweud$|^gan (?:ddweud|ychwanegu|esbonio|nodi)$/i;

/** Whether a sentence begins with a verb of speech behind which its subject stands. */
function isInverted(sentence: string): boolean {
  const [first = ''] = /^\p{L}+(?:['’]r)?/u.exec(sentence) ?? [];
  const verb = first.toLowerCase();
  return isWelshVerb(verb) || /^(?:said|added)$/.test(verb);
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
  return { speaker, isBare: true, isFirm: true, isLoose: false };
}

/** `Dywedodd yr Athro Nia Prys, pennaeth yr adran,`: in Welsh the verb comes first, and a comma is as good as a colon. */
const VERB_FIRST = /(?:^|[.!?:] )(?:Dywedodd|Meddai|Ychwanegodd|Esboniodd|Eglurodd)(?:['’]r)? (?:[^.!?]|\.(?! ))*$/;

/** What most narrations fail at once: a finished sentence leads to nothing, and without a mark at its end only a verb does. */
function mayLeadIn(body: string, isParted: boolean): boolean {
  const [last = ''] = /(?:[.!?…"”]|\p{L}+)$/u.exec(body.slice(-MAX_VERB_LENGTH)) ?? [];
  if (/^[.!?…"”]/.test(last)) return false;
  return body !== '' && (isParted || isSpeechVerb(last.toLowerCase()) || isAuxiliary(last) || VERB_FIRST.test(body));
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
  // `Mewn datganiad dywedodd X`: in Welsh the subject stands behind its verb, except before `gan ddweud`.
  const isBehind = verb === 0 || isWelshVerb(words[verb]?.text.toLowerCase() ?? '');
  const subject = isBehind ? tail : words.slice(Math.max(opening, reported + 1), verb);
  const found = readClause(body, subject);
  if (!found || (found.speaker.kind === 'unnamed' && /^reads?$/.test(words[verb]?.text ?? ''))) return null;
  const left = wordsOf(body, from, found.start);
  const right = wordsOf(body, found.end, words[verb]?.start ?? 0);
  const isBare =
    left.every((word) => isVerb(word) || CONNECTIVES.has(word.text.toLowerCase())) && right.every(isFiller);
  return { speaker: found.speaker, from: isBare ? from : found.start, isBare, isFirm: hasColon, isLoose: false };
}

/** Words with which the last of several clauses begins: `The work began in May, and Jo Bell said`, `with Jo Bell saying`. */
const CLAUSE_OPENINGS = new Set('and but while whilst as with when where so though although before'.split(' '));

/** Whether a rank, a title or a first name says that `Net Zero` is a person. */
function isSomebody({ name, rank, title }: Speaker): boolean {
  return (rank ?? title) !== null || (name?.includes(' ') === true && isFirstName(name.split(' ')[0] ?? ''));
}

/** The subject of a sentence; of its last clause if that begins with somebody and the sentence does not. */
function readClause(body: string, words: readonly Word[]): SpeakerRead | null {
  const whole = readSubject(body, words);
  const name = whole?.speaker.kind === 'person' ? (whole.speaker.name ?? '') : '';
  const isTold = name.includes(' and ') || (name.includes(' ') && whole?.start === words[0]?.start);
  for (let at = words.length - 2; !isTold && at > 1; at -= 1) {
    const clause = CLAUSE_OPENINGS.has(words[at]?.text ?? '') ? words.slice(at + 1) : [];
    const read = clause.length > 0 ? readSubject(body, clause) : null;
    if (read?.speaker.kind === 'person' && read.start === clause[0]?.start && isSomebody(read.speaker)) return read;
  }
  return whole;
}

/**
 * `Tom Brackley, chief executive of Tidewell: “…”`, `… praised the team, “…”`, and according to whom a sentence is: without
 * a colon it may be any sentence about somebody.
 */
function leadWithoutVerb(body: string, from: number, hasColon: boolean): LeadIn | null {
  const sentence = body.slice(from);
  if (!hasColon && sentence.length > MAX_UNSPOKEN_LENGTH) return null;
  // `For Sergeant Abi Cole, a dental nurse, it is about giving something back: “…”`
  const [opening = ''] =
    /^(?:For|According to|Yn ôl(?: yr?)?) (?=\p{Lu})|^.* (?:according to|yn ôl(?: yr?)?) (?=\p{Lu})/u.exec(sentence) ??
    [];
  const found = readNamed(sentence.slice(opening.length));
  if (found?.speaker.kind !== 'person' || ((opening !== '' || !hasColon) && found.start > 0)) return null;
  const isBare = found.start === 0 && !/^.+ (?:according|yn)\b/.test(opening);
  return {
    speaker: found.speaker,
    from: isBare ? from : from + opening.length,
    isBare,
    isFirm: false,
    isLoose: !hasColon,
  };
}

/** The attribution that a narration begins with: `“…,” said X.`, `“…,” X said after the hearing.`, `“…” – X, role`. */
export function readFollowUp(narration: string): FollowUp | null {
  const text = narration.slice(0, MAX_ATTRIBUTION_LENGTH);
  const [opening] = /^['’]?[\s,;–—-]*/.exec(text) ?? [''];
  const to = endOfSentence(text, opening.length);
  const words = wordsOf(text, opening.length, to);
  const [first, second] = words;
  if (!first) return null;
  // `“…,” meddai.`: whoever spoke before.
  if (!second && isWelshVerb(first.text)) return { speaker: goesOn(first.text).speaker, to };
  if (isVerb(first) && !isParticiple(first.text) && !isLooseVerb(first.text.toLowerCase()))
    return followed(text, words.slice(1), to);
  if (ACCORDING.test(`${first.text} ${second?.text}`)) return followed(text, words.slice(2), to);
  if (first.text === 'from') return signedBy(text.slice(0, to).replace(/[.!?]\s*$/, ''), second?.start ?? to);
  if (/[–—-]/.test(opening)) return signedBy(text.slice(0, to), opening.length);
  return followedByVerb(text, words, to) ?? signedInLine(text);
}

/** `“…,” according to X`, and the same in Welsh. */
const ACCORDING = /^(?:according to|yn ôl)$/;

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
  const at = words[verb]?.start ?? 0;
  const isBare = wordsOf(text, found.end, at).every((word) => isAuxiliary(word.text));
  // `“…,” Aisha, now 17, said.`
  return isBare || /^,[^,]+, $/.test(text.slice(found.end, at)) ? { speaker: found.speaker, to } : null;
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
