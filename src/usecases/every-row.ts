import { MAX_LIMIT, type PageQuery, type Position, type Slice } from '../domain/query.ts';

/** All rows of a list, page after page. */
export async function* everyRow<Row>(read: (page: PageQuery) => Promise<Slice<Row>>): AsyncGenerator<Row> {
  let position: Position | null = null;
  do {
    const slice: Slice<Row> = await read({ limit: MAX_LIMIT, position });
    yield* slice.rows;
    position = slice.next;
  } while (position !== null);
}
