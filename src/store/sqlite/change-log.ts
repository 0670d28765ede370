import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Change } from '../../domain/change.ts';
import type { Instant } from '../../domain/time.ts';
import type { Connection } from './connection.ts';
import { prepareInsert } from './prepared.ts';
import { publicArticles, publicChanges, publicNamesChanged } from './public-tables.ts';

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
  const at = sql`${sql.placeholder('at')}`;
  const latest = sql`max(${publicNamesChanged.at}, ${at})`;
  const noteNames = db
    .insert(publicNamesChanged)
    .values({ id: 1, at: sql`${sql.placeholder('at')}` })
    .onConflictDoUpdate({ target: publicNamesChanged.id, set: { at: latest } })
    .prepare();
  return {
    append,
    repeat(keys, instant) {
      for (const article of articles.all({ keys: JSON.stringify([...keys]) })) {
        append({ ...article, kind: 'upsert', at: instant });
      }
    },
    noteNames: (instant) => void noteNames.run({ at: instant }),
  };
}

/** When anything that the public can see last changed. */
export function prepareLastChange({ db }: Connection): () => Instant | undefined {
  const newest = sql`(select ${publicChanges.at} from ${publicChanges} order by ${publicChanges.sequence} desc limit 1)`;
  const names = db
    .select({ at: sql<Instant | null>`max(coalesce(${newest}, ''), coalesce(max(${publicNamesChanged.at}), ''))` })
    .from(publicNamesChanged)
    .where(eq(publicNamesChanged.id, 1))
    .prepare();
  return () => names.get()?.at || undefined;
}
