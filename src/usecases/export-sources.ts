import { OPERATOR } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { audienceOf } from '../domain/visibility.ts';
import type { Source } from '../store/store.ts';
import type { Deps } from './deps.ts';

type Reading = Pick<Deps, 'store' | 'clock'>;

/**
 * The document that an article was last imported from, for whoever runs the machine: drafts too.
 * @param reference the article's id, slug or canonical address
 * @throws Problem `not_found` when there is no such article, or it was not imported
 */
export async function exportSource({ store, clock }: Reading, reference: string): Promise<Source> {
  const source = await store.articles.source(reference, audienceOf(OPERATOR, clock.now()));
  if (!source) throw new Problem('not_found', `no imported release has the address, slug or id ${reference}`);
  return source;
}

/** Every imported document, in a fixed order, without holding them all. */
export function exportSources({ store, clock }: Reading): AsyncIterable<Source> {
  return store.articles.sources(audienceOf(OPERATOR, clock.now()));
}
