import { and, asc, eq, sql } from 'drizzle-orm';
import type { NameKind, OtherName } from '../../../domain/register.ts';
import type { Connection } from '../engine/connection.ts';
import { madeOnFirstUse } from '../engine/first-use.ts';
import { preparedOnce, prepareInsert } from '../engine/prepared.ts';
import { otherNames } from './register-tables.ts';

/** Further names of one kind of thing. */
export interface OtherNames {
  /** In the order of their keys. */
  of(ownerId: string): OtherName[];
  has(ownerId: string): boolean;
  /** Puts these in the place of those that it had. Must run inside a write transaction. */
  replace(ownerId: string, names: readonly OtherName[]): void;
}

export function prepareOtherNames(connection: Connection, kind: NameKind): OtherNames {
  return preparedKinds(connection)[kind];
}

const preparedKinds = preparedOnce((connection) =>
  madeOnFirstUse<Record<NameKind, OtherNames>>({
    area: () => prepareKind(connection, 'area'),
    organisation: () => prepareKind(connection, 'organisation'),
    official: () => prepareKind(connection, 'official'),
  }),
);

function prepareKind(connection: Connection, kind: NameKind): OtherNames {
  const { db } = connection;
  const { key, name, isPublic } = otherNames;
  // The plus leaves the index of the kinds alone: there are few names of one owner, and many of a kind.
  const isTheirs = and(eq(otherNames.ownerId, sql.placeholder('ownerId')), sql`+${otherNames.kind} = ${kind}`);
  const all = db.select({ key, name, isPublic }).from(otherNames).where(isTheirs).orderBy(asc(key)).prepare();
  const remove = db.delete(otherNames).where(isTheirs).prepare();
  const insert = prepareInsert(connection, otherNames);
  return {
    of: (ownerId) => all.all({ ownerId }),
    has: (ownerId) => all.get({ ownerId }) !== undefined,
    replace(ownerId, names) {
      remove.run({ ownerId });
      for (const other of names) insert({ kind, ownerId, ...other });
    },
  };
}
