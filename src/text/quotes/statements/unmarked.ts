import type { Block } from '../../block.ts';
import { readLeadIn } from '../cues/lead-in.ts';
import { readSpeaker } from '../speaker/speaker.ts';
import { type Passage, tellsOfItself } from './passages.ts';

/** Where a whole statement without marks comes to its end, besides at a heading. */
const BOILERPLATE =
  /^(?:[-–—*# ]*ends\b|notes? (?:to|for) editors?|notes?:|for (?:more|further|media)\b|anyone (?:with|who)|information can|contact|media (?:enquiries|contact)|press office|follow us|background|-{2,}|\*{3}|about )/i;
/** Paragraphs of the longest statement. */
const MAX_PARAGRAPHS = 40;
/** Characters of narration in which an attribution is looked for. */
const MAX_LEAD_LENGTH = 400;
/** `The Transport Secretary has today issued the following statement …` */
const ISSUES =
  /\b(?:issued|made|released|gave|given|published) (?:the following|this|a|the below) (?:joint |short |full |written |public )?(?:statement|message|update)\b[^.]*(?:[.:]\s*)?$/i;
const MARK = /["“”]/;
/** Behind the colon of `Insp Shaw said: We are pleased.` */
const INLINE = /^([^"“”:]{4,400}?\b(?:said|says|added|commented|explained|stated|writes|wrote)): (?=\p{Lu}\p{Ll}*\s)/u;
const MIN_INLINE_LENGTH = 40;

/**
 * Statements that no marks set off: whole paragraphs below `In a statement, X said:` up to the next heading, and the rest of
 * a paragraph behind `X said:`. Given what is set off by marks, gives both in the order of the text.
 */
export function withUnmarked(blocks: readonly Block[], marked: readonly Passage[]): Passage[] {
  const withMarks = new Set(marked.map(({ block }) => block));
  const found: Passage[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph' || !(block.text.includes(':') || ISSUES.test(block.text))) continue;
    if (announces(block)) {
      const end = endOfStatement(blocks, withMarks, index + 1);
      for (let at = index + 1; at < end; at += 1) found.push(wholeOf(blocks[at], at));
      index = Math.max(index, end - 1);
    } else if (!withMarks.has(index)) found.push(...inline(blocks, withMarks, index));
  }
  if (found.length === 0) return [...marked];
  const whole = new Set(found.map(({ block }) => block));
  return [...marked.filter(({ block }) => !whole.has(block)), ...found].sort((a, b) => a.block - b.block);
}

/** Whether a paragraph ends in an attribution with its colon: `In a statement, Chief Constable Jo Shaw said:`. */
function announces({ text }: Block): boolean {
  if (ISSUES.test(text) && !MARK.test(text)) return readSpeaker(text)?.start === 0;
  if (!/:\s*$/.test(text) || MARK.test(text)) return false;
  const lead = readLeadIn(text);
  return lead?.isFirm === true && lead.speaker.kind !== 'pronoun';
}

/** The first block behind an announced statement; the block itself when it is no statement without marks. */
function endOfStatement(blocks: readonly Block[], withMarks: ReadonlySet<number>, from: number): number {
  let end = from;
  while (end < blocks.length && end - from < MAX_PARAGRAPHS) {
    const block = blocks[end];
    if (block?.kind !== 'paragraph' || BOILERPLATE.test(block.text)) break;
    const opens =
      /^["“‘']/.test(block.text) || (withMarks.has(end) && readLeadIn(block.text.slice(0, MAX_LEAD_LENGTH)) !== null);
    if (opens || announces(block) || /\b(?:said|added):? ["“]/.test(block.text)) break;
    end += 1;
  }
  return end;
}

/** The rest of a paragraph behind `X said:`, and the paragraphs below in which the same person speaks of themselves. */
function inline(blocks: readonly Block[], withMarks: ReadonlySet<number>, index: number): Passage[] {
  const { text = '' } = blocks[index] ?? {};
  const [lead = ''] = INLINE.exec(text) ?? [];
  if (lead === '' || text.length - lead.length < MIN_INLINE_LENGTH || MARK.test(text)) return [];
  const speaker = readLeadIn(lead.trimEnd())?.speaker;
  const isKnown = speaker?.kind === 'person' || speaker?.kind === 'pronoun' || (speaker?.organisation ?? null) !== null;
  if (!isKnown) return [];
  const found = [unmarked(index, lead.length, text.length)];
  for (let at = index + 1; at < index + MAX_PARAGRAPHS; at += 1) {
    const block = blocks[at];
    const goesOn = block?.kind === 'paragraph' && tellsOfItself(block.text) && !withMarks.has(at);
    if (!goesOn || INLINE.test(block.text) || announces(block)) break;
    found.push(wholeOf(block, at));
  }
  return found;
}

function wholeOf(block: Block | undefined, index: number): Passage {
  return unmarked(index, 0, block?.text.trimEnd().length ?? 0);
}

function unmarked(block: number, start: number, end: number): Passage {
  return { block, start, end, outerStart: start, outerEnd: end, marks: 'none' };
}
