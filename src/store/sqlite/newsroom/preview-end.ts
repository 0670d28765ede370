import { sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { previews } from './tables.ts';

/** Ends every link to an article, for ever. Must run inside a write transaction. */
export function preparePreviewEnd({ db }: Connection): (articleId: string, at: Instant) => void {
  const end = db
    .update(previews)
    .set({ revokedAt: sql`${sql.placeholder('at')}` })
    .where(
      sql`${previews.revokedAt} is null
        and ${previews.editionId} in (select id from editions where article_id = ${sql.placeholder('article')})`,
    )
    .prepare();
  return (article, at) => void end.run({ article, at });
}
