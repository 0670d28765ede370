import { isDeepStrictEqual } from 'node:util';
import { ANOTHER_PARENT, type Area } from '../domain/area.ts';
import { Problem } from '../domain/problem.ts';
import type { AreaEntry } from '../domain/register.ts';
import type { AreaDecision } from '../store/names.ts';
import { slugify } from '../text/slug.ts';
import type { Deps } from './deps.ts';
import {
  entryNote,
  type KnownEntry,
  keysOf,
  type NamesWish,
  namedAs,
  refuseStaleEntry,
  removeEntry,
  subjectOf,
} from './register-entries.ts';
import type { WriteOptions, Written } from './write-wish.ts';

/** What somebody says of an area; `parent` by id or by any of its names' keys. */
export interface AreaWish extends NamesWish, Partial<Pick<Area, 'nameCy' | 'kind' | 'gss' | 'listed'>> {
  readonly parent?: string | null;
}

/**
 * Puts an area into the register, and on the public list unless the wish says otherwise.
 * @throws Problem `invalid_body` for a parent that does not exist or that the public may not know, `conflict` for a name
 *   of another area
 */
export async function createArea(
  { store, clock, newId }: Deps,
  wish: AreaWish & { readonly name: string },
  { actor, dryRun, once }: WriteOptions<AreaEntry>,
): Promise<Written<AreaEntry>> {
  const at = clock.now();
  const fresh = newArea(newId(), wish.name);
  const result = await store.names.areas.change({
    subject: null,
    lookUp: lookedUp(wish),
    at,
    dryRun,
    once,
    decide: (_current, known): AreaDecision => {
      const save = areaAs(fresh, { listed: true, ...wish }, known);
      return { save, audit: entryNote(actor, at, 'area.created', save, placeOf(save)) };
    },
  });
  return subjectOf(result);
}

/**
 * Changes an area, and moves it where the wish names another parent: all that lies in it goes along.
 * @throws Problem `not_found`, `stale_edition`, and what createArea throws; `invalid_body` for a parent that lies in it
 */
export async function changeArea(
  { store, clock }: Deps,
  { reference, version }: KnownEntry,
  wish: AreaWish,
  { actor, dryRun, once }: WriteOptions<AreaEntry>,
): Promise<Written<AreaEntry>> {
  const at = clock.now();
  const result = await store.names.areas.change({
    subject: reference,
    lookUp: lookedUp(wish),
    at,
    dryRun,
    once,
    decide: (current, known): AreaDecision => {
      refuseStaleEntry(current, version);
      const save = areaAs(current, wish, known);
      if (isDeepStrictEqual(save, rowOf(current))) return { audit: null };
      const event = save.parentId === current.parentId ? 'changed' : 'moved';
      return { save, audit: entryNote(actor, at, `area.${event}`, save, placeOf(save)) };
    },
  });
  return subjectOf(result);
}

/** @throws what removeEntry throws */
export function removeArea(
  deps: Deps,
  known: KnownEntry,
  options: Pick<WriteOptions<AreaEntry>, 'actor' | 'dryRun'>,
): Promise<void> {
  return removeEntry(deps, { noun: 'area', store: deps.store.names.areas }, known, options);
}

function newArea(id: string, name: string): AreaEntry {
  return {
    id,
    key: slugify(name),
    name,
    nameCy: null,
    kind: null,
    gss: null,
    parentId: null,
    listed: false,
    named: true,
    otherNames: [],
    version: 0,
    slug: null,
    parent: null,
    within: [],
  };
}

function lookedUp(wish: AreaWish): string[] {
  return [...keysOf(wish), ...(wish.parent ? [wish.parent] : [])];
}

function areaAs(
  entry: AreaEntry,
  wish: AreaWish,
  known: ReadonlyMap<string, AreaEntry>,
): NonNullable<AreaDecision['save']> {
  const { slug, parent: present } = entry;
  const row = rowOf(entry);
  const { nameCy = row.nameCy, kind = row.kind, gss = row.gss, listed = row.listed } = wish;
  const names = namedAs(entry, wish, known);
  const wished = wish.parent ? known.get(wish.parent) : null;
  if (wished === undefined) throw badParent(`There is no area ${wish.parent}.`);
  if (wished) refusePlace(entry, wished);
  const parent = wish.parent === undefined ? present : wished;
  // What only a draft knows is above nothing that readers know: its name would show.
  if ((listed || slug !== null) && parent?.slug === null) {
    throw badParent('The public does not know this area: put it on the list first.');
  }
  return { ...row, ...names, nameCy, kind, gss, listed, parentId: parent?.id ?? null };
}

function rowOf({ version, slug, parent, within, ...row }: AreaEntry): NonNullable<AreaDecision['save']> {
  return row;
}

/** @throws Problem for a place in the tree that it cannot have */
function refusePlace({ id }: AreaEntry, parent: AreaEntry): void {
  if (parent.id === id || parent.within.includes(id)) throw badParent('An area cannot lie in itself.');
}

function badParent(detail: string): Problem {
  return new Problem('invalid_body', 'The area cannot lie there.', {
    errors: [{ pointer: '/parent', detail, expected: ANOTHER_PARENT }],
  });
}

function placeOf({ parentId, listed }: Pick<Area, 'parentId' | 'listed'>) {
  return { parent: parentId, listed };
}
