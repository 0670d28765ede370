import type { Key } from '../domain/actor.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Partner } from '../domain/partner.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import type { Once } from './once.ts';

/** Those who syndicate. */
export interface PartnerStore {
  find(id: string): Promise<Partner | undefined>;
  /** In the order of creation. */
  list(page: PageQuery): Promise<Slice<Partner>>;
  /**
   * Carries out a decision about the partners, in one transaction with what becomes of their keys and what the audit
   * trail says of it; a decision that throws keeps nothing.
   * @throws Problem `idempotency_key_reused`
   */
  change(request: PartnerRequest): Promise<{ readonly partner: Partner } | { readonly kept: string }>;
}

export interface PartnerRequest {
  readonly at: Instant;
  /** Synchronous and pure: it may be run again. */
  readonly decide: (partners: readonly Partner[], keys: readonly Key[]) => PartnerDecision;
  /** Decides against what is there now, and keeps nothing. */
  readonly dryRun?: boolean;
  readonly once?: Once<Partner>;
}

/** A partner as it shall be, new or known (by id), and keys of it with another end. */
export interface PartnerDecision {
  readonly save: Partner;
  readonly keys?: readonly Key[];
  readonly audit: AuditNote;
}
