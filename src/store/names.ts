import type { AuditNote } from '../domain/audit.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { AreaEntry, OfficialEntry, OrganisationEntry, RenamedTag, TagWord } from '../domain/register.ts';
import type { Instant } from '../domain/time.ts';
import type { Kept, Once } from './once.ts';

/** The register of names, for those who keep it: what the public knows, and what it does not. */
export interface NameStore {
  readonly areas: EntryStore<AreaEntry, AreaDecision>;
  readonly organisations: EntryStore<OrganisationEntry, MergeableDecision<OrganisationEntry>>;
  readonly officials: EntryStore<OfficialEntry, MergeableDecision<OfficialEntry>>;
  readonly tags: TagWordStore;
}

export interface EntryStore<Entry, Decision> {
  /** By id, or by the key of any of its names. */
  find(reference: string): Promise<Entry | undefined>;
  /** In the order of their keys. */
  list(query: EntryQuery): Promise<Slice<Entry>>;
  /**
   * Carries out a decision about an entry, in one transaction with all that the public sees of it and what the audit
   * trail says; a decision that throws keeps nothing.
   * @throws Problem `conflict` when something that refers to it keeps it from being removed; `idempotency_key_reused`
   */
  change(request: EntryRequest<Entry, Decision>): Promise<EntryResult<Entry>>;
}

export interface EntryQuery extends PageQuery {
  /** What a key of theirs contains. */
  readonly part?: string;
}

/** The entry as it stands then, none when it was removed; or the answer of a request that was carried out before. */
export type EntryResult<Entry> = { readonly entry: Entry | undefined } | Kept;

export interface EntryRequest<Entry, Decision> {
  /** By id or key; null for a new one. */
  readonly subject: string | null;
  /** Ids and keys by which the decision wants to look others up. */
  readonly lookUp: readonly string[];
  /** Those by which it wants to look organisations up that it only names. */
  readonly organisations?: readonly string[];
  /** All of it happens at this instant. */
  readonly at: Instant;
  /** Synchronous and pure: it may be run again. */
  readonly decide: (
    current: Entry | undefined,
    known: ReadonlyMap<string, Entry>,
    organisations: ReadonlyMap<string, OrganisationEntry>,
  ) => Decision;
  /** Decides against what is there now, and keeps nothing. */
  readonly dryRun: boolean;
  readonly once: Once<Entry> | null;
}

interface EntryDecision<Entry> {
  /** The entry as it shall be, new or known by its id; the store counts its version. */
  readonly save?: Omit<Entry, 'version' | 'slug' | 'parent' | 'within'>;
  /** Id of one that nothing refers to. */
  readonly remove?: string;
  /** Null for what changes nothing: then nothing is written. */
  readonly audit: AuditNote | null;
}

export type AreaDecision = EntryDecision<AreaEntry>;

export interface MergeableDecision<Entry> extends EntryDecision<Entry> {
  /** Ids: the one turned out to be the other, which takes over its names and what was said. */
  readonly merge?: { readonly from: string; readonly into: string };
}

/** Tags that were renamed or merged. */
export interface TagWordStore {
  /** In alphabetical order. */
  list(page: PageQuery): Promise<Slice<TagWord>>;
  change(request: TagRequest): Promise<EntryResult<RenamedTag>>;
}

export interface TagRequest {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  /**
   * @param known the tag that each of the two words stands for, where it is not itself
   * @param isUsed whether any article has the tag, or a word stands for it
   * @throws Problem that keeps it from being done
   */
  readonly decide: (known: ReadonlyMap<string, string>, isUsed: boolean) => AuditNote;
  readonly dryRun: boolean;
  readonly once: Once<RenamedTag> | null;
}
