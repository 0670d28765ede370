import type { PublicArticle } from '../domain/article.ts';
import { dayOf } from '../domain/time.ts';

/** The body as a reader of feeds sees it: the text, and below it what later editions put right. */
export function feedHtml({ body, corrections }: Pick<PublicArticle, 'body' | 'corrections'>): string {
  const notes = corrections.map(
    ({ at, note }) => `<p><strong>Correction, ${dayOf(at)}:</strong> ${escapeHtml(note)}</p>`,
  );
  return [body.html ?? '', ...notes].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
