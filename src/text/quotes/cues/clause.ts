import { matchesOf } from '../../matches.ts';
import { readSubject as readNamed } from '../speaker/read-speaker.ts';
import type { Speaker, SpeakerRead } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import type { Word } from '../words.ts';
import { readSubject } from './attribution.ts';

/** `While Cllr Hill called it "a fine day", Mavis Toll was less sure`: what is told of others before whoever speaks. */
export function contrastLength(sentence: string): number {
  if (!CONTRAST.test(sentence)) return 0;
  const commas = matchesOf(sentence, /, (?=\p{L})/gu)
    .slice(-MAX_CONTRAST_COMMAS)
    .toReversed();
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

/** Words with which the last of several clauses begins: `The work began in May, and Jo Bell said`, `with Jo Bell saying`. */
const CLAUSE_OPENINGS = new Set('and but while whilst as with when where so though although before'.split(' '));

/** Whether a rank, a title or a first name says that `Net Zero` is a person. */
function isSomebody({ name, rank, title }: Speaker): boolean {
  return (rank ?? title) !== null || (name?.includes(' ') === true && isFirstName(name.split(' ')[0] ?? ''));
}

/** Words of the longest subject that is read: more are a text of scraps in marks, each of which would be read with all before it. */
const MAX_SUBJECT_WORDS = 60;

/** The subject of a sentence; of its last clause if that begins with somebody and the sentence does not. */
export function readClause(body: string, words: readonly Word[]): SpeakerRead | null {
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
    // `Commenting on the news, Marl Council's leader and Cabinet Member for Finance, Jo Bell, said`
    const isWithin =
      whole?.speaker.name === read?.speaker.name && (whole?.start ?? body.length) < (clause[0]?.start ?? 0);
    if (read?.speaker.kind === 'person' && read.start === clause[0]?.start && isSomebody(read.speaker) && !isWithin)
      return read;
  }
  return whole;
}
