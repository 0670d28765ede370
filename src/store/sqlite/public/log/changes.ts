import { desc, sql } from 'drizzle-orm';
import type { Instant } from '../../../../domain/time.ts';
import type { ChangeStore } from '../../../changes.ts';
import type { Connection, Connections } from '../../engine/connection.ts';
import type { VisibleReader } from '../../newsroom/visible.ts';
import { createFeedReads } from './feed-reads.ts';
import { createFollowing } from './follow.ts';
import { publicChanges, publicSuperseded } from './log-tables.ts';

/** The log of what the public can see. */
export function createChanges(
  { reader, writer }: Connections,
  visible: VisibleReader,
): Omit<ChangeStore, 'state' | 'touched'> {
  const newest = reader.db.select().from(publicChanges).orderBy(desc(publicChanges.sequence)).limit(1).prepare();
  const follow = createFollowing(reader);
  return {
    newest: async (audience) => visible(audience, () => newest.get()),
    follow: async (query, audience) => visible(audience, () => follow(query, audience)),
    compact: prepareCompaction(writer),
    ...createFeedReads(reader, visible),
  };
}

/** Forgets no more than it finds at the old end of what is superseded. */
function prepareCompaction({ client, db }: Connection): ChangeStore['compact'] {
  const oldest = sql`(select at, sequence from public_superseded where at < ${sql.placeholder('before')}
    order by at, sequence limit ${sql.placeholder('limit')})`;
  const entries = db
    .delete(publicChanges)
    .where(sql`${publicChanges.sequence} in (select sequence from ${oldest})`)
    .prepare();
  const places = db
    .delete(publicSuperseded)
    .where(sql`(${publicSuperseded.at}, ${publicSuperseded.sequence}) in ${oldest}`)
    .prepare();
  const compact = client.transaction((before: Instant, limit: number) => {
    const { changes } = entries.run({ before, limit });
    places.run({ before, limit });
    return changes;
  });
  return async (before, limit) => compact.immediate(before, limit);
}
