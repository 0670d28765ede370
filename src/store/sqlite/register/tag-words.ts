import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { TagWord } from '../../../domain/register.ts';
import type { Instant } from '../../../domain/time.ts';
import type { TagWordStore } from '../../names.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { prepareList } from '../engine/keyset.ts';
import { facet, prepareListed, prepareRelist } from '../public/facets/facets.ts';
import { createNameLog } from '../public/log/name-log.ts';
import { publicArticles, publicFormerTags, publicTags } from '../public/public-tables.ts';
import type { RegisterTransaction } from './entry-change.ts';
import { tagWords } from './register-tables.ts';

/** Words that stand for tags: what was written stays, and is read as the tag that the word stands for now. */
export function createTagWords({ reader, writer }: Connections, transaction: RegisterTransaction): TagWordStore {
  const { db } = writer;
  const retag = prepareRetag(writer);
  const lead = prepareLead(writer);
  const list = prepareList<TagWord>(
    { keys: [{ of: tagWords.word, type: 'text' }], direction: 'asc' },
    (condition, order) =>
      reader.db
        .select()
        .from(tagWords)
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    ({ word }) => [word],
  );

  const isUsed = prepareIsUsed(writer);

  const rename = (from: string, to: string): void => {
    db.delete(tagWords).where(eq(tagWords.word, to)).run();
    db.update(tagWords).set({ tag: to }).where(eq(tagWords.tag, from)).run();
    db.insert(tagWords)
      .values({ word: from, tag: to })
      .onConflictDoUpdate({ target: tagWords.word, set: { tag: to } })
      .run();
  };

  return {
    list: async (page) => list(page),
    change: async (request) =>
      transaction(request, () => {
        const { from, to, at, decide } = request;
        const known = db
          .select()
          .from(tagWords)
          .where(inArray(tagWords.word, [from, to]))
          .all();
        const audit = decide(new Map(known.map(({ word, tag }) => [word, tag])), isUsed.get({ from }) !== undefined);
        rename(from, to);
        lead(from, to);
        const articles = retag(from, to, at);
        const words = db.select().from(tagWords).where(eq(tagWords.tag, to)).orderBy(asc(tagWords.word)).all();
        return { result: { tag: to, words: words.map(({ word }) => word), articles }, audit };
      }),
  };
}

/** Whether a tag is in use: of the public, as what another word stands for, or in what is open or withdrawn. */
function prepareIsUsed({ db }: Connection) {
  const from = sql.placeholder('from');
  return db
    .select({ one: sql`1` })
    .from(sql`(select 1)`)
    .where(
      sql`exists (select 1 from ${publicTags} where ${publicTags.tag} = ${from})
        or exists (select 1 from ${tagWords} where ${tagWords.tag} = ${from})
        or exists (select 1 from editions join revisions on revisions.edition_id = editions.id
          and revisions.number = editions.revision
          where editions.state in ('draft', 'submitted', 'scheduled', 'withdrawn')
            and exists (select 1 from json_each(revisions.content, '$.tags') where value = ${from}))`,
    )
    .prepare();
}

/**
 * Lets readers who ask for a word that they knew find what it stands for. A word that only drafts had leads nowhere: it
 * would tell of them. Must run before public articles lose the tag.
 */
function prepareLead({ db }: Connection): (from: string, to: string) => void {
  const { word, tag } = publicFormerTags;
  const [from, to] = [sql.placeholder('from'), sql.placeholder('to')];
  const known = db.select({ tag: publicTags.tag }).from(publicTags).where(eq(publicTags.tag, from)).prepare();
  const forget = db.delete(publicFormerTags).where(eq(word, to)).prepare();
  const pass = db
    .update(publicFormerTags)
    .set({ tag: sql`${to}` })
    .where(eq(tag, from))
    .prepare();
  const add = db.insert(publicFormerTags).values({ word: from, tag: to }).prepare();
  return (before, now) => {
    const renamed = { from: before, to: now };
    forget.run(renamed);
    pass.run(renamed);
    if (known.get(renamed)) add.run(renamed);
  };
}

/** Gives public articles the one tag in the place of the other, and says how many they are. */
function prepareRetag(connection: Connection): (from: string, to: string, at: Instant) => number {
  const { db } = connection;
  const listed = prepareListed(connection);
  const relist = prepareRelist(connection);
  const log = createNameLog(connection);
  const key = sql.placeholder('key');
  const tags = db
    .select({ tags: publicArticles.tags })
    .from(publicArticles)
    .where(eq(publicArticles.key, key))
    .prepare();
  const write = (articleKey: number, now: readonly string[]) =>
    db.update(publicArticles).set({ tags: now }).where(eq(publicArticles.key, articleKey)).run();

  return (from, to, at) => {
    const keys = listed(facet.tag(from));
    if (keys.length === 0) return 0;
    for (const articleKey of keys) {
      const before = tags.get({ key: articleKey })?.tags ?? [];
      write(articleKey, [...new Set(before.map((tag) => (tag === from ? to : tag)))]);
    }
    relist(facet.tag(from), facet.tag(to));
    const articles = listed(facet.tag(to)).length;
    db.delete(publicTags).where(eq(publicTags.tag, from)).run();
    db.insert(publicTags)
      .values({ tag: to, articles })
      .onConflictDoUpdate({ target: publicTags.tag, set: { articles } })
      .run();
    log.repeat(keys, at);
    return keys.length;
  };
}
