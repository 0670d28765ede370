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
import { type CursorScope, cursorScope, readCursor, writeCursor } from './cursor.ts';
import { type Link, linkHeader } from './link.ts';

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

/** What a list is, whichever part of it is asked for. */
interface ListFacts {
  readonly operationId: string;
  /** Where else it can be had. */
  readonly alternates?: readonly Link[];
  /** What a cursor of this list belongs to: all of the query but the page itself. */
  readonly filters: Readonly<Record<string, unknown>>;
  /** What is said of it besides its entries. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

interface PageParts<Row> extends ListFacts {
  readonly read: (page: PageQuery) => Promise<Slice<Row> & { readonly facets?: Facets }>;
  readonly toView: (row: Row) => object;
}

/** One page of a public list, with the instant of the newest public change. */
export async function answerPage<Row>(
  request: PageRequest,
  parts: PageParts<Row>,
  context: RouteContext,
): Promise<Answer> {
  const lastModified = await context.lastChange();
  return { ...(await answerClosedPage(request, parts, context)), lastModified };
}

/** One page of a list behind a closed door: its rows, the cursors of its neighbours, and `Link` with their addresses. */
export async function answerClosedPage<Row>(
  request: PageRequest,
  { read, toView, ...list }: PageParts<Row>,
  context: Pick<RouteContext, 'publicUrl' | 'url'>,
): Promise<Answer> {
  const page = preparePage(request, list, context);
  const part = await read(page.query);
  return page.answer(part, part.rows.map(toView));
}

/** A page of which it is known how to read it and how to speak of its neighbours, before anything is read. */
export interface PreparedPage {
  readonly query: PageQuery;
  answer(part: Part, data: readonly object[]): PageAnswer;
  /** Of a list whose entries are JSON in UTF-8 already, with commas between. */
  answerShown(part: Part & Pick<ShownSlice, 'text' | 'digests'>): PageAnswer;
}

type PageAnswer = Pick<Answer, 'body' | 'digest' | 'link'>;

/** @throws Problem `invalid_parameter` */
export function preparePage(
  request: PageRequest,
  { operationId, filters, alternates = [], beside }: ListFacts,
  { publicUrl, url }: Pick<RouteContext, 'publicUrl' | 'url'>,
): PreparedPage {
  const scope = cursorScope(operationId, filters);
  const query = pageQuery(request, scope);
  const neighboursOf = prepareNeighbours(scope, prepareLinks(publicUrl, url, { limit: query.limit, alternates }));
  /** What is said of a part besides its entries. */
  const describe = (part: Part) => {
    const { total, facets } = part;
    const { next, prev, link } = neighboursOf(part);
    const page = { limit: query.limit, next, prev, ...(total !== undefined && { total }) };
    return { rest: { page, ...(facets && { facets: toFacetsView(facets) }), ...beside }, link };
  };
  return {
    query,
    answer(part, data) {
      const { rest, link } = describe(part);
      return { body: { data, ...rest }, link };
    },
    answerShown(part) {
      const { rest, link } = describe(part);
      const end = `],${JSON.stringify(rest).slice(1)}`;
      const body = Buffer.concat([DATA, part.text, Buffer.from(end)]);
      return { body, digest: digestOf(part.digests + end), link };
    },
  };
}

const DATA = Buffer.from('{"data":[');

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

/** The cursors of the neighbours of a page. */
type Neighbours = Readonly<Record<'next' | 'prev', string | null>>;

/** Cursors of a page's neighbours and the header that links to them; written anew only where it ends elsewhere than before. */
function prepareNeighbours(scope: CursorScope, linksOf: (cursors: Neighbours) => readonly Link[]) {
  const write = ({ next, prev }: Pick<Part, 'next' | 'prev'>) => {
    const cursors = { next: next && writeCursor(next, scope), prev: prev && writeCursor(prev, scope) };
    return { at: { next, prev }, ...cursors, link: linkHeader(linksOf(cursors)) };
  };
  let last: ReturnType<typeof write> | undefined;
  return ({ next, prev }: Pick<Part, 'next' | 'prev'>) => {
    if (!last || !isSamePosition(last.at.next, next) || !isSamePosition(last.at.prev, prev))
      last = write({ next, prev });
    return last;
  };
}

function isSamePosition(one: Position | null, other: Position | null): boolean {
  if (!one || !other) return one === other;
  const { direction, keys } = one;
  return (
    direction === other.direction &&
    keys.length === other.keys.length &&
    keys.every((key, at) => key === other.keys[at])
  );
}

/** A page that was asked for by its number has numbered neighbours, as far as numbers reach. */
function prepareLinks(
  publicUrl: string,
  url: string,
  { limit, alternates }: { readonly limit: number; readonly alternates: readonly Link[] },
): (cursors: Neighbours) => Link[] {
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
  return ({ next, prev }) => [
    linkTo('self', whole),
    linkTo('first', withoutPlace),
    ...(next === null ? [] : [toNeighbour('next', next, (number ?? 0) + 1)]),
    ...(prev === null ? [] : [toNeighbour('prev', prev, (number ?? 0) - 1)]),
    ...alternates,
  ];
}
