import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import { addressOf } from './address.ts';
import { putMigratedDatabase } from './migrated-database.ts';

/** The path of a database that does not exist yet, in a folder that goes with the test. */
export function temporaryDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'dateline.db');
}

function migratedDatabase(): string {
  const path = temporaryDatabase();
  putMigratedDatabase(path);
  return path;
}

/** An empty store that is closed with the test. */
export function openTemporaryStore(path: string = migratedDatabase()): Store {
  const store = openSqliteStore({ path, newId: randomUUID, addressOf });
  onTestFinished(() => store.close());
  return store;
}
