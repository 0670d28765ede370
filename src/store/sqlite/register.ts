import { inArray, sql } from 'drizzle-orm';
import type { ArticleDecision, Mentions, Register } from '../store.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { areas, officials, organisations } from './tables.ts';

/** The names that the newsroom knows, public or not yet. */
export interface NameRegister {
  lookUp(mentions: Mentions): Register;
  add(names: NonNullable<ArticleDecision['register']>): void;
}

export function createRegister(connection: Connection): NameRegister {
  const { db } = connection;
  const mentioned = sql`(select value from json_each(${sql.placeholder('keys')}))`;
  const knownAreas = db.select().from(areas).where(inArray(areas.key, mentioned)).prepare();
  const knownOrganisations = db.select().from(organisations).where(inArray(organisations.key, mentioned)).prepare();
  const knownOfficials = db.select().from(officials).where(inArray(officials.key, mentioned)).prepare();
  const insertArea = prepareInsert(connection, areas);
  const insertOrganisation = prepareInsert(connection, organisations);
  const insertOfficial = prepareInsert(connection, officials);
  return {
    lookUp: (mentions) => ({
      areas: byKey(knownAreas.all({ keys: JSON.stringify(mentions.areas) })),
      organisations: byKey(knownOrganisations.all({ keys: JSON.stringify(mentions.organisations) })),
      officials: byKey(knownOfficials.all({ keys: JSON.stringify(mentions.officials) })),
    }),
    add(names) {
      for (const area of names.areas) insertArea(area);
      for (const organisation of names.organisations) insertOrganisation(organisation);
      for (const official of names.officials) insertOfficial(official);
    },
  };
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.key, row]));
}
