import { eq, sql } from 'drizzle-orm';
import type { Partner } from '../../../domain/partner.ts';
import type { PartnerDecision, PartnerStore } from '../../partners.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { byCreation, creationOf, prepareList } from '../engine/keyset.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { partnerColumns, prepareHolders, saveKeys } from '../newsroom/keys.ts';
import { partners } from '../newsroom/tables.ts';
import { createWriteOnce } from '../newsroom/write-once.ts';

export function createPartners({ reader, writer }: Connections): PartnerStore {
  const byId = reader.db
    .select(partnerColumns)
    .from(partners)
    .where(eq(partners.id, sql.placeholder('id')))
    .prepare();
  const list = prepareList<Partner>(
    byCreation(partners),
    (condition, order) =>
      reader.db
        .select(partnerColumns)
        .from(partners)
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    creationOf,
  );
  return {
    find: async (id) => byId.get({ id }),
    list: async (page) => list(page),
    change: createChange(writer),
  };
}

function createChange(writer: Connection): PartnerStore['change'] {
  const { db } = writer;
  const writeOnce = createWriteOnce(writer);
  const trail = createAuditTrail(writer);
  const all = prepareHolders(writer);

  const carryOut = ({ save, keys: ended = [], audit }: PartnerDecision): void => {
    if (audit === null) return;
    const { id: _id, createdAt: _createdAt, ...changed } = save;
    db.insert(partners).values(save).onConflictDoUpdate({ target: partners.id, set: changed }).run();
    saveKeys(writer, ended);
    trail.append(audit);
  };
  return async (decide, writing) => writeOnce(writing, { decide: () => decide(all.partners(), all.keys()), carryOut });
}
