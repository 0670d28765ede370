import { desc } from 'drizzle-orm';
import type { Connection } from '../../engine/connection.ts';
import { publicLatest } from './log-tables.ts';

/** Where the public log ends; 0 while nothing has been public. */
export function prepareNewest({ db }: Connection): () => number {
  const newest = db
    .select({ sequence: publicLatest.sequence })
    .from(publicLatest)
    .orderBy(desc(publicLatest.sequence))
    .limit(1)
    .prepare();
  return () => newest.get()?.sequence ?? 0;
}
