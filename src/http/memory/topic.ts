import type { Touched } from '../../domain/change.ts';

/** All that an answer is about: one article, or what is listed in an area and below it. */
export type Topic = { readonly article: string } | { readonly area: string };

/** Whether an answer about this, or about anything where there is no topic, may be another one after a change. */
export function isTouched(topic: Topic | undefined, { articles, areas }: Touched): boolean {
  if (topic === undefined) return true;
  return 'article' in topic ? articles.has(topic.article) : areas === null || areas.has(topic.area);
}
