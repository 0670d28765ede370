import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { checkDatabase } from '../support/check-database.ts';
import { openTemporaryStore, temporaryDatabase } from '../support/sqlite-store.ts';
import { describeStore } from './conformance/store.ts';

describeStore('SQLite', () => {
  const path = temporaryDatabase();
  const store = openTemporaryStore(path);
  const second = new Database(path);
  onTestFinished(() => void second.close());
  return { store, check: () => checkDatabase(second) };
});
