import type { Block } from '../../block.ts';
import { isDefinite, isSameGender, isSamePerson } from '../cast/identity.ts';
import { type Cue, type Place, readCue } from '../cues/cues.ts';
import { readSignature } from '../cues/follow-up.ts';
import { endsOpenly } from '../cues/lead-in.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isBlank } from '../words.ts';
import { isProse, type Passage } from './passages.ts';
import { isQuestion, namedBefore, nameUnsaid, signatureBelow } from './unsaid.ts';
import { isCaption, tellsOfSelf } from './voice.ts';

/** A statement whose speaker is not looked up yet. */
export interface Draft {
  readonly passages: readonly Passage[];
  readonly speaker: Speaker | null;
  /** Whether it is evidence unless whoever speaks holds a rank or a post. */
  readonly isDoubtful?: boolean;
  /** The last words of another draft, if nothing but an attribution stands between it and this one. */
  readonly after?: Passage | undefined;
}

interface OpenDraft {
  readonly passages: Passage[];
  speaker: Speaker | null;
  /** The `she` of an attribution in the middle of it: what stands above may say who she is. */
  pronoun?: Speaker;
  /** Behind the last passage and the attribution that follows it. */
  reach: Place;
  readonly after: Passage | undefined;
}

/** Words of the shortest sentence that is a statement although nobody is said to speak. */
const MIN_LONE_WORDS = 4;
/** Words of the shortest statement that begins in lower case. */
const MIN_SENTENCE_WORDS = 6;
/** Blocks from one passage of a statement to the next: one may stand between them and say who goes on. */
const MAX_STEP_BLOCKS = 2;
/** Characters beside a statement that tell more than `She continued:`. */
const MIN_BESIDE_LENGTH = 30;
/** Characters of a title or a few words inside a sentence, and how many of them an attribution may hold. */
const MAX_FRAGMENT = 60;
const MAX_FRAGMENTS = 4;
/** Characters of the first name before a nickname. */
const MAX_FIRST_NAME = 20;
/** Characters above a statement in which its `she` is looked for. */
const MAX_ABOVE_LENGTH = 400;

/**
 * Joins passages to statements: following paragraphs, `"A," said X. "B."`, `X added: "…"` with nothing but the
 * attribution between. A nickname, a title or a few words inside somebody else's sentence are left out.
 */
export function joinStatements(blocks: readonly Block[], passages: readonly Passage[]): Draft[] {
  const drafts: OpenDraft[] = [];
  for (const [index, found] of passages.entries()) {
    const text = blocks[found.block]?.text ?? '';
    if (found.marks === 'none' && blocks[found.block] && readSignature(text)) continue;
    const next = passages
      .slice(index + 1, index + 1 + MAX_FRAGMENTS)
      .find((each) => each.block !== found.block || !isFragment(text, each));
    const current = drafts.at(-1);
    const cue = readCue(blocks, found, current?.reach, next?.block === found.block ? next.outerStart : text.length);
    const isJoined = current !== undefined && isConnected(blocks, current, cue);
    const hasSpoken =
      (current?.reach.block === found.block && current.speaker !== null) || isQuestion(blocks[found.block - 1]);
    if (!isStatement(text, cue, { isJoined, hasSpoken })) continue;
    if (isJoined) current.speaker ??= isAnnounced(cue) ? namedBefore(blocks, current, drafts.at(-2)) : null;
    if (isJoined && continues(blocks, current, cue)) extend(current, cue);
    else
      drafts.push({
        ...{ passages: [cue.passage], speaker: speakerOf(cue), reach: cue.to },
        after: isJoined && mayBeSame(current.speaker, speakerOf(cue)) ? current.passages.at(-1) : undefined,
      });
  }
  nameUnsaid(blocks, drafts);
  for (const draft of drafts) draft.speaker ??= draft.pronoun ?? null;
  return drafts.filter(({ speaker, passages: [first] }) => speaker !== null || first?.marks !== 'none');
}

/** Whether nothing but attribution stands between a statement and the next passage. */
function isConnected(blocks: readonly Block[], last: OpenDraft, cue: Cue): boolean {
  const { passages, reach } = last;
  const { passage, lead, from, opensBlock } = cue;
  const kinds = [blocks[passage.block]?.kind, blocks[reach.block]?.kind];
  // Somebody may say a list.
  const isList = passages.at(-1)?.marks === 'open' && kinds.includes('list-item') && kinds.includes('paragraph');
  if (kinds[0] !== kinds[1] && !isList) return false;
  // A quoted block that is signed has come to its end.
  if (passage.marks === 'none' && reach.at !== passages.at(-1)?.outerEnd) return false;
  if ((lead && !lead.isBare) || passage.block - reach.block > MAX_STEP_BLOCKS) return false;
  const before = blocks[passage.block]?.text.slice(0, passage.outerStart) ?? '';
  if (!opensBlock && !/(?:[.,:;!?…–—-]["'”’]?|["”’'])\s*$/.test(before.slice(-8))) return false;
  if (from.block === reach.block) return isBlank(blocks[from.block]?.text.slice(reach.at, from.at));
  const ends =
    isBlank(blocks[reach.block]?.text.slice(reach.at)) && isBlank(blocks[from.block]?.text.slice(0, from.at));
  const step = from.block - reach.block;
  return ends && (step === 1 || (step === 2 && isInset(blocks[reach.block + 1], last, cue)));
}

/** What stands in the middle of a statement: a heading, the words below a picture, or the name of whoever makes it. */
function isInset(block: Block | undefined, { speaker, passages }: OpenDraft, { lead }: Cue): boolean {
  if (passages.at(-1)?.marks !== 'open' || !block || lead !== null) return false;
  if (block.kind === 'heading' || isCaption(block.text)) return true;
  const named = isProse(block) ? readSignature(block.text) : null;
  return named !== null && speaker !== null && isSamePerson(speaker, named);
}

/** What stands before a passage: whether it goes on with a statement, and whether somebody has spoken in its paragraph. */
interface Before {
  readonly isJoined: boolean;
  readonly hasSpoken: boolean;
}

function isStatement(text: string, cue: Cue, { isJoined, hasSpoken }: Before): boolean {
  const { passage, lead, follow, opensBlock } = cue;
  if (passage.marks === 'none' || lead?.isFirm) return true;
  // `“A Good Hiding”: a novelist on her father`
  if (opensBlock && passage.marks === 'closed' && /^:\s/.test(text.slice(passage.outerEnd))) return false;
  // Below a statement a title and a nickname are none: `Jo Bell read from her memoir, “The Left Shoe”.`
  if (
    isJoined &&
    !isTerm(text, cue) &&
    !(lead === null && follow === null && isFragment(text, passage)) &&
    (lead === null || lead.speaker.kind === 'pronoun')
  )
    return true;
  const words = text.slice(passage.start, passage.end);
  // `It says “Diolch” on it in blue icing.`
  if (lead && isWithin(text, passage)) return false;
  if (lead?.isLoose)
    return passage.marks === 'open' || isSentence(words) || (follow !== null && isInterrupted(text, passage));
  if (lead) return /^[\p{Lu}\d£[(…'‘"“]/u.test(words) || isSentence(words);
  // Nobody is said to speak, but somebody is heard: `It is a simple matter: “I like it here.”`
  if (follow === null && !opensBlock && isHeard(passage, words) && endsOpenly(text.slice(0, passage.outerStart)))
    return true;
  if (follow !== null && isInterrupted(text, passage)) return true;
  const startsSentence = opensBlock || /[.!?…]["'”’)]*\s*$/.test(text.slice(0, passage.outerStart).slice(-8));
  if (!startsSentence) return false;
  return follow !== null || isLoneStatement(text, passage, words, hasSpoken ? 1 : MIN_LONE_WORDS);
}

/** `“Cuckooing” is when …`: a paragraph that tells what a word means, below a statement. */
function isTerm(text: string, { passage, lead, follow, opensBlock }: Cue): boolean {
  if (lead || follow || !opensBlock || passage.marks !== 'closed') return false;
  const isShort = !/[.!?,]$/.test(text.slice(passage.start, passage.end));
  return isShort && /^ \p{Ll}/u.test(text.slice(passage.outerEnd, passage.outerEnd + 2));
}

/** Whether a few words stand within a sentence of the narration. */
function isWithin(text: string, { start, end, outerEnd, marks }: Passage): boolean {
  const isShort = marks === 'closed' && text.slice(start, end).split(/\s+/, MIN_LONE_WORDS).length < MIN_LONE_WORDS;
  return (
    isShort &&
    !/[.!?,…]['’]?$/.test(text.slice(start, outerEnd - 1)) &&
    /^ \p{Ll}/u.test(text.slice(outerEnd, outerEnd + 3))
  );
}

/** `who wrote her first novel, ‘The Left Shoe’, at a table`, `Bob ‘Ferry’ Moss`: a title, a nickname or a few words behind which a sentence of the narration goes on. */
function isFragment(text: string, { start, end, outerStart, outerEnd, marks }: Passage): boolean {
  const isWhole =
    marks !== 'closed' || end - start > MAX_FRAGMENT || /[.!?…,]['’]?$/.test(text.slice(start, outerEnd - 1));
  if (isWhole || !/[\p{Lu}\d]/u.test(text.charAt(start))) return false;
  const before = text.slice(Math.max(0, outerStart - MAX_FIRST_NAME), outerStart);
  const after = text.slice(outerEnd, outerEnd + 3);
  const isNickname = /(?:^| )\p{Lu}[\p{L}’'-]* $/u.test(before) && /^ \p{Lu}/u.test(after);
  return isNickname || (/[\p{L},] $/u.test(before) && /^,? \p{Ll}/u.test(after));
}

/** `She was less effusive “It is less than we need,” she told the meeting`: words that an attribution interrupts. */
function isInterrupted(text: string, { start, end, outerEnd, marks }: Passage): boolean {
  const words = text.slice(start, end);
  const isOpen = marks === 'closed' && text.slice(end, outerEnd).startsWith(',');
  return isOpen && /^\p{Lu}/u.test(words) && words.split(/\s+/, MIN_LONE_WORDS).length === MIN_LONE_WORDS;
}

function isHeard({ marks }: Passage, words: string): boolean {
  return tellsOfSelf(words) && (marks === 'open' || isSentence(words));
}

/** `said “we'll be out looking for them.”` */
function isSentence(words: string): boolean {
  const isWhole = /[.!?]['’]?$/.test(words) || /^(?:we|you|our|they|there|if)\b/.test(words);
  return isWhole && words.split(/\s+/, MIN_SENTENCE_WORDS).length === MIN_SENTENCE_WORDS;
}

/** A whole sentence, or the first paragraph of several, that stands between marks by itself. */
function isLoneStatement(text: string, { marks, outerEnd }: Passage, words: string, least: number): boolean {
  const after = text.slice(outerEnd, outerEnd + 8);
  const isWhole = marks === 'open' || /[.!?…]['’]?$/.test(words) || /^[.!?…]/.test(after);
  return isWhole && /^[.!?…]?\s*(?:$|[\p{Lu}"“'‘])/u.test(after) && words.split(/\s+/, least).length === least;
}

/** Whether a connected passage goes on with what its predecessor says. */
function continues(blocks: readonly Block[], current: OpenDraft, cue: Cue): boolean {
  const speaker = speakerOf(cue);
  if (speaker === null) return !isSignedByOther(blocks, current, cue);
  // A speaker who is announced only now did not say what stands above, unless it is a `she`.
  if (current.speaker === null)
    return cue.lead === null || current.reach.block === cue.passage.block || speaker.kind === 'pronoun';
  return (
    (isSamePerson(current.speaker, speaker) &&
      !isNamesakeOfWhole(blocks, current, speaker) &&
      !isRankedNamesake(current.speaker, speaker)) ||
    isSpokenOf(blocks, current, speaker)
  );
}

/** `“…,” said Jo Bell.` and below it `“…”` above a line with another name. */
function isSignedByOther(blocks: readonly Block[], { speaker }: OpenDraft, { passage, to }: Cue): boolean {
  if (passage.outerStart > 0 || passage.marks !== 'closed' || speaker?.kind !== 'person') return false;
  const isAbove = /^["“'‘]/.test(blocks[passage.block + 2]?.text ?? '');
  const signed = isAbove ? null : signatureBelow(blocks, to);
  return signed?.kind === 'person' && signed.name?.includes(' ') === true && !isSamePerson(speaker, signed);
}

/** `The skipper was Martin Aske. Mr Aske said: “…”` above `“…,” said Colin Aske`: whoever is called Mr has another whole name above. */
function isNamesakeOfWhole(
  blocks: readonly Block[],
  { speaker: earlier, passages: [first] }: OpenDraft,
  { name, kind }: Speaker,
): boolean {
  if (kind !== 'person' || !name?.includes(' ') || !earlier?.name || earlier.name.includes(' ')) return false;
  const beside = blocks[first?.block ?? 0]?.text.slice(0, first?.outerStart ?? 0) ?? '';
  const above = `${blocks[(first?.block ?? 0) - 1]?.text.slice(-MAX_ABOVE_LENGTH) ?? ''} ${beside.slice(-MAX_ABOVE_LENGTH)}`;
  const before = above.split(` ${earlier.name}`).slice(0, -1);
  const firsts = before.map((words) => words.slice(words.lastIndexOf(' ') + 1)).filter((word) => isFirstName(word));
  return firsts.length > 0 && !firsts.includes(name.split(' ')[0] ?? '');
}

/** Whether only the whole release tells that somebody goes on: `“…,” she said. “…,” added the Archdeacon.` */
function mayBeSame(earlier: Speaker | null, later: Speaker | null): boolean {
  if (!earlier || !later) return false;
  if (later.kind === 'unnamed')
    return isDefinite(later) && earlier.kind !== 'unnamed' && earlier.name?.includes(' and ') !== true;
  // `The Mayor welcomed it: “…”`, and below it `Mayor Jo Bell added: “…”`
  return isRankedNamesake(earlier, later) || (earlier.kind === 'unnamed' && isDefinite(earlier));
}

/** `“…,” said Bob Moss. “…,” added Sgt Moss.`: who he is, the release tells elsewhere. */
function isRankedNamesake(earlier: Speaker, { kind, name, rank }: Speaker): boolean {
  return kind === 'person' && rank !== null && earlier.rank === null && name?.includes(' ') === false;
}

/** Whether the `she` of a statement is whoever goes on in it: nobody else is named above it. */
function isSpokenOf(
  blocks: readonly Block[],
  { speaker: earlier, passages: [first] }: OpenDraft,
  later: Speaker,
): boolean {
  if (earlier?.kind !== 'pronoun' || !first || !isSameGender(earlier, later)) return false;
  // `Cllr Bell – the Chair – wrote: “…”`: told from another Cllr Bell.
  if (later.name?.includes(' ') === false && /[,–—-] the /.test(later.asWritten)) return false;
  const called = later.kind === 'person' ? later.name : isDefinite(later) ? later.asWritten : null;
  const isWhole = later.kind === 'person' && later.role !== null;
  // Who is introduced with a post is somebody new, unless the whole name stands above.
  const word = (isWhole ? called : called?.split(' ').at(-1)) ?? '';
  const beside = blocks[first.block]?.text.slice(0, first.outerStart).trim() ?? '';
  const above = beside.length < MIN_BESIDE_LENGTH ? `${blocks[first.block - 1]?.text ?? ''} ${beside}` : beside;
  const near = above.slice(-MAX_ABOVE_LENGTH).toLowerCase();
  // `Kelly Bell set it up. Its treasurer, Ben Orme, counts. “…,” he said. “…,” says Kelly.`
  const between = above.slice(Math.max(0, above.toLowerCase().lastIndexOf(word.toLowerCase())) + word.length);
  if (later.kind === 'person' && [...between.matchAll(WHOLE_NAME)].some(([, first = '']) => isFirstName(first)))
    return false;
  // `“…,” Poppy Bell explained. Her mum, Annika Bell, said: “…”`: of one surname and another.
  const isOther =
    later.kind === 'person' &&
    called !== null &&
    isFirstName(called.split(' ')[0] ?? '') &&
    !near.includes((called.split(' ')[0] ?? '').toLowerCase());
  return word !== '' && !isOther && near.includes(word.toLowerCase());
}

const WHOLE_NAME = /(?<![\p{L}’'-])(\p{Lu}\p{L}+) \p{Lu}\p{Ll}/gu;

/** `Steve added: “…”` below a statement of which a heading may say that it is Steve’s. */
function isAnnounced({ lead }: Cue): boolean {
  return lead !== null && lead.speaker.kind !== 'pronoun';
}

function extend(draft: OpenDraft, cue: Cue): void {
  draft.passages.push(cue.passage);
  draft.reach = cue.to;
  const speaker = speakerOf(cue);
  if (speaker?.kind === 'pronoun' && draft.speaker === null) draft.pronoun ??= speaker;
  else if (speaker && (draft.speaker === null || draft.speaker.kind === 'pronoun')) draft.speaker = speaker;
}

function speakerOf({ lead, follow, opensBlock }: Cue): Speaker | null {
  // `Reaction:` above a list of statements that are signed.
  if (opensBlock && lead && !lead.isFirm && !isWhole(lead.speaker) && follow && isWhole(follow.speaker))
    return follow.speaker;
  return lead?.speaker ?? follow?.speaker ?? null;
}

function isWhole({ name }: Speaker): boolean {
  return name?.includes(' ') === true;
}
