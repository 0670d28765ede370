import { chmodSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Instant } from '../../../domain/time.ts';
import { openReader } from '../engine/connection.ts';
import { sentenceOf } from '../engine/errors.ts';
import { syncToDisk } from '../engine/sync-to-disk.ts';
import { createAudit } from '../newsroom/audit.ts';

/** What a database holds, for people. */
export interface Contents {
  readonly bytes: number;
  readonly articles: number;
  readonly publicArticles: number;
  readonly revisions: number;
  /** Number and instant of the last change of what the public sees; 0 and null before the first. */
  readonly sequence: number;
  readonly changedAt: Instant | null;
  /** Head of the audit trail, as `audit verify` prints it. */
  readonly auditHead: string;
}

/** What only ever grows: a copy cannot have less than there was before, nor more than there is after it was taken. */
export type Growth = Pick<Contents, 'articles' | 'revisions' | 'sequence'>;

/**
 * Writes a database as it stands at one moment into a file that does not exist yet, without pages that hold nothing any
 * more. Whoever writes meanwhile is kept waiting by nothing. On the disk when it returns.
 */
export function takeSnapshot(from: string, to: string): Growth {
  const client = new Database(from, { readonly: true, fileMustExist: true, timeout: BUSY_MILLIS });
  try {
    const before = growthOf(client);
    client.prepare('vacuum into ?').run(to);
    chmodSync(to, 0o600);
    syncToDisk(to);
    return before;
  } finally {
    client.close();
  }
}

const BUSY_MILLIS = 5_000;

export function growthOf(client: Database.Database): Growth {
  const row = client
    .prepare<[], Growth>(
      `select (select count(*) from articles) articles, (select count(*) from revisions) revisions,
        (select coalesce(max(sequence), 0) from public_latest) sequence`,
    )
    .get();
  if (!row) throw new Error('the database does not count');
  return row;
}

/**
 * Reads a database from end to end, and says what it holds.
 * @throws Error with a sentence for the operator when it is not whole, or not one of Dateline
 */
export async function inspectDatabase(path: string): Promise<Contents> {
  try {
    const connection = openReader(path);
    const { client } = connection;
    try {
      refuseStrange(client);
      refuseBroken(client);
      const { head, broken } = await createAudit({ reader: connection, writer: connection }).verify();
      if (broken) throw new Error(`its audit trail is broken at entry ${broken.sequence}`);
      const { changedAt } = client
        .prepare<[], Pick<Contents, 'changedAt'>>('select changed_at changedAt from public_state')
        .get() ?? { changedAt: null };
      const publicArticles = client.prepare<[], number>('select count(*) from public_articles').pluck().get() ?? 0;
      const auditHead = `${head.sequence}:${head.hash}`;
      return { ...growthOf(client), bytes: statSync(path).size, publicArticles, changedAt, auditHead };
    } finally {
      client.close();
    }
  } catch (error) {
    throw new Error(`${path} cannot be used: ${sentenceOf(error)}`, { cause: error });
  }
}

function refuseStrange(client: Database.Database): void {
  const tables = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  const isOurs = ['__drizzle_migrations', 'articles', 'public_latest'].every((name) => tables.includes(name));
  if (!isOurs) throw new Error('it is no database of Dateline');
}

function refuseBroken(client: Database.Database): void {
  const fault = client.pragma('integrity_check(1)', { simple: true });
  if (fault !== 'ok') throw new Error(`it is damaged (${fault})`);
  if (client.prepare('select 1 from pragma_foreign_key_check').get()) throw new Error('rows are missing from it');
}
