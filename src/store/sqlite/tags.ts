import { sql } from 'drizzle-orm';
import type { TagStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { prepareList } from './keyset.ts';
import { publicTags } from './public-tables.ts';
import type { VisibleReader } from './visible.ts';

/** The tags of public articles. */
export function createTags({ db }: Connection, visible: VisibleReader): TagStore {
  const list = prepareList<typeof publicTags.$inferSelect>(
    { keys: [{ of: publicTags.tag, type: 'text' }], direction: 'asc' },
    (condition, order) =>
      db
        .select()
        .from(publicTags)
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    ({ tag }) => [tag],
  );
  return { list: async (page, audience) => visible(audience, () => list(page)) };
}
