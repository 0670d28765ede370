import type { Block } from '../block.ts';
import type { FoundStatement } from './found.ts';
import { isHonorific, rankLength } from './tables/ranks.ts';

/** `Cllr A Shaw`, `PC I Bell`, `Mr A. J. Lee`: initials behind a rank or a title, before a surname. */
const INITIALS = /(?<![\p{L}/])(\p{L}[\p{L}/]{0,24})\.? ((?:\p{Lu}\.? ?){1,3})(?=\p{Lu}\p{Ll})/gu;

/** Capitals of another script that hardly any release has, for the two initials that are words as well. */
const STAND_INS = { A: 'Ꭺ', I: 'Ꭵ' } as const;
const ANY = new RegExp(`[${STAND_INS.A}${STAND_INS.I}]`);

/**
 * The blocks with another letter for each initial that is spelled like the word `a` or `I`, so that a sentence is not read as if it had the
 * word there. Every letter keeps its place. A text that has such letters already stays as it is.
 */
export function withInitialsApart(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ text }) => ANY.test(text))) return blocks;
  const apart = blocks.map((block) => {
    if (!/[AI]\.? ?\p{Lu}/u.test(block.text)) return block;
    const text = block.text.replace(INITIALS, (whole, before: string, initials: string) =>
      isHonorific(before) || rankLength([before], 0) === 1
        ? whole.slice(0, whole.length - initials.length) +
          initials.replaceAll('A', STAND_INS.A).replaceAll('I', STAND_INS.I)
        : whole,
    );
    return text === block.text ? block : { ...block, text };
  });
  return apart.some((block, at) => block !== blocks[at]) ? apart : blocks;
}

/** What was found, with the initials as they are written. */
export function withInitialsBack(found: FoundStatement): FoundStatement {
  const { attribution, text, paragraphs } = found;
  const { name, rank, role, organisation, asWritten } = attribution;
  return {
    ...found,
    text: written(text),
    paragraphs: paragraphs.map(written),
    attribution: {
      ...attribution,
      name: name && written(name),
      rank: rank && written(rank),
      role: role && written(role),
      organisation: organisation && written(organisation),
      asWritten: written(asWritten),
    },
  };
}

function written(text: string): string {
  return ANY.test(text) ? text.replaceAll(STAND_INS.A, 'A').replaceAll(STAND_INS.I, 'I') : text;
}
