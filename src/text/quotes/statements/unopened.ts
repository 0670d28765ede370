import type { Block } from '../../block.ts';
import { matchesOf } from '../../matches.ts';
import { readFollowUp } from '../cues/follow-up.ts';
import { readLeadIn } from '../cues/lead-in.ts';
import { readSpeaker } from '../speaker/read-speaker.ts';
import { sentenceStarts } from '../words.ts';
import type { Closing, Marked, Span } from './marks.ts';
import { isVoiced } from './voice.ts';

/** Characters of what lost its opening mark, with whoever says it. */
const MAX_LENGTH = 1500;
/** Colons and verbs before a closing mark that may announce what it closes. */
const MAX_ANNOUNCEMENTS = 8;
/** Behind what words begin that somebody is said to say. */
const ANNOUNCED = /: (?=["'‘]?\p{Lu})|\b(?:said|says|added|adds) (?!that\b)(?=["'‘]?\p{L})/gu;

/**
 * What a closing mark ends that nothing opens: behind an announcement, `PC Bright said: She changed her plea.”`, or from the
 * beginning of a block on, `We’re only lifting bags,” said Marine Tamblyn`.
 */
export function withoutOpening(text: string, marked: Marked, above: Block | undefined): Span[] {
  const { unopened: mark, stray, spans } = marked;
  if (!mark || mark.at === 0) return [];
  const floor =
    spans.findLast(({ outerTo, outerFrom }) => outerTo <= mark.at && isWhole(text, outerFrom))?.outerTo ?? 0;
  const from = announcedFrom(text, Math.max(floor, mark.at - MAX_LENGTH), mark.at);
  if (from !== null) return [upTo(from, mark)];
  const isFirst = stray?.at === mark.at && /^["'‘]?[\p{Lu}\d]/u.test(text);
  return isFirst && isSaid(text, mark, above) ? [upTo(behindNarration(text, mark.at), mark)] : [];
}

/** Spans that begin with a double mark: in a text that closes with one, single marks stand inside of somebody's words. */
function isWhole(text: string, at: number): boolean {
  return /^["“”„]|^(?:''|’’|‘‘)/.test(text.slice(at, at + 2));
}

function announcedFrom(text: string, floor: number, to: number): number | null {
  const stretch = text.slice(floor, to);
  const places = matchesOf(stretch, ANNOUNCED).slice(0, MAX_ANNOUNCEMENTS);
  const found = places.find(({ 0: sign, index }) => {
    const words = stretch.slice(index + sign.length);
    const lead = readLeadIn(stretch.slice(0, index + sign.length).trimEnd());
    return lead !== null && (sign.startsWith(':') || (lead.isBare && isVoiced(words) && /[.!?]$/.test(words)));
  });
  return found ? floor + found.index + found[0].length : null;
}

/** Whether somebody says what a block begins with: there, in the block above, or as nobody narrates. */
function isSaid(text: string, { at, end }: Closing, above: Block | undefined): boolean {
  if (readFollowUp(text.slice(end)) !== null) return true;
  if (text.slice(end).trim() !== '' || !/[.!?…]$/.test(text.slice(0, at))) return false;
  return isVoiced(text.slice(0, at)) || (above?.kind === 'paragraph' && readLeadIn(above.text)?.isFirm === true);
}

/** Behind the sentences at the beginning of a block that tell of somebody by name: `Jo Bell pulled the cord. It was a joy,” she said.` */
function behindNarration(text: string, to: number): number {
  const words = text.slice(0, to);
  const starts = sentenceStarts(words);
  const isTold = (start: number, at: number): boolean => {
    const sentence = words.slice(start, starts[at + 1]);
    const read = isVoiced(sentence) ? null : readSpeaker(sentence);
    return (
      read?.start === 0 &&
      read.speaker.kind === 'person' &&
      (read.speaker.rank !== null || read.speaker.name?.includes(' ') === true)
    );
  };
  return starts.find((start, at) => at === starts.length - 1 || !isTold(start, at)) ?? 0;
}

function upTo(from: number, { at, end }: Closing): Span {
  return { from, to: at, outerFrom: from, outerTo: end, isClosed: true, isNested: false };
}
