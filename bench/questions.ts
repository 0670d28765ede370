import * as z from 'zod';
import { handWrittenCursor } from './hand-written-cursor.ts';

/** What is asked of every subject; a server reads it as a path, raw SQLite as parameters of a statement. */
export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('newest') }),
  z.strictObject({
    kind: z.literal('deep-page'),
    cursor: z.string(),
    /** The last row of the page before. */
    after: z.strictObject({ publishedAt: z.string(), id: z.string() }),
  }),
  z.strictObject({ kind: z.literal('article'), slug: z.string() }),
  z.strictObject({ kind: z.literal('area'), area: z.string() }),
  z.strictObject({ kind: z.literal('area-and-year'), area: z.string(), year: z.int() }),
  /** The newest, and how many there are of each area, tag and year; in one area, or in all. */
  z.strictObject({ kind: z.literal('facets'), area: z.string().nullable() }),
  z.strictObject({ kind: z.literal('search'), words: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('ranked-search'), words: z.array(z.string()) }),
]);

export type Question = z.infer<typeof questionSchema>;
export type ListQuestion = Exclude<Question, { kind: 'article' }>;

/** Entries of a page. */
export const PAGE_ROWS = 20;

/** Path and query of a question, as Dateline takes it or the hand-written server, whose cursors are its own. */
export function pathOf(question: Question, of: 'dateline' | 'hand' = 'dateline'): string {
  switch (question.kind) {
    case 'newest':
      return '/v1/articles';
    case 'deep-page':
      return `/v1/articles?cursor=${of === 'hand' ? handWrittenCursor(question.after) : question.cursor}`;
    case 'article':
      return `/v1/articles/${question.slug}`;
    case 'area':
      return `/v1/articles?area=${question.area}`;
    case 'area-and-year':
      return `/v1/articles?area=${question.area}&from=${question.year}-01-01&to=${question.year}-12-31`;
    case 'facets':
      return `/v1/articles?facets=area,tag,year${question.area === null ? '' : `&area=${question.area}`}`;
    case 'search':
      return `/v1/articles?q=${question.words.join('+')}`;
    case 'ranked-search':
      return `/v1/articles?q=${question.words.join('+')}&sort=relevance`;
    default:
      return question satisfies never;
  }
}
