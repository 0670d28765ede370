import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { createPublicNames } from '../register/public-names.ts';
import { createFacetUpkeep } from './facets/facet-upkeep.ts';
import { prepareListing } from './facets/facets.ts';
import { createNameLog } from './log/name-log.ts';
import { prepareTakeRenamed } from './renamed.ts';
import { prepareArrivedEntries } from './search/search-index.ts';

/**
 * Articles that have become public in this transaction, by their keys. What readers find them by waits for the end of
 * it and is then written for all of them at once, in the order in which it lies on the disk: entry by entry, an import
 * would write most pages of the lists anew for every article, and a full-text index writes what it holds to the disk
 * at every savepoint.
 */
export interface Arrivals {
  /** Notes an article whose rows stand. */
  add(key: number): void;
  /** Takes an article from those that wait; false when it is none of them. */
  leave(key: number): boolean;
}

/**
 * Makes room for the articles that wait, once for each connection that writes and outside of any transaction, which
 * would take it along when it is undone. A table, so that an undone savepoint takes its own article from those that wait.
 */
export function openArrivals({ client }: Connection): void {
  client.exec('create temp table arrived (key integer primary key) strict');
}

/** The connection has room for them. */
export function createArrivals({ client }: Connection): Arrivals {
  const add = client.prepare('insert into arrived (key) values (?)');
  const leave = client.prepare('delete from arrived where key = +?');
  return {
    add: (key) => void add.run(key),
    leave: (key) => leave.run(key).changes > 0,
  };
}

/**
 * Writes what waits, and tells of the articles that show other names for it. Nothing may wait when a transaction commits,
 * or when something reads what it waits for.
 */
export function prepareSettle(connection: Connection): () => void {
  const { client } = connection;
  const isAnyWaiting = client.prepare('select 1 from arrived limit 1');
  const quoted = client
    .prepare<[], string>(
      `select distinct official_id from arrived cross join public_quotes on article_key = arrived.key
       where official_id is not null`,
    )
    .pluck();
  const clear = client.prepare('delete from arrived');
  const names = createPublicNames(connection);
  const list = prepareListing(connection);
  const facets = createFacetUpkeep(connection);
  const enter = prepareArrivedEntries(connection);
  const takeRenamed = prepareTakeRenamed(connection);
  const log = createNameLog(connection);
  const lastAt = client.prepare<[], Instant>('select at from public_changes order by sequence desc limit 1').pluck();
  return () => {
    const isWaiting = isAnyWaiting.get() !== undefined;
    if (isWaiting) for (const id of quoted.all()) names.refreshOfficial(id);
    // What has arrived is in the log already, and not yet among what is listed.
    const renamed = takeRenamed();
    const at = renamed.size > 0 ? lastAt.get() : undefined;
    if (at !== undefined) log.repeat(renamed, at);
    if (!isWaiting) return;
    list();
    enter();
    clear.run();
    facets.settle();
  };
}
