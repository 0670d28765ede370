import type { Block } from '../../block.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import type { Draft } from '../statements/statements.ts';
import { isBlank } from '../words.ts';
import { openCast } from './cast.ts';
import { whoGoesOn, whoIsMeant } from './meant.ts';
import { readAlong } from './mentioned.ts';
import { placeOf } from './place.ts';
import type { Situation } from './situation.ts';
import { isPlain, type Told } from './told.ts';

/** Speakers who may be meant by a pronoun. */
const MAX_EARLIER = 4;

/** Who makes a statement, under the fullest name that the release gives; null where nobody is said to. */
export interface Resolved {
  readonly meant: Speaker | null;
  /** Whether it is what an accused says, which is no statement. */
  readonly isEvidence: boolean;
}

/** Says for each statement, in the order of the text, who makes it: `Insp Shaw`, `she` and `the inspector` are somebody. */
export function resolveSpeakers(blocks: readonly Block[], drafts: readonly Draft[], told: Told): Resolved[] {
  const cast = openCast(drafts, told.mentions);
  const mentionedBefore = readAlong(told.mentions);
  let earlier: readonly Speaker[] = [];
  let before: Passage | null = null;
  return drafts.map((draft) => {
    const [first] = draft.passages;
    const { relative, successor, isRelative, isBereaved, isAccused } = told;
    const situation: Situation = {
      ...{ cast, relative, successor, isRelative, isBereaved, isAccused },
      taker: () => told.takerNear(first?.block ?? 0),
      mentioned: mentionedBefore(first?.block ?? 0, first?.outerStart ?? 0),
      said: first ? (blocks[first.block]?.text.slice(first.start, first.end) ?? '') : '',
      last: earlier[0] ?? null,
      earlier,
      at: placeOf(first),
      told: toldBefore(blocks, first, before),
    };
    const meant = draft.speaker ? whoIsMeant(draft.speaker, situation) : assumed(first, before, blocks, situation);
    before = draft.passages.at(-1) ?? before;
    const isEvidence = isOfAccused(draft, meant, told);
    if (meant && !isEvidence) earlier = [meant, ...earlier].slice(0, MAX_EARLIER);
    return { meant, isEvidence };
  });
}

/** Whoever goes on, where nobody is said to speak. */
function assumed(
  first: Passage | undefined,
  before: Passage | null,
  blocks: readonly Block[],
  situation: Situation,
): Speaker | null {
  const person = first ? whoGoesOn(first, before, blocks[first.block - 1]?.text ?? '', situation) : null;
  return person && situation.isAccused(person) ? null : person;
}

function isOfAccused(
  { speaker, isDoubtful = false }: Draft,
  meant: Speaker | null,
  { isAccused, isRenamed }: Told,
): boolean {
  // Whose name is withheld is one to whom something was done.
  if ((!speaker && !meant) || (meant !== null && isRenamed(meant.name ?? ''))) return false;
  return (
    (isDoubtful && (!meant || isPlain(meant) || isAccused(meant, true))) ||
    (speaker?.kind === 'pronoun' && meant !== null && isAccused(meant))
  );
}

/** What is told in the paragraph of a statement since the one before, or in the paragraph above it. */
function toldBefore(blocks: readonly Block[], first: Passage | undefined, before: Passage | null): string {
  if (!first) return '';
  const from = (block: number): number => (before?.block === block ? before.outerEnd : 0);
  const beside = blocks[first.block]?.text.slice(from(first.block), first.outerStart) ?? '';
  return isBlank(beside) ? (blocks[first.block - 1]?.text.slice(from(first.block - 1)) ?? '') : beside;
}
