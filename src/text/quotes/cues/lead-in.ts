import { readSubject as readNamed, type Speaker, type SpeakerRead } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isDocument, isRelation } from '../tables/roles.ts';
import {
  isAuxiliary,
  isLooseVerb,
  isSpeechVerb,
  isWelshVerb,
  needsNoSubject,
  startsAside,
  takesListener,
} from '../tables/verbs.ts';
import { sentenceStarts, type Word, wordsOf } from '../words.ts';
import {
  inSentence,
  isFiller,
  isVerb,
  type LeadIn,
  MAX_ATTRIBUTION_LENGTH,
  readSubject,
  sameAgain,
} from './attribution.ts';
import { CITES, leadWithoutVerb, MAX_UNSPOKEN_LENGTH } from './unspoken.ts';

/** Characters of the longest verb of speech, and more. */
const MAX_VERB_LENGTH = 16;

/** Words between a verb and its colon: `told a meeting of the full council at Borough Hall on Tuesday evening:`. */
const MAX_ASIDE_WORDS = 20;

/** Words behind a verb that say no more than to whom or of what somebody spoke, where no colon follows. */
const MAX_LISTENER_WORDS = 6;

/** Words that join an attribution to what came before without telling anything. */
const CONNECTIVES = new Set('and but also finally meanwhile then while whilst whereas together jointly'.split(' '));

/** The attribution that a narration ends with: `X, role at organisation, said: “…”`, `X added “…”`, `X, role: “…”`. */
export function readLeadIn(narration: string): LeadIn | null {
  const cut = Math.max(0, narration.length - MAX_ATTRIBUTION_LENGTH);
  const trimmed = narration.slice(cut).trimEnd();
  const body = trimmed.replace(/[,:;–—-]$/, '').trimEnd();
  const sentence = sentenceStarts(body).at(-1) ?? 0;
  const from = sentence + contrastLength(body.slice(sentence));
  const isParted = trimmed.length > body.length;
  // `Dywedodd X, Y,` and `Said X, Y,` need no colon: the verb that comes first says that words follow.
  const hasColon = isParted && (!trimmed.endsWith(',') || isInverted(body.slice(from)));
  if (!mayLeadIn(body, isParted) && !TOLD.test(body.slice(from))) return null;
  // `had written in 1884:`
  if (LONG_AGO.test(body)) return null;
  const words = wordsOf(body, from);
  const firm = words.findLastIndex((word, at) => isVerb(word, at, words) && !isLooseVerb(word.text.toLowerCase()));
  const verb = firm === -1 ? words.findLastIndex(isVerb) : firm;
  const [only, second] = words;
  if (only && !second && needsNoSubject(only.text.toLowerCase()))
    return { speaker: sameAgain(only.text), from: only.start + cut, isBare: true, isFirm: true, isLoose: false };
  if (GOES_ON.test(body.slice(from).trimStart()))
    return { speaker: sameAgain(body.slice(from)), from: from + cut, isBare: true, isFirm: true, isLoose: false };
  const spoken = verb === -1 ? null : leadWithVerb(body, from, words, verb, hasColon);
  const isUnspoken = firm === -1 && isParted && !hasColon;
  const found = spoken ?? (verb === -1 || isUnspoken ? leadWithoutVerb(body, from, hasColon) : null);
  return found && { ...found, from: found.from + cut };
}

/** `While Cllr Hill called it "a fine day", Mavis Toll was less sure`: what is told of others before whoever speaks. */
function contrastLength(sentence: string): number {
  if (!CONTRAST.test(sentence)) return 0;
  const commas = [...sentence.matchAll(/, (?=\p{L})/gu)].slice(-MAX_CONTRAST_COMMAS).toReversed();
  const main = commas.find(({ index }) => {
    const read = readNamed(sentence.slice(index + 2));
    return read?.start === 0 && isMeant(read.speaker);
  });
  return main ? main.index + 2 : 0;
}

function isMeant(speaker: Speaker): boolean {
  const { kind, name, asWritten } = speaker;
  if (kind === 'pronoun') return /^s?he$/.test(asWritten);
  return kind === 'person' && (isSomebody(speaker) || isFirstName(name ?? ''));
}

const CONTRAST = /^\s*(?:While|Whilst|Whereas|Although|Though|Unlike|Where|If|Asked) /;
/** Commas of a sentence behind which somebody may be named. */
const MAX_CONTRAST_COMMAS = 8;

const LONG_AGO = /(?<!since )\b1[5-9]\d\d$/;

/** `Aeth ymlaen i ddweud:`, `Gan ychwanegu:`, `and added:` */
const GOES_ON =
  /^(?:(?:ac )?aeth )?ymlaen i ddweud$|^gan (?:ddweud|ychwanegu|esbonio|nodi)$|^(?:and|but|then|before)(?: (?:then|also|later))? (?:added|adding|continued|concluded)$/i;

/** Whether a sentence begins with a verb of speech behind which its subject stands. */
function isInverted(sentence: string): boolean {
  const [first = ''] = /^\p{L}+(?:['’]r)?/u.exec(sentence) ?? [];
  const verb = first.toLowerCase();
  return isWelshVerb(verb) || /^(?:said|added)$/.test(verb);
}

/** `Dywedodd yr Athro Nia Prys, pennaeth yr adran,`: in Welsh the verb comes first, and a comma is as good as a colon. */
const VERB_FIRST = /(?:^|[.!?:] )(?:Dywedodd|Meddai|Ychwanegodd|Esboniodd|Eglurodd)(?:['’]r)? (?:[^.!?]|\.(?! ))*$/;

/** `X told the meeting`, `X said of the scheme` */
const TOLD = /\b(?:told|tells|said|says|added|explained) \S+(?: \S+){0,5}(?<![.!?…"”])$/;

/** What most narrations fail at once: a finished sentence leads to nothing, and without a mark at its end only a verb does. */
function mayLeadIn(body: string, isParted: boolean): boolean {
  const [last = ''] = /(?:[.!?…"”]|\p{L}+)$/u.exec(body.slice(-MAX_VERB_LENGTH)) ?? [];
  if (/^[.!?…"”]/.test(last) || WHAT_THEY_SAY.test(body)) return false;
  return body !== '' && (isParted || isSpeechVerb(last.toLowerCase()) || isAuxiliary(last) || VERB_FIRST.test(body));
}

/** `Here is what they said`: a heading for several. */
const WHAT_THEY_SAY = /(?:^|[.!?] )(?:Here(?: is|['’]s) w|W)hat (?:[\p{L}’'-]+ ){1,4}(?:said|says?|thinks?|told us)$/u;

function leadWithVerb(
  body: string,
  from: number,
  words: readonly Word[],
  verb: number,
  hasColon: boolean,
): LeadIn | null {
  if (isWritten(body, words, verb)) return null;
  const agent = hasColon && isPassive(words, verb) ? readSubject(body, words.slice(verb + 2)) : null;
  if (agent) return { speaker: agent.speaker, from: agent.start, isBare: false, isFirm: true, isLoose: false };
  if (!hasColon && isLooseVerb(words[verb]?.text ?? '')) return null;
  // `Visitors are asked to follow the Code: “…”`: they are spoken to.
  if (IS.test(words[verb - 1]?.text ?? '') && TOLD_TO.test(words[verb]?.text ?? '')) return null;
  const tail = words.slice(verb + 1);
  if (isCited(words, verb)) return null;
  const isFirst = verb === 0 && (hasColon || needsNoSubject(words[0]?.text.toLowerCase().replace(/['’]r$/, '') ?? ''));
  if (!isFirst && tail.length > MAX_ASIDE_WORDS) return null;
  // `told the meeting “We …”`, `said of the scheme “It …”`
  const isListened =
    !hasColon && tail.length > 0 && tail.length <= MAX_LISTENER_WORDS && isAddressed(words[verb], tail);
  if (!isFirst && !hasColon && !isListened && !tail.every((word) => isAuxiliary(word.text))) return null;
  // `Said Insp Shaw: “…”`; and the rest of a sentence in which one speaks on: `“…,” said Insp Shaw, who added: “…”`.
  // `Asked whose it was, he said` begins with no verb of speech.
  const isQuestion = /^(?:whose|whether|what|why|how|if|who|where|when|about)$/.test(words[1]?.text ?? '');
  const opening = isQuestion
    ? 0
    : words.findIndex((word) => !isVerb(word) && !CONNECTIVES.has(word.text.toLowerCase()));
  const reported = words.findLastIndex(
    ({ text }, at) =>
      at < verb && /^(?:that|how)$/.test(text) && /^(?:heard|told|hears)$/.test(words[at - 1]?.text ?? ''),
  );
  // `Mewn datganiad dywedodd X`: in Welsh the subject stands behind its verb, except before `gan ddweud`.
  const isBehind = verb === 0 || (tail.length > 0 && isWelshVerb(words[verb]?.text.toLowerCase() ?? ''));
  const subject = isBehind ? tail : words.slice(Math.max(opening, reported + 1), turnedAt(words, verb));
  const found = readClause(body, subject);
  if (!found || isReadOut(found.speaker, words[verb])) return null;
  const left = wordsOf(body, from, found.start);
  const between = body.slice(found.end, words[verb]?.start);
  const right = wordsOf(between.replace(CLOSES_BY, ''));
  const isBare =
    left.every((word) => isVerb(word) || CONNECTIVES.has(word.text.toLowerCase())) && right.every(isFiller);
  const speaker = inSentence(found.speaker, body.slice(from));
  return { speaker, from: isBare ? from : found.start, isBare, isFirm: hasColon, isLoose: isListened };
}

/** `She concluded by saying`: no more than that she says it. */
const CLOSES_BY = /^ (?:concluded|ended|finished|closed|began|started|opened) by $/;

/** `The judge turned to Mrs Bell and said`: where the words for whoever speaks end. */
function turnedAt(words: readonly Word[], verb: number): number {
  const turned = words.findIndex(
    ({ text }, at) =>
      /^(?:turned|looked|pointed|nodded|waved)$/.test(text) && /^(?:to|at)$/.test(words[at + 1]?.text ?? ''),
  );
  return turned > 0 && turned < verb && words[verb - 1]?.text === 'and' ? turned : verb;
}

/** `who wrote in 1912: “…”`, `In one, posted in 1912, a spinner writes: “…”`, `Canon Bell read from the Epistle of James: “…”` */
function isCited(words: readonly Word[], verb: number): boolean {
  const { text: spoken = '' } = words[verb] ?? {};
  const tail = words.slice(verb + 1).map(({ text }) => text);
  // `named after the late Cllr Bell, who once said`
  if (words[verb - 1]?.text === 'once' && words.some(({ text }) => text === 'late')) return true;
  if (/^(?:wrote|written|said|writes|declared)$/.test(spoken) && tail.some((word) => /^(?:1[5-9]|20)\d\d$/.test(word)))
    return true;
  if (/^w(?:rites|rote)$/.test(spoken) && words.slice(0, verb).some(({ text }) => /^1[5-9]\d\d$/.test(text)))
    return true;
  const isOthers = tail.length > 1 && !/^(?:out|to)$/.test(tail[0] ?? '') && !tail.some((word) => OWN_WORDS.test(word));
  return /^reads?$/.test(spoken) && isOthers;
}

/** What somebody reads out that they wrote. */
const OWN_WORDS = /^(?:statement|tribute|message|letter|speech|eulogy|apology|words|remarks|it|them)$/;

/** `It was welcomed by Jo Bell: “…”` */
function isPassive(words: readonly Word[], verb: number): boolean {
  return IS.test(words[verb - 1]?.text ?? '') && words[verb + 1]?.text === 'by';
}

const IS = /^(?:is|are|was|were|be|been|being)$/;
const TOLD_TO = /^(?:asked|told|urged|advised|reminded|warned)$/;

/** `The sign read: “…”`, but `A tribute from the family read: “…”` */
function isReadOut({ kind, asWritten }: Speaker, verb: Word | undefined): boolean {
  return kind === 'unnamed' && /^reads?$/.test(verb?.text ?? '') && !isRelation(asWritten.split(' ').at(-1) ?? '');
}

/** Whether a thing and no person is said to say something: a banner, a message, what a report goes on with. */
function isWritten(body: string, words: readonly Word[], verb: number): boolean {
  const before = words[verb - 1];
  if (!before) return false;
  // `The report found a settled practice. It went on: “…”`, `He sent 80 messages. Another said: “…”`
  if (verb === 1 && ANAPHOR.test(before.text) && CITED.test(body)) return true;
  if (/^(?:that|which)$/i.test(before.text)) return true;
  const spoken = words[verb];
  const isCloseBy = /^\s+$/.test(body.slice(before.end, spoken?.start));
  // `The letter says: “…”`; but `She moved the report, saying: “…”`
  if (
    (isDocument(before.text) || THING.test(before.text)) &&
    (isCloseBy || verb < MAX_WRITTEN_WORDS) &&
    /^(?:saying|says|reads|claim(?:ed|s|ing)|warn(?:ed|s)|promis(?:ed|es)|boast(?:ed|s))$/.test(spoken?.text ?? '')
  )
    return true;
  // `The citation for PC Bell reads: “…”`
  const isOnSomebody = words.slice(0, verb).some(({ text }, at) => isDocument(text) && words[at + 1]?.text === 'for');
  if (isOnSomebody && /^reads?$/.test(spoken?.text ?? '')) return true;
  // `placards saying “…”`, `a sign warning “…”`; but `Jo Bell saying: “…”` and `Jo Bell praised them, saying: “…”`
  return (
    /^(?:say|warn)ing$/.test(spoken?.text ?? '') &&
    isCloseBy &&
    /^\p{Ll}/u.test(before.text) &&
    !/^(?:by|and|but)$/.test(before.text) &&
    !isAuxiliary(before.text)
  );
}

/** What has words on it and is no document otherwise. */
const THING = /^(?:card|tag|plate|badge|mug|balloon|wreath|headstone|gravestone|diary|logbook|certificate)$/;

/** Words of a sentence that begins with what is written: `The report, saying` */
const MAX_WRITTEN_WORDS = 4;

/** Whether a narration ends with a colon behind which somebody's own words may follow: `Her view is simple: “I …”` */
export function endsOpenly(narration: string): boolean {
  const end = narration.slice(-MAX_UNSPOKEN_LENGTH);
  const sentence = end.slice(sentenceStarts(end).at(-1));
  // `footage showed him shouting: “…”`
  if (
    !/(?<!ing):\s*$/.test(sentence) ||
    LONG_AGO.test(sentence.replace(/:\s*$/, '')) ||
    CITED.test(sentence) ||
    CITES.test(sentence)
  )
    return false;
  return !wordsOf(sentence).some(({ text }) => isDocument(text) || isSpeechVerb(text));
}

/** What stands for something that was told of. */
const ANAPHOR = /^(?:it|one|another|both|others|second|third|last|other)$/i;
/** What is cited, wherever `it` goes on. */
const CITED =
  /\b(?:report|review|study|survey|inquiry|letter|judgment|inspection|ruling|article|finding|leaflet|document|message|text|email|post|tweet|note|card|sign|banner|placard|poster|comment|call|entry)s?\b/i;

/** `told guests at the event`, `said of the scheme`: whom or what the words behind a verb of speech are about. */
function isAddressed(verb: Word | undefined, tail: readonly Word[]): boolean {
  const first = tail[0]?.text ?? '';
  if (tail.some(({ text }) => /^(?:that|he|she|they|it|how|why|who|was|were|is|are|had|has|to)$/.test(text)))
    return false;
  return takesListener(verb?.text ?? '') || startsAside(first);
}

/** Words with which the last of several clauses begins: `The work began in May, and Jo Bell said`, `with Jo Bell saying`. */
const CLAUSE_OPENINGS = new Set('and but while whilst as with when where so though although before'.split(' '));

/** Whether a rank, a title or a first name says that `Net Zero` is a person. */
function isSomebody({ name, rank, title }: Speaker): boolean {
  return (rank ?? title) !== null || (name?.includes(' ') === true && isFirstName(name.split(' ')[0] ?? ''));
}

/** Words of the longest subject that is read: more are a text of scraps in marks, each of which would be read with all before it. */
const MAX_SUBJECT_WORDS = 60;

/** The subject of a sentence; of its last clause if that begins with somebody and the sentence does not. */
function readClause(body: string, words: readonly Word[]): SpeakerRead | null {
  if (words.length > MAX_SUBJECT_WORDS) return null;
  const whole = readSubject(body, words);
  const name = whole?.speaker.kind === 'person' ? (whole.speaker.name ?? '') : '';
  const agent = words.at(-1)?.text === 'who' ? words.findLastIndex(({ text }) => text === 'by') : -1;
  // `Jo Bell was nominated by the daughter of a patient, who wrote: “…”`
  const by = agent > 0 ? readSubject(body, words.slice(agent + 1, -1)) : null;
  if (by?.start === words[agent + 1]?.start && by && by.speaker.kind !== 'pronoun') return by;
  const isTold = name.includes(' and ') || (name.includes(' ') && whole?.start === words[0]?.start);
  // `Cllr Denholm said that it was dead, while Cllr Latif countered: “…”`
  const verb = isTold ? words.findIndex(({ text }) => isSpeechVerb(text)) : -1;
  for (let at = words.length - 2; at > 1; at -= 1) {
    const isOthers = verb !== -1 && verb < at;
    if (isTold && !(isOthers && /^(?:while|whilst|but|and)$/.test(words[at]?.text ?? ''))) continue;
    const clause = CLAUSE_OPENINGS.has(words[at]?.text ?? '') ? words.slice(at + 1) : [];
    // `After the deaths of Jo Bell and Tom Bell, DI Amy Lee said`
    const isBeforeWhole = whole !== null && isSomebody(whole.speaker) && (clause[0]?.start ?? 0) < whole.start;
    const read = clause.length > 0 && !isBeforeWhole ? readSubject(body, clause) : null;
    if (read?.speaker.kind === 'person' && read.start === clause[0]?.start && isSomebody(read.speaker)) return read;
  }
  return whole;
}
