import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SearchTerms } from '../../domain/query.ts';
import type { Connection } from './connection.ts';

/**
 * What was asked for as an FTS5 query: every word quoted, so that nothing a reader types is an operator, and without
 * NUL, which ends a query. Undefined when there is nothing to look for, which nothing matches.
 */
export function matchOf(terms: SearchTerms): string | undefined {
  const parts = terms
    .filter(({ words }) => words.length > 0)
    .map(
      ({ words, prefix }) => `"${words.join(' ').replaceAll('\0', ' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`,
    );
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/**
 * Restricts rows to the articles that match the parameter `match`. The plus keeps the list's own order: without it the
 * planner may read every match and sort them.
 */
export function articleMatches(key: SQLWrapper): SQL {
  return sql`+${key} in (select rowid from public_search where public_search match ${sql.placeholder('match')})`;
}

/** Restricts rows to the quotes that match the parameter `match`. */
export function quoteMatches(key: SQLWrapper): SQL {
  return sql`+${key} in (
    select rowid from public_quote_search where public_quote_search match ${sql.placeholder('match')})`;
}

/**
 * Keeps the full-text indexes in step with the rows they mirror. An index without content of its own forgets an entry
 * only when it is told the very words, so an entry goes before its rows change.
 */
export interface SearchIndex {
  addArticle(key: number): void;
  removeArticle(key: number): void;
  addQuotes(articleKey: number): void;
  removeQuotes(articleKey: number): void;
}

export function createSearchIndex({ client }: Connection): SearchIndex {
  const addArticle = client.prepare(
    `insert into public_search (rowid, title, summary, body, officials)
     select key, title, summary, body, officials from public_search_source where key = ?`,
  );
  const removeArticle = client.prepare(
    `insert into public_search (public_search, rowid, title, summary, body, officials)
     select 'delete', key, title, summary, body, officials from public_search_source where key = ?`,
  );
  const addQuotes = client.prepare(
    `insert into public_quote_search (rowid, text, name, organisation)
     select key, text, name, organisation from public_quotes where article_key = ?`,
  );
  const removeQuotes = client.prepare(
    `insert into public_quote_search (public_quote_search, rowid, text, name, organisation)
     select 'delete', key, text, name, organisation from public_quotes where article_key = ?`,
  );
  return {
    addArticle: (key) => void addArticle.run(key),
    removeArticle: (key) => void removeArticle.run(key),
    addQuotes: (articleKey) => void addQuotes.run(articleKey),
    removeQuotes: (articleKey) => void removeQuotes.run(articleKey),
  };
}
