import { rankLength } from '../tables/ranks.ts';
import { isRoleWord } from '../tables/roles.ts';
import type { Word } from '../words.ts';
import { featuresOf } from './features.ts';
import { type Aspect, stretchesOf } from './labels.ts';
import { bestLabels } from './tagger.ts';
import { tokensOf } from './tokens.ts';
import { trainedWeights } from './weights.ts';

/** Words that say one thing of a speaker, and where they stand. */
export interface Said {
  readonly aspect: Aspect;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of the longest attribution that is read. */
const MAX_LENGTH = 600;
/** What ends a sentence is no part of a name. */
const SENTENCE_END = /[.:!?\s]+$/;

/** What the words of an attribution say of the speaker, in their order. */
export function tagAttribution(text: string): Said[] {
  const read = text.slice(0, MAX_LENGTH).replace(SENTENCE_END, '');
  const tokens = tokensOf(read);
  const labels = bestLabels(featuresOf(read, tokens), trainedWeights());
  return stretchesOf(labels).map(({ aspect, from, to }) => {
    const said = saidBetween(text, aspect, tokens[from], tokens[to - 1]);
    return isTrade(said) ? { ...said, aspect: 'role' } : said;
  });
}

/** `Fundraiser Jo Bell`, `Tower Captain Jo Bell`: words for what somebody does are no rank, whatever stands like one. */
function isTrade({ aspect, text }: Said): boolean {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  return aspect === 'rank' && isRoleWord(last) && rankLength(words, 0) === 0 && !OFFICE.test(last);
}

/** Words that are a rank before a name although many hold a post that is called so. */
const OFFICE = /^(?:sheriff|provost|bailie|commissioner|governor|recorder|coroner|padre|chief)$/i;

function saidBetween(text: string, aspect: Aspect, first: Word | undefined, last: Word | undefined): Said {
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  return { aspect, text: text.slice(start, end), start, end };
}
