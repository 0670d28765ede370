import type { Finding } from '../../domain/check.ts';
import type { Block } from '../block.ts';
import { matchesOf } from '../matches.ts';
import type { Passage } from './passage.ts';

/** JSON pointers to the fields of a draft. */
export const TITLE = '/title';
export const SUMMARY = '/summary';
export const IMAGE = '/image';
export const IMAGE_ALT = '/image/alt';
export const BODY = '/body/markdown';

/** A finding about a field as a whole. */
export function about(pointer: string, message: string): Finding {
  return { message, pointer, start: null, end: null, fix: null };
}

/** A finding about a part of a field. */
export function inField(
  pointer: string,
  start: number,
  end: number,
  message: string,
  fix: string | null = null,
): Finding {
  return { message, pointer, start, end, fix };
}

/** A finding about a part of the body's markdown. */
export function inBody(start: number, end: number, message: string, fix: string | null = null): Finding {
  return inField(BODY, start, end, message, fix);
}

/** A finding about a part of a block's text. */
export function inBlock(
  block: Block | Passage,
  start: number,
  end: number,
  message: string,
  fix: string | null = null,
): Finding {
  const { origins } = block;
  const last = end > start ? origins[end - 1] : undefined;
  return inField(
    pointerOf(block),
    origins[start] ?? block.start,
    last === undefined ? block.end : last + 1,
    message,
    fix,
  );
}

/** The field that a block stands in. */
export function pointerOf(block: Block | Passage): string {
  return 'pointer' in block ? block.pointer : BODY;
}

/**
 * A finding for every match of a global pattern in the title, the summary and the prose of a release; a message that is
 * undefined passes a match over.
 */
export function matchesAnywhere(
  { lead, prose }: { readonly lead: readonly Passage[]; readonly prose: readonly Block[] },
  pattern: RegExp,
  messageOf: (match: RegExpExecArray) => string | undefined,
): Finding[] {
  return [...matchesIn(lead, pattern, messageOf), ...matchesIn(prose, pattern, messageOf)];
}

/** A finding for every match of a global pattern in these blocks; a message that is undefined passes a match over. */
export function matchesIn(
  blocks: readonly Block[],
  pattern: RegExp,
  messageOf: (match: RegExpExecArray, block: Block) => string | undefined,
): Finding[] {
  return blocks.flatMap((block) =>
    matchesOf(block.text, pattern).flatMap((match) => {
      const message = messageOf(match, block);
      return message === undefined ? [] : [inBlock(block, match.index, match.index + match[0].length, message)];
    }),
  );
}
