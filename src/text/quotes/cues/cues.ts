import type { Block } from '../../block.ts';
import type { Passage } from '../statements/passages.ts';
import type { LeadIn } from './attribution.ts';
import { type FollowUp, readFollowUp } from './follow-up.ts';
import { readLeadIn } from './lead-in.ts';

/** A place in a body: an offset into the text of one of its blocks. */
export interface Place {
  readonly block: number;
  readonly at: number;
}

/** A passage with what the narration around it says about who speaks. */
export interface Cue {
  readonly passage: Passage;
  readonly lead: LeadIn | null;
  readonly follow: FollowUp | null;
  /** Where the attribution before it begins, or else the passage itself. */
  readonly from: Place;
  /** Behind the attribution that follows it, or else the passage itself. */
  readonly to: Place;
  /** Whether a block begins with it. */
  readonly opensBlock: boolean;
}

/**
 * Reads the narration from `after` (behind the statement before) up to a passage, and from there to `limit`, an offset
 * into the same block.
 */
export function readCue(blocks: readonly Block[], found: Passage, after: Place | undefined, limit: number): Cue {
  const text = blocks[found.block]?.text ?? '';
  const before = text.slice(after?.block === found.block ? after.at : 0, found.outerStart);
  const opensBlock = found.outerStart === 0 || text.slice(0, found.outerStart).trim() === '';
  const lead = opensBlock
    ? leadFromBlockBefore(blocks, found, after)
    : (leadFrom(before, found.block, found.outerStart) ?? leadInStrong(blocks[found.block], before, found));
  const { passage, follow: behind } = readAfter(text, found, limit, blocks[found.block]?.kind === 'block-quote');
  const isOthers =
    beginsAnew(text, passage) &&
    (lead?.lead.isFirm || (!opensBlock && tellsOfGesture(behind, text.slice(passage.outerEnd))));
  const follow = isOthers ? null : behind;
  const here = { block: passage.block, at: passage.outerStart };
  return {
    passage,
    lead: lead?.lead ?? null,
    follow,
    from: lead?.place ?? here,
    to: { block: passage.block, at: passage.outerEnd + (follow?.to ?? 0) },
    opensBlock,
  };
}

/** `Jo Bell said: “A.” Bob Moss agreed.`: whether a sentence ends with a passage, and another begins behind it. */
function beginsAnew(text: string, { end, outerEnd, marks }: Passage): boolean {
  return (
    marks === 'closed' &&
    /^[.!?…]/.test(text.slice(end - 1, end)) &&
    /^\s+\p{Lu}/u.test(text.slice(outerEnd, outerEnd + 4))
  );
}

/** `Jo Bell laughs. “I do the sums.” Her wife Amy nods.`: what somebody with a name does behind a whole sentence is no way to say it. */
function tellsOfGesture(follow: FollowUp | null, narration: string): boolean {
  return follow !== null && follow.speaker.kind !== 'pronoun' && GESTURE.test(narration.slice(0, follow.to));
}

const GESTURE =
  /(?<![\p{L}’'-])(?:nods|nodded|laughs|laughed|smiles|smiled|beams|beamed|grins|grinned|shrugs|shrugged|sighs|sighed|chuckles|chuckled|giggles|giggled|winks|winked|agrees|agreed)\.?\s*$/u;

interface PlacedLead {
  readonly lead: LeadIn;
  readonly place: Place;
}

/** An attribution that ends a paragraph announces the next one. */
function leadFromBlockBefore(
  blocks: readonly Block[],
  { block }: Passage,
  after: Place | undefined,
): PlacedLead | null {
  const previous = blocks[block - 1];
  if (!previous) return null;
  const lead = leadFrom(
    previous.text.slice(after?.block === block - 1 ? after.at : 0),
    block - 1,
    previous.text.length,
  );
  // `What tenants say` is a heading and no attribution.
  return previous.kind === 'heading' && lead?.lead.speaker.kind !== 'person' ? null : lead;
}

/** `**Cllr Jo Bell** “…”`: a name in strong emphasis and nothing else is as good as one with a colon. */
function leadInStrong(
  block: Block | undefined,
  before: string,
  { block: index, outerStart }: Passage,
): PlacedLead | null {
  const [first] = block?.strong ?? [];
  const isStrong = first?.start === 0 && before.length === outerStart && first.end >= before.trimEnd().length;
  const found = isStrong ? leadFrom(`${before.trimEnd()}:`, index, before.trimEnd().length + 1) : null;
  return found?.lead.speaker.kind === 'person' ? found : null;
}

function leadFrom(narration: string, block: number, end: number): PlacedLead | null {
  const lead = readLeadIn(narration);
  return lead && { lead, place: { block, at: end - narration.length + lead.from } };
}

function readAfter(
  text: string,
  passage: Passage,
  limit: number,
  isQuoted: boolean,
): { passage: Passage; follow: FollowUp | null } {
  if (passage.marks === 'open') return { passage, follow: null };
  if (passage.marks === 'none' && !isQuoted) return { passage, follow: null };
  if (passage.marks === 'closed') {
    const isOpen = /^.?,/.test(text.slice(passage.end, passage.outerEnd + 1));
    const isCry = /^[!?]/.test(text.slice(passage.end - 1, passage.end));
    return { passage, follow: readFollowUp(text.slice(passage.outerEnd, limit), isOpen, isCry) };
  }
  // A quoted block without marks may close with its own signature: `> … for everyone. – Tom Brackley, Tidewell`.
  const dash = Math.max(
    text.lastIndexOf(' – '),
    text.lastIndexOf(' — '),
    text.lastIndexOf(' - '),
    text.lastIndexOf('\n'),
  );
  const follow = dash > 0 ? readFollowUp(text.slice(dash)) : null;
  return {
    passage: follow ? { ...passage, end: text.slice(0, dash).trimEnd().length, outerEnd: dash } : passage,
    follow,
  };
}
