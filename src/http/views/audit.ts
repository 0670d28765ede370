import * as z from 'zod';
import { AUDIT_OUTCOMES, type AuditEntry } from '../../domain/audit.ts';
import { pageOf } from './page.ts';
import { instantView } from './scalars.ts';

export const auditEntryView = z
  .strictObject({
    sequence: z.int().min(1).meta({ description: '1, 2, 3… without a gap.' }),
    at: instantView,
    actor: z
      .strictObject({
        id: z.string().meta({
          description:
            '`key:<id>`, `operator` (the command line), `anonymous`, `clock` (what fell due) or `system` (what a restored database needed).',
        }),
        name: z.string().meta({ description: 'What they were called then.' }),
      })
      .meta({ description: 'Who did it.' }),
    action: z.string().meta({
      description: 'What happened, or for a refusal the operation that was wanted.',
      example: 'key.revoked',
    }),
    outcome: z.enum(AUDIT_OUTCOMES),
    subject: z.string().nullable().meta({ description: 'Id of what it was done to; null where there is none.' }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    hash: z.string().meta({
      description: 'SHA-256, lower-case hex, of the hash of the entry before and of this entry.',
    }),
  })
  .meta({ id: 'AuditEntry', description: 'One link of the chain of who did what.' });

export const auditPageView = pageOf('AuditPage', auditEntryView);

export function toAuditEntryView(entry: AuditEntry): z.output<typeof auditEntryView> {
  const { sequence, at, actor, actorTitle, action, outcome, subject, detail, hash } = entry;
  return { sequence, at, actor: { id: actor, name: actorTitle }, action, outcome, subject, detail, hash };
}
