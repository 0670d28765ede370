import { eq } from 'drizzle-orm';
import { MAX_AREA_DEPTH } from '../../../domain/area.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Instant } from '../../../domain/time.ts';
import type { AreaRegistering, AreaRegistration, AreaStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { tryOut } from '../engine/try-out.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { prepareSharedCode } from './area-codes.ts';
import { prepareAreaDepth } from './area-depth.ts';
import { createAreaTree } from './area-tree.ts';
import { prepareOtherNames } from './other-names.ts';
import { createRegister } from './register.ts';
import { areas } from './register-tables.ts';

/**
 * Puts areas on the public list, each known by any of its names. An area that moves takes everything below it along.
 * @param lift publishes what has reached its instant, so that the change log has it before what is done now
 * @throws Error when a parent is not on the list; Problem `conflict` when one would lie in itself, when what lies in one
 *   that moves would lie too deep, or when two would have one code: then none is registered
 */
export function createAreaRegister(
  connection: Connection,
  newId: () => string,
  lift: (now: Instant) => unknown,
): AreaStore['register'] {
  const { client } = connection;
  const tree = createAreaTree(connection);
  const trail = createAuditTrail(connection);
  const known = prepareKnown(connection);
  const parentOf = prepareParentOf(connection, known);
  const addNames = prepareAddNames(connection, known);
  const refuseTogether = prepareRefuseTogether(connection);

  /** Gives the id of an area that has changed, and what of it did. */
  const registerOne = (
    { parentKey, otherNames, ...area }: AreaRegistration,
    at: Instant,
    noteOf: AreaRegistering['noteOf'],
  ): Registered | undefined => {
    const before = known(area.key);
    const parent = parentKey === null ? null : parentOf({ key: area.key, id: before?.id }, parentKey);
    const { id, key, named, version } = before ?? { id: newId(), key: area.key, named: false, version: 0 };
    const row = { ...area, id, key, named, parentId: parent?.id ?? null, listed: true };
    const isSame = before !== undefined && JSON.stringify({ ...before, ...row }) === JSON.stringify(before);
    const isKnownByMore = addNames(row, otherNames);
    if (isSame && !isKnownByMore) return undefined;
    tree.save({ ...row, version: version + 1 }, at);
    if (noteOf) trail.append(noteOf(row));
    return { id, name: row.name, isMoved: before?.parentId !== row.parentId, isRecoded: before?.gss !== row.gss };
  };

  const registerEach = (
    registrations: readonly AreaRegistration[],
    at: Instant,
    noteOf: AreaRegistering['noteOf'],
  ): void => {
    const done = registrations.flatMap((registration) => registerOne(registration, at, noteOf) ?? []);
    refuseTogether(done);
  };

  const registerAll = client.transaction((...request: Parameters<AreaStore['register']>) => {
    const [registrations, at, { noteOf, dryRunAfter } = {}] = request;
    lift(at);
    const run = (lists: readonly (readonly AreaRegistration[])[]) => {
      for (const list of lists) registerEach(list, at, noteOf);
    };
    if (dryRunAfter) tryOut(connection, () => run([...dryRunAfter, registrations]));
    else run([registrations]);
  });
  return async (...request) => registerAll.immediate(...request);
}

interface Registered {
  readonly id: string;
  readonly name: string;
  readonly isMoved: boolean;
  readonly isRecoded: boolean;
}

type Known = (key: string) => typeof areas.$inferSelect | undefined;

function prepareKnown(connection: Connection): Known {
  const { db } = connection;
  const register = createRegister(connection);
  return (key) => {
    const found = register.lookUp({ areas: [key], organisations: [], officials: [] }).areas.get(key);
    return found && db.select().from(areas).where(eq(areas.id, found.id)).get();
  };
}

/** The area in which another one, known or new, may lie. */
function prepareParentOf(connection: Connection, known: Known) {
  return ({ key, id }: { readonly key: string; readonly id: string | undefined }, parentKey: string) => {
    const parent = known(parentKey);
    // What only a draft knows is no parent: its name would show.
    if (!parent?.listed) throw new Error(`the parent of ${key} must come before it: ${parentKey}`);
    if (id !== undefined && liesIn(connection, parent.id, id)) {
      const lower = parent.id === id ? 'another name of it' : 'which lies in it';
      throw new Problem('conflict', `${key} cannot lie in ${parentKey}, ${lower}`);
    }
    return parent;
  };
}

/** Refuses what areas have come to when all of a list are registered. */
function prepareRefuseTogether(connection: Connection): (done: readonly Registered[]) => void {
  const depthOf = prepareAreaDepth(connection);
  const sharedCode = prepareSharedCode(connection);
  return (done) => {
    for (const { id, name, isMoved } of done) {
      if (!isMoved || depthOf(id) <= MAX_AREA_DEPTH) continue;
      throw new Problem('conflict', `${name}: areas lie in each other at most ${MAX_AREA_DEPTH} deep`);
    }
    const shared = sharedCode(done.filter(({ isRecoded }) => isRecoded).map(({ id }) => id));
    if (shared !== undefined) throw new Problem('conflict', shared);
  };
}

/** Gives an area further names besides those that it has, and says whether any came to them. */
function prepareAddNames(
  connection: Connection,
  known: Known,
): (area: Pick<Registered, 'id' | 'name'>, names: AreaRegistration['otherNames']) => boolean {
  const others = prepareOtherNames(connection, 'area');
  return ({ id, name }, names = []) => {
    const before = others.of(id);
    const after = new Map(before.map((other) => [other.key, other]));
    for (const other of names) {
      const owner = known(other.key);
      if (owner && owner.id !== id)
        throw new Problem('conflict', `${name}: another area is called ${other.name}, ${owner.key}`);
      if (!after.has(other.key)) after.set(other.key, { ...other, isPublic: false });
    }
    if (after.size === before.length) return false;
    others.replace(id, [...after.values()]);
    return true;
  };
}

/** Whether an area is another one, or lies in it. */
function liesIn({ db }: Connection, areaId: string, otherId: string): boolean {
  for (let id: string | null | undefined = areaId; id; ) {
    if (id === otherId) return true;
    id = db.select({ parentId: areas.parentId }).from(areas).where(eq(areas.id, id)).get()?.parentId;
  }
  return false;
}
