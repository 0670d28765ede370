import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Slice } from '../../../domain/query.ts';
import type { AreaEntry, NameKind, OfficialEntry, OrganisationEntry } from '../../../domain/register.ts';
import type { EntryQuery } from '../../names.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareList } from '../engine/keyset.ts';
import { publicAreas, publicOfficials, publicOrganisations } from '../public/public-tables.ts';
import { prepareOtherNames } from './other-names.ts';
import { areas, officials, organisations, otherNames } from './register-tables.ts';

/** Reads entries of the register whole. */
export interface EntryReader<Entry> {
  /** By id, or by the key of any of its names. */
  find(reference: string): Entry | undefined;
  list(query: EntryQuery): Slice<Entry>;
}

export function prepareAreaEntries(connection: Connection): EntryReader<AreaEntry> {
  const { db } = connection;
  const others = prepareOtherNames(connection, 'area');
  const one = db
    .select({ row: areas, slug: publicAreas.slug })
    .from(areas)
    .leftJoin(publicAreas, eq(publicAreas.id, areas.id))
    .where(eq(areas.id, sql.placeholder('id')))
    .prepare();
  const within = (parentId: string | null): string[] => {
    const ids: string[] = [];
    for (let id: string | null | undefined = parentId; id; id = one.get({ id })?.row.parentId) ids.push(id);
    return ids;
  };
  const parentOf = (parentId: string | null): AreaEntry['parent'] => {
    const found = parentId === null ? undefined : one.get({ id: parentId });
    if (!found) return null;
    const { id, key, name } = found.row;
    return { id, key, name, slug: found.slug };
  };
  return prepareReader(connection, 'area', areas, (id) => {
    const found = one.get({ id });
    if (!found) return undefined;
    const { row, slug } = found;
    return {
      ...row,
      slug,
      otherNames: others.of(id),
      parent: parentOf(row.parentId),
      within: within(row.parentId),
    };
  });
}

export function prepareOrganisationEntries(connection: Connection): EntryReader<OrganisationEntry> {
  const others = prepareOtherNames(connection, 'organisation');
  const one = connection.db
    .select({ row: organisations, slug: publicOrganisations.slug })
    .from(organisations)
    .leftJoin(publicOrganisations, eq(publicOrganisations.id, organisations.id))
    .where(eq(organisations.id, sql.placeholder('id')))
    .prepare();
  return prepareReader(connection, 'organisation', organisations, (id) => {
    const found = one.get({ id });
    return found && { ...found.row, slug: found.slug, otherNames: others.of(id) };
  });
}

export function prepareOfficialEntries(connection: Connection): EntryReader<OfficialEntry> {
  const others = prepareOtherNames(connection, 'official');
  const one = connection.db
    .select({ row: officials, slug: publicOfficials.slug })
    .from(officials)
    .leftJoin(publicOfficials, eq(publicOfficials.id, officials.id))
    .where(eq(officials.id, sql.placeholder('id')))
    .prepare();
  return prepareReader(connection, 'official', officials, (id) => {
    const found = one.get({ id });
    return found && { ...found.row, slug: found.slug, otherNames: others.of(id) };
  });
}

type EntryTable = typeof areas | typeof organisations | typeof officials;

function prepareReader<Entry extends { readonly key: string }>(
  { db }: Connection,
  kind: NameKind,
  table: EntryTable,
  byId: (id: string) => Entry | undefined,
): EntryReader<Entry> {
  const reference = sql.placeholder('reference');
  const otherKeys = sql`from ${otherNames} where ${otherNames.kind} = ${kind} and`;
  const named = sql`(select ${otherNames.ownerId} ${otherKeys} ${otherNames.key} = ${reference})`;
  const id = db
    .select({ id: sql<string>`${table.id}` })
    .from(table)
    .where(sql`${table.id} in (${reference}, (select id from ${table} where key = ${reference}), ${named})`)
    .orderBy(sql`${table.id} = ${reference} desc`, sql`${table.key} = ${reference} desc`)
    .prepare();
  const part = sql.placeholder('part');
  const isNamed: SQL = sql`(${part} is null or instr(${table.key}, ${part}) > 0
    or exists (select 1 ${otherKeys} ${otherNames.ownerId} = ${table.id} and instr(${otherNames.key}, ${part}) > 0))`;
  const found = prepareList<{ readonly id: string; readonly key: string }>(
    { keys: [{ of: table.key, type: 'text' }], direction: 'asc' },
    (condition, order) =>
      db
        .select({ id: sql<string>`${table.id}`, key: sql<string>`${table.key}` })
        .from(table)
        .where(and(isNamed, condition))
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    ({ key }) => [key],
  );
  return {
    find: (wanted) => {
      const named = id.get({ reference: wanted });
      return named && byId(named.id);
    },
    list(query) {
      const slice = found(query, { part: query.part ?? null });
      return { ...slice, rows: slice.rows.flatMap((row) => byId(row.id) ?? []) };
    },
  };
}
