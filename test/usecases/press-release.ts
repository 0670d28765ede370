/** What a test wants to be in a document; the rest is the same in all. */
export interface Wording {
  readonly slug?: string;
  readonly title?: string;
  readonly date?: string;
  readonly area?: string;
  readonly body?: string;
}

export const STATEMENT = 'Inspector Rebecca Shaw, from Ouseshire Police, said: "We are very proud of the whole team."';

/** A press release as a markdown file. */
export function pressRelease({
  slug = 'closure-order',
  title = 'Closure order extended',
  date = '29 Oct 2020',
  area = 'Ouseshire',
  body = STATEMENT,
}: Wording = {}): string {
  return `\`\`\`yaml
area: ${area}
publish:
  date: ${date}
title: ${title}
url: https://police.example/news/${slug}
\`\`\`

The court granted an extension.

${body}
`;
}

/** The same as a record: one line of NDJSON. */
export function pressRecord({
  slug = 'closure-order',
  title = 'Closure order extended',
  date = '29 Oct 2020',
  area = 'Ouseshire',
  body = STATEMENT,
}: Wording = {}): string {
  const url = `https://police.example/news/${slug}`;
  return JSON.stringify({ area, publish: { date }, title, url, body: `The court granted an extension.\n\n${body}` });
}
