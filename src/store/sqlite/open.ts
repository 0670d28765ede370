import type { Store } from '../store.ts';
import { createAreaRegister } from './area-register.ts';
import { createPublicAreas } from './areas.ts';
import { createAudit } from './audit.ts';
import { createChanges } from './changes.ts';
import { type Connection, openReader, openWriter } from './connection.ts';
import { createEmbargoNews } from './embargo-news.ts';
import { createEmbargoed } from './embargoed.ts';
import { sentenceOf } from './errors.ts';
import { createHub } from './hub.ts';
import { createKeys } from './keys.ts';
import { prepareSchedule } from './lift.ts';
import { migrate } from './migrate.ts';
import type { WritingOptions } from './move-edition.ts';
import { createNames } from './names.ts';
import { createNewsroom } from './newsroom.ts';
import { createOfficials } from './officials.ts';
import { createOrganisations } from './organisations.ts';
import { createOutbox } from './outbox.ts';
import { createPartners } from './partners.ts';
import { createPreviews } from './previews.ts';
import { createPublicArticles } from './public-articles.ts';
import { createPublicState } from './public-state.ts';
import { createPurges } from './purges.ts';
import { createQuotes } from './quotes.ts';
import { createReceipts } from './receipts.ts';
import { createSitemaps } from './sitemaps.ts';
import { createSources } from './sources.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createSuggestions } from './suggestions.ts';
import { createSyndicated } from './syndicated.ts';
import { createTags } from './tags.ts';
import { createVisibleReader } from './visible.ts';
import { createWriting } from './writing.ts';

export interface SqliteOptions extends WritingOptions {
  /** File of the database; it and its folder are created where they are missing. */
  readonly path: string;
}

/**
 * Opens the store on one SQLite file, migrating it first.
 * @throws Error with a sentence for the operator when the file cannot be used
 */
export function openSqliteStore({ path, ...options }: SqliteOptions): Store {
  try {
    const writer = openWriter(path);
    try {
      migrate(writer.client);
      return assemble(writer, openReader(path), options);
    } catch (error) {
      writer.client.close();
      throw error;
    }
  } catch (error) {
    throw new Error(`the database ${path} cannot be opened: ${sentenceOf(error)}`, { cause: error });
  }
}

function assemble(writer: Connection, reader: Connection, options: WritingOptions): Store {
  const { change, lift } = createWriting(writer, options);
  const visible = createVisibleReader(reader, lift);
  const schedule = prepareSchedule(reader);
  return {
    articles: {
      ...createPublicArticles(reader, visible),
      ...createSitemaps(reader, visible),
      ...createSources(reader, visible),
      change,
      lift: async (now) => ({ lifts: schedule.isAnyDue(now) ? lift(now) : [], next: schedule.next() }),
    },
    newsroom: createNewsroom(reader, visible),
    previews: createPreviews({ reader, writer }, visible, lift),
    areas: { ...createPublicAreas(reader, visible), register: createAreaRegister(writer, options.newId, lift) },
    officials: createOfficials(reader, visible),
    organisations: createOrganisations(reader, visible),
    quotes: createQuotes(reader, visible),
    tags: createTags(reader, visible),
    changes: { ...createChanges({ reader, writer }, visible), state: createPublicState(reader, lift) },
    keys: createKeys(writer, reader),
    names: createNames({ reader, writer }, lift),
    suggestions: createSuggestions(reader, writer),
    partners: createPartners(writer, reader),
    receipts: createReceipts({ reader, writer }, visible),
    subscriptions: createSubscriptions(writer, reader),
    outbox: createOutbox(writer, reader, options.newId),
    hub: createHub(writer, reader),
    syndication: {
      ...createSyndicated(reader, visible),
      ...createEmbargoed({ reader, writer }, visible),
      news: createEmbargoNews(reader, visible),
    },
    audit: createAudit(writer, reader),
    purges: createPurges(writer, reader),
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
