import { desc } from 'drizzle-orm';
import type { ChangeStore } from '../store.ts';
import { prepareLastChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { publicChanges } from './public-tables.ts';
import type { VisibleReader } from './visible.ts';

/** The log of what the public can see. */
export function createChanges(reader: Connection, visible: VisibleReader): ChangeStore {
  const lastChange = prepareLastChange(reader);
  const newest = reader.db.select().from(publicChanges).orderBy(desc(publicChanges.sequence)).limit(1).prepare();
  return {
    newest: async (audience) => visible(audience, () => newest.get()),
    last: async (audience) => visible(audience, lastChange),
  };
}
