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
import { isCited, isReadOut, isWritten, LONG_AGO } from './cited.ts';
import { contrastLength, readClause } from './clause.ts';
import { leadWithNoun, leadWithoutVerb } from './unspoken.ts';

/** Characters of the longest verb of speech, and more. */
const MAX_VERB_LENGTH = 16;

/** Words between a verb and its colon: `told a meeting of the full council at Borough Hall on Tuesday evening:`. */
const MAX_ASIDE_WORDS = 20;

/** Words behind a verb that say no more than to whom or of what somebody spoke, where no colon follows. */
const MAX_LISTENER_WORDS = 6;

/** Words that join an attribution to what came before without telling anything. */
const CONNECTIVES = new Set('and but also finally meanwhile then while whilst whereas together jointly'.split(' '));
/** `to which Jo Bell replied` */
const TO_WHICH = /^,? ?(?:to|at|after|upon) which (?=\p{Lu})/u;

/** The attribution that a narration ends with: `X, role at organisation, said: “…”`, `X added “…”`, `X, role: “…”`. */
export function readLeadIn(narration: string): LeadIn | null {
  const cut = Math.max(0, narration.length - MAX_ATTRIBUTION_LENGTH);
  const trimmed = narration.slice(cut).trimEnd();
  const body = trimmed.replace(/[,:;–—-]$/, '').trimEnd();
  const sentence = sentenceStarts(body).at(-1) ?? 0;
  const [turned = ''] = TO_WHICH.exec(body.slice(sentence)) ?? [];
  const from = sentence + (turned.length || contrastLength(body.slice(sentence)));
  const isParted = trimmed.length > body.length;
  // `Dywedodd X, Y,` and `Said X, Y,` need no colon: the verb that comes first says that words follow.
  const hasColon = isParted && (!trimmed.endsWith(',') || isInverted(body.slice(from)));
  if (!mayLeadIn(body, isParted) && !TOLD.test(body.slice(from))) return null;
  if (LONG_AGO.test(body)) return null;
  const words = wordsOf(body, from);
  const firm = words.findLastIndex((word, at) => isVerb(word, at, words) && !isLooseVerb(word.text.toLowerCase()));
  const verb = firm === -1 ? words.findLastIndex(isVerb) : firm;
  const [only, second] = words;
  if (only && !second && needsNoSubject(only.text.toLowerCase()))
    return { speaker: sameAgain(only.text), from: only.start + cut, isBare: true, isFirm: true, isLoose: false };
  if (GOES_ON.test(body.slice(from).trimStart()))
    return { speaker: sameAgain(body.slice(from)), from: from + cut, isBare: true, isFirm: true, isLoose: false };
  const announced = isParted && trimmed.endsWith(':') ? leadWithNoun(body, from) : null;
  if (announced) return { ...announced, from: announced.from + cut };
  const spoken = verb === -1 ? null : leadWithVerb(body, from, words, verb, hasColon);
  const isUnspoken = firm === -1 && isParted && !hasColon;
  const found = spoken ?? (verb === -1 || isUnspoken ? leadWithoutVerb(body, from, hasColon) : null);
  return found && { ...found, from: found.from + cut };
}

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

/** `told guests at the event`, `said of the scheme`: whom or what the words behind a verb of speech are about. */
function isAddressed(verb: Word | undefined, tail: readonly Word[]): boolean {
  const first = tail[0]?.text ?? '';
  if (tail.some(({ text }) => /^(?:that|he|she|they|it|how|why|who|was|were|is|are|had|has|to)$/.test(text)))
    return false;
  return takesListener(verb?.text ?? '') || startsAside(first);
}

/** `It was welcomed by Jo Bell: “…”` */
function isPassive(words: readonly Word[], verb: number): boolean {
  return IS.test(words[verb - 1]?.text ?? '') && words[verb + 1]?.text === 'by';
}

const IS = /^(?:is|are|was|were|be|been|being)$/;
const TOLD_TO = /^(?:asked|told|urged|advised|reminded|warned)$/;
