import type { Touched } from '../../domain/change.ts';

/** All that an answer is about: one article, what is listed in an area and below it, or this program alone. */
export type Topic = { readonly article: string } | { readonly area: string } | 'program';

/**
 * Whether an answer about this, or about anything where there is no topic, may be another one after a change.
 * @param touched undefined where everything may be another
 */
export function isTouched(topic: Topic | undefined, touched: Touched | undefined): boolean {
  if (topic === 'program') return false;
  if (topic === undefined || touched === undefined) return true;
  const { articles, areas } = touched;
  return 'article' in topic ? articles.has(topic.article) : areas === null || areas.has(topic.area);
}
