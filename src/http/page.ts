import { DEFAULT_LIMIT, type PageQuery, type Position, type Slice } from '../domain/query.ts';
import { lastChange } from '../usecases/last-change.ts';
import { pathOf, queryOf } from './address.ts';
import { type CursorScope, readCursor, writeCursor } from './cursor.ts';
import type { Link } from './link.ts';
import { cursorParameter, limitParameter } from './parameters.ts';
import type { Answer, RouteContext } from './route.ts';

export const PAGE_PARAMETERS = { limit: limitParameter, cursor: cursorParameter };

interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface PageParts<Row> {
  readonly operationId: string;
  /** What a cursor of this list belongs to: all of the query but the page itself. */
  readonly filters: CursorScope[1];
  readonly read: (page: PageQuery) => Promise<Slice<Row>>;
  readonly toView: (row: Row) => object;
}

/** One page of a list: its rows, the cursors of its neighbours, and `Link` with their addresses. */
export async function answerPage<Row>(
  { limit = DEFAULT_LIMIT, cursor }: PageRequest,
  { operationId, filters, read, toView }: PageParts<Row>,
  { deps, audience, publicUrl, url }: RouteContext,
): Promise<Answer> {
  const scope: CursorScope = [operationId, filters];
  const position = cursor === undefined ? null : readCursor(cursor, scope);
  // Asked before the rows: a change in between makes the rows newer than they say, never older.
  const lastModified = await lastChange(deps, audience);
  const { rows, next, prev } = await read({ limit, position });
  const cursorOf = (at: Position | null) => at && writeCursor(at, scope);
  const page = { limit, next: cursorOf(next), prev: cursorOf(prev) };
  return { body: { data: rows.map(toView), page }, lastModified, links: pageLinks(publicUrl, url, page) };
}

function pageLinks(publicUrl: string, url: string, page: { next: string | null; prev: string | null }): Link[] {
  const path = pathOf(url);
  const query = queryOf(url);
  const linkTo = (rel: Link['rel'], cursor: string | null): Link => {
    const target = new URLSearchParams(query);
    target.delete('cursor');
    if (cursor !== null) target.set('cursor', cursor);
    return { rel, href: `${publicUrl}${path}${target.size > 0 ? `?${target}` : ''}` };
  };
  return [
    linkTo('self', query.get('cursor')),
    linkTo('first', null),
    ...(page.next === null ? [] : [linkTo('next', page.next)]),
    ...(page.prev === null ? [] : [linkTo('prev', page.prev)]),
  ];
}
