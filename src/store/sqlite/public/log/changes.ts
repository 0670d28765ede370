import { desc, sql } from 'drizzle-orm';
import type { ChangeStore } from '../../../changes.ts';
import type { Connection, Connections } from '../../engine/connection.ts';
import type { VisibleReader } from '../../newsroom/visible.ts';
import { publicChanges, publicLatest } from '../public-tables.ts';
import { createFeedReads } from './feed-reads.ts';
import { createFollowing } from './follow.ts';

/** The log of what the public can see. */
export function createChanges(
  { reader, writer }: Connections,
  visible: VisibleReader,
): Omit<ChangeStore, 'state' | 'touched'> {
  const newest = reader.db.select().from(publicChanges).orderBy(desc(publicChanges.sequence)).limit(1).prepare();
  const follow = createFollowing(reader);
  const compact = prepareCompaction(writer);
  return {
    newest: async (audience) => visible(audience, () => newest.get()),
    follow: async (query, audience) => visible(audience, () => follow(query, audience)),
    compact: async (before, limit) => compact.run({ before, limit }).changes,
    ...createFeedReads(reader, visible),
  };
}

/** The foreign key of `public_latest` keeps what is not superseded. */
function prepareCompaction({ db }: Connection) {
  return db
    .delete(publicChanges)
    .where(
      sql`${publicChanges.sequence} in (
        select superseded.sequence from ${publicChanges} superseded
        where superseded.at < ${sql.placeholder('before')}
          and not exists (select 1 from ${publicLatest} where ${publicLatest.sequence} = superseded.sequence)
        order by superseded.sequence limit ${sql.placeholder('limit')})`,
    )
    .prepare();
}
