import type { Block } from '../../block.ts';
import { matchesOf } from '../../matches.ts';
import { isDefinite, isSameGender, isSamePerson } from '../cast/identity.ts';
import type { Cue, Place } from '../cues/cues.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import type { Passage } from './passages.ts';
import { signatureBelow } from './unsaid.ts';

/** A statement to which passages are still joined. */
export interface OpenDraft {
  readonly passages: Passage[];
  speaker: Speaker | null;
  /** The `she` of an attribution in the middle of it: what stands above may say who she is. */
  pronoun?: Speaker;
  /** Behind the last passage and the attribution that follows it. */
  reach: Place;
  readonly after: Passage | undefined;
}

/** Characters beside a statement that tell more than `She continued:`. */
const MIN_BESIDE_LENGTH = 30;
/** Characters above a statement in which its `she` is looked for. */
const MAX_ABOVE_LENGTH = 400;

/** Whether a connected passage goes on with what its predecessor says. */
export function continues(blocks: readonly Block[], current: OpenDraft, cue: Cue): boolean {
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
export function mayBeSame(earlier: Speaker | null, later: Speaker | null): boolean {
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
  if (later.kind === 'person' && matchesOf(between, WHOLE_NAME).some(([, first = '']) => isFirstName(first)))
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

/** Who speaks by the words around a passage. */
export function speakerOf({ lead, follow, opensBlock }: Cue): Speaker | null {
  // `Reaction:` above a list of statements that are signed.
  if (opensBlock && lead && !lead.isFirm && !isWhole(lead.speaker) && follow && isWhole(follow.speaker))
    return follow.speaker;
  return lead?.speaker ?? follow?.speaker ?? null;
}

function isWhole({ name }: Speaker): boolean {
  return name?.includes(' ') === true;
}
