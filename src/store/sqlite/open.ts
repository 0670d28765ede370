import type { Instant } from '../../domain/time.ts';
import type { ArticleStore, ChangeRequest, ChangeResult, Store } from '../store.ts';
import { createAreaRegister } from './area-register.ts';
import { createPublicAreas } from './areas.ts';
import { createAudit } from './audit.ts';
import { createChanges } from './changes.ts';
import { type Connection, openReader, openWriter } from './connection.ts';
import { isEngineFailure, sentenceOf } from './errors.ts';
import { createKeys } from './keys.ts';
import { migrate } from './migrate.ts';
import { createNewsroom } from './newsroom.ts';
import { createOfficials } from './officials.ts';
import { createOrganisations } from './organisations.ts';
import { createPublicArticles } from './public-articles.ts';
import { createQuotes } from './quotes.ts';
import { createRegister } from './register.ts';
import { createSearchIndex } from './search.ts';
import { createSources } from './sources.ts';
import { createTags } from './tags.ts';
import { createVisibleReader } from './visible.ts';

export interface SqliteOptions {
  /** File of the database; it and its folder are created where they are missing. */
  readonly path: string;
  /** A fresh random UUIDv4. */
  readonly newId: () => string;
}

/**
 * Opens the store on one SQLite file, migrating it first.
 * @throws Error with a sentence for the operator when the file cannot be used
 */
export function openSqliteStore({ path, newId }: SqliteOptions): Store {
  try {
    const writer = openWriter(path);
    try {
      migrate(writer.client);
      return assemble(writer, openReader(path), newId);
    } catch (error) {
      writer.client.close();
      throw error;
    }
  } catch (error) {
    throw new Error(`the database ${path} cannot be opened: ${sentenceOf(error)}`, { cause: error });
  }
}

function assemble(writer: Connection, reader: Connection, newId: () => string): Store {
  const { change, lift } = createWriting(writer, newId);
  const visible = createVisibleReader(reader, lift);
  return {
    articles: { ...createPublicArticles(reader, visible), ...createSources(reader, visible), change },
    areas: { ...createPublicAreas(reader, visible), register: createAreaRegister(writer, newId) },
    officials: createOfficials(reader, visible),
    organisations: createOrganisations(reader, visible),
    quotes: createQuotes(reader, visible),
    tags: createTags(reader, visible),
    changes: createChanges(reader, visible),
    keys: createKeys(writer, reader),
    audit: createAudit(writer, reader),
    ready: async () => {
      reader.client.prepare('select 1 from articles limit 1').get();
      writer.client.prepare('select 1').get();
    },
    close: async () => {
      reader.client.close();
      try {
        if (writer.client.open) writer.client.pragma('optimize');
      } finally {
        writer.client.close();
      }
    },
  };
}

/** What changes articles: one transaction for a batch, a savepoint of its own for each change in it. */
function createWriting(
  writer: Connection,
  newId: () => string,
): Pick<ArticleStore, 'change'> & { lift(now: Instant): void } {
  const newsroom = createNewsroom(writer, newId);
  const register = createRegister(writer);
  const search = createSearchIndex(writer);
  const { client } = writer;

  const changeOne = client.transaction((request: ChangeRequest): ChangeResult => {
    const { url, mentions, now, decide } = request;
    newsroom.lift(now);
    const current = newsroom.byUrl(url);
    const decision = decide(current, register.lookUp(mentions));
    if (decision.register) register.add(decision.register);
    const articleId = decision.save ? newsroom.save(current, decision.save, request) : current?.id;
    const load = () => (articleId === undefined ? undefined : newsroom.byId(articleId));
    if (decision.publishAt) newsroom.publishAt(load(), decision.publishAt, now);
    return { ok: true, article: load(), decision };
  });

  const changeAll = client.transaction((requests: readonly ChangeRequest[]) => {
    const results = requests.map((request): ChangeResult => {
      try {
        return changeOne(request);
      } catch (error) {
        // What the engine itself cannot do is no refusal of one change: nothing is kept.
        if (isEngineFailure(error)) throw error;
        return { ok: false, error };
      }
    });
    search.settle();
    return results;
  });

  const lift = client.transaction((now: Instant) => {
    newsroom.lift(now);
    search.settle();
  });
  return { change: async (requests) => changeAll.immediate(requests), lift: (now) => lift.immediate(now) };
}
