import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { migrate } from '../src/store/sqlite/engine/migrate.ts';
import * as newsroomTables from '../src/store/sqlite/newsroom/tables.ts';
import * as facetTables from '../src/store/sqlite/public/facets/facet-tables.ts';
import * as logTables from '../src/store/sqlite/public/log/log-tables.ts';
import * as publicTables from '../src/store/sqlite/public/public-tables.ts';
import * as shownTables from '../src/store/sqlite/public/shown/shown-tables.ts';
import * as removalTables from '../src/store/sqlite/record/removal-tables.ts';
import * as registerTables from '../src/store/sqlite/register/register-tables.ts';
import * as embargoTables from '../src/store/sqlite/syndication/embargo-tables.ts';
import * as receiptTables from '../src/store/sqlite/syndication/receipt-tables.ts';
import * as syndicationTables from '../src/store/sqlite/syndication/syndication-tables.ts';

const FOLDER = join(import.meta.dirname, '../migrations');
const declared = await generateSQLiteDrizzleJson({
  ...newsroomTables,
  ...registerTables,
  ...publicTables,
  ...logTables,
  ...facetTables,
  ...shownTables,
  ...embargoTables,
  ...receiptTables,
  ...syndicationTables,
  ...removalTables,
});
const names = Object.keys(declared.tables).sort();
const migrated = new Database(':memory:');
migrate(migrated);

test('the newest snapshot says what the declared tables say; after a change to them, run `npm run db:generate`', () => {
  const [newest = 'none'] = readdirSync(join(FOLDER, 'meta'))
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .reverse();
  const { tables: committed, views } = JSON.parse(readFileSync(join(FOLDER, 'meta', newest), 'utf8'));
  expect(names.length).toBeGreaterThan(0);
  expect({ tables: committed, views }).toEqual({ tables: declared.tables, views: declared.views });
});

test('the migrations make the tables that are declared, column by column, index by index', async () => {
  const empty = { ...declared, tables: {} };
  const generated = new Database(':memory:');
  for (const statement of await generateSQLiteMigration(empty, declared)) generated.exec(statement);
  expect(names.map((name) => shapeOf(migrated, name))).toEqual(names.map((name) => shapeOf(generated, name)));
});

test('every declared table is strict about types', () => {
  const strict = migrated.prepare('SELECT name FROM pragma_table_list WHERE strict = 1 ORDER BY name').pluck().all();
  expect(strict).toEqual(expect.arrayContaining(names));
});

test('no migration drops or rebuilds a table, which would empty the tables that refer to it', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
  expect(files.length).toBeGreaterThan(0);
  // A full-text index mirrors other tables, and none refers to it.
  const rebuilds = /DROP\s+TABLE(?! `public_(quote_)?search`)|__new_/i;
  expect(files.filter((name) => rebuilds.test(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([]);
});

/** All that decides what a table may hold, wherever its rows lie (a migration may say WITHOUT ROWID). */
function shapeOf(database: Database.Database, table: string) {
  const rows = (sql: string) => database.prepare(sql).all(table);
  return {
    table,
    columns: rows('SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY name'),
    indexes: rows(
      `SELECT list.name, list."unique", list.partial, list.origin, info.seqno, info.name AS "column", info."desc", info.coll
       FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name) AS info WHERE info.key = 1 ORDER BY list.name, info.seqno`,
    ),
    references: rows(
      `SELECT "table", "from", "to", on_update, on_delete, seq FROM pragma_foreign_key_list(?) ORDER BY "from", seq`,
    ),
    conditions: rows(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
    ),
    checks: rows(
      "SELECT length(sql) - length(replace(sql, 'CHECK', '')) AS characters FROM sqlite_schema WHERE name = ?",
    ),
  };
}
