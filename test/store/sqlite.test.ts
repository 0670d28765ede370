import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { checkDatabase } from '../support/check-database.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';
import { describeStore } from './conformance/store.ts';

describeStore('SQLite', () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const second = new Database(path);
  onTestFinished(() => void second.close());
  // So that breakdowns are kept of some of the short lists here, and others are counted.
  second.exec('update public_state set kept_from = 2');
  return { store, check: () => checkDatabase(second) };
});
