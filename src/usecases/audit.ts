import type { Actor } from '../domain/actor.ts';
import {
  type AuditDetail,
  type AuditEntry,
  type AuditHead,
  type AuditQuery,
  type AuditVerdict,
  auditNote,
} from '../domain/audit.ts';
import type { Problem } from '../domain/problem.ts';
import type { Slice } from '../domain/query.ts';
import type { Deps } from './deps.ts';

/** Who did what, newest first. */
export function listAudit({ store }: Deps, query: AuditQuery): Promise<Slice<AuditEntry>> {
  return store.audit.list(query);
}

/** Walks the whole trail to the first entry that is not as it was written, or not where it was remembered. */
export function verifyAudit({ store }: Deps, remembered?: AuditHead): Promise<AuditVerdict> {
  return store.audit.verify(remembered);
}

/** A change that somebody wanted and did not get. */
export interface RefusedChange {
  /** The operation, as the API or the command line calls it. */
  readonly operation: string;
  readonly subject: string | null;
  readonly detail: AuditDetail;
}

/** Writes into the audit trail that a change was refused, and why. */
export async function noteRefusal(
  { store, clock }: Deps,
  by: Actor,
  { operation, subject, detail }: RefusedChange,
  { code }: Problem,
): Promise<void> {
  await store.audit.append(
    auditNote(by, {
      at: clock.now(),
      action: operation,
      outcome: 'refused',
      subject,
      detail: { ...detail, code },
    }),
  );
}
