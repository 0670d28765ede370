import { and, type SQL, sql } from 'drizzle-orm';
import type { NameQuery, SearchTerm, Slice } from '../../../domain/query.ts';
import { foldedWords } from '../../../domain/search.ts';
import type { Connection } from '../engine/connection.ts';
import { emptySlice, prepareCount, prepareList } from '../engine/keyset.ts';
import type { publicOfficials, publicOrganisations } from './public-tables.ts';

type Prepare<Row> = Parameters<typeof prepareList<Row>>[1];

/**
 * All officials or organisations, or those in whose names certain words stand, in the order of their slugs. There are few
 * beside the articles that name them: their names are walked through.
 */
export function prepareNameList<Row extends { readonly slug: string }>(
  connection: Connection,
  table: typeof publicOfficials | typeof publicOrganisations,
  prepare: Prepare<Row>,
): (query: NameQuery) => Slice<Row> {
  const order = { keys: [{ of: table.slug, type: 'text' }], direction: 'asc' } as const;
  const keysOf = ({ slug }: Row) => [slug];
  const isNamed: SQL = sql`not exists (
    select 1 from json_each(${sql.placeholder('words')}) where instr(${table.words}, json_each.value) = 0)`;
  const all = prepareList(order, prepare, keysOf, prepareCount(connection, table));
  // The index has slugs and words alone: a row is read only when it is one of the page.
  const isOnPage = (condition: SQL | undefined, inOrder: SQL[]) =>
    sql`${table.slug} in (select ${table.slug} from ${table} where ${and(isNamed, condition)}
      order by ${sql.join(inOrder, sql`, `)} limit ${sql.placeholder('limit')} + ${sql.placeholder('offset')})`;
  const found = prepareList<Row>(
    order,
    (condition, inOrder) => prepare(isOnPage(condition, inOrder), inOrder),
    keysOf,
    prepareCount(connection, table, isNamed),
  );
  return (query) => {
    const { search } = query;
    if (!search) return all(query);
    return search.length === 0 ? emptySlice(query) : found(query, { words: JSON.stringify(search.map(sought)) });
  };
}

/** A word begins behind a space, and ends before one unless it may go on. */
function sought({ words, prefix }: SearchTerm): string {
  return ` ${foldedWords(words.join(' '))}${prefix ? '' : ' '}`;
}
