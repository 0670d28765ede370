import { Problem, type ProblemError } from '../../src/domain/problem.ts';
import { type ReleaseDocument, readDocument } from '../../src/text/document.ts';

export const URL_LINE = 'url: https://www.ouseshire.police.example/news/quay';

/** A document with these lines of keys beside what every document needs. */
export function withKeys(...lines: string[]): string {
  const title = lines.some((line) => /^title/i.test(line)) ? [] : ['title: A title'];
  return ['```yaml', URL_LINE, ...lines, ...title, '```', 'Body.'].join('\n');
}

export function read(text: string): ReleaseDocument {
  return readDocument(new TextEncoder().encode(text));
}

/** What a refusal says is wrong; nothing when nothing is refused. */
export function errorsOf(read: () => unknown): readonly ProblemError[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_document') return error.errors;
    throw error;
  }
  return [];
}

/** What a document says that has nothing but what it must have. */
export const PLAIN: ReleaseDocument = {
  title: 'A title',
  summary: null,
  url: 'https://www.ouseshire.police.example/news/quay',
  slug: 'quay',
  area: null,
  language: 'en',
  tags: [],
  publishedAt: null,
  publishedAtPrecision: 'instant',
  image: null,
  extra: {},
  markdown: 'Body.',
};
