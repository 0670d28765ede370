import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { put } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';

/** Rows that are written and removed only together with an article, or with an entry of the log of changes. */
const TOGETHER_WITH_OTHERS = [
  'public_bodies',
  'public_corrections',
  'public_facet_counts',
  'public_facet_notes',
  'public_facet_sets',
  'public_facets',
  'public_former_slugs',
  'public_latest',
  'public_listings',
  'public_marks',
  'public_quotes',
  'public_superseded',
  'public_tags',
];

it('every table that the public reads counts its changes, so that none can be forgotten', () => {
  const path = migratedDatabase();
  openTemporaryStore(path);
  const database = new Database(path, { readonly: true });
  const uncounted = database
    .prepare(
      `select tables.name from sqlite_schema tables
       where tables.type = 'table' and tables.name like 'public\\_%' escape '\\' and tables.name not like 'public\\_search%' escape '\\'
         and tables.name not like 'public\\_quote\\_search%' escape '\\' and tables.name <> 'public_state'
         and (select count(*) from sqlite_schema triggers where triggers.type = 'trigger' and triggers.tbl_name = tables.name
              and triggers.sql like '%UPDATE \`public_state\` SET \`version\`%') <> 3
       order by tables.name`,
    )
    .pluck()
    .all();
  database.close();
  expect(uncounted).toEqual(TOGETHER_WITH_OTHERS);
});

it('every row that articles show something of counts what is changed in it, which no entry of the log need tell', () => {
  const path = migratedDatabase();
  openTemporaryStore(path);
  const database = new Database(path, { readonly: true });
  const updates = (suffix: string) =>
    database
      .prepare(
        `select tbl_name from sqlite_schema where type = 'trigger' and name like '%update\\_${suffix}' escape '\\' order by tbl_name`,
      )
      .pluck()
      .all();
  const shown = updates('unshows');
  expect([updates('names'), shown.length]).toEqual([shown, 7]);
  database.close();
});

it('is seen at once when another process has written', async () => {
  const path = migratedDatabase();
  const one = openTemporaryStore(path);
  const other = openTemporaryStore(path);
  const before = await one.changes.state(everyone(NOW));
  await put(other, { name: 'a', now: shifted(NOW, 5) }, { name: 'b', publishAt: shifted(NOW, 20) });
  const after = await one.changes.state(everyone(shifted(NOW, 5)));
  expect([after.version === before.version, after.changedAt]).toEqual([false, shifted(NOW, 5)]);
  expect((await one.changes.state(everyone(shifted(NOW, 20)))).changedAt).toBe(shifted(NOW, 20));
});
