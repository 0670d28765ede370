import { matchesOf } from '../../matches.ts';
import { MAX_ATTRIBUTION_LENGTH } from '../cues/attribution.ts';
import { readFollowUp } from '../cues/follow-up.ts';
import { readLeadIn } from '../cues/lead-in.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isSpeechVerb, takesListener } from '../tables/verbs.ts';
import { isCapital, sentenceStarts } from '../words.ts';
import { findMarks } from './glyphs.ts';
import { type Closing, type Marked, readMarks, type Span } from './marks.ts';
import { tellsOfSelf } from './voice.ts';

/** Where words may end behind which somebody is said to say them. */
const ENDS = /[,.!?…]['’]?(?=\s+\p{L})|(?=\s[–—-]\s+\p{Lu})/gu;
/** Places in one stretch that are looked at; more commas are no release. */
const MAX_ENDS = 40;

/**
 * Marks of a text with those put in that are missing before an attribution: `“We see the tears, she said.`, and
 * `“It is late, said Jo Bell. “It is not too late.”`.
 */
export function withClosings(text: string, marked: Marked): Marked {
  const at = marked.spans.findIndex(({ isClosed, isNested }) => !isClosed || isNested);
  const span = marked.spans[at];
  const cut = span && cutSpan(text, span);
  if (!cut) return marked;
  const rest = cut.next === text.length ? [] : shifted(readMarks(text.slice(cut.next)).spans, cut.next);
  return { ...marked, spans: [...marked.spans.slice(0, at), cut.span, ...rest] };
}

/** Where the attribution begins that ends a paragraph of a statement without any mark: `… the week after, said Jo Bell.` */
export function closingWords(text: string): Closing | null {
  return attributionAt(text, 0, text.length);
}

/** A span up to the attribution in it, and where the marks behind that are to be read. */
function cutSpan(text: string, span: Span): { span: Span; next: number } | null {
  const opens = findMarks(text)
    .filter(({ opens: isOpening, closes, at }) => isOpening && !closes && at > span.from && at < span.to)
    .map(({ at }) => at);
  let from = span.from;
  for (const next of span.isClosed ? opens : [...opens, text.length]) {
    const end = attributionAt(text, from, next) ?? (next < text.length ? announcementAt(text, from, next) : null);
    if (end) return { span: { ...span, to: end.at, outerTo: end.end, isClosed: true, isNested: false }, next };
    from = next;
  }
  return null;
}

/** Behind the words, in a stretch of text, of which the rest says who says them. */
function attributionAt(text: string, from: number, to: number): Closing | null {
  const stretch = text.slice(from, to);
  const places = matchesOf(stretch, ENDS).slice(-MAX_ENDS);
  const found = places.find(
    ({ 0: end, index }) => !endsCited(stretch, end, index) && isAttribution(stretch, end, index + end.length),
  );
  if (!found) return null;
  const end = from + found.index + found[0].length;
  return { at: /['’]$/.test(found[0]) ? end - 1 : end, end };
}

/** `“‘Who moves the pews?’ asked the verger. We all did.`: a single mark that closes what was opened within the words. */
function endsCited(stretch: string, end: string, at: number): boolean {
  return /['’]$/.test(end) && /(?:^|[\s(])['‘][^'’]*$/.test(stretch.slice(Math.max(0, at - MAX_CITED), at));
}

/** Characters of what somebody cites. */
const MAX_CITED = 200;

/** Where, before an opening mark, the sentence begins that announces what follows it: `… in six. Cllr Amy Lee said: “`. */
function announcementAt(text: string, from: number, to: number): Closing | null {
  const stretch = text.slice(from, to);
  const start = sentenceStarts(stretch).at(-1) ?? 0;
  const lead = start > 0 ? readLeadIn(stretch.slice(start)) : null;
  const isAnnounced = lead?.isFirm === true && lead.speaker.kind !== 'pronoun' && isSomebody(lead.speaker);
  const at = from + stretch.slice(0, start).trimEnd().length;
  return isAnnounced ? { at, end: at } : null;
}

function isAttribution(stretch: string, end: string, at: number): boolean {
  const narration = stretch.slice(at, at + MAX_ATTRIBUTION_LENGTH);
  const [, first = ''] = FIRST_WORD.exec(narration) ?? [];
  const isVerbFirst = isSpeechVerb(first);
  // Most commas part words of one sentence.
  if (!isVerbFirst && !(isCapital(first) || /^(?:s?he|they|the|y|yr)$/.test(first))) return false;
  if (takesListener(first)) return false;
  // `A. She said …` tells something new; `A, she said` and `A! said Jo` do not.
  if (end !== '' && !isVerbFirst && !end.startsWith(',')) return false;
  const follow = readFollowUp(narration);
  if (follow === null) return false;
  // `We rang, they told us to wait, and I waited.`: who speaks tells it.
  if (follow.speaker.kind === 'pronoun' && (tellsOfSelf(narration.slice(0, follow.to)) || ASKED_FOR.test(narration)))
    return false;
  // `…, added Bell.` at the end of a paragraph
  const isLast = isVerbFirst && end.startsWith(',') && follow.to >= narration.trimEnd().replace(/[.!?]$/, '').length;
  if (!isSomebody(follow.speaker) && !(isLast && follow.speaker.kind === 'person')) return false;
  return end !== '' || follow.to === narration.length;
}

const ASKED_FOR = /^[\s–—-]*(?:s?he|they) (?:asked|begged|appealed|cried|called|shouted) (?:for|to)\b/;

const FIRST_WORD = /^[\s–—-]*([\p{L}'’]+)/u;

/** `I am glad` of `It needs a surgeon, I am glad to say.` is nobody of whom a release tells. */
function isSomebody({ kind, name, role, organisation, rank }: Speaker): boolean {
  if (kind === 'pronoun') return true;
  return kind === 'person'
    ? name?.includes(' ') === true || rank !== null || isFirstName(name ?? '')
    : (role ?? organisation) !== null;
}

function shifted(spans: readonly Span[], by: number): Span[] {
  return spans.map((span) => ({
    ...span,
    ...{ from: span.from + by, to: span.to + by, outerFrom: span.outerFrom + by, outerTo: span.outerTo + by },
  }));
}
