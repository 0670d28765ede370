import { and, eq, ne, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import type { Content } from '../../../domain/edition.ts';
import { foldedText } from '../../../domain/search.ts';
import { freeSlug } from '../../../domain/slug.ts';
import { atPrecision, type Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { publicFormerSlugs } from '../public/public-tables.ts';
import { articles } from './tables.ts';

/**
 * What an article is given at a publication: a slug and an address at its first, another slug where a later edition asks
 * for one, and the date that readers are told.
 * @param addressOf canonical address of an article that nobody gave one, by its slug
 */
export function prepareGifts(connection: Connection, addressOf: (slug: string) => string) {
  const { db } = connection;
  const id = sql.placeholder('id');
  const giveUrl = prepareGiveUrl(connection);
  const slugs = prepareSlugs(connection, addressOf);
  const givePublishedAt = db
    .update(articles)
    .set({ publishedAt: sql`${sql.placeholder('told')}` })
    .where(eq(articles.id, id))
    .prepare();
  const giveStanding = db
    .update(articles)
    .set({
      areaId: sql`${sql.placeholder('areaId')}`,
      titleKey: sql`${sql.placeholder('titleKey')}`,
      tags: sql`${sql.placeholder('tags')}`,
    })
    .where(eq(articles.id, id))
    .prepare();

  const freeUrl = db.update(articles).set({ url: null }).where(eq(articles.id, id)).prepare();

  /** An address that was made of the slug moves with it; one that somebody gave stays. */
  const urlFor = (article: Article, slug: string): string => {
    const { id: articleId, slug: before, url } = article;
    const isMade = url === null || (before !== null && url === addressOf(before));
    return isMade && url !== addressOf(slug) ? giveUrl(articleId, addressOf(slug)) : (url ?? addressOf(slug));
  };
  return {
    /** Takes the address back from what never was public. */
    free: (article: string) => void freeUrl.run({ id: article }),
    /** What the newsroom finds an article by, when the edition that said otherwise is thrown away. */
    standing: (article: string, { area, title, tags }: Content) =>
      void giveStanding.run({
        id: article,
        areaId: area?.id ?? null,
        titleKey: foldedText(title),
        tags: JSON.stringify(tags),
      }),
    /** What an article is known by from this publication on, and the date that readers are told. */
    names(article: Article, content: Content, at: Instant) {
      const { id: articleId, slug: before } = article;
      const told = content.publishedAt ?? atPrecision(article.publishedAt ?? at, content.publishedAtPrecision);
      givePublishedAt.run({ id: articleId, told });
      const slug = before !== null && !content.slugGiven ? before : slugs.give(articleId, before, content.slug);
      return {
        articleId,
        slug,
        url: urlFor(article, slug),
        publishedAt: told,
      };
    },
  };
}

function prepareGiveUrl({ db }: Connection): (article: string, address: string) => string {
  const url = sql.placeholder('url');
  const give = db
    .update(articles)
    .set({ url: sql`${url}` })
    .where(sql`${articles.id} = ${sql.placeholder('id')} and not exists (select 1 from articles where url = ${url})`)
    .prepare();
  // An address that only something hidden claims is given none the less: nobody may see that it is claimed.
  return (article, address) => {
    give.run({ id: article, url: address });
    return address;
  };
}

/** Slugs of the public: each is one article's for ever. */
function prepareSlugs(connection: Connection, addressOf: (slug: string) => string) {
  const { db } = connection;
  const id = sql.placeholder('id');
  const slug = sql.placeholder('slug');
  const taken = db
    .select({ id: articles.id })
    .from(articles)
    .where(
      sql`${articles.id} <> ${id} and (${articles.slug} = ${slug}
        or (${articles.url} = ${sql.placeholder('url')} and ${articles.slug} is not null))`,
    )
    .prepare();
  const left = db
    .select({ slug: publicFormerSlugs.slug })
    .from(publicFormerSlugs)
    .where(and(eq(publicFormerSlugs.slug, slug), ne(publicFormerSlugs.articleId, id)))
    .prepare();
  const give = db
    .update(articles)
    .set({ slug: sql`${slug}` })
    .where(eq(articles.id, id))
    .prepare();
  const leave = prepareInsert(connection, publicFormerSlugs);
  const comeBack = db.delete(publicFormerSlugs).where(eq(publicFormerSlugs.slug, slug)).prepare();
  return {
    give(article: string, before: string | null, wish: string): string {
      const isTaken = (candidate: string) =>
        taken.get({ id: article, slug: candidate, url: addressOf(candidate) }) !== undefined ||
        left.get({ id: article, slug: candidate }) !== undefined;
      const given = freeSlug(wish, isTaken);
      if (given === before) return given;
      comeBack.run({ slug: given });
      if (before !== null) leave({ slug: before, articleId: article });
      give.run({ id: article, slug: given });
      return given;
    },
  };
}
