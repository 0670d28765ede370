import type { Block } from '../../block.ts';
import type { Passage } from '../statements/passages.ts';
import { isOrganisation } from '../tables/organisations.ts';
import { organisationsIn } from './named-organisations.ts';

/** Blocks between a heading and a statement: somebody is introduced, or has spoken already. */
const MAX_BLOCKS_ABOVE = 4;

/**
 * Answers which body the heading just above a statement names and nothing else, a line in bold being one too:
 * `**Marl Town Council**`, and below it `Ward councillor Jo Bell has pressed for it: “…”`. Null where there is none.
 */
export function openBodyAbove(blocks: readonly Block[]): (passage: Passage) => string | null {
  return ({ block }) => {
    const above = blocks.slice(Math.max(0, block - MAX_BLOCKS_ABOVE), block).findLast(isHeading);
    return above === undefined ? null : bodyNamed(above.text.replace(/:\s*$/, ''));
  };
}

function isHeading({ kind, text, strong: [only, another] }: Block): boolean {
  const isBold = only?.start === 0 && only.end === text.length && another === undefined;
  return kind === 'heading' || (kind === 'paragraph' && isBold && !/[.!?]$/.test(text));
}

function bodyNamed(heading: string): string | null {
  const [body = ''] = organisationsIn(heading);
  return body !== '' && heading.replace(/^The /, '') === body && isOrganisation(body.split(' ')) ? body : null;
}
