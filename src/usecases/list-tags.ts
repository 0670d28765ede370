import type { PageQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export interface TagCount {
  readonly tag: string;
  /** Public articles that carry it. */
  readonly articles: number;
}

export function listTags({ store }: Deps, page: PageQuery, audience: Audience): Promise<Slice<TagCount>> {
  return store.tags.list(page, audience);
}
