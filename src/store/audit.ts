import type { AuditEntry, AuditHead, AuditNote, AuditQuery, AuditVerdict } from '../domain/audit.ts';
import type { Slice } from '../domain/query.ts';

/** The chain of who did what. Nothing in it is ever changed or removed. */
export interface AuditStore {
  append(note: AuditNote): Promise<AuditEntry>;
  /** Newest first. */
  list(query: AuditQuery): Promise<Slice<AuditEntry>>;
  /**
   * Walks the whole chain to the first entry that is not as it was written. That entries are missing at its end shows
   * only against a head that was written down elsewhere.
   */
  verify(remembered?: AuditHead): Promise<AuditVerdict>;
}
