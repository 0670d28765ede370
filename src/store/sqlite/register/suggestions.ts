import { eq, isNull, sql } from 'drizzle-orm';
import type { SuggestionStore } from '../../suggestions.ts';
import type { Connections } from '../engine/connection.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { publicOfficials } from '../public/public-tables.ts';
import { officials, rejectedPairs } from './register-tables.ts';

/** Reads the whole register of officials at a time: it is asked by a person, now and then. */
export function createSuggestions({ reader, writer }: Connections): SuggestionStore {
  const { id, key, name, mergedInto } = officials;
  const select = () =>
    reader.db
      .select({ id, key, name, slug: publicOfficials.slug, organisationId: publicOfficials.organisationId })
      .from(officials)
      .leftJoin(publicOfficials, eq(publicOfficials.id, id));
  const people = select().where(isNull(mergedInto)).prepare();
  const namesakes = select()
    .where(sql`${mergedInto} is null and ${key} like '%-' || ${sql.placeholder('surname')}`)
    .prepare();
  const rejected = reader.db.select({ id: rejectedPairs.id }).from(rejectedPairs).prepare();
  const trail = createAuditTrail(writer);
  return {
    people: async () => people.all(),
    namesakes: async (surname) => namesakes.all({ surname }),
    rejected: async () => new Set(rejected.all().map((pair) => pair.id)),
    reject: async (pair, audit) => {
      const carryOut = writer.client.transaction(() => {
        const { changes } = writer.db.insert(rejectedPairs).values(pair).onConflictDoNothing().run();
        if (changes > 0) trail.append(audit);
      });
      carryOut.immediate();
    },
  };
}
