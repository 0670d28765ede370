import type { Speaker } from '../speaker/speaker.ts';
import { isDocument, isRelation } from '../tables/roles.ts';
import { isAuxiliary, isSpeechVerb } from '../tables/verbs.ts';
import { sentenceStarts, type Word, wordsOf } from '../words.ts';
import { CITES, MAX_UNSPOKEN_LENGTH } from './unspoken.ts';

/** `had written in 1884:` */
export const LONG_AGO = /(?<!\b(?:since|from|until|to|ers|er|o) )\b1[5-9]\d\d$/;

/** `who wrote in 1912: “…”`, `In one, posted in 1912, a spinner writes: “…”`, `Canon Bell read from the Epistle of James: “…”` */
export function isCited(words: readonly Word[], verb: number): boolean {
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

/** `The sign read: “…”`, but `A tribute from the family read: “…”` */
export function isReadOut({ kind, asWritten }: Speaker, verb: Word | undefined): boolean {
  return kind === 'unnamed' && /^reads?$/.test(verb?.text ?? '') && !isRelation(asWritten.split(' ').at(-1) ?? '');
}

/** Whether a thing and no person is said to say something: a banner, a message, what a report goes on with. */
export function isWritten(body: string, words: readonly Word[], verb: number): boolean {
  const [beyond, next] = words.slice(Math.max(0, verb - 2), verb);
  // `a notice there says`
  const before = beyond && next && WHERE.test(next.text) ? beyond : (next ?? beyond);
  if (!before) return false;
  // `The report found a settled practice. It went on: “…”`, `He sent 80 messages. Another said: “…”`
  if (verb === 1 && ANAPHOR.test(before.text) && CITED.test(body)) return true;
  if (/^(?:that|which)$/i.test(before.text)) return true;
  const spoken = words[verb];
  const isCloseBy = /^\s+(?:\p{L}+\s+)?$/u.test(body.slice(before.end, spoken?.start));
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

const WHERE = /^(?:there|here|outside|inside|nearby|above|below|beside|now|still|simply)$/;

/** What has words on it and is no document otherwise. */
const THING = /^(?:card|tag|plate|badge|mug|balloon|wreath|headstone|gravestone|diary|logbook|certificate)$/;

/** Words of a sentence that begins with what is written: `The report, saying` */
const MAX_WRITTEN_WORDS = 4;

/** What stands for something that was told of. */
const ANAPHOR = /^(?:it|one|another|both|others|second|third|last|other)$/i;
/** What is cited, wherever `it` goes on. */
const CITED =
  /\b(?:report|review|study|survey|inquiry|letter|judgment|inspection|ruling|article|finding|leaflet|document|message|text|email|post|tweet|note|card|sign|banner|placard|poster|comment|call|entry|commendation|certificate|citation|plaque|inscription)s?\b/i;

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
