import { asc, eq, lte, ne, sql } from 'drizzle-orm';
import type { PurgeStore } from '../../purges.ts';
import type { Connections } from '../engine/connection.ts';
import { publicState, purges } from './public-tables.ts';

/** Triggers of the migrations write the keys, so that every process leaves them, and no change without them. */
export function createPurges({ reader, writer }: Connections): PurgeStore {
  const { client, db } = writer;
  const oldest = reader.db
    .select()
    .from(purges)
    .orderBy(asc(purges.sequence))
    .limit(sql.placeholder('limit'))
    .prepare();
  const waiting = reader.db.select({ keys: sql<number>`count(*)` }).from(purges).prepare();
  const remove = db
    .delete(purges)
    .where(lte(purges.sequence, sql.placeholder('sequence')))
    .prepare();
  const expect = client.transaction((isExpected: boolean) => {
    const { changes } = db
      .update(publicState)
      .set({ purging: isExpected })
      .where(ne(publicState.purging, isExpected))
      .run();
    if (changes > 0 && !isExpected) db.delete(purges).run();
  });
  const isExpectedNow = reader.db
    .select({ purging: publicState.purging })
    .from(publicState)
    .where(eq(publicState.id, 1))
    .prepare();
  return {
    async expect(isExpected) {
      // Nobody takes the write lock to change nothing.
      if (isExpectedNow.get()?.purging !== isExpected) expect.immediate(isExpected);
    },
    oldest: async (limit) => oldest.all({ limit }),
    waiting: async () => waiting.get()?.keys ?? 0,
    done: async (sequence) => void remove.run({ sequence }),
  };
}
