import type { Key } from '../domain/actor.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Partner } from '../domain/partner.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Kept, Writing } from './once.ts';

/** Those who syndicate. */
export interface PartnerStore {
  find(id: string): Promise<Partner | undefined>;
  /** In the order of creation. */
  list(page: PageQuery): Promise<Slice<Partner>>;
  /**
   * Carries out a decision about all the partners, in one transaction with what becomes of their keys and what the audit
   * trail says of it; a decision that throws keeps nothing. Resolves to the decision.
   * @throws Problem `idempotency_key_reused`
   */
  change<Decision extends PartnerDecision>(
    decide: (partners: readonly Partner[], keys: readonly Key[]) => Decision,
    writing: Writing<Decision>,
  ): Promise<Decision | Kept>;
}

/** A partner as it shall be, new or known (by id), and keys of it with another end. */
export interface PartnerDecision {
  readonly save: Partner;
  readonly keys?: readonly Key[];
  /** Null for what changes nothing: then nothing is written. */
  readonly audit: AuditNote | null;
}
