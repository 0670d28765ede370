import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../../../src/domain/actor.ts';
import { auditNote } from '../../../src/domain/audit.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { putOne } from '../../support/newsroom.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { createPlanJudge, planOf, type Reason, WORDS_OF_TODAY } from '../../support/query-plan.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';
import { openDelivering, openPartner } from '../../support/syndication.ts';

const ROWS = 20_000;
const PARTNERS = 50;

/** Steps that look at more rows than they return, where that is right. */
const JUSTIFIED: readonly Reason[] = [
  { step: /^SCAN (json_each|place|other) VIRTUAL TABLE/, in: /json_each\(\?\)/ },
  // Partners, and the keys of a filter or a partner, are few.
  { step: /^SCAN partners( USING INDEX \w+)?$/, in: /from "partners"/ },
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /from "partners" / },
  WORDS_OF_TODAY,
  { step: /^SCAN (below|line|words)$/, in: /with recursive (below|line)/ },
  // What stands withdrawn is looked at once, each by keys from there on.
  { step: /^SCAN withdrawals USING INDEX withdrawals_one$/, in: /from "withdrawals" .*"reinstated_at" is null/s },
  { step: /^USE TEMP B-TREE FOR DISTINCT$/, in: /^select distinct .* from "withdrawals"/s },
  // What partners have not acknowledged of their own logs: the index has these alone.
  { step: /^SCAN partner_changes USING INDEX partner_changes_open$/, in: /"acknowledged_at" is null/ },
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /from "partner_changes" .*"acknowledged_at" is null/s },
  { step: /^SCAN public_latest USING (COVERING )?INDEX/, in: /order by "public_latest"."sequence" desc limit \?$/ },
  // The figures of the operator: subscriptions, 20 for each partner, and what is dead, of which there are few.
  {
    step: /^SCAN (subscriptions( USING INDEX \w+)?|\(subquery-\d\)|CONSTANT ROW)$/,
    in: /from \(select 1\)$/,
  },
  { step: /^SCAN deliveries USING COVERING INDEX deliveries_dead$/, in: /from deliveries where state = 'dead'/ },
  // What is due to one subscription, for which not more than 500 wait.
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /from "deliveries" where .*"due_at" <= \? order by/ },
  // In the order of an index and cut off.
  { step: /^SCAN subscriptions USING (COVERING )?INDEX \w+$/, in: / limit \?$/ },
  // What is under an embargo for one partner, in no order of the table.
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /from "editions" cross join "embargo_grants"/ },
  // The first of what is scheduled.
  { step: /^SCAN editions USING COVERING INDEX editions_due$/, in: / limit \?$/ },
  // A row that is made of parameters.
  { step: /^SCAN CONSTANT ROW$/, in: /^insert into "receipt_marks"/ },
];

/** Twenty thousand articles, and as many rows of everything that grows with what partners are told and say. */
function fill(path: string, partnerIds: readonly string[], articleId: string): void {
  const database = new Database(path);
  database.pragma('foreign_keys = off');
  const ids = JSON.stringify(partnerIds);
  const rows = (sql: string) =>
    database.exec(`with recursive row (n) as (select 1 union all select n + 1 from row where n < ${ROWS}) ${sql}`);
  const partner = `(select value from json_each('${ids}') where key = n % ${PARTNERS})`;
  const article = `case when n % 1000 = 0 then '${articleId}' else 'article-' || (n % 1000) end`;
  const event = `'article.published', ${article}, 1, n, '${NOW}'`;
  const copies = (table: string, other: Readonly<Record<string, string>>) => {
    const columns = database.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all();
    rows(`insert into ${table} (${columns}) select ${columns.map((name) => other[name] ?? name)}
      from row cross join (select * from ${table} limit 1)`);
  };
  const place = { id: "'area-' || n", parent_id: "'area-' || (n / 10)" };
  copies('areas', { ...place, key: "'area-' || n" });
  copies('public_areas', { ...place, slug: "'area-' || n", path: "'area-' || n" });
  copies('articles', { id: "'article-' || n", slug: "'slug-' || n", url: "'https://a.example/' || n" });
  copies('editions', { id: "'edition-' || n", article_id: "'article-' || n" });
  copies('revisions', { id: "'revision-' || n", edition_id: "'edition-' || n" });
  copies('public_changes', { sequence: 'n + 1', article_id: "'article-' || n" });
  copies('public_latest', { sequence: 'n + 1', article_id: "'article-' || n", first: 'n + 1' });
  // The article was corrected since, so that what a partner has of it stands between its first and its newest entry.
  database.exec(`insert into public_changes select ${ROWS + 2}, article_id, kind, 2, at from public_changes where sequence = 1;
    update public_latest set sequence = ${ROWS + 2} where article_id = '${articleId}'`);
  rows(`insert into outbox (type, article_id, edition, change, at, area_keys, former_area_keys)
    select ${event}, '[]', '[]' from row`);
  rows(`insert into subscriptions (id, partner_id, url, host, area_keys, events, created_at, secret, cursor, next_order, pending)
    select 's' || n, ${partner}, 'https://a.example/' || n, 'a.example', '[]', '[]', '${NOW}', 'whsec_', ${ROWS}, 1, 0
    from row where n <= 1000`);
  rows(`insert into deliveries (id, subscription_id, partner_id, order_number, type, article_id, edition, change, at, state,
      attempts, failures, running, settled_at)
    select 'd' || n, 's' || (n % 1000 + 1), ${partner}, n, ${event},
      case n % 100 when 0 then 'dead' when 1 then 'pending' else 'delivered' end, 1, 0, 0, '${NOW}' from row`);
  rows(`insert into delivery_attempts (delivery_key, number, at) select n, 1, '${NOW}' from row`);
  rows(`insert or ignore into receipts (partner_id, article_id, sequence, kind, edition, at, through)
    select ${partner}, ${article} || '-' || n, n, 'upsert', 1, '${NOW}', 'webhook' from row`);
  rows(
    `insert into receipt_marks (partner_id, sequence, at, through) select ${partner}, n, '${NOW}', 'cursor' from row`,
  );
  rows(`insert into partner_changes (partner_id, number, article_id, at, acknowledged_at)
    select ${partner}, n, 'article-' || n, '${NOW}', case when n % 100 > 0 then '${NOW}' end from row`);
  rows(`insert into openings (article_id, edition_id, revision, partner_id, key_id, key_name, through, at)
    select ${article}, 'e', 1, ${partner}, 'k', 'Pat', 'article', '${NOW}' from row`);
  rows(`insert into withdrawals (id, edition_id, kind, at, by, reinstated_at)
    select 'w' || n, 'edition-' || n, 'gone', '${NOW}', 'operator', case when n % 10 > 0 then '${NOW}' end from row`);
  rows(`insert into hub_subscriptions (id, topic, callback, host, expires_at, seen, failures, due_at)
    select 'h' || n, 't' || n, 'c', 'a.example', '2030-01-01T00:00:00.000Z', 0, 0, '${NOW}' from row where n <= 1000`);
  database.close();
}

function asks(store: Store, partnerId: string, articleId: string): (() => Promise<unknown>)[] {
  const { receipts, outbox, subscriptions, hub, syndication, partners } = store;
  const newsroom = audienceOf(OPERATOR, NOW);
  const limited = audienceOf({ kind: 'key', keyId: 'k', name: 'Sam', role: 'editor', areaKeys: ['county'] }, NOW);
  const pat: Actor = { kind: 'key', keyId: 'k', name: 'Pat', role: 'partner', areaKeys: ['county'], partnerId };
  const theirs = audienceOf(pat, NOW);
  const writing = { at: NOW, dryRun: false, once: null };
  const limits = { all: 9, perHost: 9, perSubscription: 9 };
  const pages = (...keys: readonly string[]) => [
    { limit: 5, position: null },
    { limit: 5, position: { direction: 'next' as const, keys } },
    { limit: 5, position: { direction: 'prev' as const, keys } },
  ];
  const by = { partnerId, at: NOW, through: 'cursor' } as const;
  const opener = { keyId: 'k', keyName: 'Pat', through: 'list' } as const;
  const note = auditNote(OPERATOR, { at: NOW, action: 'a', outcome: 'accepted', subject: null, detail: {} });
  return [
    () => receipts.open(NOW, newsroom, { limit: 5, position: null }),
    () => receipts.open(NOW, limited, { limit: 5, position: null }),
    () => receipts.countOpen(NOW),
    () => receipts.ofPartner(theirs),
    () => receipts.ofArticle(articleId, newsroom),
    () => receipts.report(NOW, () => note),
    () => receipts.acknowledge({ ...by, changes: [1] }),
    () => receipts.acknowledge({ ...by, upTo: 1, ownUpTo: ROWS }),
    () => receipts.acknowledgeLoss({ ...by, articleIds: ['article-1'] }),
    () => outbox.next(NOW),
    () => outbox.turn({ now: NOW, leasedUntil: NOW, settled: [], running: [], limits }),
    () => outbox.prune(NOW, 10),
    () => outbox.figures(),
    ...pages(NOW, 's1').map((page) => () => subscriptions.list(partnerId, page)),
    ...pages(NOW, 's1').map((page) => () => subscriptions.list(null, page)),
    ...pages('5').map((page) => () => subscriptions.deliveries('s1', page)),
    ...pages('5').map((page) => () => subscriptions.deliveries('s1', { ...page, state: 'dead' })),
    () => subscriptions.figures('s1'),
    () => subscriptions.replay('s1', { ids: ['d1'], check: () => {} }, writing),
    () => subscriptions.replay('s1', { dead: true, limit: 10 }, writing),
    () => subscriptions.replay('s1', { from: 1, to: 9 }, writing),
    () => hub.claim({ now: NOW, leasedUntil: NOW, newest: 1, running: [], limits }),
    () => syndication.news(null, theirs),
    () => syndication.newsVersion(),
    () => syndication.embargoed(theirs, opener, (all) => all),
    () => syndication.open(articleId, theirs, opener),
    ...pages('5').map((page) => () => syndication.openings(articleId, page, newsroom)),
    ...pages(NOW, partnerId).map((page) => () => partners.list(page)),
  ];
}

// Behind a row id, everything that was written later is looked at.
const judge = createPlanJudge(JUSTIFIED, /SCAN|TEMP B-TREE|MULTI-INDEX|AUTOMATIC|PRIMARY KEY \(rowid>/);

async function unjustified(store: Store, partnerId: string, articleId: string): Promise<[string, string][]> {
  const found = new Map<string, [string, string]>();
  for (const ask of asks(store, partnerId, articleId)) {
    for (const executed of await statementsOf(ask)) {
      const sql = executed.sql.replaceAll('+?', '?');
      if (!/^(select|insert|update|delete)/.test(sql)) continue;
      for (const each of judge.unjustified(sql, planOf(executed))) found.set(each.join(' '), each);
    }
  }
  return [...found.values()];
}

it('nothing of partners scans what grows, with 20,000 rows of everything, before and after ANALYZE', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const { deps } = openDelivering(store);
  const partners = await Promise.all(Array.from({ length: PARTNERS }, () => openPartner(deps)));
  const [first = ''] = partners.map(({ id }) => id);
  const { id } = await putOne(store, { name: randomUUID(), area: 'County' });
  fill(
    path,
    partners.map((each) => each.id),
    id,
  );
  expect(await unjustified(store, first, id)).toEqual([]);
  const second = new Database(path);
  second.exec('analyze');
  second.close();
  expect(await unjustified(openTemporaryStore(path), first, id)).toEqual([]);
  expect(judge.unneeded()).toEqual([]);
});
