import type { Key } from '../domain/actor.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Partner } from '../domain/partner.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import type { Kept, Writing } from './once.ts';

export interface KeyStore {
  find(id: string): Promise<Key | undefined>;
  findByPrefix(prefix: string): Promise<Key | undefined>;
  /** In the order of creation. */
  list(page: PageQuery): Promise<Slice<Key>>;
  /**
   * Carries out a decision about all the keys, in one transaction with what the audit trail says of it; a decision that
   * throws keeps nothing. Resolves to the decision.
   * @throws Problem `idempotency_key_reused`
   */
  change<Decision extends KeyDecision>(
    decide: (keys: readonly Key[], partners: readonly Partner[]) => Decision,
    writing: Writing<Decision>,
  ): Promise<Decision | Kept>;
  /**
   * Notes that a key, as it was read, was used. Gives up where somebody else has noted it since or is writing at this
   * moment: no answer waits for it.
   */
  use(key: Key, at: Instant): Promise<void>;
}

/** Keys as they shall be: new ones, and known ones (by id) with another end. */
export interface KeyDecision {
  readonly save: readonly Key[];
  readonly audit: AuditNote;
}
