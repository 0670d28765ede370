import * as z from 'zod';
import type { Highlights, Passage } from '../../domain/query.ts';
import { escapeHtml } from '../../formats/html.ts';

const marked = z.string().nullable();

export const highlightsView = z
  .strictObject({
    title: marked.meta({ example: '<mark>Closure</mark> order extended' }),
    summary: marked,
    body: marked.meta({ description: 'The part with most of the words.' }),
  })
  .meta({
    id: 'Highlights',
    description:
      'Safe HTML: words that match stand in `mark` elements, everything else is escaped. Null: none stands there.',
  });

export function toHighlightsView({ title, summary, body }: Highlights): z.output<typeof highlightsView> {
  return { title: title && toHtml(title), summary: summary && toHtml(summary), body: body && toHtml(body) };
}

function toHtml(passage: Passage): string {
  return passage.map(({ text, isHit }) => (isHit ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text))).join('');
}
