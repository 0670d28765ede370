import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWriter } from '../../src/store/sqlite/engine/connection.ts';
import { migrate } from '../../src/store/sqlite/engine/migrate.ts';

let template: Buffer | undefined;

/**
 * Puts an empty database with the tables of today at a path. To migrate one anew for each test costs more than most
 * tests; the tests of opening and of migrations make theirs from nothing.
 */
export function putMigratedDatabase(path: string): void {
  template ??= migrated();
  writeFileSync(path, template);
}

function migrated(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-template-'));
  try {
    const path = join(folder, 'template.db');
    const { client } = openWriter(path);
    migrate(client);
    client.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
