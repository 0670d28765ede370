import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openWriter } from '../../src/store/sqlite/engine/connection.ts';
import { migrate } from '../../src/store/sqlite/engine/migrate.ts';
import { openFolder } from './folder.ts';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

let template: Buffer | undefined;

/**
 * Puts an empty database with the tables of today at a path. To migrate one anew for each test costs more than most
 * tests; the tests of opening and of migrations make theirs from nothing. All of one process are the same database to
 * their records of removals.
 */
export function putMigratedDatabase(path: string): void {
  template ??= migrated();
  writeFileSync(path, template);
}

function migrated(): Buffer {
  const folder = openFolder();
  try {
    const path = join(folder.path, 'template.db');
    const { client } = openWriter(path);
    migrate(client);
    client.close();
    return readFileSync(path);
  } finally {
    folder.close();
  }
}

/** A folder with the migrations before one, such as '0036': those that a database of an earlier program has seen. */
export function migrationsBefore(tag: string): string {
  const { path: folder, close } = openFolder();
  onTestFinished(close);
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const earlier = entries.filter((entry: { tag: string }) => entry.tag < tag);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: earlier }));
  return folder;
}
