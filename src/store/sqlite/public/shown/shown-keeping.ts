import { asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Maker, ShownStore } from '../../../shown.ts';
import type { Connection, Connections } from '../../engine/connection.ts';
import { valuesIn } from '../../engine/json-values.ts';
import { prepareInsert } from '../../engine/prepared.ts';
import { createFacetUpkeep, prepareIsBehind } from '../facets/facet-upkeep.ts';
import { publicArticles } from '../public-tables.ts';
import { prepareReading, textOf } from './shown.ts';
import { shownArticles, shownListings, shownMakers, unshown } from './shown-tables.ts';

/**
 * Keeps articles as they are shown: those that changed, and once for each maker all there are; before them, the breakdowns of
 * long lists. Each step is one transaction, so that what is kept is what was there when it was made.
 */
export function createShownKeeping({ reader, writer }: Connections): ShownStore['keepShown'] {
  const isAnyWaiting = prepareWaiting(reader);
  const isBehind = prepareIsBehind(reader);
  const facets = createFacetUpkeep(writer);
  const waiting = prepareWaiting(writer);
  const { begin, upTo, walked } = prepareWalk(writer);
  const keep = prepareKeeping(writer);
  const unqueue = writer.db
    .delete(unshown)
    .where(inArray(unshown.key, valuesIn('keys')))
    .prepare();
  /** Makers whose walk this process has begun, and those that have looked at every article there was. */
  const begun = new Set<string>();
  const done = new Set<string>();

  const step = writer.client.transaction((maker: Maker, limit: number): number => {
    // To break a long list down takes as long as to look at many articles.
    if (facets.keepUp()) return limit;
    const queued = waiting(limit);
    keep(queued, maker);
    unqueue.run({ keys: JSON.stringify(queued) });
    if (queued.length === limit || done.has(maker.id)) return queued.length;
    if (!begun.has(maker.id)) begin(maker.id);
    begun.add(maker.id);
    const next = upTo(maker.id, limit - queued.length);
    keep(next.unkept, maker);
    walked(maker.id, next.last);
    if (next.looked === 0) done.add(maker.id);
    return queued.length + next.looked;
  });
  return async (maker, limit) => {
    // Nobody takes the write lock to find nothing to do.
    if (done.has(maker.id) && isAnyWaiting(1).length === 0 && !isBehind()) return 0;
    return step.immediate(maker, limit);
  };
}

function prepareWaiting({ db }: Connection) {
  const statement = db
    .select({ key: unshown.key })
    .from(unshown)
    .orderBy(asc(unshown.key))
    .limit(sql.placeholder('limit'))
    .prepare();
  return (limit: number) => statement.all({ limit }).map(({ key }) => key);
}

/** The walk of a maker through all articles, in the order of their keys. */
function prepareWalk({ db }: Connection) {
  const { maker, upTo: column } = shownMakers;
  const place = db
    .select({ upTo: column })
    .from(shownMakers)
    .where(eq(maker, sql.placeholder('maker')))
    .prepare();
  const next = db
    .select({ key: publicArticles.key, keptBy: shownArticles.maker })
    .from(publicArticles)
    .leftJoin(shownArticles, eq(shownArticles.key, publicArticles.key))
    .where(gt(publicArticles.key, sql.placeholder('upTo')))
    .orderBy(asc(publicArticles.key))
    .limit(sql.placeholder('limit'))
    .prepare();
  const note = db
    .insert(shownMakers)
    .values({ maker: sql`${sql.placeholder('maker')}`, upTo: sql`${sql.placeholder('upTo')}` })
    .onConflictDoUpdate({ target: maker, set: { upTo: sql`excluded.up_to` } })
    .prepare();
  const others = db
    .select({ maker })
    .from(shownMakers)
    .where(ne(maker, sql.placeholder('maker')))
    .limit(1)
    .prepare();
  const forget = db.delete(shownMakers).prepare();
  return {
    /** Of what a maker has walked through, another one that came after it may have left nothing: an update that was taken back. */
    begin(id: string): void {
      if (others.get({ maker: id })) forget.run();
    },
    upTo(id: string, limit: number) {
      const before = place.get({ maker: id })?.upTo ?? 0;
      const rows = next.all({ upTo: before, limit });
      const unkept = rows.filter(({ keptBy }) => keptBy !== id).map(({ key }) => key);
      return { unkept, looked: rows.length, last: rows.at(-1)?.key ?? before };
    },
    walked: (id: string, last: number) => void note.run({ maker: id, upTo: last }),
  };
}

function prepareKeeping(writer: Connection) {
  const read = prepareReading(writer);
  const removals = [shownListings, shownArticles].map((table) =>
    writer.db
      .delete(table)
      .where(inArray(table.key, valuesIn('keys')))
      .prepare(),
  );
  const insertListing = prepareInsert(writer, shownListings);
  const insertArticle = prepareInsert(writer, shownArticles);
  return (keys: readonly number[], maker: Maker): void => {
    if (keys.length === 0) return;
    for (const removal of removals) removal.run({ keys: JSON.stringify(keys) });
    for (const { key, article } of read.whole(keys)) {
      const { area, officials } = article;
      insertListing({ key, maker: maker.id, ...textOf(maker.listing(article), maker) });
      insertArticle({ key, maker: maker.id, area, officials, ...textOf(maker.whole(article), maker) });
    }
  };
}
