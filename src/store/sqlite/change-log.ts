import { asc, inArray, sql } from 'drizzle-orm';
import type { Change } from '../../domain/change.ts';
import type { Instant } from '../../domain/time.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { publicArticles, publicChanges, publicState } from './public-tables.ts';

/** The writing end of the log of what the public can see. Must be used inside a write transaction. */
export interface ChangeLog {
  append(change: Omit<Change, 'sequence'>): void;
  /** Notes that public articles, by their keys, read otherwise although their editions are the same: a name has changed. */
  repeat(keys: Iterable<number>, at: Instant): void;
  /** Notes that names have changed that no article need mention. */
  noteNames(at: Instant): void;
}

export function createChangeLog(connection: Connection): ChangeLog {
  const { db } = connection;
  const append = prepareInsert(connection, publicChanges, 'sequence');
  const articles = db
    .select({ articleId: publicArticles.id, edition: publicArticles.edition })
    .from(publicArticles)
    .where(inArray(publicArticles.key, sql`(select value from json_each(${sql.placeholder('keys')}))`))
    .orderBy(asc(publicArticles.publishedAt), asc(publicArticles.id))
    .prepare();
  return {
    append,
    repeat(keys, instant) {
      const touched = JSON.stringify([...keys]);
      for (const article of articles.all({ keys: touched })) append({ ...article, kind: 'upsert', at: instant });
    },
    noteNames: prepareTouch(connection),
  };
}

/** Moves the date of the last public change where a change has no entry in the log; the rule is that of the triggers. */
function prepareTouch({ db }: Connection): (at: Instant) => void {
  const at = sql.placeholder('at');
  const later = sql`case
    when ${publicState.changedAt} is null or ${at} >= ${publicState.changedAt} then ${at}
    else strftime('%Y-%m-%dT%H:%M:%fZ', ${publicState.changedAt}, '+1 second') end`;
  const update = db.update(publicState).set({ changedAt: later }).prepare();
  return (instant) => void update.run({ at: instant });
}
