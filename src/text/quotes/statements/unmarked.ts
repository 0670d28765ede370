import type { Block } from '../../block.ts';
import { readLeadIn } from '../cues/lead-in.ts';
import { readSpeaker } from '../speaker/read-speaker.ts';
import { isProse, type Passage } from './passages.ts';
import { STATEMENT_FROM } from './unsaid.ts';
import { isBoilerplate, isNarration, isVoiced, tellsOfSelf } from './voice.ts';

/** Paragraphs of the longest statement. */
const MAX_PARAGRAPHS = 40;
/** Characters of narration in which an attribution is looked for. */
const MAX_LEAD_LENGTH = 400;
/** `The Transport Secretary has today issued the following statement …` */
const ISSUES =
  /\b(?:issued|made|released|gave|given|published) (?:the following|this|a|the below) (?:joint |short |full |written |public )?(?:statement|message|update)\b[^.]*(?:[.:]\s*)?$/i;
/** `The following was issued by Jo Bell:` */
const ISSUED_BY =
  /^(?:The|This) (?:following|below|(?:joint |full )?(?:statement|message|tribute))\b[^.]{0,60}? (?:was|is|has been) (?:today )?(?:issued|released|made|given|written|sent|shared) (?:\p{Ll}+ ){0,3}?(?:by|on behalf of|from) [^.]*:\s*$/u;
const MARK = /["“”]/;
/** The colon behind which the words of whoever is named before it follow in the same paragraph. */
const COLON = /^[^:]{4,400}?: (?=["'‘]?\p{Lu})/u;
/** Words of the shortest statement that nothing sets off. */
const MIN_INLINE_WORDS = 4;

/**
 * Statements that no marks set off: whole paragraphs below `In a statement, X said:` up to the next heading, and the rest of
 * a paragraph behind `X said:`. Given what is set off by marks, gives both in the order of the text.
 */
export function withUnmarked(blocks: readonly Block[], marked: readonly Passage[]): Passage[] {
  const withMarks = new Set(marked.map(({ block }) => block));
  const opened = new Set(
    marked.filter(({ outerStart, start }) => outerStart === 0 && start > 0).map(({ block }) => block),
  );
  const closing = new Set(marked.filter(isClosing).map(({ block }) => block));
  const found: Passage[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block || !mayAnnounce(block)) continue;
    if (block.kind !== 'list-item' && announces(blocks, index)) {
      const end = endOfStatement(blocks, { withMarks, opened, closing }, index + 1);
      for (let at = index + 1; at < end; at += 1) found.push(wholeOf(blocks[at], at));
      index = Math.max(index, end - 1);
    } else if (!withMarks.has(index)) found.push(...inline(blocks, withMarks, index));
  }
  if (found.length === 0) return [...marked];
  const whole = new Set(found.map(({ block }) => block));
  return [...marked.filter(({ block }) => !whole.has(block)), ...found].sort((a, b) => a.block - b.block);
}

/**
 * Whether a paragraph leads to what stands below it: `In a statement, Chief Constable Jo Shaw said:`. Where it says so with a
 * `he`, or without a verb, somebody must be heard there.
 */
function announces(blocks: readonly Block[], index: number): boolean {
  const { text = '', kind } = blocks[index] ?? {};
  if (MARK.test(text)) return false;
  const next = blocks[index + 1];
  const isHeard = next?.kind === 'paragraph' && tellsOfSelf(next.text);
  if (STATEMENT_FROM.test(text) && !/[.!?]\s*$/.test(text)) return isHeard && saidFrom(next) === null;
  if (kind === 'heading') return false;
  if (ISSUED_BY.test(text)) return readLeadIn(text) !== null;
  if (ISSUES.test(text)) return readSpeaker(text)?.start === 0;
  if (!/[:,]\s*$/.test(text)) return false;
  const lead = readLeadIn(text);
  if (lead?.isFirm === true && lead.speaker.kind !== 'pronoun') return true;
  return lead !== null && isHeard;
}

function mayAnnounce(block: Block): boolean {
  if (STATEMENT_FROM.test(block.text)) return true;
  return isProse(block) && (/[:,]/.test(block.text) || ISSUES.test(block.text));
}

/** Blocks in which something is set off, and those of them that begin with it. */
interface MarkedBlocks {
  readonly withMarks: ReadonlySet<number>;
  readonly opened: ReadonlySet<number>;
  /** Those that only close a statement: `… who grew up round the corner.”` */
  readonly closing: ReadonlySet<number>;
}

function isClosing({ outerStart, start, marks }: Passage): boolean {
  return outerStart === 0 && start === 0 && marks === 'closed';
}

/** The first block behind an announced statement; the block itself when it is no statement without marks. */
function endOfStatement(blocks: readonly Block[], marks: MarkedBlocks, from: number): number {
  const limit = boundaryOf(blocks, marks, from);
  // A mark that closes what none opened: all above it is said.
  if (marks.closing.has(limit)) return limit;
  const texts = blocks.slice(from, limit).map(({ text }) => text);
  const lastOfSelf = texts.findLastIndex(tellsOfSelf);
  // Up to a heading everything may be said; where no heading ends it, the voice does.
  const isOver = lastOfSelf === -1 || isHeading(blocks[limit]) ? isNarration : (text: string) => !isVoiced(text);
  const told = texts.findIndex((text, at) => at > Math.max(0, lastOfSelf) && isOver(text));
  return told === -1 ? limit : from + told;
}

/** A heading, or a line in strong emphasis that works as one. */
function isHeading(block: Block | undefined): boolean {
  const [first] = block?.strong ?? [];
  return (
    block?.kind === 'heading' ||
    (block?.kind === 'paragraph' && first?.start === 0 && first.end >= block.text.trimEnd().length)
  );
}

/** The first block behind an announcement that no statement without marks can hold. */
function boundaryOf(blocks: readonly Block[], marks: MarkedBlocks, from: number): number {
  const { withMarks, opened } = marks;
  let end = from;
  while (end < blocks.length && end - from < MAX_PARAGRAPHS) {
    const block = blocks[end];
    if (block?.kind !== 'paragraph' || isBoilerplate(block.text) || marks.closing.has(end)) break;
    const opens = opened.has(end) || (withMarks.has(end) && leadsToMarks(block.text));
    if (opens || announces(blocks, end)) break;
    end += 1;
  }
  return end;
}

/** Whether what stands before the first mark of a paragraph says who speaks: `told “out”` inside somebody's words does not. */
function leadsToMarks(text: string): boolean {
  const before = text.slice(0, Math.min(MAX_LEAD_LENGTH, Math.max(0, text.search(MARK))));
  return !tellsOfSelf(before) && readLeadIn(before) !== null;
}

/** The rest of a paragraph behind `X said:`, and the paragraphs below in which the same person speaks of themselves. */
function inline(blocks: readonly Block[], withMarks: ReadonlySet<number>, index: number): Passage[] {
  const start = saidFrom(blocks[index]) ?? listedFrom(blocks, withMarks, index);
  if (start === null) return [];
  const found = [unmarked(index, start, blocks[index]?.text.trimEnd().length ?? 0)];
  for (let at = index + 1; at < index + MAX_PARAGRAPHS; at += 1) {
    const block = blocks[at];
    const goesOn = block?.kind === 'paragraph' && tellsOfSelf(block.text) && !withMarks.has(at);
    if (!goesOn || saidFrom(block) !== null || announces(blocks, at)) break;
    found.push(wholeOf(block, at));
  }
  return found;
}

/** Behind the colon of `Insp Shaw said: We are pleased.`, and of `Insp Shaw, of Marl Police: We are pleased.` */
function saidFrom(block: Block | undefined): number | null {
  const { text = '', kind } = block ?? {};
  const [lead = ''] = COLON.exec(text) ?? [];
  const said = text.slice(lead.length).trimEnd();
  if (lead === '' || MARK.test(text) || said.split(/\s+/, MIN_INLINE_WORDS).length < MIN_INLINE_WORDS) return null;
  const found = readLeadIn(lead.trimEnd());
  if (!found) return null;
  const { kind: who, role, rank, organisation } = found.speaker;
  if (found.isFirm && kind === 'paragraph')
    return who !== 'unnamed' || organisation !== null || tellsOfSelf(said) ? lead.length : null;
  // Without a verb it may be a list of winners, or of whom to ask.
  const isHolder = who === 'person' && (rank ?? role ?? organisation) !== null;
  return (found.isFirm || isHolder) && isVoiced(said) && !isBoilerplate(said) ? lead.length : null;
}

/** Points of a list beside one in which others are looked for that are set off by marks. */
const MAX_POINTS = 4;

/** `- **Jo Bell, a tenant:** Eighteen people. They have gone to work.` among points of which each is somebody's, in marks. */
function listedFrom(blocks: readonly Block[], withMarks: ReadonlySet<number>, index: number): number | null {
  const { text = '', kind, strong: [first] = [] } = blocks[index] ?? {};
  const [lead = ''] = COLON.exec(text) ?? [];
  if (kind !== 'list-item' || lead === '' || first?.start !== 0 || first.end < lead.trimEnd().length - 1) return null;
  const from = Math.max(0, index - MAX_POINTS);
  const isAmong = blocks
    .slice(from, index + MAX_POINTS + 1)
    .some((near, at) => near.kind === 'list-item' && withMarks.has(from + at) && LISTED.test(near.text));
  const isSaid = isAmong && /[.!?]$/.test(text.trimEnd()) && !MARK.test(text);
  return isSaid && readLeadIn(lead.trimEnd())?.speaker.kind === 'person' ? lead.length : null;
}

/** Whose point it is, and behind a colon or a dash what they say. */
const LISTED = /^[^:"“]{4,200}(?::|[–—-]) ?["“]/;

function wholeOf(block: Block | undefined, index: number): Passage {
  return unmarked(index, 0, block?.text.trimEnd().length ?? 0);
}

function unmarked(block: number, start: number, end: number): Passage {
  return { block, start, end, outerStart: start, outerEnd: end, marks: 'none' };
}
