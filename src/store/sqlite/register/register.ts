import { type SQL, sql } from 'drizzle-orm';
import type { Official, Organisation } from '../../../domain/official.ts';
import type { MergedKind, NameKind } from '../../../domain/register.ts';
import type { ArticleDecision, Mentions, Register } from '../../article-change.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { areas, officials, organisations, otherNames } from './register-tables.ts';

/** The names that the newsroom knows, public or not yet. */
export interface NameRegister {
  lookUp(mentions: Mentions): Register;
  add(names: NonNullable<ArticleDecision['register']>): void;
}

export function createRegister(connection: Connection): NameRegister {
  const knownAreas = prepareAreas(connection);
  const knownOrganisations = prepareMerged(connection, 'organisation', organisations);
  const knownOfficials = prepareMerged(connection, 'official', officials);
  const insertArea = prepareInsert(connection, areas);
  const insertOrganisation = prepareInsert(connection, organisations);
  const insertOfficial = prepareInsert(connection, officials);
  return {
    lookUp: (mentions) => ({
      areas: knownAreas(mentions.areas),
      organisations: knownOrganisations(mentions.organisations),
      officials: knownOfficials(mentions.officials),
    }),
    add(names) {
      for (const area of names.areas) insertArea({ ...area, ...NEW });
      for (const organisation of names.organisations) insertOrganisation({ ...organisation, ...NEW, mergedInto: null });
      for (const official of names.officials) insertOfficial({ ...official, ...NEW, mergedInto: null, posts: [] });
    },
  };
}

const NEW = { named: false, version: 1 };

/** Read first, by the cross joins: each key is then looked up, and no table walked through. */
const wanted = sql<string>`wanted.value`;
const wantedKeys = sql`json_each(${sql.placeholder('keys')}) wanted`;

/** Whose name a key is besides its first one. */
function byOtherName(kind: NameKind): SQL {
  const { ownerId, key } = otherNames;
  return sql`(select ${ownerId} from ${otherNames} where ${otherNames.kind} = ${kind} and ${key} = ${wanted})`;
}

function prepareAreas({ db }: Connection) {
  const { id, key, name, nameCy, kind, gss, parentId, listed } = areas;
  const byKey = sql`(select named.id from areas named where named.key = ${wanted})`;
  const known = db
    .select({ wanted, row: { id, key, name, nameCy, kind, gss, parentId, listed } })
    .from(wantedKeys)
    .crossJoin(areas)
    .where(sql`${id} = coalesce(${byKey}, ${byOtherName('area')})`)
    .prepare();
  return (keys: readonly string[]) => byWanted(known.all({ keys: JSON.stringify(keys) }));
}

/** By any of their names, and where one turned out to be another, that other one. */
function prepareMerged(
  { db }: Connection,
  kind: MergedKind,
  table: typeof organisations | typeof officials,
): (keys: readonly string[]) => ReadonlyMap<string, Organisation & Official> {
  const byKey = sql`(select coalesce(named.merged_into, named.id) from ${table} named where named.key = ${wanted})`;
  const { id, key, name } = table;
  const known = db
    .select({ wanted, row: { id, key, name } })
    .from(wantedKeys)
    .crossJoin(table)
    .where(sql`${id} = coalesce(${byKey}, ${byOtherName(kind)})`)
    .prepare();
  return (keys) => byWanted(known.all({ keys: JSON.stringify(keys) }));
}

function byWanted<Row>(found: readonly { readonly wanted: string; readonly row: Row }[]): ReadonlyMap<string, Row> {
  return new Map(found.map(({ wanted: key, row }) => [key, row]));
}
