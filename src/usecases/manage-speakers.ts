import { isDeepStrictEqual } from 'node:util';
import { MAX_POSTS, type RecordedPost } from '../domain/official.ts';
import { Problem } from '../domain/problem.ts';
import type { OfficialEntry, OrganisationEntry, OtherName } from '../domain/register.ts';
import type { Instant } from '../domain/time.ts';
import type { EntryRequest, EntryStore, MergeableDecision } from '../store/names.ts';
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
  tooMany,
} from './register-entries.ts';
import type { WriteOptions, Written } from './write-wish.ts';

/** A post as somebody writes it down; `organisation` by id or by any of its names' keys. */
export interface WrittenPost extends Omit<RecordedPost, 'organisationId'> {
  readonly organisation: string | null;
}

export interface OfficialWish extends NamesWish {
  readonly posts?: readonly WrittenPost[];
}

/** @throws Problem `invalid_body`, `conflict` for a name of another organisation */
export function createOrganisation(
  deps: Deps,
  wish: NamesWish & { readonly name: string },
  options: WriteOptions<OrganisationEntry>,
): Promise<Written<OrganisationEntry>> {
  const fresh = { ...newSpeaker(deps.newId(), wish.name), mergedInto: null };
  return create(deps, { noun: 'organisation', store: deps.store.names.organisations }, fresh, wish, options);
}

/** @throws Problem `not_found`, `stale_edition`, and what createOrganisation throws */
export function changeOrganisation(
  deps: Deps,
  known: KnownEntry,
  wish: NamesWish,
  options: WriteOptions<OrganisationEntry>,
): Promise<Written<OrganisationEntry>> {
  return change(deps, { noun: 'organisation', store: deps.store.names.organisations }, known, wish, options);
}

/**
 * @throws Problem `not_found`, `stale_edition`, `conflict` when it was merged already, `invalid_body` where there is no other
 * one to merge it into
 */
export function mergeOrganisations(
  deps: Deps,
  known: KnownEntry,
  into: string,
  options: WriteOptions<OrganisationEntry>,
): Promise<Written<OrganisationEntry>> {
  return merge(deps, { noun: 'organisation', store: deps.store.names.organisations }, known, into, options);
}

/** @throws Problem `invalid_body` for what is no name or post, `conflict` for a name of another official */
export function createOfficial(
  deps: Deps,
  { posts = [], ...wish }: OfficialWish & { readonly name: string },
  options: WriteOptions<OfficialEntry>,
): Promise<Written<OfficialEntry>> {
  const fresh = { ...newSpeaker(deps.newId(), wish.name), mergedInto: null, posts: [] };
  const register = { noun: 'official', store: deps.store.names.officials };
  return create(deps, register, fresh, wish, options, postsOf(posts));
}

/** @throws Problem `not_found`, `stale_edition`, and what createOfficial throws */
export function changeOfficial(
  deps: Deps,
  known: KnownEntry,
  { posts, ...wish }: OfficialWish,
  options: WriteOptions<OfficialEntry>,
): Promise<Written<OfficialEntry>> {
  const register = { noun: 'official', store: deps.store.names.officials };
  return change(deps, register, known, wish, options, posts && postsOf(posts));
}

/**
 * One official turned out to be another. What releases say of them stays as it was written.
 * @throws Problem `not_found`, `stale_edition`, `conflict` when they were merged already, `invalid_body` where there is no
 * other one to merge them into
 */
export function mergeOfficials(
  deps: Deps,
  known: KnownEntry,
  into: string,
  options: WriteOptions<OfficialEntry>,
): Promise<Written<OfficialEntry>> {
  const register = { noun: 'official', store: deps.store.names.officials };
  return merge(deps, register, known, into, options, (going, staying) => ({
    // What was written down of somebody whom nobody knows does not become known with this.
    posts: going.slug === null && staying.slug !== null ? staying.posts : inOrder([...staying.posts, ...going.posts]),
  }));
}

/** @throws what removeEntry throws */
export function removeOrganisation(
  deps: Deps,
  known: KnownEntry,
  options: Pick<WriteOptions<OrganisationEntry>, 'actor' | 'dryRun'>,
): Promise<void> {
  return removeEntry(deps, { noun: 'organisation', store: deps.store.names.organisations }, known, options);
}

/** @throws what removeEntry throws */
export function removeOfficial(
  deps: Deps,
  known: KnownEntry,
  options: Pick<WriteOptions<OfficialEntry>, 'actor' | 'dryRun'>,
): Promise<void> {
  return removeEntry(deps, { noun: 'official', store: deps.store.names.officials }, known, options);
}

type Deciding<Entry> = EntryRequest<Entry, MergeableDecision<Entry>>['decide'];

interface Register<Entry> {
  readonly noun: string;
  readonly store: EntryStore<Entry, MergeableDecision<Entry>>;
}

/** What a wish changes beside the names, decided with the organisations as they are then. */
interface Further<Entry> {
  /** Ids and keys of the organisations that it names. */
  readonly organisations: readonly string[];
  changes(organisations: ReadonlyMap<string, OrganisationEntry>, at: Instant): Partial<Entry>;
}

const NOTHING_FURTHER = { organisations: [], changes: () => ({}) };

function postsOf(posts: readonly WrittenPost[]): Further<OfficialEntry> {
  return {
    organisations: posts.flatMap(({ organisation }) => organisation ?? []),
    changes: (organisations, at) => ({ posts: recordedPosts(posts, organisations, at) }),
  };
}

function newSpeaker(id: string, name: string) {
  return { id, key: slugify(name), name, named: true, otherNames: [], version: 0, slug: null };
}

async function create<Entry extends OrganisationEntry>(
  { clock }: Deps,
  { noun, store }: Register<Entry>,
  fresh: Entry,
  wish: NamesWish,
  { actor, dryRun, once }: WriteOptions<Entry>,
  { organisations, changes }: Further<Entry> = NOTHING_FURTHER,
): Promise<Written<Entry>> {
  const at = clock.now();
  const decide: Deciding<Entry> = (_current, known, named) => {
    const save = { ...unversioned(fresh), ...changes(named, at), ...namedAs(fresh, wish, known) };
    return { save, audit: entryNote(actor, at, `${noun}.created`, fresh) };
  };
  return subjectOf(
    await store.change({ subject: null, lookUp: keysOf(wish), organisations, at, dryRun, once, decide }),
  );
}

async function change<Entry extends OrganisationEntry>(
  { clock }: Deps,
  { noun, store }: Register<Entry>,
  { reference, version }: KnownEntry,
  wish: NamesWish,
  { actor, dryRun, once }: WriteOptions<Entry>,
  { organisations, changes }: Further<Entry> = NOTHING_FURTHER,
): Promise<Written<Entry>> {
  const at = clock.now();
  const lookUp = keysOf(wish);
  const decide: Deciding<Entry> = (current, known, named) => {
    refuseStaleEntry(current, version);
    refuseMerged(current, noun);
    const names = namedAs(current, wish, known);
    const before = unversioned(current);
    const save = { ...before, ...changes(named, at), ...names };
    if (isDeepStrictEqual(save, before)) return { audit: null };
    return { save, audit: entryNote(actor, at, `${noun}.changed`, { id: current.id, name: names.name }) };
  };
  return subjectOf(await store.change({ subject: reference, lookUp, organisations, at, dryRun, once, decide }));
}

async function merge<Entry extends OrganisationEntry>(
  { clock }: Deps,
  { noun, store }: Register<Entry>,
  { reference, version }: KnownEntry,
  into: string,
  { actor, dryRun, once }: WriteOptions<Entry>,
  takeOver: (going: Entry, staying: Entry) => Partial<Entry> = () => ({}),
): Promise<Written<Entry>> {
  const at = clock.now();
  const decide: Deciding<Entry> = (going, known) => {
    refuseStaleEntry(going, version);
    refuseMerged(going, noun);
    const staying = known.get(into);
    if (!staying || staying.id === going.id || staying.mergedInto !== null) {
      throw new Problem('invalid_body', `The ${noun} cannot be merged into that one.`, {
        errors: [{ pointer: '/into', detail: `There is no other ${noun} there.`, expected: 'The id or key of one.' }],
      });
    }
    const save = { ...unversioned(staying), ...takeOver(going, staying), otherNames: namesOfBoth(going, staying) };
    const detail = { into: staying.id, intoName: staying.name };
    return {
      merge: { from: going.id, into: staying.id },
      save,
      audit: entryNote(actor, at, `${noun}.merged`, going, detail),
    };
  };
  return subjectOf(await store.change({ subject: reference, lookUp: [into], at, dryRun, once, decide }));
}

/** A name that the public has not known does not become known with a merge. */
function namesOfBoth(going: OrganisationEntry, staying: OrganisationEntry): OtherName[] {
  const isKnown = going.slug !== null;
  const theirs = [
    { key: going.key, name: going.name, isPublic: going.named && isKnown },
    ...going.otherNames.map((other) => ({ ...other, isPublic: other.isPublic && isKnown })),
  ];
  return [...new Map([...theirs, ...staying.otherNames].map((other) => [other.key, other])).values()];
}

function refuseMerged({ mergedInto }: OrganisationEntry, noun: string): void {
  if (mergedInto !== null) throw new Problem('conflict', `The ${noun} was merged into another one: ${mergedInto}.`);
}

function unversioned<Entry extends OrganisationEntry>(entry: Entry): NonNullable<MergeableDecision<Entry>['save']> {
  const { version: _version, slug: _slug, ...rest } = entry;
  return rest as NonNullable<MergeableDecision<Entry>['save']>;
}

/** @throws Problem `invalid_body` with a pointer to the first post that cannot be */
function recordedPosts(
  posts: readonly WrittenPost[],
  organisations: ReadonlyMap<string, OrganisationEntry>,
  now: Instant,
): RecordedPost[] {
  if (posts.length > MAX_POSTS) throw tooMany('/posts', `At most ${MAX_POSTS} posts.`);
  const recorded = posts.map(({ organisation, ...post }, at) => {
    const found = organisation === null ? null : organisations.get(organisation);
    if (found === undefined) throw badPost(`/posts/${at}/organisation`, `There is no organisation ${organisation}.`);
    refusePost(post, found !== null, at, now);
    return { ...post, organisationId: found && (found.mergedInto ?? found.id) };
  });
  return inOrder(recorded);
}

/** What lies ahead would become public by itself, and nothing here does. */
function refusePost(post: Omit<WrittenPost, 'organisation'>, isOfOne: boolean, at: number, now: Instant): void {
  const { rank, role, from, until } = post;
  if (rank === null && role === null && !isOfOne) throw badPost(`/posts/${at}`, 'It says nothing.');
  if (from > now) throw badPost(`/posts/${at}/from`, 'It has not begun yet.');
  if (until !== null && until <= from) throw badPost(`/posts/${at}/until`, 'It ends before it begins.');
}

function badPost(pointer: string, detail: string): Problem {
  return new Problem('invalid_body', 'The posts cannot be written down as they are.', {
    errors: [{ pointer, detail }],
  });
}

function inOrder(posts: readonly RecordedPost[]): RecordedPost[] {
  return posts.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
