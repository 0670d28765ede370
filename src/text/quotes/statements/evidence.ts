import type { Block } from '../../block.ts';
import { matchesOf } from '../../matches.ts';
import { findMentions } from '../cast/mentions.ts';
import { narrationOf, type Sentence } from '../cast/narration.ts';
import { once } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import {
  ACCUSED,
  ADVOCATE,
  ANYBODY,
  CAUTION,
  COURT,
  CRIME,
  HEARD,
  HEARD_OF,
  HEARD_THAT,
  IMPACT,
  IN_INTERVIEW,
  INTERVIEW,
  LISTENER,
  MESSAGE,
  PLAYED,
  PLEADS,
  RECORDED,
  SHOWN,
  STATEMENT,
  SURNAME_OF_ACCUSED,
  SUSPECT,
  THREAT,
  TO_INVESTIGATORS,
  WHEN_ASKED,
} from '../tables/evidence.ts';
import { HARMED } from '../tables/kinds.ts';
import { UNNAMED } from '../tables/people.ts';
import type { Passage } from './passages.ts';
import type { Draft } from './statements.ts';

/** Characters of narration around a statement that tell what it is. */
const MAX_REACH = 260;

/**
 * Leaves out what the accused said: to officers, to the court, in a message, to a victim. Whoever holds a rank or a post is
 * no accused, even before a court; what a `he` said is left in doubt until it is known who he is.
 */
export function withoutEvidence(blocks: readonly Block[], drafts: readonly Draft[]): Draft[] {
  const narration = once(() => narrationOf(blocks, passagesOf(drafts)));
  const accused = once(() => findAccused(narration()));
  const isOfCrime = once(() => narration().some(({ text }) => CRIME.test(text)));
  return drafts.flatMap((draft) => {
    const { speaker } = draft;
    const beside = narrationAround(blocks, draft);
    if (!speaker) return HEARD_OF.test(beside.before) ? [] : [draft];
    const around = `${beside.before} ${beside.after}`;
    if (isTestimony(speaker, around) || HEARD_THAT.test(beside.before)) return [];
    if (speaker.kind === 'unnamed' && /^an? /i.test(speaker.asWritten) && TO_INVESTIGATORS.test(around)) return [];
    if (speaker.rank !== null || speaker.organisation !== null) return [draft];
    if (PLAYED.test(around) || HEARD_OF.test(beside.before)) return [];
    if (speaker.kind === 'unnamed') return isSuspect(speaker, around, beside) ? [] : [draft];
    const isConvicted = LISTENER.test(around) && accused().has(surnameOf(speaker.name ?? ''));
    if (speaker.role !== null) return isConvicted || isOfEvidence(speaker.role, around) ? [] : [draft];
    if (isAnswer(blocks, draft) || isRecorded(around, beside) || (WHEN_ASKED.test(around) && isOfCrime())) return [];
    // `Steph told him`, `shouted Albie`: evidence only where a crime is told of.
    const isHeard = !IMPACT.test(around) && (LISTENER.test(around) || THREAT.test(beside.before)) && isOfCrime();
    if (speaker.kind === 'pronoun')
      return [isHeard || isSent(around, isOfCrime) ? { ...draft, isDoubtful: true } : draft];
    return isHeard || accused().has(surnameOf(speaker.name ?? '')) ? [] : [draft];
  });
}

/** `ringleader Jo Bell`, or whoever has a post and speaks under caution or in what a court was shown. */
function isOfEvidence(role: string, narration: string): boolean {
  return SUSPECT.test(role) || [CAUTION, SHOWN, IN_INTERVIEW].some((evidence) => evidence.test(narration));
}

/** What is told to a court, but for what judges, advocates and those say who were harmed. */
function isTestimony({ rank, role, asWritten, about }: Speaker, narration: string): boolean {
  if (!COURT.test(narration) || IMPACT.test(narration) || PLEADS.test(about)) return false;
  return !ADVOCATE.test(`${rank} ${role} ${asWritten}`) && !HARMED.test(asWritten);
}

/** Nobody in particular, of whom the narration says that they are suspected, recorded, or shout. */
function isSuspect({ role, asWritten }: Speaker, narration: string, { before }: Beside): boolean {
  if (UNNAMED.test(narration)) return false;
  if (SUSPECT.test(asWritten) || /^one of them\b/i.test(asWritten)) return true;
  if (ANYBODY.test(asWritten) && LISTENER.test(narration)) return true;
  if (role !== null && /^an? /i.test(asWritten) && STATEMENT.test(narration)) return true;
  return CAUTION.test(narration) || RECORDED.test(before) || THREAT.test(before);
}

/** `In a text to a friend she wrote: “…”` where a crime is told of. */
function isSent(narration: string, isOfCrime: () => boolean): boolean {
  return MESSAGE.test(narration) && !IMPACT.test(narration) && isOfCrime();
}

/** Whether somebody speaks in an interview, in a message, to a camera. */
function isRecorded(narration: string, { before }: Beside): boolean {
  if (IMPACT.test(narration)) return false;
  return INTERVIEW.test(narration) || CAUTION.test(narration) || RECORDED.test(before) || HEARD.test(before);
}

/** `In interview he said nothing. Asked whose it was, he said: “…”`: an answer in a paragraph about an interview. */
function isAnswer(blocks: readonly Block[], { speaker, passages: [first] }: Draft): boolean {
  const before = blocks[first?.block ?? 0]?.text.slice(0, first?.outerStart ?? 0).slice(-MAX_REACH) ?? '';
  return speaker?.kind === 'pronoun' && /\b[Ii]n (?:police )?interviews?\b/.test(before);
}

/** The narration beside a statement: its sentence up to it, and behind it to the end of the sentence. */
interface Beside {
  readonly before: string;
  readonly after: string;
}

function narrationAround(blocks: readonly Block[], { passages: [first] }: Draft): Beside {
  if (!first) return { before: '', after: '' };
  const { text = '' } = blocks[first.block] ?? {};
  const before = text.slice(Math.max(0, first.outerStart - MAX_REACH), first.outerStart);
  // Behind `called himself “Captain Mike”` the sentence goes on.
  const from = Math.max(0, ...matchesOf(before, SENTENCE_END).map(({ 0: end, index }) => index + end.length));
  const [after = ''] = text.slice(first.outerEnd, first.outerEnd + MAX_REACH).split(/["“]|\. /, 1);
  return { before: before.slice(from), after };
}

const SENTENCE_END = /\. |[.!?]["”] /g;

/** The surnames of those of whom the narration says that they stand accused. */
export function findAccused(narration: readonly Sentence[]): ReadonlySet<string> {
  // Whoever admits to be nervous is accused of nothing where no crime is told of.
  if (!narration.some(({ text }) => CRIME.test(text))) return new Set();
  const sentences = narration.filter(({ text }) => ACCUSED.test(text));
  const accused = findMentions(sentences).filter(({ name, context, isSubject }) => {
    const after = context.slice(context.indexOf(name) + name.length);
    return (isSubject && context.startsWith(name)) || /^,? ?\(?(?:aged )?\d\d\b/.test(after) || /^, of /.test(after);
  });
  const alone = sentences.flatMap(({ text }) => SURNAME_OF_ACCUSED.exec(text)?.[1] ?? []);
  return new Set([...accused.map(({ name }) => name), ...alone].map(surnameOf));
}

function passagesOf(drafts: readonly Draft[]): Passage[] {
  return drafts.flatMap(({ passages }) => [...passages]);
}

export function surnameOf(name: string): string {
  return name.toLowerCase().split(/\s+/).at(-1) ?? '';
}
