import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Key } from '../../../domain/actor.ts';
import type { Partner } from '../../../domain/partner.ts';
import type { KeyDecision, KeyStore } from '../../keys.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { isBusy } from '../engine/errors.ts';
import { byCreation, creationOf, prepareList } from '../engine/keyset.ts';
import { wordsOfToday } from '../register/area-words.ts';
import { createAuditTrail } from './audit.ts';
import { keys, partners } from './tables.ts';
import { createWriteOnce } from './write-once.ts';

const keyColumns = { ...getTableColumns(keys), areaKeys: wordsOfToday(keys.areaKeys) };
export const partnerColumns = { ...getTableColumns(partners), areaKeys: wordsOfToday(partners.areaKeys) };

export function createKeys({ reader, writer }: Connections): KeyStore {
  const byId = reader.db
    .select(keyColumns)
    .from(keys)
    .where(eq(keys.id, sql.placeholder('id')))
    .prepare();
  const byPrefix = reader.db
    .select(keyColumns)
    .from(keys)
    .where(eq(keys.prefix, sql.placeholder('prefix')))
    .prepare();
  const list = prepareList<Key>(
    byCreation(keys),
    (condition, order) =>
      reader.db
        .select(keyColumns)
        .from(keys)
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    creationOf,
  );
  return {
    find: async (id) => byId.get({ id }),
    findByPrefix: async (prefix) => byPrefix.get({ prefix }),
    list: async (page) => list(page),
    change: createChange(writer),
    use: createUse(writer),
  };
}

function createChange(writer: Connection): KeyStore['change'] {
  const writeOnce = createWriteOnce(writer);
  const trail = createAuditTrail(writer);
  const all = prepareHolders(writer);

  const carryOut = ({ save, audit }: KeyDecision): void => {
    saveKeys(writer, save);
    trail.append(audit);
  };
  return async (decide, writing) => writeOnce(writing, { decide: () => decide(all.keys(), all.partners()), carryOut });
}

/** All keys and all partners, in the order of creation: what is decided of the ones looks at the others. */
export function prepareHolders({ db }: Connection): { keys(): Key[]; partners(): Partner[] } {
  const allKeys = db.select(keyColumns).from(keys).orderBy(asc(keys.createdAt), asc(keys.id)).prepare();
  const allPartners = db
    .select(partnerColumns)
    .from(partners)
    .orderBy(asc(partners.createdAt), asc(partners.id))
    .prepare();
  return { keys: () => allKeys.all(), partners: () => allPartners.all() };
}

/** Keeps new keys, and the end of known ones. Must be used inside a write transaction. */
export function saveKeys({ db }: Connection, save: readonly Key[]): void {
  for (const key of save) {
    const { expiresAt, revokedAt } = key;
    db.insert(keys).values(key).onConflictDoUpdate({ target: keys.id, set: { expiresAt, revokedAt } }).run();
  }
}

function createUse({ client, db }: Connection): KeyStore['use'] {
  const note = db
    .update(keys)
    .set({ lastUsedAt: sql`${sql.placeholder('at')}` })
    .where(and(eq(keys.id, sql.placeholder('id')), sql`${keys.lastUsedAt} is ${sql.placeholder('before')}`))
    .prepare();
  return async ({ id, lastUsedAt }, at) => {
    const patience = client.pragma('busy_timeout', { simple: true });
    client.pragma('busy_timeout = 0');
    try {
      note.run({ id, at, before: lastUsedAt });
    } catch (error) {
      if (!isBusy(error)) throw error;
    } finally {
      client.pragma(`busy_timeout = ${patience}`);
    }
  };
}
