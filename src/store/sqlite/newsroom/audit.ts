import { createHash } from 'node:crypto';
import { and, asc, desc, eq, getTableColumns, gt, type SQL, sql } from 'drizzle-orm';
import {
  type AuditDetail,
  type AuditEntry,
  type AuditHead,
  type AuditNote,
  type AuditQuery,
  type AuditVerdict,
  auditText,
  NO_ENTRY,
} from '../../../domain/audit.ts';
import type { Slice } from '../../../domain/query.ts';
import type { AuditStore } from '../../audit.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import {
  behind,
  inOrder,
  type Order,
  type PageShape,
  pageParameters,
  pageShape,
  positionParameters,
  sliceOf,
} from '../engine/keyset.ts';
import { prepareByShape, preparedOnce, prepareInsert } from '../engine/prepared.ts';
import { audit } from './tables.ts';

/** Entries that one step of a verification reads. */
const ENTRIES_AT_A_TIME = 1_000;

/** The writing end of the chain. */
export interface AuditTrail {
  /** Must run inside a write transaction: the entry is kept with what it tells of, or not at all. */
  append(note: AuditNote): AuditEntry;
}

export const createAuditTrail = preparedOnce(prepareTrail);

function prepareTrail(connection: Connection): AuditTrail {
  const insert = prepareInsert(connection, audit);
  const newest = connection.db
    .select({ sequence: audit.sequence, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.sequence))
    .limit(1)
    .prepare();
  return {
    append(note) {
      const before = newest.get() ?? NO_ENTRY;
      const numbered = { ...note, sequence: before.sequence + 1 };
      const entry = { ...numbered, hash: hashOf(before, numbered) };
      insert(entry);
      return entry;
    },
  };
}

export function createAudit({ reader, writer }: Connections): AuditStore {
  const trail = createAuditTrail(writer);
  const append = writer.client.transaction((note: AuditNote) => trail.append(note));
  const list = prepareAuditList(reader);
  return {
    append: async (note) => append.immediate(note),
    list: async (query) => list(query),
    verify: createVerify(reader),
  };
}

const NEWEST_FIRST: Order = { keys: [{ of: audit.sequence, type: 'integer' }], direction: 'desc' };

const FILTERS = {
  subject: eq(audit.subject, sql.placeholder('subject')),
  actor: eq(audit.actor, sql.placeholder('actor')),
  action: eq(audit.action, sql.placeholder('action')),
  outcome: eq(audit.outcome, sql.placeholder('outcome')),
  from: sql`${audit.at} >= ${sql.placeholder('from')}`,
  before: sql`${audit.at} < ${sql.placeholder('before')}`,
} satisfies Record<string, SQL>;

const FILTER_NAMES = [
  'subject',
  'actor',
  'action',
  'outcome',
  'from',
  'before',
] as const satisfies (keyof typeof FILTERS)[];

function prepareAuditList({ db }: Connection): (query: AuditQuery) => Slice<AuditEntry> {
  const statementOf = prepareByShape(
    ({ filters, ...page }: PageShape & { readonly filters: readonly (keyof typeof FILTERS)[] }) =>
      db
        .select()
        .from(audit)
        .where(and(...filters.map((name) => FILTERS[name]), behind(NEWEST_FIRST, page)))
        .orderBy(...inOrder(NEWEST_FIRST, page))
        .limit(sql.placeholder('limit'))
        .prepare(),
  );
  return (query) => {
    const filters = FILTER_NAMES.filter((name) => query[name] !== undefined);
    const rows = statementOf({ filters, ...pageShape(query) }).all({
      ...query,
      ...positionParameters(NEWEST_FIRST, query.position),
      ...pageParameters(query),
    });
    return sliceOf(rows, query, ({ sequence }) => [String(sequence)]);
  };
}

function createVerify({ db }: Connection): AuditStore['verify'] {
  const following = db
    .select({ ...getTableColumns(audit), detail: sql<string>`${audit.detail}` })
    .from(audit)
    .where(gt(audit.sequence, sql.placeholder('after')))
    .orderBy(asc(audit.sequence))
    .limit(ENTRIES_AT_A_TIME)
    .prepare();

  return async (remembered = NO_ENTRY) => {
    let head: AuditHead = NO_ENTRY;
    const verdict = (broken: AuditVerdict['broken']): AuditVerdict => ({ entries: head.sequence, head, broken });
    for (;;) {
      const rows = following.all({ after: head.sequence });
      for (const { detail, ...row } of rows) {
        const { sequence, hash } = row;
        if (sequence !== head.sequence + 1) {
          return verdict({ sequence, fault: head.sequence === 0 ? 'beginning' : 'gap' });
        }
        const read = readDetail(detail);
        if (!read || hash !== hashOf(head, { ...row, detail: read })) return verdict({ sequence, fault: 'hash' });
        if (sequence === remembered.sequence && hash !== remembered.hash) return verdict({ sequence, fault: 'head' });
        head = { sequence, hash };
      }
      if (rows.length < ENTRIES_AT_A_TIME) break;
    }
    return verdict(head.sequence < remembered.sequence ? { sequence: head.sequence + 1, fault: 'head' } : null);
  };
}

function hashOf(before: AuditHead, note: AuditNote & { readonly sequence: number }): string {
  return createHash('sha256').update(auditText(before.hash, note)).digest('hex');
}

/** Undefined for what was never written here: somebody has put it in the place of an object. */
function readDetail(text: string): AuditDetail | undefined {
  try {
    const detail: unknown = JSON.parse(text);
    return isDetail(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
}

function isDetail(value: unknown): value is AuditDetail {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
