import { isFirstName } from '../tables/first-names.ts';
import type { Mention } from './mentions.ts';

/** Who was mentioned before a place of the narration. */
export interface Mentioned {
  /** The last one, since the question before, that a sentence began with. */
  readonly subject: Mention | null;
  /** The one that a sentence began with before that. */
  readonly previous: Mention | null;
  readonly latest: Mention | null;
  /** The last two who were named together, and whether they stand in the block of the place or the one above. */
  readonly pair: Together | null;
}

export interface Together {
  readonly name: string;
  readonly people: readonly [Mention, Mention];
  readonly isNear: boolean;
}

/** Answers, place by place in the order of the text, who was mentioned before. */
export function readAlong(mentions: readonly Mention[]): (block: number, at: number) => Mentioned {
  let index = 0;
  let sure: Mention | null = null;
  let together: readonly [Mention, Mention] | null = null;
  return (block, at) => {
    let subject: Mention | null = null;
    let previous: Mention | null = null;
    for (; index < mentions.length; index += 1) {
      const mention = mentions[index];
      if (!mention || mention.block > block || (mention.block === block && mention.at >= at)) break;
      if (mention.isSubject) [previous, subject] = [subject, mention];
      if (isKnown(mention)) sure = mention;
      const before = mentions[index - 1];
      if (before && areTogether(before, mention)) together = [before, mention];
    }
    const pair = together && {
      name: nameTogether(...together),
      people: together,
      isNear: together[1].block >= block - 1 && together[1] === mentions[index - 1],
    };
    return { subject, previous, latest: sure ?? mentions[index - 1] ?? null, pair };
  };
}

/** Whether a first name or a rank says that somebody is a person: `y Rhyfel Byd Cyntaf` is none. */
function isKnown({ name, speaker }: Mention): boolean {
  return isFirstName(name.split(' ')[0] ?? '') || (speaker()?.rank ?? null) !== null;
}

/** `Jo Bell, who leads the appeal, and DC Amy Lee`: an `and` and no end of a sentence stands between two sure names. */
function areTogether(one: Mention, other: Mention): boolean {
  if (one.block !== other.block || one.name === other.name) return false;
  const [, between = ''] = one.context.split(one.written, 2);
  const [joint = ''] = between.split(other.written, 1);
  const isOneFamily = one.written !== one.name && one.name.endsWith(other.name.slice(other.name.indexOf(' ')));
  return (
    (isKnown(other) || isOneFamily) &&
    joint !== between &&
    /(?:^|\s)(?:and|&|ac?)\s/.test(joint) &&
    !/[.!?]\s+\p{Lu}/u.test(joint)
  );
}

/** `Beth Moss and Lee Moss` are `Beth and Lee Moss` where the text has them so. */
function nameTogether(one: Mention, other: Mention): string {
  return `${one.written} and ${other.name}`;
}
