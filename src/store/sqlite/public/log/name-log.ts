import { asc, inArray, sql } from 'drizzle-orm';
import type { Instant } from '../../../../domain/time.ts';
import type { Connection } from '../../engine/connection.ts';
import { valuesIn } from '../../engine/json-values.ts';
import { publicArticles, publicState } from '../public-tables.ts';
import { createChangeLog } from './change-log.ts';

/** Notes that names have changed in the eyes of the public. Must be used inside a write transaction. */
export interface NameLog {
  /**
   * Public articles, by their keys, read otherwise although their editions are the same.
   *
   * @param leftAreaKeys of areas in which they lay and lie no more
   */
  repeat(keys: Iterable<number>, at: Instant, leftAreaKeys?: readonly string[]): void;
  /** What no article need mention reads otherwise. */
  note(at: Instant): void;
}

export function createNameLog(connection: Connection): NameLog {
  const log = createChangeLog(connection);
  const articles = connection.db
    .select({ articleId: publicArticles.id, edition: publicArticles.edition, areaId: publicArticles.areaId })
    .from(publicArticles)
    .where(inArray(publicArticles.key, valuesIn('keys')))
    .orderBy(asc(publicArticles.publishedAt), asc(publicArticles.id))
    .prepare();
  return {
    repeat(keys, at, leftAreaKeys) {
      for (const article of articles.all({ keys: JSON.stringify([...keys]) })) {
        const where = { formerAreaId: article.areaId, ...(leftAreaKeys && { leftAreaKeys }) };
        log.append({ ...article, ...where, kind: 'upsert', event: 'article.refreshed', at });
      }
    },
    note: prepareTouch(connection),
  };
}

/** Moves the date of the last public change where a change has no entry in the log; the rule is that of the triggers. */
export function prepareTouch({ db }: Connection): (at: Instant) => void {
  const at = sql.placeholder('at');
  const later = sql`case
    when ${publicState.changedAt} is null or ${at} >= ${publicState.changedAt} then ${at}
    else strftime('%Y-%m-%dT%H:%M:%fZ', ${publicState.changedAt}, '+1 second') end`;
  const update = db.update(publicState).set({ changedAt: later }).prepare();
  return (instant) => void update.run({ at: instant });
}
