import { asc, desc, eq, inArray } from 'drizzle-orm';
import {
  type ArticleBody,
  type ArticlePart,
  type ArticleWish,
  BODY_FORMATS,
  type BodyFormat,
  type PublicArticle,
} from '../../../domain/article.ts';
import type { OfficialRef } from '../../../domain/official.ts';
import type { Correction } from '../../../domain/withdrawal.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { prepareByShape, preparedOnce } from '../engine/prepared.ts';
import type { FoundArticle } from './article-rows.ts';
import { publicBodies, publicCorrections, publicOfficials, publicQuotes } from './public-tables.ts';
import { prepareQuotesOf } from './quotes.ts';

/** Reads what does not stand in the rows of the articles, for all of them at once, and only what is wished for. */
export const createArticleParts = preparedOnce(prepareParts);

function prepareParts(reader: Connection) {
  const bodiesOf = prepareBodies(reader);
  const quotesOf = prepareQuotesOf(reader);
  const officialsOf = prepareOfficials(reader);
  const correctionsOf = prepareCorrections(reader);

  return <Part extends ArticlePart>(
    found: readonly FoundArticle[],
    { parts, formats }: ArticleWish<Part>,
  ): Pick<PublicArticle, Part>[] => {
    const wants = (part: ArticlePart) => parts.some((wished) => wished === part);
    const keys = JSON.stringify(found.map(({ key }) => key));
    const bodies = wants('body') ? bodiesOf(keys, formats) : undefined;
    const quotes = wants('quotes') ? quotesOf(keys) : undefined;
    const officials = wants('officials') ? officialsOf(keys) : undefined;
    const corrections = wants('corrections') ? correctionsOf(keys) : undefined;
    return found.map(({ key, parts: own }) => {
      const whole = {
        ...own,
        ...(bodies && { body: bodies.get(key) ?? {} }),
        ...(quotes && { quotes: quotes.get(key) ?? [] }),
        ...(officials && { officials: officials.get(key) ?? [] }),
        ...(corrections && { corrections: corrections.get(key) ?? [] }),
      };
      // Every part that was wished for is there now.
      return whole as Pick<PublicArticle, Part>;
    });
  };
}

function prepareBodies({ db }: Connection) {
  const { key } = publicBodies;
  const statementOf = prepareByShape((formats: readonly BodyFormat[]) => {
    const columns = Object.fromEntries(formats.map((format) => [format, publicBodies[format]]));
    return db
      .select({ key, ...columns })
      .from(publicBodies)
      .where(inArray(key, valuesIn('keys')))
      .prepare();
  });
  return (keys: string, wished: readonly BodyFormat[]): ReadonlyMap<number, ArticleBody> => {
    const formats = BODY_FORMATS.filter((format) => wished.includes(format));
    return new Map(
      statementOf(formats)
        .all({ keys })
        .map(({ key: articleKey, ...body }) => [articleKey, body]),
    );
  };
}

/** Everybody who is quoted, once, in the order of the text. */
function prepareOfficials({ db }: Connection): (keys: string) => ReadonlyMap<number, readonly OfficialRef[]> {
  const { articleKey, position } = publicQuotes;
  const { slug, name } = publicOfficials;
  const statement = db
    .select({ articleKey, slug, name })
    .from(publicQuotes)
    .innerJoin(publicOfficials, eq(publicOfficials.id, publicQuotes.officialId))
    .where(inArray(articleKey, valuesIn('keys')))
    .orderBy(asc(articleKey), asc(position))
    .prepare();
  return (keys) => {
    const mentions = Map.groupBy(statement.all({ keys }), ({ articleKey: key }) => key);
    return new Map(
      [...mentions].map(([key, rows]) => [
        key,
        [...new Map(rows.map((row) => [row.slug, { slug: row.slug, name: row.name }])).values()],
      ]),
    );
  };
}

/** Newest first. */
function prepareCorrections({ db }: Connection): (keys: string) => ReadonlyMap<number, readonly Correction[]> {
  const { key, at, edition, note } = publicCorrections;
  const statement = db
    .select({ key, at, edition, note })
    .from(publicCorrections)
    .where(inArray(key, valuesIn('keys')))
    .orderBy(desc(key), desc(edition))
    .prepare();
  return (keys) => {
    const rows = Map.groupBy(statement.all({ keys }), ({ key: articleKey }) => articleKey);
    return new Map(
      [...rows].map(([articleKey, corrections]) => [
        articleKey,
        corrections.map((correction) => ({ at: correction.at, edition: correction.edition, note: correction.note })),
      ]),
    );
  };
}
