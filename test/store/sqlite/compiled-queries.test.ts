import Database from 'better-sqlite3';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { openDrizzle } from '../../../src/store/sqlite/engine/compiled-queries.ts';
import { preparedOnce } from '../../../src/store/sqlite/engine/prepared.ts';

const places = sqliteTable('places', { id: text().primaryKey(), name: text(), level: integer() });
const things = sqliteTable('things', {
  id: text().primaryKey(),
  placeId: text('place_id'),
  tags: text({ mode: 'json' }).$type<readonly string[]>(),
  isListed: integer('is_listed', { mode: 'boolean' }).notNull(),
  bytes: blob({ mode: 'buffer' }),
});

const client = new Database(':memory:');
client.exec(`
  create table places (id text primary key, name text, level integer) strict;
  create table things (id text primary key, place_id text, tags text, is_listed integer not null, bytes blob) strict;
  insert into places values ('p', 'Town', 2), ('q', null, null);
  insert into things values ('a', 'p', '["x","y"]', 1, x'00ff'), ('b', 'q', null, 0, null), ('c', null, '[]', 1, null)`);

type Reads = Record<string, (db: BetterSQLite3Database) => unknown>;

const WANTED = sql.placeholder('wanted');
const READS: Reads = {
  'rows of one table': (db) => db.select().from(things).orderBy(things.id).all(),
  'rows with an object of a left join': (db) =>
    db
      .select({ thing: things, place: { name: places.name, level: places.level }, at: sql<number>`1 + 1` })
      .from(things)
      .leftJoin(places, eq(places.id, things.placeId))
      .orderBy(things.id)
      .all(),
  'rows with an object of an inner join': (db) =>
    db.select({ id: things.id, place: places }).from(things).innerJoin(places, eq(places.id, things.placeId)).all(),
  'a row of a subquery': (db) => {
    const listed = db.select().from(things).where(eq(things.isListed, true)).limit(1).as('listed');
    return db
      .select({ listed: { id: listed.id, tags: listed.tags } })
      .from(listed)
      .get();
  },
  'rows of encoded parameters': (db) =>
    db
      .insert(things)
      .values({ id: 'd', isListed: WANTED, tags: sql.placeholder('tags') })
      .onConflictDoUpdate({ target: things.id, set: { placeId: null } })
      .returning()
      .prepare()
      .all({ wanted: false, tags: ['z'] }),
  'no row': (db) => db.select().from(things).where(eq(things.id, WANTED)).prepare().get({ wanted: 'nothing' }),
  'what an update returns': (db) =>
    db.update(things).set({ isListed: true }).where(eq(things.id, 'a')).returning(getTableColumns(things)).get(),
  'what a statement changes': (db) =>
    db.update(things).set({ placeId: 'p' }).where(eq(things.id, WANTED)).prepare().run({ wanted: 'c' }),
};

it.each(Object.entries(READS))('%s are what Drizzle itself makes of them', (_what, read) => {
  expect(read(openDrizzle(client))).toEqual(read(drizzle(client)));
});

it('a parameter without a value, rows without names, a decoder of its own and a transaction are refused', () => {
  const db = openDrizzle(client);
  const byId = db.select().from(things).where(eq(things.id, WANTED)).prepare();
  expect(() => byId.get({})).toThrow('wanted');
  expect(() => byId.values({ wanted: 'a' })).toThrow('rows without names');
  const decoded = db
    .select({ id: sql`id`.mapWith(String) })
    .from(things)
    .prepare();
  expect(() => decoded.all()).toThrow('as the driver gives it');
  expect(() => db.transaction(() => undefined)).toThrow('transactions belong to the connection');
});

it('a statement is prepared when it is first used', () => {
  const late = sqliteTable('late', { id: text() });
  const all = openDrizzle(client).select().from(late).prepare();
  client.exec("create table late (id text) strict; insert into late values ('a')");
  expect(all.all()).toEqual([{ id: 'a' }]);
});

it('a statement is put together when it is first used', () => {
  const db = openDrizzle(client);
  // Drizzle refuses a column of no table when it puts a statement together, and asks then for what an update sets by itself.
  const select = db.select({ name: places.name }).from(things).prepare();
  expect(() => select.all()).toThrow('not part of the query');
  let asked = 0;
  const levels = sqliteTable('places', {
    id: text(),
    level: integer().$onUpdate(() => {
      asked += 1;
      return 3;
    }),
  });
  const update = db.update(levels).set({ id: 'q' }).where(eq(levels.id, 'q')).prepare();
  expect(asked).toBe(0);
  expect([update.run().changes, update.run().changes, asked]).toEqual([1, 1, 1]);
});

it('what several parts use is prepared once for each connection', () => {
  const connect = () => ({ client, db: openDrizzle(client) });
  const prepareNames = preparedOnce(({ db }) => db.select({ name: places.name }).from(places).prepare());
  const [one, other] = [connect(), connect()];
  const names = prepareNames(one);
  expect(prepareNames({ ...one })).toBe(names);
  expect(prepareNames(other)).not.toBe(names);
});
