import { statSync } from 'node:fs';
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Store } from '../store.ts';
import type { Connection } from './engine/connection.ts';
import { reserveBeside } from './engine/reserve.ts';
import { editions } from './newsroom/tables.ts';
import { facet } from './public/facets/facets.ts';
import { prepareArticlesUnder } from './public/facets/filters.ts';

/** Sizes of the files, and what is counted already or few: to ask costs nobody anything. */
export function createFigures(reader: Connection, path: string): Store['figures'] {
  const articlesUnder = prepareArticlesUnder(reader);
  const dueLifts = reader.db
    .select({ lifts: sql<number>`count(*)` })
    .from(editions)
    .where(and(eq(editions.state, 'scheduled'), lte(editions.publishAt, sql.placeholder('now'))))
    .prepare();
  return async (now) => ({
    dataBytes: bytesOf(path),
    logBytes: bytesOf(`${path}-wal`),
    reserveBytes: bytesOf(reserveBeside(path)),
    publicArticles: articlesUnder(facet.all),
    dueLifts: dueLifts.get({ now })?.lifts ?? 0,
  });
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
