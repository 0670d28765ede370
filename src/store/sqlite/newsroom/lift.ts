import { asc, sql } from 'drizzle-orm';
import { auditNote } from '../../../domain/audit.ts';
import { type Instant, millisOf } from '../../../domain/time.ts';
import type { Lift } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { madeOnFirstCall } from '../engine/first-use.ts';
import { prepareTell } from '../syndication/embargoes.ts';
import { createAuditTrail } from './audit.ts';
import { prepareLoader } from './load-article.ts';
import { createMover, type WritingOptions } from './move-edition.ts';
import { createRenderings } from './renderings.ts';
import { editions } from './tables.ts';
import { prepareCountUp } from './versions.ts';

/**
 * Publishes every scheduled edition that has reached its instant, in the order of those instants, and writes into the
 * audit trail how late that was. Must run inside a write transaction: of two processes one finds nothing left to do.
 */
export function prepareLift(connection: Connection, options: WritingOptions): (now: Instant) => Lift[] {
  // Every write asks, and few find something.
  const liftOne = madeOnFirstCall(() => prepareLiftOne(connection, options));
  const due = connection.db
    .select({ articleId: editions.articleId, publishAt: editions.publishAt })
    .from(editions)
    .where(isDue('now'))
    .orderBy(asc(editions.publishAt), asc(editions.articleId))
    .prepare();
  return (now) => due.all({ now }).map(({ articleId, publishAt }) => liftOne(articleId, publishAt ?? now, now));
}

function prepareLiftOne(connection: Connection, options: WritingOptions) {
  const load = prepareLoader(connection);
  const move = createMover(connection, options, createRenderings(connection));
  const trail = createAuditTrail(connection);
  const countUp = prepareCountUp(connection);
  const tell = prepareTell(connection);
  return (articleId: string, at: Instant, now: Instant): Lift => {
    const before = load.byId(articleId);
    const edition = move.publish(before, at, undefined);
    if (before?.open?.embargo) tell(before, load.byId(articleId), { publishAt: at }, at);
    countUp(articleId, at);
    const detail = { edition, latenessMillis: millisOf(now) - millisOf(at) };
    trail.append(auditNote('clock', { at, action: 'article.lifted', outcome: 'accepted', subject: articleId, detail }));
    return { articleId, edition, at };
  };
}

/** What is scheduled, as one connection that can only read sees it: nobody takes the write lock to find nothing due. */
export function prepareSchedule({ db }: Connection): { isAnyDue(now: Instant): boolean; next(): Instant | null } {
  const select = () => db.select({ publishAt: editions.publishAt }).from(editions);
  const due = select().where(isDue('now')).limit(1).prepare();
  const first = select()
    .where(sql`${editions.state} = 'scheduled'`)
    .orderBy(asc(editions.publishAt), asc(editions.articleId))
    .limit(1)
    .prepare();
  return {
    isAnyDue: (now) => due.get({ now }) !== undefined,
    next: () => first.get()?.publishAt ?? null,
  };
}

/** The rule of domain/visibility.ts `isDue` as SQL, by a parameter. */
function isDue(parameter: string) {
  return sql`${editions.state} = 'scheduled' and ${editions.publishAt} <= ${sql.placeholder(parameter)}`;
}
