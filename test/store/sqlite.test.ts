import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openTemporaryStore, temporaryDatabase } from '../support/sqlite-store.ts';
import { describeStore, type OpenedStore } from './conformance/store.ts';

describeStore('SQLite', openChecked);

function openChecked(): OpenedStore {
  const path = temporaryDatabase();
  const store = openTemporaryStore(path);
  const second = new Database(path);
  onTestFinished(() => void second.close());
  return { store, check: () => checkDatabase(second) };
}

/** A rank other than 0 compares a full-text index with the rows that it mirrors. */
function checkDatabase(database: Database.Database): void {
  for (const index of ['public_search', 'public_quote_search']) {
    database.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
  const found = [...rowsOf(database, 'foreign_key_check'), ...rowsOf(database, 'integrity_check')];
  if (found.length !== 1) throw new Error(JSON.stringify(found));
}

function rowsOf(database: Database.Database, pragma: string): unknown[] {
  const rows: unknown = database.pragma(pragma);
  return Array.isArray(rows) ? rows : [];
}
