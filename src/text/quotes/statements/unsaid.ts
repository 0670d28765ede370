import type { Block } from '../../block.ts';
import { inAnyCase } from '../any-case.ts';
import { isDefinite } from '../cast/identity.ts';
import type { Place } from '../cues/cues.ts';
import { readFollowUp, readSignature } from '../cues/follow-up.ts';
import { holdsPost } from '../speaker/post.ts';
import { readSpeaker } from '../speaker/read-speaker.ts';
import type { Speaker, SpeakerRead } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isBlank, sentenceStarts, wordsOf } from '../words.ts';
import { isProse, type Passage } from './passages.ts';
import { tellsOfSelf, tellsOfWords } from './voice.ts';

/** A statement beside which no verb of speech may stand. */
interface Unsaid {
  readonly passages: readonly Passage[];
  speaker: Speaker | null;
  /** Behind the last passage and the attribution that follows it. */
  readonly reach: Place;
}

/** Characters of a line that holds nothing but a name. */
const MAX_NAME_LENGTH = 60;
/** Blocks above a question in which somebody is said to answer. */
const MAX_BLOCKS_ABOVE = 4;

/**
 * Finds who speaks where nobody is said to: by the line that signs a statement or stands above it, or by whom the
 * narration before it is about.
 */
export function nameUnsaid(blocks: readonly Block[], drafts: readonly Unsaid[]): void {
  const first = drafts.find(({ speaker }) => speaker === null);
  const isAbove = first !== undefined && nameAbove(blocks, first.passages[0]) !== null;
  for (const [index, draft] of drafts.entries()) {
    draft.speaker ??=
      (isAbove ? nameAbove(blocks, draft.passages[0]) : null) ??
      signatureBelow(blocks, draft.reach) ??
      namedBefore(blocks, draft, drafts[index - 1]);
  }
}

/** Who speaks as far as what stands above or before a statement tells. */
export function namedBefore(
  blocks: readonly Block[],
  { passages: [first] }: Pick<Unsaid, 'passages'>,
  previous: Unsaid | undefined,
): Speaker | null {
  return (
    nameAbove(blocks, first) ??
    subjectBefore(blocks, first, previous?.reach) ??
    answering(blocks, first, previous?.speaker ?? null)
  );
}

/** Who signs a statement in the block below it. */
export function signatureBelow(blocks: readonly Block[], { block, at }: Place): Speaker | null {
  const next = blocks[block + 1];
  // A line with a colon leads to what stands below it.
  if (!next || !isProse(next) || /:\s*$/.test(next.text) || !isBlank(blocks[block]?.text.slice(at))) return null;
  const isSaid = INVERTED.test(next.text) || WORDS_OF.test(next.text);
  const inverted = isSaid ? readFollowUp(next.text.replace(/^(?:so|thus) /i, '')) : null;
  if (inverted?.speaker.kind === 'person') return inverted.speaker;
  const signed = signatureOf(next);
  const isName = signed !== null && signed.role === null && signed.asWritten === next.text.trim();
  return isName ? (withPostBelow(next, blocks[block + 2]) ?? signed) : signed;
}

/** `So says Jo Bell, 63, a retired postman`: below the statement, as behind it. */
const INVERTED = new RegExp(String.raw`^${inAnyCase('(?:so |thus )?(?:says|said) (?:the )?')}\p{Lu}`, 'u');

/** `Those were the words of Jo Bell as she cut the ribbon.` */
const WORDS_OF =
  /^(?:That|This|These|Those) (?:is|was|are|were) the (?:words|views?|verdict|message|advice|warning|plea) (?:of|from) /;

/** `Cllr Jo Bell`, and in the line below it `Cabinet Member for Highways, Marl Council`. */
function withPostBelow(name: Block, below: Block | undefined): Speaker | null {
  const post = below?.kind === 'paragraph' && below.text.length <= MAX_NAME_LENGTH ? below.text.trim() : '';
  const isPost = holdsPost(wordsOf(post)) && !/[.!?:"”]$/.test(post) && !tellsOfWords(post);
  const speaker = isPost ? readSignature(`${name.text.trim()}, ${post}`) : null;
  return (speaker?.role ?? null) === null ? null : speaker;
}

/** The heading above a statement, or a line in strong emphasis, that says whose it is. */
function nameAbove(blocks: readonly Block[], first: Passage | undefined): Speaker | null {
  const above = blocks[(first?.block ?? 0) - 1];
  if (!first || !above || !isBlank(blocks[first.block]?.text.slice(0, first.outerStart))) return null;
  const isStrong = above.strong.some(({ start, end }) => start === 0 && end >= above.text.length - 1);
  if (above.kind === 'heading' || isStrong)
    return signatureOf(above) ?? (blocks[first.block]?.kind === 'block-quote' ? bodyIn(above.text) : null);
  // A line that holds a name and nothing else: `WM Siobhan Tranter`.
  if (STATEMENT_FROM.test(above.text)) return signatureOf(above);
  const named = above.kind === 'paragraph' && above.text.length <= MAX_NAME_LENGTH ? signatureOf(above) : null;
  return named?.asWritten === above.text.trim() ? named : null;
}

/** A body whose name is all of a line: `**Historic Places England**` above a quoted block. */
function bodyIn(line: string): Speaker | null {
  const name = line.replace(/:?\s*$/, '').trim();
  const { speaker } = readSpeaker(name) ?? {};
  return speaker?.kind === 'unnamed' && speaker.organisation === name ? speaker : null;
}

/** `The Minister` of `The Minister drew attention to the corridor`. */
const OFFICE = /^(?:The|Yr?)(?: \p{Lu}[\p{L}'’-]+)+(?: (?:of|for|and|&)(?: the)?(?: \p{Lu}[\p{L}'’-]+)+)*(?= \p{Ll})/u;

/**
 * `Cllr Bob Nuttall said that she was the best candidate. “…”`: whom the sentence before a statement is about, in the same
 * block, or in the one above when the statement is a block of its own.
 */
function subjectBefore(blocks: readonly Block[], first: Passage | undefined, reach: Place | undefined): Speaker | null {
  if (first === undefined) return null;
  const block = blocks[first.block];
  if (!block || !(block.kind === 'paragraph' || (block.kind === 'block-quote' && tellsOfSelf(block.text)))) return null;
  const after = (index: number): number => (reach?.block === index ? reach.at : 0);
  const beside = block.text.slice(after(first.block), first.outerStart).trim();
  const above = blocks[first.block - 1];
  const isBelow = block.text.slice(0, first.outerStart).trim() === '' && above?.kind === 'paragraph';
  const told = isBelow ? above.text.slice(after(first.block - 1)).trim() : beside;
  if (!/[.!?:]$/.test(told) || /["”]/.test(told)) return null;
  const sentences = sentenceStarts(told).map((start, at, starts) => told.slice(start, starts[at + 1]).trim());
  const [last = ''] = sentences.slice(-1);
  const asked = last.endsWith('?') ? askedOf(last) : null;
  if (asked) return asked;
  const opened = last.replace(/^(?:But|And|Yet|So|Then|Now|However,) (?=\p{L})/u, '');
  const read = readSpeaker(OFFICE.exec(opened)?.[0] ?? opened);
  if (read?.start === 0 && (last.endsWith(':') || tellsOfWords(last)) && isKnown(read)) return read.speaker;
  // `She has a cat now. “He is warm too.”`
  if (read?.start === 0 && !isBelow && /^s?he$/i.test(read.speaker.asWritten)) return read.speaker;
  for (const sentence of sentences.toReversed()) {
    const subject = readSpeaker(sentence);
    if (subject && isNamed(subject)) return subject.speaker;
    if (!isBelow) return null;
  }
  return null;
}

/** How a question begins before whom it asks. */
const ASKING = new RegExp(
  `^(?:(?:And|But|So|Then|Now),? )?(?:${inAnyCase('(?:what|how|why|where|when) (?:about |of |for )?')})?(?:${inAnyCase('(?:for|does|did|do|is|was|has|had|will|would|can|could)')} )?(?:the (?:verdict|view|answer|reaction|response|reply|advice|opinion) (?:of|from) )?`,
);

/** `And Darren, who has eleven weeks left? “…”`, `What does her rival, Cllr Bob Moss, make of it? “…”`: whom a question is about answers it. */
function askedOf(question: string): Speaker | null {
  const rest = question.replace(ASKING, '');
  const read = readSpeaker(rest);
  if (read?.speaker.kind !== 'person') return null;
  const { name, rank, title } = read.speaker;
  const isNext = /^(?:(?:the|a|an|his|her|their|its|our)(?: [\p{L}’'-]+){1,4},? )?$/u.test(rest.slice(0, read.start));
  const isSomebody = name?.includes(' ') === true || (rank ?? title) !== null || isFirstName(name ?? '');
  return isNext && isSomebody ? read.speaker : null;
}

function isNamed({ speaker: { kind, name }, start }: SpeakerRead): boolean {
  return kind === 'person' && start === 0 && name?.includes(' ') === true;
}

/** `She`, `Wg Cdr Pettifer`, `The Chair of the Fire Authority`: somebody of whom the release has told already. */
function isKnown({ speaker }: SpeakerRead): boolean {
  const { kind, rank, title, role, asWritten } = speaker;
  if (kind === 'pronoun') return /^s?he$/i.test(asWritten);
  return kind === 'person' ? (rank ?? title) !== null : role !== null && isDefinite(speaker);
}

/** `And what will she miss?`: a paragraph that asks one thing. */
const ONE_QUESTION =
  /^(?:And |But |So )?(?:[Ww]hat|[Ww]ho|[Ww]hy|[Hh]ow|[Ww]here|[Ww]hen|[Ww]hich|[Dd]oes|[Dd]id|[Ii]s|[Ww]as|[Aa]ny)\b[^.!?"“]{2,100}\?\s*$/;

/** Whether a heading, or a line with something in strong emphasis, asks somebody. */
export function isQuestion(block: Block | undefined): boolean {
  return (
    block?.text.trimEnd().endsWith('?') === true &&
    (block.kind === 'heading' || block.strong.length > 0 || ONE_QUESTION.test(block.text))
  );
}

/** Below a question in bold: whoever answered the one before, or whom the text above says to answer. */
function answering(blocks: readonly Block[], first: Passage | undefined, last: Speaker | null): Speaker | null {
  if (!first || !isQuestion(blocks[first.block - 1])) return null;
  if (last) return last;
  for (let index = first.block - 2; index >= Math.max(0, first.block - MAX_BLOCKS_ABOVE); index -= 1) {
    const speaker = interviewed(blocks[index]?.text ?? '');
    if (speaker) return speaker;
  }
  return null;
}

/** Whom a line says to answer, or to be interviewed. */
function interviewed(text: string): Speaker | null {
  const [, subject = ''] = /([^.!?]+?),? (?:answers|responds|explains|talks|tells)\b/.exec(text) ?? [];
  const plain = subject.trim().replace(/^(?:here|below|now),? /i, '');
  const [opening = ''] = INTERVIEW.exec(text) ?? [];
  const read = plain !== '' ? readSpeaker(plain) : opening === '' ? null : readSpeaker(text.slice(opening.length));
  return read?.speaker.kind === 'person' && (plain !== '' || read.start === 0) ? read.speaker : null;
}

/** `Five minutes with Kit Orme, ranger`, `Meet the ranger: Kit Orme` */
const INTERVIEW =
  /^.{0,60}?\b(?:(?:minutes|questions|chat|interview|Q ?(?:&|and) ?A|conversation|coffee) (?:with|for)|[Mm]eet(?: (?:the|our) [\p{Ll}-]+[:,]?)?|in the life of|[Ss]potlight on|[Ii]ntroducing):? (?=\p{Lu})/u;

/** `Statement from Chief Constable Jo Bell`: who makes the statement that stands below. */
export const STATEMENT_FROM =
  /^(?:an? )?(?:joint |full |personal |public )?(?:statement|message|tribute|comment|foreword|open letter|quote) (?:from|by) (?:the )?/i;

function signatureOf({ text, strong, breaks }: Block): Speaker | null {
  const [heading = ''] = STATEMENT_FROM.exec(text) ?? [];
  if (heading !== '') return readSpeaker(text.slice(heading.length).replace(/:\s*$/, ''))?.speaker ?? null;
  const bold = strong[0]?.start === 0 ? strong[0].end : 0;
  // A line of its own is as good as a comma: the name above, the post below.
  const lines = bold === 0 ? breaks.filter((at) => at < text.length) : [];
  const [from = text.length] = lines;
  return readSignature(from < text.length ? `${text.slice(0, from)},${text.slice(from)}` : text, bold);
}
