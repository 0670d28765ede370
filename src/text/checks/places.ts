import type { Finding } from '../../domain/check.ts';
import type { Block } from '../block.ts';
import type { Reading } from './rule.ts';

/** JSON pointers to the fields of a draft. */
export const TITLE = '/title';
export const SUMMARY = '/summary';
export const IMAGE_ALT = '/image/alt';
export const BODY = '/body/markdown';

/** A finding about a field as a whole. */
export function about(pointer: string, message: string): Finding {
  return { message, pointer, start: null, end: null, fix: null };
}

/** A finding about a part of the body's markdown. */
export function inBody(start: number, end: number, message: string, fix: string | null = null): Finding {
  return { message, pointer: BODY, start, end, fix };
}

/** A finding about a part of a block's text. */
export function inBlock(block: Block, start: number, end: number, message: string, fix: string | null = null): Finding {
  const { origins } = block;
  const last = end > start ? origins[end - 1] : undefined;
  return inBody(origins[start] ?? block.start, last === undefined ? block.end : last + 1, message, fix);
}

/**
 * A finding for every match of a global pattern in the title, the summary and the prose of a release; a message that is
 * undefined passes a match over.
 */
export function matchesAnywhere(
  { title, summary, prose }: Pick<Reading, 'title' | 'summary' | 'prose'>,
  pattern: RegExp,
  messageOf: (match: RegExpExecArray) => string | undefined,
): Finding[] {
  const inField = (pointer: string, text: string | null): Finding[] =>
    [...(text ?? '').matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const message = messageOf(match);
      return message === undefined ? [] : [{ message, pointer, start, end, fix: null }];
    });
  return [...inField(TITLE, title), ...inField(SUMMARY, summary), ...matchesIn(prose, pattern, messageOf)];
}

/** A finding for every match of a global pattern in these blocks; a message that is undefined passes a match over. */
export function matchesIn(
  blocks: readonly Block[],
  pattern: RegExp,
  messageOf: (match: RegExpExecArray, block: Block) => string | undefined,
): Finding[] {
  return blocks.flatMap((block) =>
    [...block.text.matchAll(pattern)].flatMap((match) => {
      const message = messageOf(match, block);
      return message === undefined ? [] : [inBlock(block, match.index, match.index + match[0].length, message)];
    }),
  );
}
