import type { Block } from '../../block.ts';
import { isSamePerson } from '../cast/identity.ts';
import { type Cue, readCue } from '../cues/cues.ts';
import { readSignature } from '../cues/follow-up.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isBlank } from '../words.ts';
import { continues, mayBeSame, type OpenDraft, speakerOf } from './continued.ts';
import { isFragment, isStatement } from './is-statement.ts';
import { isProse, type Passage } from './passages.ts';
import { isQuestion, namedBefore, nameUnsaid } from './unsaid.ts';
import { isCaption } from './voice.ts';

/** A statement whose speaker is not looked up yet. */
export interface Draft {
  readonly passages: readonly Passage[];
  readonly speaker: Speaker | null;
  /** Whether it is evidence unless whoever speaks holds a rank or a post. */
  readonly isDoubtful?: boolean;
  /** The last words of another draft, if nothing but an attribution stands between it and this one. */
  readonly after?: Passage | undefined;
}

/** Blocks from one passage of a statement to the next: one may stand between them and say who goes on. */
const MAX_STEP_BLOCKS = 2;
/** Titles and scraps of one sentence over which the next passage is looked for: an attribution may hold them. */
const MAX_FRAGMENTS = 4;
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
    if (isJoined && (isAnnounced(cue) || isSaidByOther(cue, current)))
      current.speaker ??= namedBefore(blocks, current, drafts.at(-2));
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

/** `Steve added: “…”` below a statement of which a heading may say that it is Steve’s. */
function isAnnounced({ lead }: Cue): boolean {
  return lead !== null && lead.speaker.kind !== 'pronoun';
}

/** `Jo Bell is clear why it matters. “…”` above `“…,” added Bob Moss`: who is named behind the next paragraph need not have said the one before. */
function isSaidByOther(
  { lead, follow, opensBlock, passage }: Cue,
  { passages: [first, ...more], reach }: OpenDraft,
): boolean {
  return (
    lead === null &&
    follow?.speaker.kind !== 'pronoun' &&
    follow !== null &&
    opensBlock &&
    more.length === 0 &&
    reach.block < passage.block &&
    first !== undefined &&
    first.outerStart > 0 &&
    first.marks === 'closed'
  );
}

function extend(draft: OpenDraft, cue: Cue): void {
  draft.passages.push(cue.passage);
  draft.reach = cue.to;
  const speaker = speakerOf(cue);
  if (speaker?.kind === 'pronoun' && draft.speaker === null) draft.pronoun ??= speaker;
  else if (speaker && (draft.speaker === null || draft.speaker.kind === 'pronoun')) draft.speaker = speaker;
}
