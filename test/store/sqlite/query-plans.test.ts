import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ANONYMOUS, OPERATOR } from '../../../src/domain/actor.ts';
import { auditNote } from '../../../src/domain/audit.ts';
import { parseSearch } from '../../../src/domain/search.ts';
import { audienceOf, everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { fillWithArticles, SAVED } from '../../support/many-articles.ts';
import { collect, put } from '../../support/newsroom.ts';
import { type Answers, type Executed, statementsOf } from '../../support/prepared-statements.ts';
import { publicReads } from '../../support/public-reads.ts';
import { createPlanJudge, planOf, type Reason, WORDS_OF_TODAY } from '../../support/query-plan.ts';
import { NOW, urlOf } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';

/** Steps that look at more rows than they return, where that is right. */
const JUSTIFIED: readonly Reason[] = [
  { step: /^SCAN (public_search|public_quote_search) VIRTUAL TABLE INDEX \S*M/, in: / match \?/ },
  { step: /^SCAN json_each VIRTUAL TABLE/, in: /json_each\(\?\)/ },
  // The articles of one page.
  { step: /^SCAN page VIRTUAL TABLE/, in: /from json_each\(\?\) page (left|cross) join/ },
  // Officials of whom somebody wrote a post down: the index has these alone.
  { step: /^SCAN public_officials USING INDEX public_officials_posts$/, in: /where posts <> '\[\]'/ },
  // The names that a text mentions, each looked up; the further names of one thing.
  { step: /^SCAN wanted VIRTUAL TABLE/, in: /from json_each\(\?\) wanted cross join/ },
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /from "other_names" where \("other_names"."owner_id" = \?/ },
  // The articles of one transaction.
  {
    step: /^(SCAN (arrived|some|place|listed|tag VIRTUAL TABLE INDEX 1:)|USE TEMP B-TREE FOR (DISTINCT|ORDER BY))$/,
    in: / from arrived/,
  },
  // Officials whose name an article of the transaction has changed.
  { step: /^SCAN renamed$/, in: /^select renamed.id from renamed/ },
  // Whether there is one: what a restored backup does not have as withdrawn.
  { step: /^SCAN barred_addresses$/, in: / limit \?$/ },
  // The page that a subquery has cut out, and the entries of a facet that are counted up to a limit.
  { step: /^SCAN (entry|\(subquery-\d\))$/, in: / limit (\? offset \?|\?|1000|cast\(\? as integer\))\)/ },
  // Some of the first entries of a list, or the matches of a search, one after the other.
  { step: /^SCAN tried$/, in: / limit (\?\) "tried"|cast\(\? as integer\)\) tried)/ },
  // Titles in their order, for a list of many; those of a few entries, sorted.
  {
    step: /^SCAN public_articles USING (COVERING )?INDEX public_articles_title$/,
    in: /from "public_articles" .*order by "public_articles"."title_key" (asc|desc).* limit \? offset \?\) entry/s,
  },
  {
    step: /^USE TEMP B-TREE FOR ORDER BY$/,
    in: /from "public_listings" cross join "public_articles" where .* order by "public_articles"."title_key" (asc|desc)/s,
  },
  // A list without filters, in the order of an index and cut off at the page.
  { step: /^SCAN public_areas USING INDEX public_areas_path_unique$/, in: / limit \? offset \?$/ },
  { step: /^SCAN (public_officials|public_organisations) USING INDEX \w+_slug_unique$/, in: / limit \? offset \?$/ },
  { step: /^SCAN public_tags USING INDEX sqlite_autoindex_public_tags_1$/, in: / limit \? offset \?$/ },
  { step: /^SCAN public_changes$/, in: /order by "public_changes"."sequence" desc limit \?$/ },
  { step: /^SCAN public_marks$/, in: /order by "public_marks"."sequence" desc limit \?$/ },
  { step: /^SCAN public_latest USING (COVERING )?INDEX/, in: /order by "public_latest"."sequence" desc limit \?$/ },
  WORDS_OF_TODAY,
  { step: /^SCAN audit$/, in: /order by "audit"."sequence" desc limit \?$/ },
  // What a reader wants counted: names, which are few beside the articles.
  {
    step: /^SCAN public_(areas|officials|organisations|tags)( USING COVERING INDEX \w+)?$/,
    in: /^select count\(\*\) from "public_\w+"$/,
  },
  // Names in which words are looked for: each is looked at, until the page is full or all are counted.
  {
    step: /^SCAN public_(officials|organisations)( USING COVERING INDEX \w+_words)?$/,
    in: / where \(?not exists \(\s+select 1 from json_each\(\?\) where instr\(/,
  },
  // What a list is made of: a bounded part of its articles.
  { step: /^SCAN found$/, in: /^select cast\(group_concat\(.* limit .*\) "?found"?\s/s },
  // What is not counted yet: some articles, or those of one transaction.
  { step: /^SCAN (public_facet_notes|noted)$/, in: /from public_facet_notes( limit 1 offset| noted)/ },
  // A thousand quotes at most that match a search, and articles, in the order of the list.
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /from public_quotes matched\s+where matched.key in \(select value/ },
  {
    step: /^USE TEMP B-TREE FOR ORDER BY$/,
    in: /likely\("public_listings"."facet" = \?\) and .* in \(select value from json_each/,
  },
  // A rank has no index; nor has a range of one time in the order of something else, whose entries alone are sorted.
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /order by public_search.rank/ },
  { step: /^USE TEMP B-TREE FOR ORDER BY$/, in: /"public_listings"."(published|updated)_at" (>=|<) \?/ },
  // The two editions of one article that are exported.
  {
    step: /^USE TEMP B-TREE FOR (LAST TERM OF )?ORDER BY$/,
    in: /from "articles" cross join "editions" cross join "revisions"/,
  },
  // The quotes of one article.
  { step: /^USE TEMP B-TREE FOR LAST TERM OF ORDER BY$/, in: /from "public_listings" cross join "public_quotes"/ },
  // What lies in the areas of a key, or in an area that is asked for: the register of places is short.
  { step: /^SCAN below$/, in: /with recursive below/ },
  // The newsroom's articles in the order of an index, cut off at the page; the saves of one article.
  { step: /^SCAN articles USING INDEX articles_changed$/, in: / limit \?$/ },
  // How many articles the newsroom has, and the instant from which its searches look.
  { step: /^SCAN articles$/, in: /select count\(\*\) from "articles"/ },
  { step: /^SCAN articles USING COVERING INDEX articles_changed$/, in: / limit \? offset \?$/ },
  // Words and tags of one article, and of one question.
  { step: /^SCAN (phrase|given)( VIRTUAL TABLE.*)?$/, in: /json_each/ },
  // The first of what is scheduled.
  { step: /^SCAN editions USING COVERING INDEX editions_due$/, in: / limit \?$/ },
  // Every subscription in the order of creation, cut off at the page; whether there is one.
  { step: /^SCAN subscriptions USING INDEX subscriptions_created$/, in: / limit \?$/ },
  // An article of a slug, or one whose given address is that of the slug.
  { step: /^MULTI-INDEX OR$/, in: /"articles"."slug" = \?\s+or \("articles"."url" = \?/ },
  // One article by three unique keys.
  { step: /^MULTI-INDEX OR$/, in: /"id" = \? or "articles"."slug" = \? or "articles"."url" = \?/ },
];

const ARTICLES = 20_000;

function newsroomReads({ newsroom }: Store): (() => Promise<unknown>)[] {
  const key = { keyId: 'k', name: 'Sam', areaKeys: ['county'] };
  const audience = audienceOf({ kind: 'key', role: 'author', ...key }, NOW);
  const pages = (keys: readonly string[]) => [
    { limit: 5, position: null },
    { limit: 5, position: { direction: 'next' as const, keys } },
    { limit: 5, position: { direction: 'prev' as const, keys } },
  ];
  return [
    () => newsroom.find('r1', audience),
    () => newsroom.revision('r1', 'r', audience),
    ...pages([NOW, 'r1']).map((page) => () => newsroom.list({ ...page, area: 'county', open: 'draft' }, audience)),
    () => newsroom.list({ limit: 5, position: null, url: 'https://police.example/news/r1' }, audience),
    ...pages([NOW, 'r1']).flatMap((page) => [
      () => newsroom.list({ ...page, search: parseSearch('release word'), tag: 't1', count: true }, audience),
      () => newsroom.list({ ...page, from: NOW, before: NOW, count: true }, audience),
    ]),
    () => newsroom.list({ limit: 5, position: null, count: true }, audience),
    ...pages([NOW, '1', 'r']).map((page) => () => newsroom.revisions('r1', page, audience)),
  ];
}

function syndicationReads({ outbox, subscriptions }: Store): (() => Promise<unknown>)[] {
  const limits = { all: 9, perHost: 9, perSubscription: 9 };
  const page = { limit: 5, position: null };
  return [
    () => outbox.next(NOW),
    () => outbox.turn({ now: NOW, leasedUntil: NOW, settled: [], running: [], limits }),
    () => outbox.prune(NOW, 10),
    () => subscriptions.find('s'),
    () => subscriptions.list('p', page),
    () => subscriptions.list(null, page),
    () => subscriptions.deliveries('s', page),
    () => subscriptions.delivery('s', 'd'),
  ];
}

/** Every statement by its text, on the connection that carries it out. */
async function statementsIn(store: Store): Promise<Map<string, Executed>> {
  const statements = new Map<string, Executed>();
  const newsroom = audienceOf(OPERATOR, NOW);
  const ofPublic = publicReads(store).map((read) => () => read(everyone(NOW)));
  const others = [
    ...[newsroom, audienceOf(ANONYMOUS, NOW)].flatMap((audience) => [
      () => store.articles.source('r1', audience),
      () => collect(store.articles.sources(audience)),
    ]),
    () => store.articles.saved([urlOf('r1')]),
    () => store.articles.lift(NOW),
    () => store.changes.compact(NOW, 10),
    ...newsroomReads(store),
    () => store.keys.findByPrefix('dl_x'),
    ...[{}, { subject: 'x' }, { actor: 'x' }, { action: 'x' }, { from: NOW }, { subject: 'x', before: NOW }].map(
      (filters) => () => store.audit.list({ ...filters, limit: 10, position: null }),
    ),
    () =>
      store.audit.append(auditNote(OPERATOR, { at: NOW, action: 'x', outcome: 'accepted', subject: 'x', detail: {} })),
    ...syndicationReads(store),
    () => put(store, { name: 'r1', area: 'County', tags: ['all'], quotes: [{ by: 'Ann', of: 'Police' }] }),
  ];
  const keep = (all: readonly Executed[]) => {
    for (const executed of all) {
      if (/^(select|insert|update|delete)/.test(executed.sql))
        statements.set(executed.sql.replaceAll('+?', '?'), executed);
    }
  };
  // They write nothing, and most of what one asks another has asked already: how many thousands a search finds, say.
  const answers: Answers = new Map();
  for (const read of ofPublic) keep(await statementsOf(read, answers));
  for (const read of others) keep(await statementsOf(read));
  return statements;
}

function plansOf(statements: ReadonlyMap<string, Executed>): Map<string, string[]> {
  return new Map([...statements].map(([sql, executed]) => [sql, planOf(executed)]));
}

/** The same statements on the connections of a store that was opened since. */
async function onConnectionsOf(
  store: Store,
  statements: ReadonlyMap<string, Executed>,
): Promise<Map<string, Executed>> {
  const connections = (await statementsOf(() => store.ready())).map(({ database }) => database);
  return new Map(
    [...statements].map(([sql, executed]) => {
      const database = connections.find(({ readonly }) => readonly === executed.database.readonly);
      if (!database) throw new Error('the store has no such connection');
      return [sql, { ...executed, database }];
    }),
  );
}

const judge = createPlanJudge(JUSTIFIED);

function unjustified(plans: ReadonlyMap<string, readonly string[]>): [string, string][] {
  return [...plans].flatMap(([sql, steps]) => judge.unjustified(sql, steps));
}

it('no read scans what grows, in an empty database', async () => {
  const plans = plansOf(await statementsIn(openTemporaryStore()));
  expect(plans.size).toBeGreaterThan(100);
  expect(unjustified(plans)).toEqual([]);
});

it('no read scans what grows, with 20,000 articles, before and after ANALYZE', { timeout: 300_000 }, async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await fillWithArticles(store, path, ARTICLES / SAVED);
  const statements = await statementsIn(store);
  const before = plansOf(statements);
  expect(unjustified(before)).toEqual([]);
  const second = new Database(path);
  expect(second.prepare('select count(*) from public_articles').pluck().get()).toBe(ARTICLES);
  second.exec('analyze');
  second.close();
  // What is asked does not depend on statistics, only the plans do.
  const analyzed = plansOf(await onConnectionsOf(openTemporaryStore(path), statements));
  expect(analyzed).not.toEqual(before);
  expect(unjustified(analyzed)).toEqual([]);
  expect(judge.unneeded()).toEqual([]);
});
