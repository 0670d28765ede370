import { eq, sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';
import { preparedOnce } from '../engine/prepared.ts';
import { prepareListed } from '../public/facets/facets.ts';
import { publicBodies, publicQuotes } from '../public/public-tables.ts';
import { createSearchIndex } from '../public/search/search-index.ts';
import { prepareOtherNames } from './other-names.ts';
import { officials } from './register-tables.ts';

/** The names by which a search finds an article: of those who speak in it, as it writes them and as they may be known. */
export interface SoughtNames {
  of(speakers: readonly Speaker[]): string;
  /** Enters the articles under a facet anew. Must run inside a write transaction. */
  refresh(facet: string): void;
}

interface Speaker {
  readonly officialId: string | null;
  readonly name: string | null;
}

export const createSoughtNames = preparedOnce(prepareNames);

function prepareNames(connection: Connection): SoughtNames {
  const { db } = connection;
  const search = createSearchIndex(connection);
  const others = prepareOtherNames(connection, 'official');
  const key = sql.placeholder('key');
  const named = db
    .select({ name: officials.name })
    .from(officials)
    .where(sql`${officials.id} = ${key} and ${officials.named}`)
    .prepare();
  const listed = prepareListed(connection);
  const speakers = db
    .select({ officialId: publicQuotes.officialId, name: publicQuotes.name })
    .from(publicQuotes)
    .where(eq(publicQuotes.articleKey, key))
    .orderBy(publicQuotes.position)
    .prepare();
  const write = db
    .update(publicBodies)
    .set({ officials: sql`${sql.placeholder('names')}` })
    .where(eq(publicBodies.key, key))
    .prepare();

  const knownAs = (id: string): string[] => [
    ...named.all({ key: id }).map(({ name }) => name),
    ...others.of(id).flatMap(({ name, isPublic }) => (isPublic ? [name] : [])),
  ];
  const of = (all: readonly Speaker[]): string => {
    const written = all.flatMap(({ name }) => name ?? []);
    const ids = new Set(all.flatMap(({ officialId }) => officialId ?? []));
    return [...new Set([...written, ...[...ids].flatMap(knownAs)])].join('\n');
  };
  return {
    of,
    refresh(facet) {
      for (const articleKey of listed(facet)) {
        search.remove(articleKey);
        write.run({ key: articleKey, names: of(speakers.all({ key: articleKey })) });
        search.add(articleKey);
      }
    },
  };
}
