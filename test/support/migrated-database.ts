import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWriter } from '../../src/store/sqlite/engine/connection.ts';
import { migrate } from '../../src/store/sqlite/engine/migrate.ts';
import { openFolder } from './folder.ts';

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
