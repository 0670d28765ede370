import { eq, sql } from 'drizzle-orm';
import type { Content, Rendering } from '../../../domain/edition.ts';
import { titleKey } from '../../../domain/search.ts';
import type { SyndicationEventType } from '../../../domain/syndication-event.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Correction } from '../../../domain/withdrawal.ts';
import type { Connection } from '../engine/connection.ts';
import { preparedOnce, prepareInsert } from '../engine/prepared.ts';
import { createPublicNames } from '../register/public-names.ts';
import { createSoughtNames } from '../register/sought-names.ts';
import { createArrivals } from './arrivals.ts';
import { createChangeLog } from './log/change-log.ts';
import {
  publicArticles,
  publicBodies,
  publicCorrections,
  publicListings,
  publicQuotes,
  publicTags,
} from './public-tables.ts';
import { createSearchIndex } from './search/search-index.ts';

/** An edition at the moment at which it becomes what the public reads. */
export interface Publication {
  readonly articleId: string;
  readonly slug: string;
  /** Canonical address. */
  readonly url: string;
  readonly edition: number;
  readonly content: Content;
  readonly rendering: Rendering;
  /** What readers are told. */
  readonly publishedAt: Instant;
  /** The instant from which it is public; also the change's place in time, whoever carries it out and when. */
  readonly at: Instant;
  /** Whether readers are told nothing of a change: `updatedAt` stays. */
  readonly silent: boolean;
  readonly corrections: readonly Correction[];
  /** What those who syndicate are told of it. */
  readonly event: SyndicationEventType;
}

/** What takes an edition from the public. */
export interface Retraction {
  readonly articleId: string;
  readonly edition: number;
  readonly kind: 'withdraw' | 'vanish';
  readonly at: Instant;
}

/** The door between the newsroom and the public tables. Must be used inside a write transaction. */
export interface Publisher {
  /** Copies an edition into the public tables, in place of the one that stood there, and writes the change log. */
  publish(publication: Publication): void;
  /** Takes an article from the public tables, writes the change log, and gives back what readers saw of it. */
  retract(retraction: Retraction): Rendering;
  /** Writes into the change log that what is down already is down in another way, or in other words. */
  retractAnew(retraction: Retraction, areaId: string | null): void;
}

export const createPublisher = preparedOnce(preparePublisher);

function preparePublisher(connection: Connection): Publisher {
  const { db } = connection;
  const rows = prepareRows(connection);
  const names = createPublicNames(connection);
  const search = createSearchIndex(connection);
  const arrivals = createArrivals(connection);
  const standing = db
    .select({ key: publicArticles.key, areaId: publicArticles.areaId, updatedAt: publicArticles.updatedAt })
    .from(publicArticles)
    .where(eq(publicArticles.id, sql.placeholder('id')))
    .prepare();
  const rendering = db
    .select({ html: publicBodies.html, text: publicBodies.text })
    .from(publicBodies)
    .where(eq(publicBodies.key, sql.placeholder('key')))
    .prepare();
  const nextKey = db
    .select({ key: sql<number>`coalesce(max(${publicArticles.key}), 0) + 1` })
    .from(publicArticles)
    .prepare();
  const log = createChangeLog(connection);

  const forget = (key: number, areaId: string | null): void => {
    if (!arrivals.leave(key)) search.remove(key);
    const mentioned = rows.mentioned(key);
    rows.remove(key);
    for (const id of distinct(mentioned.map(({ officialId }) => officialId))) names.refreshOfficial(id);
    for (const id of distinct(mentioned.map(({ organisationId }) => organisationId))) names.refreshOrganisation(id);
    if (areaId !== null) names.refreshArea(areaId);
  };

  const logRetraction = (retraction: Retraction, areaId: string | null): void => {
    const event = retraction.kind === 'vanish' ? 'article.vanished' : 'article.withdrawn';
    log.append({ ...retraction, event, areaId, formerAreaId: null });
  };

  return {
    publish(publication) {
      const { articleId, content, at, silent, edition, event } = publication;
      const before = standing.get({ id: articleId });
      const key = before?.key ?? nextKey.get()?.key ?? 1;
      // First the old edition goes with the names that only it mentions: the new one may write them better.
      if (before) forget(key, before.areaId);
      if (content.area) names.showArea(content.area);
      for (const quote of content.quotes) names.showQuoted(quote);
      rows.write(key, publication, silent && before ? before.updatedAt : at);
      arrivals.add(key);
      const formerAreaId = before?.areaId ?? null;
      const areaId = content.area?.id ?? null;
      log.append({ articleId, kind: 'upsert', edition, at, event, areaId, formerAreaId });
    },
    retract(retraction) {
      const standingRow = standing.get({ id: retraction.articleId });
      const rendered = standingRow && rendering.get({ key: standingRow.key });
      if (!standingRow || !rendered) throw new Error('an article that is not public cannot be withdrawn');
      forget(standingRow.key, standingRow.areaId);
      logRetraction(retraction, standingRow.areaId);
      return rendered;
    },
    retractAnew: logRetraction,
  };
}

/** The rows of one public article: written whole, removed whole. */
function prepareRows(connection: Connection) {
  const { db } = connection;
  const key = sql.placeholder('key');
  const tag = sql.placeholder('tag');
  const sought = createSoughtNames(connection);
  const insertArticle = prepareInsert(connection, publicArticles);
  const insertBody = prepareInsert(connection, publicBodies);
  const insertQuote = prepareInsert(connection, publicQuotes, 'key');
  const insertCorrection = prepareInsert(connection, publicCorrections);
  const mentioned = db
    .select({ officialId: publicQuotes.officialId, organisationId: publicQuotes.organisationId })
    .from(publicQuotes)
    .where(eq(publicQuotes.articleKey, key))
    .prepare();
  const tagsOf = db
    .select({ tags: publicArticles.tags })
    .from(publicArticles)
    .where(eq(publicArticles.key, key))
    .prepare();
  const removals = [
    db.delete(publicCorrections).where(eq(publicCorrections.key, key)).prepare(),
    db.delete(publicQuotes).where(eq(publicQuotes.articleKey, key)).prepare(),
    db.delete(publicListings).where(eq(publicListings.key, key)).prepare(),
    db.delete(publicBodies).where(eq(publicBodies.key, key)).prepare(),
    db.delete(publicArticles).where(eq(publicArticles.key, key)).prepare(),
  ];
  const countTag = db
    .insert(publicTags)
    .values({ tag: sql`${tag}`, articles: 1 })
    .onConflictDoUpdate({ target: publicTags.tag, set: { articles: sql`${publicTags.articles} + 1` } })
    .prepare();
  const uncountTag = db
    .update(publicTags)
    .set({ articles: sql`${publicTags.articles} - 1` })
    .where(eq(publicTags.tag, tag))
    .prepare();
  const dropTag = db.delete(publicTags).where(sql`${publicTags.tag} = ${tag} and ${publicTags.articles} = 0`).prepare();

  return {
    mentioned: (articleKey: number) => mentioned.all({ key: articleKey }),

    write(articleKey: number, publication: Publication, updatedAt: Instant): void {
      const { content, rendering, corrections } = publication;
      insertArticle(articleRow(articleKey, publication, updatedAt));
      const speakers = content.quotes.map(({ officialId, attribution: { name } }) => ({ officialId, name }));
      insertBody({ key: articleKey, ...rendering, markdown: content.markdown, officials: sought.of(speakers) });
      for (const row of quoteRows(articleKey, publication)) insertQuote(row);
      for (const correction of corrections) insertCorrection({ key: articleKey, ...correction });
      for (const name of content.tags) countTag.run({ tag: name });
    },

    remove(articleKey: number): void {
      for (const name of tagsOf.get({ key: articleKey })?.tags ?? []) {
        uncountTag.run({ tag: name });
        dropTag.run({ tag: name });
      }
      for (const removal of removals) removal.run({ key: articleKey });
    },
  };
}

function articleRow(
  key: number,
  { articleId, slug, url, edition, content, publishedAt }: Publication,
  updatedAt: Instant,
): Required<typeof publicArticles.$inferInsert> {
  const { title, summary, area, language, tags, publishedAtPrecision, image } = content;
  return {
    key,
    id: articleId,
    slug,
    url,
    title,
    titleKey: titleKey(title),
    summary,
    areaId: area?.id ?? null,
    language,
    tags,
    publishedAt,
    publishedAtPrecision,
    updatedAt,
    edition,
    image,
  };
}

function quoteRows(
  articleKey: number,
  { articleId, content, publishedAt }: Publication,
): Omit<Required<typeof publicQuotes.$inferInsert>, 'key'>[] {
  return content.quotes.map(({ id, position, text, paragraphs, officialId, organisationId, attribution }) => ({
    id,
    articleKey,
    articleId,
    publishedAt,
    position,
    text,
    paragraphs,
    officialId,
    organisationId,
    ...attribution,
  }));
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
