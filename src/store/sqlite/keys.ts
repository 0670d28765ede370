import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { KeyStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { keys } from './tables.ts';

export function createKeys(writer: Connection, reader: Connection): KeyStore {
  const prefix = sql.placeholder('prefix');
  const insert = prepareInsert(writer, keys);
  const byPrefix = reader.db.select().from(keys).where(eq(keys.prefix, prefix)).prepare();
  const all = reader.db.select().from(keys).orderBy(asc(keys.createdAt), asc(keys.id)).prepare();
  const revoke = writer.db
    .update(keys)
    .set({ revokedAt: sql`${sql.placeholder('at')}` })
    .where(and(eq(keys.prefix, prefix), isNull(keys.revokedAt)))
    .prepare();
  return {
    add: async (key) => insert(key),
    findByPrefix: async (wanted) => byPrefix.get({ prefix: wanted }),
    list: async () => all.all(),
    revoke: async (wanted, at) => revoke.run({ prefix: wanted, at }).changes > 0,
  };
}
