import type { Token } from 'markdown-it';
import { linesOf } from './offsets.ts';

/** A picture in a body. */
export interface Picture {
  /** What it says to those who do not see it; empty where nobody wrote anything. */
  readonly alt: string;
  /** Offsets into the markdown of the paragraph that it stands in, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** The pictures of a body in their order, from the tokens of its one parse. */
export function picturesOf(markdown: string, tokens: readonly Token[]): Picture[] {
  const lines = linesOf(markdown);
  return tokens.flatMap(({ children, map }) => {
    const images = children?.filter(({ type }) => type === 'image') ?? [];
    const [first = 0, next = first + 1] = map ?? [];
    const start = lines.starts[first] ?? 0;
    const end = (lines.starts[next] ?? markdown.length + 1) - 1;
    return images.map(({ content }) => ({ alt: content, start, end }));
  });
}
