import { Problem } from '../../domain/problem.ts';
import {
  DEFAULT_LIMIT,
  type Facets,
  MAX_NUMBERED_ROWS,
  type PageQuery,
  type Position,
  type Slice,
} from '../../domain/query.ts';
import type { ShownSlice } from '../../usecases/show-articles.ts';
import { pathOf, queryOf } from '../request/address.ts';
import { countParameter, cursorParameter, limitParameter, pageParameter } from '../request/parameters.ts';
import type { Answer, RouteContext } from '../route.ts';
import { digestOf } from '../views/digest.ts';
import { toFacetsView } from '../views/facets.ts';
import { type CursorScope, readCursor, writeCursor } from './cursor.ts';
import type { Link } from './link.ts';

export const PAGE_PARAMETERS = { limit: limitParameter, cursor: cursorParameter };
/** Those of a list that anybody may read. */
export const PUBLIC_PAGE_PARAMETERS = { ...PAGE_PARAMETERS, page: pageParameter, count: countParameter };

export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly page?: number | undefined;
  readonly count?: 'exact' | undefined;
}

/** A part of a list and where its neighbours start, whatever its entries are. */
type Part = Omit<Slice<never>, 'rows'> & { readonly facets?: Facets };

interface PageParts<Read extends Part> {
  readonly operationId: string;
  /** What a cursor of this list belongs to: all of the query but the page itself. */
  readonly filters: CursorScope[1];
  readonly read: (page: PageQuery) => Promise<Read>;
}

type RowParts<Row> = PageParts<Slice<Row> & { readonly facets?: Facets }> & { readonly toView: (row: Row) => object };

/** One page of a public list, with the instant of the newest public change. */
export async function answerPage<Row>(
  request: PageRequest,
  parts: RowParts<Row>,
  context: RouteContext,
): Promise<Answer> {
  const lastModified = await context.lastChange();
  return { ...(await answerClosedPage(request, parts, context)), lastModified };
}

/** The same of a list whose entries are JSON in UTF-8 already, with commas between. */
export async function answerShownPage(
  request: PageRequest,
  parts: PageParts<Part & Pick<ShownSlice, 'text' | 'digests'>>,
  context: RouteContext,
): Promise<Answer> {
  const lastModified = await context.lastChange();
  const { part, rest, links } = await readPart(request, parts, context);
  const end = `],${JSON.stringify(rest).slice(1)}`;
  const body = Buffer.concat([DATA, part.text, Buffer.from(end)]);
  return { body, digest: digestOf(part.digests + end), links, lastModified };
}

const DATA = Buffer.from('{"data":[');

/** One page of a list behind a closed door: its rows, the cursors of its neighbours, and `Link` with their addresses. */
export async function answerClosedPage<Row>(
  request: PageRequest,
  parts: RowParts<Row>,
  context: Pick<RouteContext, 'publicUrl' | 'url'>,
): Promise<Answer> {
  const { part, rest, links } = await readPart(request, parts, context);
  return { body: { data: part.rows.map(parts.toView), ...rest }, links };
}

/** Reads a part of a list, and what is said of it besides its entries. */
async function readPart<Read extends Part>(
  request: PageRequest,
  { operationId, filters, read }: PageParts<Read>,
  { publicUrl, url }: Pick<RouteContext, 'publicUrl' | 'url'>,
) {
  const scope: CursorScope = [operationId, filters];
  const query = pageQuery(request, scope);
  const part = await read(query);
  const { next, prev, total, facets } = part;
  const cursorOf = (at: Position | null) => at && writeCursor(at, scope);
  const page = {
    limit: query.limit,
    next: cursorOf(next),
    prev: cursorOf(prev),
    ...(total !== undefined && { total }),
  };
  const rest = { page, ...(facets && { facets: toFacetsView(facets) }) };
  return { part, rest, links: pageLinks(publicUrl, url, page) };
}

/** @throws Problem `invalid_parameter` for a cursor of another list, a cursor and a number at once, or a number too high */
function pageQuery({ limit = DEFAULT_LIMIT, cursor, page, count }: PageRequest, scope: CursorScope): PageQuery {
  const offset = page === undefined ? 0 : (page - 1) * limit;
  if (page !== undefined && cursor !== undefined) {
    throw refusedPage('A page is asked for by its number or by a cursor.', 'Either page or cursor.');
  }
  if (offset + limit > MAX_NUMBERED_ROWS) {
    const last = Math.floor(MAX_NUMBERED_ROWS / limit);
    throw refusedPage(
      `Numbers reach the first ${MAX_NUMBERED_ROWS} entries only.`,
      `A number from 1 to ${last} with this limit; behind that, the cursor in page.next.`,
    );
  }
  const position = cursor === undefined ? null : readCursor(cursor, scope);
  return { limit, position, ...(offset > 0 && { offset }), ...(count === 'exact' && { count: true }) };
}

function refusedPage(detail: string, expected: string): Problem {
  const errors = [{ parameter: 'page', detail, expected }];
  return new Problem('invalid_parameter', 'The page cannot be given.', { errors });
}

interface PageView {
  readonly limit: number;
  readonly next: string | null;
  readonly prev: string | null;
}

/** A page that was asked for by its number has numbered neighbours, as far as numbers reach. */
function pageLinks(publicUrl: string, url: string, { limit, next, prev }: PageView): Link[] {
  const address = publicUrl + pathOf(url);
  const query = queryOf(url);
  const number = query.has('page') ? Number(query.get('page')) : undefined;
  const whole = String(query);
  query.delete('cursor');
  query.delete('page');
  const withoutPlace = String(query);
  // Cursors and numbers are written in signs that stand in an address as they are.
  const linkTo = (rel: Link['rel'], ...parts: readonly string[]): Link => {
    const text = parts.filter((part) => part !== '').join('&');
    return { rel, href: text === '' ? address : `${address}?${text}` };
  };
  const toNeighbour = (rel: 'next' | 'prev', cursor: string, neighbour: number): Link =>
    number !== undefined && neighbour * limit <= MAX_NUMBERED_ROWS
      ? linkTo(rel, withoutPlace, `page=${neighbour}`)
      : linkTo(rel, withoutPlace, `cursor=${cursor}`);
  return [
    linkTo('self', whole),
    linkTo('first', withoutPlace),
    ...(next === null ? [] : [toNeighbour('next', next, (number ?? 0) + 1)]),
    ...(prev === null ? [] : [toNeighbour('prev', prev, (number ?? 0) - 1)]),
  ];
}
