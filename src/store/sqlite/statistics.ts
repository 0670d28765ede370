import type Database from 'better-sqlite3';

/*
 * Where the planner has samples of the data, it looks at the values of a statement and plans it anew each time that it
 * is run with others: more than half of what a list cost. Without samples a plan stays what it is, and is the one that
 * the tests of the plans have seen.
 */

/** Lets SQLite count what its planner wants to know, where that has changed much. */
export function refreshStatistics(client: Database.Database): void {
  const refresh = client.transaction(() => {
    client.pragma('optimize');
    if (hasSamples(client)) client.exec('delete from sqlite_stat4');
  });
  refresh.immediate();
}

/** Drops the samples that another program has left, before any statement is prepared. */
export function dropSamples(client: Database.Database): void {
  if (hasSamples(client)) client.exec('delete from sqlite_stat4; analyze sqlite_schema');
}

function hasSamples(client: Database.Database): boolean {
  const isThere = client.prepare("select 1 from sqlite_schema where name = 'sqlite_stat4'").get() !== undefined;
  return isThere && client.prepare('select 1 from sqlite_stat4 limit 1').get() !== undefined;
}
