import { asc, sql } from 'drizzle-orm';
import type { Audience } from '../../domain/visibility.ts';
import type { Connection } from './connection.ts';
import { editions } from './tables.ts';

/**
 * The visibility rule of the engine, the twin of domain/visibility.ts: the public tables hold what is public, and an
 * edition that has reached its instant is brought there before anybody reads. So the rule hangs on the clock, whether
 * or not a job has run. The reader carries out a read of public tables as one snapshot.
 */
export type VisibleReader = <Result>(audience: Audience, read: () => Result) => Result;

export function createVisibleReader(reader: Connection, lift: (now: Audience['at']) => void): VisibleReader {
  const firstDue = reader.db
    .select({ publishAt: editions.publishAt })
    .from(editions)
    .where(sql`${editions.state} = 'scheduled' and ${editions.publishAt} <= ${sql.placeholder('at')}`)
    .orderBy(asc(editions.publishAt))
    .limit(1)
    .prepare();
  const begin = reader.client.prepare('begin');
  const end = reader.client.prepare('commit');

  return ({ at }, read) => {
    if (firstDue.get({ at })) lift(at);
    begin.run();
    try {
      return read();
    } finally {
      // An error of the disk ends the transaction by itself.
      if (reader.client.inTransaction) end.run();
    }
  };
}
