import { readConfig } from '../config.ts';
import type { AuditEntry, AuditFault, AuditHead, AuditQuery, AuditVerdict } from '../domain/audit.ts';
import { Problem } from '../domain/problem.ts';
import { listAudit, verifyAudit } from '../usecases/audit.ts';
import { everyRow } from '../usecases/every-row.ts';
import { withPresentDeps } from './open.ts';

export interface VerifyAuditFlags {
  /** A head that an earlier verification printed: `<sequence>:<hash>`. */
  readonly against?: string;
}

export type ListAuditFlags = Pick<AuditQuery, 'subject' | 'actor' | 'action' | 'outcome'>;

/** The command `audit verify`. Resolves to the exit code: 0 when the chain is whole, 1 when it is broken. */
export async function runVerifyAudit({ against }: VerifyAuditFlags): Promise<number> {
  const remembered = against === undefined ? undefined : readHead(against);
  const verdict = await withPresentDeps(readConfig(), (deps) => verifyAudit(deps, remembered));
  process.stdout.write(describeVerdict(verdict));
  return verdict.broken ? 1 : 0;
}

/** The command `audit list`: newest first. */
export async function runListAudit(filters: ListAuditFlags): Promise<void> {
  await withPresentDeps(readConfig(), async (deps) => {
    for await (const entry of everyRow((page) => listAudit(deps, { ...filters, ...page }))) {
      process.stdout.write(describeEntry(entry));
    }
  });
}

function describeVerdict({ entries, head, broken }: AuditVerdict): string {
  if (broken)
    return `Entry ${broken.sequence} is broken: ${FAULTS[broken.fault]}. Good entries before it: ${entries}.\n`;
  return [
    `All ${entries} entries are as they were written, and none is missing between them.`,
    `The head is ${head.sequence}:${head.hash}`,
    'Keep it elsewhere: that entries were cut off at the end shows only in `audit verify --against` it.',
    '',
  ].join('\n');
}

const FAULTS: Readonly<Record<AuditFault, string>> = {
  hash: 'it, or the entry before it, is not as it was written',
  gap: 'the entry before it is missing',
  beginning: 'it is the first, and the entries before it are missing',
  head: 'it is missing, or not the one whose hash was kept elsewhere',
};

function describeEntry({ sequence, at, actor, actorTitle, action, outcome, subject, detail }: AuditEntry): string {
  const who = actor === actorTitle ? actor : `${actorTitle} (${actor})`;
  return `${[sequence, at, outcome, action, subject ?? '-', who, JSON.stringify(detail)].join('  ')}\n`;
}

function readHead(text: string): AuditHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence !== undefined && hash !== undefined) return { sequence: Number(sequence), hash };
  throw new Problem('invalid_request', `--against ${text} is not a head as \`audit verify\` prints it`);
}
