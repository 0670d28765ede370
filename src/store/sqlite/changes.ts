import { desc } from 'drizzle-orm';
import type { ChangeStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { publicChanges } from './public-tables.ts';
import type { VisibleReader } from './visible.ts';

/** The log of what the public can see. */
export function createChanges({ db }: Connection, visible: VisibleReader): Pick<ChangeStore, 'newest'> {
  const newest = db.select().from(publicChanges).orderBy(desc(publicChanges.sequence)).limit(1).prepare();
  return { newest: async (audience) => visible(audience, () => newest.get()) };
}
