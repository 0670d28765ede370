import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import { addressOf } from './address.ts';
import { openFolder } from './folder.ts';
import { putMigratedDatabase } from './migrated-database.ts';

/** The path of a database that does not exist yet, in a folder that goes with the test. */
export function temporaryDatabase(): string {
  const { path, close } = openFolder();
  onTestFinished(close);
  return join(path, 'dateline.db');
}

/** The path of an empty database with the tables of today, in a folder that goes with the test. */
export function migratedDatabase(): string {
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
