import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { titleKey } from '../../../domain/search.ts';
import { madeOnce } from './first-use.ts';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../migrations', import.meta.url));
/** Those of the program, which stay while it runs. */
const ours = madeOnce(() => readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }));

/**
 * Brings the database up to the program, in one transaction that holds the write lock, so that two processes started
 * at once migrate once. Drizzle's own runner reads its state before it locks; the table is the same.
 * @throws Error when the database is newer than the program, was migrated by other files, or is another program's
 */
export function migrate(client: Database.Database, folder?: string): void {
  const migrations = folder === undefined ? ours() : readMigrationFiles({ migrationsFolder: folder });
  const run = client.transaction(() => {
    assertOwn(client);
    client.exec(
      'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at integer) strict',
    );
    const applied = client.prepare('select hash from __drizzle_migrations order by id').pluck().all();
    assertKnown(applied, migrations);
    // Which signs are letters SQLite cannot tell; a migration that made the sort keys of titles anew asks for it by this name.
    client.function('title_order', { deterministic: true, directOnly: true }, (title) => titleKey(String(title)));
    const note = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
    for (const migration of migrations.slice(applied.length)) {
      for (const statement of migration.sql) client.exec(statement);
      note.run(migration.hash, migration.folderMillis);
    }
  });
  run.immediate();
}

/** @throws Error when the database is newer than the program, or was migrated by other files */
export function assertNotNewer(client: Database.Database): void {
  const applied = client.prepare('select hash from __drizzle_migrations order by id').pluck().all();
  assertKnown(applied, ours());
}

function assertOwn(client: Database.Database): void {
  const tables = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  if (tables.length > 0 && !tables.includes('__drizzle_migrations')) throw new Error('it belongs to another program');
}

function assertKnown(applied: readonly unknown[], migrations: readonly MigrationMeta[]): void {
  if (applied.length > migrations.length) {
    throw new Error(
      `it is newer than this program (${applied.length} migrations against ${migrations.length}): ` +
        'start a newer Dateline, or restore the backup that was taken before the upgrade',
    );
  }
  const strange = applied.findIndex((hash, at) => hash !== migrations[at]?.hash);
  if (strange >= 0) {
    throw new Error(`its migration ${strange + 1} is not the one of this program: it has another history`);
  }
}
