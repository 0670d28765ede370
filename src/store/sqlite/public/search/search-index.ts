import type { Connection } from '../../engine/connection.ts';
import { preparedOnce } from '../../engine/prepared.ts';

/**
 * Keeps the full-text indexes in step with the rows they mirror. An index without content of its own forgets an entry
 * only when it is told the very words, so an entry goes before its rows change.
 */
export interface SearchIndex {
  /** Enters an article whose rows stand. */
  add(key: number): void;
  remove(key: number): void;
}

export const createSearchIndex = preparedOnce(prepareIndex);

function prepareIndex({ client }: Connection): SearchIndex {
  const entries = [
    `insert into public_search (rowid, title, summary, body, officials)
     select place, title, summary, body, officials from public_search_source where key = +?`,
    `insert into public_quote_search (rowid, text, name, organisation)
     select key, text, name, organisation from public_quote_search_source where article_key = +?`,
  ].map((text) => client.prepare(text));
  const removals = [
    `insert into public_search (public_search, rowid, title, summary, body, officials)
     select 'delete', place, title, summary, body, officials from public_search_source where key = +?`,
    `insert into public_quote_search (public_quote_search, rowid, text, name, organisation)
     select 'delete', key, text, name, organisation from public_quote_search_source where article_key = +?`,
  ].map((text) => client.prepare(text));
  return {
    add(key) {
      for (const entry of entries) entry.run(key);
    },
    remove(key) {
      for (const removal of removals) removal.run(key);
    },
  };
}

/**
 * Enters the articles that have arrived in this transaction, in the order of the index, which writes what it holds whenever
 * it goes back.
 */
export function prepareArrivedEntries({ client }: Connection): () => void {
  const entries = [
    `insert into public_search (rowid, title, summary, body, officials)
     select place, title, summary, body, officials from arrived cross join public_search_source using (key)
     order by place`,
    `insert into public_quote_search (rowid, text, name, organisation)
     select quote.key, text, name, organisation
     from arrived cross join public_quote_search_source quote on article_key = arrived.key`,
  ].map((text) => client.prepare(text));
  return () => {
    for (const entry of entries) entry.run();
  };
}
