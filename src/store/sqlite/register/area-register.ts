import { eq } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { AreaRegistration, AreaStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { areas } from '../newsroom/tables.ts';
import { createAreaTree } from './area-tree.ts';
import { createRegister } from './register.ts';

type NoteOf = NonNullable<Parameters<AreaStore['register']>[2]>;

/**
 * Puts areas on the public list, each known by any of its names. An area that moves takes everything below it along.
 * @param lift publishes what has reached its instant, so that the change log has it before what is done now
 * @throws Error when a parent is not on the list, or lies in its own child: then none is registered
 */
export function createAreaRegister(
  connection: Connection,
  newId: () => string,
  lift: (now: Instant) => unknown,
): AreaStore['register'] {
  const { client, db } = connection;
  const tree = createAreaTree(connection);
  const register = createRegister(connection);
  const trail = createAuditTrail(connection);

  const known = (key: string) => {
    const found = register.lookUp({ areas: [key], organisations: [], officials: [] }).areas.get(key);
    return found && db.select().from(areas).where(eq(areas.id, found.id)).get();
  };

  const registerOne = ({ parentKey, ...area }: AreaRegistration, at: Instant, noteOf: NoteOf | undefined): void => {
    const before = known(area.key);
    const parent = parentKey === null ? null : known(parentKey);
    // What only a draft knows is no parent: its name would show.
    if (parent === undefined || parent?.listed === false) {
      throw new Error(`the parent of ${area.key} must come before it: ${parentKey}`);
    }
    if (before && parent && liesIn(connection, parent.id, before.id)) {
      throw new Error(`${area.key} cannot lie in ${parentKey}, which lies in it`);
    }
    const { id, key, named, version } = before ?? { id: newId(), key: area.key, named: false, version: 0 };
    const row = { ...area, id, key, named, parentId: parent?.id ?? null, listed: true };
    const isSame = before !== undefined && JSON.stringify({ ...before, ...row }) === JSON.stringify(before);
    if (isSame) return;
    tree.save({ ...row, version: version + 1 }, at);
    if (noteOf) trail.append(noteOf(row));
  };

  const registerAll = client.transaction((...[registrations, at, noteOf]: Parameters<AreaStore['register']>) => {
    lift(at);
    for (const registration of registrations) registerOne(registration, at, noteOf);
  });
  return async (...request) => registerAll.immediate(...request);
}

/** Whether an area is another one, or lies in it. */
function liesIn({ db }: Connection, areaId: string, otherId: string): boolean {
  for (let id: string | null | undefined = areaId; id; ) {
    if (id === otherId) return true;
    id = db.select({ parentId: areas.parentId }).from(areas).where(eq(areas.id, id)).get()?.parentId;
  }
  return false;
}
