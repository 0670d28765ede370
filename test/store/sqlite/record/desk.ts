import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { type Key, OPERATOR } from '../../../../src/domain/actor.ts';
import { auditNote } from '../../../../src/domain/audit.ts';
import { systemClock } from '../../../../src/domain/time.ts';
import type { WithdrawalKind } from '../../../../src/domain/withdrawal.ts';
import type { ArticleDecision } from '../../../../src/store/article-change.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/open.ts';
import { takeBackup } from '../../../../src/store/sqlite/record/backup.ts';
import { recordBeside } from '../../../../src/store/sqlite/record/record-file.ts';
import { readRecordText } from '../../../../src/store/sqlite/record/record-lines.ts';
import type { Restoration } from '../../../../src/store/sqlite/record/restoration.ts';
import { putBack } from '../../../../src/store/sqlite/record/restore.ts';
import type { Store } from '../../../../src/store/store.ts';
import { addressOf } from '../../../support/address.ts';
import { partner } from '../../../support/partners.ts';
import { NOW } from '../../../support/release.ts';
import { migratedDatabase } from '../../../support/sqlite-store.ts';

/** A database with its record and a backup, which a test opens, loses and puts back. */
export function openDesk(path: string = migratedDatabase()) {
  const removals = recordBeside(path);
  const backup = `${path}.backup`;
  const open = (onRestored?: (restoration: Restoration) => void): Store => {
    const store = openSqliteStore({ path, newId: randomUUID, addressOf, ...(onRestored && { onRestored }) });
    onTestFinished(() => store.close());
    return store;
  };
  const restoreFile = (withoutRecord = false) =>
    putBack({ database: path, removals, backup, withoutRecord, now: systemClock.now() });
  return {
    path,
    removals,
    backup,
    open,
    takeBackup: () => takeBackup({ database: path, removals, to: backup, force: true, now: systemClock.now() }),
    /** The disk of the database dies; the record lay on another one. */
    lose(): void {
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    },
    putBack: restoreFile,
    /** Puts the backup back, and opens it. */
    async restore(withoutRecord = false): Promise<{ readonly store: Store; readonly restoration: Restoration }> {
      await restoreFile(withoutRecord);
      const told: Restoration[] = [];
      const store = open((restoration) => told.push(restoration));
      const [restoration] = told;
      if (!restoration) throw new Error('the database was not found to be an older one');
      return { store, restoration };
    },
    /** What the record says, without its lines about itself. */
    events(): unknown[] {
      const { lines } = readRecordText(existsSync(removals) ? readFileSync(removals) : Buffer.of());
      const events = lines.map(({ event }) => JSON.parse(event));
      return events.filter(({ event }) => !['begun', 'reserved', 'backup', 'restored'].includes(event));
    },
    /** Changes the database by hand. */
    write(sql: string): void {
      const database = new Database(path);
      database.exec(sql);
      database.close();
    },
    /** Asks the database itself. */
    ask(sql: string): unknown[] {
      const database = new Database(path, { readonly: true });
      try {
        return database.prepare(sql).pluck().all();
      } finally {
        database.close();
      }
    },
  };
}

export function withdrawing(kind: WithdrawalKind = 'gone', explanation = 'A mistake.'): ArticleDecision {
  const alternative = kind === 'redirect' ? 'https://police.example/elsewhere' : null;
  return {
    withdraw: {
      kind,
      explanation: kind === 'vanish' ? null : explanation,
      alternative,
      reason: 'Secret.',
      at: NOW,
      by: 'Sam',
    },
  };
}

export const KEY: Key = {
  id: 'c0a8012e-0000-4000-8000-000000000001',
  name: 'Front page',
  role: 'editor',
  areaKeys: [],
  prefix: 'front',
  hash: 'a'.repeat(64),
  createdAt: NOW,
  expiresAt: null,
  grantedUntil: null,
  revokedAt: null,
  lastUsedAt: null,
  partnerId: null,
};

export const PARTNER = partner('1', []);

/** A restoration that did nothing again. */
export const NOTHING = { withdrawn: [], unscheduled: [], unknown: [], standing: [], ended: 0 };

const PLAINLY = { at: NOW, dryRun: false, once: null };

export async function saveKey(store: Store, key: Key): Promise<void> {
  await store.keys.change(() => ({ save: [key], audit: noted('key.changed') }), PLAINLY);
}

export function noted(action: string) {
  return auditNote(OPERATOR, { at: NOW, action, outcome: 'accepted', subject: null, detail: {} });
}
