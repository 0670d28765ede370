import { asc, eq, sql } from 'drizzle-orm';
import type { Partner } from '../../../domain/partner.ts';
import type { PartnerDecision, PartnerRequest, PartnerStore } from '../../partners.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareList } from '../engine/keyset.ts';
import { createAnswerBook } from '../newsroom/answers.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { saveKeys } from '../newsroom/keys.ts';
import { keys, partners } from '../newsroom/tables.ts';

export function createPartners(writer: Connection, reader: Connection): PartnerStore {
  const byId = reader.db
    .select()
    .from(partners)
    .where(eq(partners.id, sql.placeholder('id')))
    .prepare();
  const list = prepareList<Partner>(
    {
      keys: [
        { of: partners.createdAt, type: 'text' },
        { of: partners.id, type: 'text' },
      ],
      direction: 'asc',
    },
    (condition, order) =>
      reader.db
        .select()
        .from(partners)
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    ({ createdAt, id }) => [createdAt, id],
  );
  return {
    find: async (id) => byId.get({ id }),
    list: async (page) => list(page),
    change: createChange(writer),
  };
}

function createChange(writer: Connection): PartnerStore['change'] {
  const { client, db } = writer;
  const trail = createAuditTrail(writer);
  const answers = createAnswerBook(writer);
  const all = db.select().from(partners).orderBy(asc(partners.createdAt), asc(partners.id)).prepare();
  const allKeys = db.select().from(keys).orderBy(asc(keys.createdAt), asc(keys.id)).prepare();

  const carryOut = ({ save, keys: ended = [], audit }: PartnerDecision): void => {
    const { id: _id, createdAt: _createdAt, ...changed } = save;
    db.insert(partners).values(save).onConflictDoUpdate({ target: partners.id, set: changed }).run();
    saveKeys(writer, ended);
    trail.append(audit);
  };
  const change = client.transaction(({ at, decide, dryRun = false, once }: PartnerRequest) => {
    const kept = once && answers.find(once, at);
    if (kept) return { kept: kept.answer };
    const decision = decide(all.all(), allKeys.all());
    if (dryRun) return { partner: decision.save };
    carryOut(decision);
    if (once) answers.keep(once, once.answer(decision.save));
    return { partner: decision.save };
  });
  return async (request) => change.immediate(request);
}
