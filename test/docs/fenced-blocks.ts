/** A fenced block of a markdown file. */
export interface FencedBlock {
  /** What stands behind the opening fence: `sh`, `json`, or nothing. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a markdown text, in their order; what stands inside a longer fence is its text. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)^\1$/gm)].map(([, , language = '', text = '']) => ({
    language,
    text,
  }));
}
