import { readSubject as readNamed } from '../speaker/read-speaker.ts';
import type { Speaker, SpeakerRead } from '../speaker/speaker.ts';
import { isAuxiliary, isParticiple, isSpeechVerb } from '../tables/verbs.ts';
import type { Word } from '../words.ts';

/** Characters of narration that are looked at on either side of a passage. */
export const MAX_ATTRIBUTION_LENGTH = 600;

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

export function readSubject(text: string, subject: readonly Word[]): SpeakerRead | null {
  // `Croesawodd y Cynghorydd Dyfan Rees y newyddion gan ddweud`: in Welsh the verb comes first.
  const words = /^\p{Lu}\p{Ll}{3,}odd$/u.test(subject[0]?.text ?? '') ? subject.slice(1) : subject;
  const [first, more] = words;
  // `Dywedodd hi:`, `meddai ef`
  if (first && !more && /^(?:hi|ef|fe)$/.test(first.text))
    return { speaker: sameAgain(first.text), start: first.start, end: first.end };
  const last = words.findLast((word) => !isFiller(word));
  // A bracket behind the last word belongs to it: `Jo Bell (spokesperson, RNLI) said`.
  const end = (last?.end ?? 0) + (text.charAt(last?.end ?? 0) === ')' ? 1 : 0);
  const found = first && last ? readNamed(text.slice(first.start, end)) : null;
  return first && found
    ? { speaker: found.speaker, start: first.start + found.start, end: first.start + found.end }
    : null;
}

/** What is said of a `she` is the verb beside her: whoever adds something has spoken before. */
export function inSentence(speaker: Speaker, sentence: string): Speaker {
  return speaker.kind === 'pronoun' ? { ...speaker, about: sentence } : speaker;
}

/** `Insp Shaw has also said`, `said Insp Shaw, who added`: what may stand between a speaker and the verb. */
export function isFiller({ text }: Word): boolean {
  return isAuxiliary(text) || MODAL.test(text) || text === 'who' || text === 'and';
}

/** `went` is one before `on`, `puts` before `it`, and `say` behind `would`. */
export function isVerb(word: Word, at = 0, words: readonly Word[] = []): boolean {
  const text = word.text.toLowerCase();
  const next = words[at + 1]?.text;
  if (/^(?:say|tell|add)$/.test(text)) return MODAL.test(words[at - 1]?.text ?? '');
  // `repeated the warning about generators: “…”`
  if (isParticiple(text) && DETERMINER.test(words[at - 1]?.text ?? '')) return false;
  return (
    isSpeechVerb(text) ||
    (next === 'on' && /^(?:went|goes|carried|carries)$/.test(text)) ||
    (next === 'it' && /^puts?$/.test(text))
  );
}

const DETERMINER = /^(?:the|an?|his|her|their|its|our|this|that|another|no|one|final|last|fresh|stark)$/;
const MODAL = /^(?:would|will)$/;

const SUBJECTS: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
]);

/** `she` of `her verdict` */
export function subjectOf(possessive: string): string {
  return SUBJECTS.get(possessive.toLowerCase()) ?? possessive;
}

/** `Ychwanegodd:` says no more than that the same person goes on. */
export function sameAgain(asWritten: string): Speaker {
  const nothing = { name: null, rank: null, title: null, role: null, organisation: null };
  return { kind: 'pronoun', ...nothing, asWritten, about: '' };
}
