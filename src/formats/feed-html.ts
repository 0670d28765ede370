import type { PublicArticle } from '../domain/article.ts';
import { correctionLead } from './correction-note.ts';
import { escapeHtml } from './html.ts';

/** The body as a reader of feeds sees it: the text, and below it what later editions put right. */
export function feedHtml({
  body,
  corrections,
  language,
}: Pick<PublicArticle, 'body' | 'corrections' | 'language'>): string {
  const notes = corrections.map(
    (each) => `<p><strong>${correctionLead(language, each)}</strong> ${escapeHtml(each.note)}</p>`,
  );
  return [body.html ?? '', ...notes].join('\n');
}
