import { authorization } from './log.ts';

/* A release as the server where it was first published has it now. */

export interface SourceArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string | null;
  readonly area: { readonly name: string } | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly publishedAt: string;
  readonly publishedAtPrecision: string;
  readonly updatedAt: string;
  readonly edition: number;
  readonly image: object | null;
  readonly body: { readonly markdown: string };
  readonly quotes: readonly { readonly paragraphs: readonly string[]; readonly attribution: object }[];
  /** Newest first. */
  readonly corrections: readonly { readonly edition: number; readonly note: string }[];
}

/** How it was taken down, as a withdrawal has it. */
export interface Standing {
  readonly kind: 'notice' | 'gone' | 'redirect' | 'vanish';
  readonly explanation?: string;
  readonly alternative?: string;
}

/** @throws Error where the server cannot be reached, or has too much to do */
export async function readSource(
  server: string,
  key: string | undefined,
  id: string,
): Promise<{ readonly article: SourceArticle } | Standing> {
  // With a key, no cache stands between.
  const headers = { ...authorization(key), ...(key === undefined && { 'Cache-Control': 'no-cache' }) };
  const address = new URL(`/v1/articles/${id}?bodyFormat=markdown`, server);
  const response = await fetch(address, { headers, redirect: 'manual' });
  if (response.status === 308) return { kind: 'redirect', alternative: response.headers.get('location') ?? '' };
  if (response.status === 404) return { kind: 'vanish' };
  const answer = (await response.json()) as SourceArticle & { readonly withdrawal?: Standing; readonly detail: string };
  if (response.status === 410) return { kind: 'gone', explanation: answer.detail };
  if (!response.ok) throw new Error(`${response.status} ${answer.detail}`);
  if (!answer.withdrawal) return { article: answer };
  return { kind: 'notice', explanation: answer.withdrawal.explanation ?? '' };
}
