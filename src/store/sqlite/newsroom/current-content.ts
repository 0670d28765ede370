import { sql } from 'drizzle-orm';
import type { Content } from '../../../domain/edition.ts';
import type { Connection } from '../engine/connection.ts';
import { officials, organisations, tagWords } from '../register/register-tables.ts';

/**
 * What was saved, as it is read now: tags by the words that they have become, speakers as those they turned out to be.
 * What a release says of them stays as it was written.
 */
export function prepareCurrentContent({ db }: Connection): (content: Content) => Content {
  const id = sql.placeholder('id');
  const official = db
    .select({ id: officials.mergedInto })
    .from(officials)
    .where(sql`${officials.id} = ${id} and ${officials.mergedInto} is not null`)
    .prepare();
  const organisation = db
    .select({ id: organisations.mergedInto })
    .from(organisations)
    .where(sql`${organisations.id} = ${id} and ${organisations.mergedInto} is not null`)
    .prepare();
  const word = db
    .select({ tag: tagWords.tag })
    .from(tagWords)
    .where(sql`${tagWords.word} = ${sql.placeholder('word')}`)
    .prepare();
  return (content) => ({
    ...content,
    tags: [...new Set(content.tags.map((tag) => word.get({ word: tag })?.tag ?? tag))],
    quotes: content.quotes.map((quote) => ({
      ...quote,
      officialId: quote.officialId && (official.get({ id: quote.officialId })?.id ?? quote.officialId),
      organisationId:
        quote.organisationId && (organisation.get({ id: quote.organisationId })?.id ?? quote.organisationId),
    })),
  });
}
