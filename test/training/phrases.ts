import { type Aspect, firstOf, NOTHING } from '../../src/text/quotes/tagger/labels.ts';
import { tokensOf } from '../../src/text/quotes/tagger/tokens.ts';
import type { Word } from '../../src/text/quotes/words.ts';

/** An attribution with what its words say of the speaker, as a person reads it. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly Word[];
  /** One for every token. */
  readonly labels: readonly number[];
}

const ASPECTS: Readonly<Record<string, Aspect>> = { n: 'name', k: 'rank', r: 'role', o: 'organisation' };
const MARKED = /\{([nkro]):([^{}]+)\}/g;

/**
 * Reads marked attributions, one a line: `{k:Inspector} {n:Jo Bell}, {r:head of training} at {o:Marl Police}` with `n` for
 * the name, `k` for the rank, `r` for the role and `o` for the organisation. Empty lines and those that begin with `#` are passed over.
 *
 * @throws Error for a line with braces that mark nothing
 */
export function readPhrases(source: string): Phrase[] {
  return source
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(readPhrase);
}

function readPhrase(line: string): Phrase {
  const stretches: { readonly aspect: Aspect; readonly start: number; readonly end: number }[] = [];
  let text = '';
  let at = 0;
  for (const { 0: marked, 1: letter = '', 2: words = '', index } of line.matchAll(MARKED)) {
    text += line.slice(at, index);
    const aspect = ASPECTS[letter];
    if (aspect) stretches.push({ aspect, start: text.length, end: text.length + words.length });
    text += words;
    at = index + marked.length;
  }
  text += line.slice(at);
  if (/[{}]/.test(text)) throw new Error(`a brace marks nothing: ${line}`);
  const tokens = tokensOf(text);
  const labels = tokens.map(({ start, end }) => {
    const stretch = stretches.find((each) => each.start <= start && end <= each.end);
    return stretch ? firstOf(stretch.aspect) + (start === stretch.start ? 0 : 1) : NOTHING;
  });
  return { text, tokens, labels };
}
