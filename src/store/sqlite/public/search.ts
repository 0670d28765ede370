import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';

/** Restricts rows to the quotes that match the parameter `match`. */
export function quoteMatches(key: SQLWrapper): SQL {
  return sql`+${key} in (
    select rowid from public_quote_search where public_quote_search match ${sql.placeholder('match')})`;
}

/**
 * Keeps the full-text indexes in step with the rows they mirror. An index without content of its own forgets an entry
 * only when it is told the very words, so an entry goes before its rows change. New entries wait for the end of the
 * transaction: FTS5 writes what it holds to the disk at every savepoint, which for one article at a time is most of the
 * cost of an import.
 */
export interface SearchIndex {
  /** Notes an article whose rows stand, for `settle`. */
  add(key: number): void;
  remove(key: number): void;
  /** Enters everything that waits. Nothing may wait when a transaction commits. */
  settle(): void;
}

/**
 * Makes room for the articles that wait, once for each connection that writes and outside of any transaction, which
 * would take it along when it is undone. A table, so that an undone savepoint takes its own article from those that wait.
 */
export function openSearchQueue({ client }: Connection): void {
  client.exec('create temp table search_waiting (key integer primary key) strict');
}

/** The connection has its queue. */
export function createSearchIndex({ client }: Connection): SearchIndex {
  const wait = client.prepare('insert into search_waiting (key) values (?)');
  const stopWaiting = client.prepare('delete from search_waiting where key = +?');
  const removals = [
    `insert into public_search (public_search, rowid, title, summary, body, officials)
     select 'delete', key, title, summary, body, officials from public_search_source where key = +?`,
    `insert into public_quote_search (public_quote_search, rowid, text, name, organisation)
     select 'delete', key, text, name, organisation from public_quotes where article_key = +?`,
  ].map((text) => client.prepare(text));
  const entries = [
    `insert into public_search (rowid, title, summary, body, officials)
     select key, title, summary, body, officials from search_waiting cross join public_search_source using (key)`,
    `insert into public_quote_search (rowid, text, name, organisation)
     select quote.key, text, name, organisation
     from search_waiting cross join public_quotes quote on article_key = search_waiting.key`,
    'delete from search_waiting',
  ].map((text) => client.prepare(text));
  return {
    add: (key) => void wait.run(key),
    remove(key) {
      if (stopWaiting.run(key).changes > 0) return;
      for (const removal of removals) removal.run(key);
    },
    settle() {
      for (const entry of entries) entry.run();
    },
  };
}
