import { sql } from 'drizzle-orm';
import type { TagStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareCount, prepareList } from '../engine/keyset.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { preparePresentTag } from './facets/filters.ts';
import { publicTags } from './public-tables.ts';

/** The tags of public articles. */
export function createTags(reader: Connection, visible: VisibleReader): TagStore {
  const list = prepareList<typeof publicTags.$inferSelect>(
    { keys: [{ of: publicTags.tag, type: 'text' }], direction: 'asc' },
    (condition, order) =>
      reader.db
        .select()
        .from(publicTags)
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .offset(sql.placeholder('offset'))
        .prepare(),
    ({ tag }) => [tag],
    prepareCount(reader, publicTags),
  );
  const present = preparePresentTag(reader);
  return {
    list: async (page, audience) => visible(audience, () => list(page)),
    present: async (word, audience) => visible(audience, () => present(word)),
  };
}
