import type { Actor } from '../domain/actor.ts';
import { type AuditDetail, type AuditNote, auditNote } from '../domain/audit.ts';
import { Problem, type ProblemError } from '../domain/problem.ts';
import type { Slice } from '../domain/query.ts';
import {
  type AreaEntry,
  type Entry,
  MAX_OTHER_NAMES,
  type OfficialEntry,
  type OrganisationEntry,
  type OtherName,
} from '../domain/register.ts';
import type { Instant } from '../domain/time.ts';
import type { EntryQuery, EntryResult, EntryStore } from '../store/names.ts';
import { slugify } from '../text/slug.ts';
import type { Deps } from './deps.ts';
import { refuseStaleVersion } from './stale-version.ts';
import type { WriteOptions, Written } from './write-wish.ts';

/** The registers of names, by what they hold. */
export interface Entries {
  readonly areas: AreaEntry;
  readonly organisations: OrganisationEntry;
  readonly officials: OfficialEntry;
}

/** An entry, by id or by the key of any of its names, as it was read. */
export interface KnownEntry {
  readonly reference: string;
  readonly version: number;
}

/** In the order of their keys; `part` is any part of a name. */
export function listEntries<Name extends keyof Entries>(
  { store }: Deps,
  register: Name,
  { part, ...page }: EntryQuery,
): Promise<Slice<Entries[Name]>> {
  const key = part === undefined ? '' : slugify(part);
  return registerOf(store.names, register).list({ ...page, ...(key !== '' && { part: key }) });
}

/** @throws Problem `not_found` */
export async function readEntry<Name extends keyof Entries>(
  { store }: Deps,
  register: Name,
  reference: string,
): Promise<Entries[Name]> {
  const entry = await registerOf(store.names, register).find(reference);
  if (!entry) throw notRegistered();
  return entry;
}

type Reads<Entry> = Pick<EntryStore<Entry, never>, 'find' | 'list'>;

function registerOf<Name extends keyof Entries>(
  names: { readonly [Register in keyof Entries]: Reads<Entries[Register]> },
  register: Name,
): Reads<Entries[Name]> {
  return names[register];
}

/** @throws Error when the store has left nothing, which no change but a removal does */
export function subjectOf<Subject>(result: EntryResult<Subject>): Written<Subject> {
  if ('kept' in result) return result;
  if (result.entry !== undefined) return { subject: result.entry };
  throw new Error('a change of the register has left nothing');
}

/**
 * Removes an entry that nothing refers to.
 * @throws Problem `not_found`, `stale_edition`, `conflict` that says what refers to it
 */
export async function removeEntry<Subject extends Entry & { readonly id: string; readonly name: string }>(
  { clock }: Deps,
  { noun, store }: { readonly noun: string; readonly store: Pick<EntryStore<Subject, EntryRemoval>, 'change'> },
  { reference, version }: KnownEntry,
  { actor, dryRun }: Pick<WriteOptions<Subject>, 'actor' | 'dryRun'>,
): Promise<void> {
  const at = clock.now();
  const decide = (current: Subject | undefined): EntryRemoval => {
    refuseStaleEntry(current, version);
    return { remove: current.id, audit: entryNote(actor, at, `${noun}.removed`, current) };
  };
  await store.change({ subject: reference, lookUp: [], at, dryRun, once: null, decide });
}

interface EntryRemoval {
  readonly remove: string;
  readonly audit: AuditNote;
}

/**
 * Refuses a change of something that has changed since it was read.
 * @throws Problem `not_found`, `stale_edition` that names both versions
 */
export function refuseStaleEntry<Subject extends Entry>(
  entry: Subject | undefined,
  version: number,
): asserts entry is Subject {
  if (!entry) throw notRegistered();
  refuseStaleVersion('entry', entry.version, version);
}

/** A further name as somebody writes it. */
export type WrittenName = Pick<OtherName, 'name' | 'isPublic'>;

/** The names of an entry as they shall be. */
export interface NamesWish {
  readonly name?: string;
  readonly otherNames?: readonly WrittenName[];
}

/** The keys of all names that a wish brings. */
export function keysOf({ name, otherNames = [] }: NamesWish): string[] {
  return [...(name === undefined ? [] : [name]), ...otherNames.map((other) => other.name)].map(slugify);
}

type Named = Pick<Entry, 'named' | 'otherNames'> & { readonly id: string; readonly key: string; readonly name: string };

/**
 * The names of an entry after a wish. It stays known by the names that it had.
 * @throws Problem `invalid_body` for what is no name, `conflict` for a name of another entry
 */
export function namedAs(
  entry: Named,
  { name = entry.name, otherNames }: NamesWish,
  known: ReadonlyMap<string, { readonly id: string }>,
): Pick<Entry, 'named' | 'otherNames'> & { readonly name: string } {
  const wished = otherNames?.map((other) => ({ ...other, key: slugify(other.name) })) ?? entry.otherNames;
  const isRenamed = name !== entry.name;
  const kept = [name, ...(isRenamed ? [entry.name] : [])].map((text) => ({
    key: slugify(text),
    name: text,
    isPublic: false,
  }));
  const all = new Map<string, OtherName>();
  // One that is only another spelling of the name is no other name, unless it was.
  for (const other of [...wished, ...kept]) {
    const isFirst = other.key === entry.key && !isRenamed && !wished.includes(other);
    if (!isFirst && !all.has(other.key)) all.set(other.key, other);
  }
  const errors = nameErrors({ name, ...(otherNames && { otherNames }) }, entry.id, known);
  if (errors.length > 0) throw nameProblem(errors);
  // Two that were merged may have more together; they stay, and none comes to them.
  if (all.size > Math.max(MAX_OTHER_NAMES, entry.otherNames.length))
    throw tooMany('/otherNames', `At most ${MAX_OTHER_NAMES} names.`);
  const inOrder = [...all.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { name, named: entry.named || isRenamed, otherNames: inOrder };
}

type NameError = ProblemError & { readonly isTaken: boolean };

function nameErrors(wish: NamesWish, id: string, known: ReadonlyMap<string, { readonly id: string }>): NameError[] {
  const places = [
    ...(wish.name === undefined ? [] : [{ pointer: '/name', name: wish.name }]),
    ...(wish.otherNames ?? []).map(({ name }, at) => ({ pointer: `/otherNames/${at}`, name })),
  ];
  return places.flatMap(({ pointer, name }): NameError[] => {
    const key = slugify(name);
    if (key === '') return [{ pointer, detail: 'The name has no letter or digit.', isTaken: false }];
    const owner = known.get(key);
    if (owner === undefined || owner.id === id) return [];
    const expected = 'Another name; officials or organisations that are one can be merged.';
    return [{ pointer, detail: `The entry ${owner.id} has this name.`, expected, isTaken: true }];
  });
}

function nameProblem(errors: readonly NameError[]): Problem {
  const isTaken = errors.every((error) => error.isTaken);
  return new Problem(isTaken ? 'conflict' : 'invalid_body', 'The entry cannot have these names.', {
    errors: errors.map(({ isTaken: _isTaken, ...error }) => error),
  });
}

export function tooMany(pointer: string, detail: string): Problem {
  return new Problem('invalid_body', 'The entry cannot be saved as it is.', { errors: [{ pointer, detail }] });
}

function notRegistered(): Problem {
  return new Problem('not_found', 'There is no such entry in the register.');
}

/** `area.created`, `official.merged`…, about an entry. */
export function entryNote(
  by: Actor,
  at: Instant,
  action: string,
  entry: { readonly id: string; readonly name: string },
  detail: AuditDetail = {},
): AuditNote {
  return auditNote(by, { at, action, outcome: 'accepted', subject: entry.id, detail: { name: entry.name, ...detail } });
}
