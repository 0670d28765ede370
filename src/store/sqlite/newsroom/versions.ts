import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { articles } from './tables.ts';

/** Counts the version of an article up: whoever read it before must read it again. */
export function prepareCountUp({ db }: Connection): (id: string, at: Instant) => void {
  const update = db
    .update(articles)
    .set({ version: sql`${articles.version} + 1`, changedAt: sql`${sql.placeholder('at')}` })
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare();
  return (id, at) => void update.run({ id, at });
}
