/** A fenced block of a markdown file. */
export interface FencedBlock {
  /** What stands behind the opening fence: `sh`, `json`, or nothing. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a markdown text, in their order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** The section of a markdown text under a heading of the second level. */
export function section(markdown: string, heading: string): string {
  const [, text = ''] = markdown.split(`\n## ${heading}\n`);
  return text.split('\n## ')[0] ?? '';
}
