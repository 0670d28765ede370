import { type Instant, systemClock } from '../../domain/time.ts';
import type { Store } from '../store.ts';
import { type Connection, type Connections, openReader, openWriter, undoInMemory } from './engine/connection.ts';
import { sentenceOf } from './engine/errors.ts';
import { madeOnce, madeOnFirstCall, madeOnFirstUse } from './engine/first-use.ts';
import { migrate } from './engine/migrate.ts';
import { sayingUnavailable } from './engine/out-of-service.ts';
import { keepToOwner, type LooseFiles } from './engine/own-files.ts';
import { openReserve, type ReserveLog } from './engine/reserve.ts';
import { createFigures } from './figures.ts';
import { createClaims } from './newsroom/answers.ts';
import { createAudit } from './newsroom/audit.ts';
import { createKeys } from './newsroom/keys.ts';
import { prepareSchedule } from './newsroom/lift.ts';
import type { WritingOptions } from './newsroom/move-edition.ts';
import { createNewsroom } from './newsroom/newsroom.ts';
import { createPreviews } from './newsroom/previews.ts';
import { createSources } from './newsroom/sources.ts';
import { createVisibleReader } from './newsroom/visible.ts';
import { createWriting, type Writing } from './newsroom/writing.ts';
import { createPublicAreas } from './public/areas.ts';
import { openArrivals } from './public/arrivals.ts';
import { createChanges } from './public/log/changes.ts';
import { createOfficials } from './public/officials.ts';
import { createOrganisations } from './public/organisations.ts';
import { createPublicArticles } from './public/public-articles.ts';
import { createPublicState, prepareStanding } from './public/public-state.ts';
import { createPurges } from './public/purges.ts';
import { createQuotes } from './public/quotes.ts';
import { openRenamed } from './public/renamed.ts';
import { createShownKeeping } from './public/shown/shown-keeping.ts';
import { createShownSettings } from './public/shown/shown-settings.ts';
import { createSitemaps } from './public/sitemaps.ts';
import { createTags } from './public/tags.ts';
import { openRecord } from './record/reconcile.ts';
import { recordBeside } from './record/record-file.ts';
import { acknowledgeRecorded, type Recorder } from './record/recorder.ts';
import { type Restoration, restoreRemovals } from './record/restoration.ts';
import { createAreaRegister } from './register/area-register.ts';
import { createNames } from './register/names.ts';
import { createSuggestions } from './register/suggestions.ts';
import { createEmbargoNews } from './syndication/embargo-news.ts';
import { createEmbargoed } from './syndication/embargoed.ts';
import { createHub } from './syndication/hub.ts';
import { createOutbox } from './syndication/outbox.ts';
import { createPartners } from './syndication/partners.ts';
import { createReceipts } from './syndication/receipts.ts';
import { createSubscriptions } from './syndication/subscriptions.ts';
import { createSyndicated } from './syndication/syndicated.ts';

export interface SqliteOptions extends WritingOptions {
  /** File of the database; it and its folder are created where they are missing. */
  readonly path: string;
  /** File of its record of removals; without it, beside the database. */
  readonly removals?: string;
  /** Bytes on its disk that are kept for what cannot wait when the disk is full; without it, none. */
  readonly reserveBytes?: number;
  readonly onGivenUp?: ReserveLog;
  /** Is told when the database turned out to be older than its record. */
  readonly onRestored?: (restoration: Restoration) => void;
  /** Is told which of its files others could read. */
  readonly onLoose?: (loose: LooseFiles) => void;
}

/**
 * Opens the store on one SQLite file, migrating it first, and doing again what it does not know that was taken away.
 * @throws Error with a sentence for the operator when the file cannot be used
 */
export function openSqliteStore({
  path,
  removals = recordBeside(path),
  reserveBytes = 0,
  onGivenUp = () => {},
  onRestored,
  onLoose,
  ...options
}: SqliteOptions): Store {
  try {
    const reserve = openReserve(path, reserveBytes, onGivenUp);
    const writer = { ...openWriter(path), reserve };
    try {
      const loose = keepToOwner(path);
      if (loose.tightened.length + loose.left.length > 0) onLoose?.(loose);
      migrate(writer.client);
      undoInMemory(writer);
      openArrivals(writer);
      openRenamed(writer);
      const writing = madeOnce(() => createWriting(writer, options));
      const { recorder, restoration } = openRecord(writer, removals, (events) =>
        restoreRemovals(writer, events, { now: systemClock.now(), change: writing().changeUnlifted }),
      );
      if (restoration) onRestored?.(restoration);
      return sayingUnavailable(assemble({ reader: openReader(path), writer }, { options, writing, recorder }));
    } catch (error) {
      writer.client.close();
      throw error;
    }
  } catch (error) {
    throw new Error(`the database ${path} cannot be opened: ${sentenceOf(error)}`, { cause: error });
  }
}

interface Writers {
  readonly options: WritingOptions;
  readonly writing: () => Writing;
  readonly recorder: Recorder;
}

/**
 * Most processes use few parts of the store, and to prepare the statements of all takes longer than to read a page: each
 * part is made when it is first asked for.
 */
function assemble(connections: Connections, { options, writing, recorder }: Writers): Store {
  const { reader, writer } = connections;
  const recorded = acknowledgeRecorded(recorder);
  const withRecorded = <Given extends unknown[], Result, Part>(
    part: Part & { readonly change: (...given: Given) => Promise<Result> },
  ) => ({ ...part, change: recorded(part.change) });
  const lift = (now: Instant) => writing().lift(now);
  const standing = prepareStanding(reader);
  const visible = createVisibleReader(reader, standing, lift);
  const schedule = prepareSchedule(reader);
  const registerAreas = madeOnce(() => createAreaRegister(writer, options.newId, lift));
  return madeOnFirstUse<Store>({
    articles: () => ({
      ...createPublicArticles(reader, visible),
      keepShown: madeOnFirstCall(() => createShownKeeping(connections)),
      showWith: madeOnFirstCall(() => createShownSettings(writer)),
      ...createSitemaps(reader, visible),
      ...createSources(reader, visible, options.addressOf),
      change: recorded((...request) => writing().change(...request)),
      async lift(now) {
        const lifts = schedule.isAnyDue(now) ? lift(now) : [];
        comeRound(recorder, writer);
        return { lifts, next: schedule.next() };
      },
    }),
    newsroom: () => createNewsroom(reader, visible),
    previews: () => withRecorded(createPreviews(connections, visible, lift)),
    areas: () => ({
      ...createPublicAreas(reader, visible),
      register: (...request) => registerAreas()(...request),
    }),
    officials: () => createOfficials(reader, visible),
    organisations: () => createOrganisations(reader, visible),
    quotes: () => createQuotes(reader, visible),
    tags: () => createTags(reader, visible),
    changes: () => ({ ...createChanges(connections, visible), ...createPublicState(reader, standing, lift) }),
    keys: () => withRecorded(createKeys(connections)),
    names: () => createNames(connections, lift),
    suggestions: () => createSuggestions(connections),
    partners: () => withRecorded(createPartners(connections)),
    receipts: () => createReceipts(connections, visible),
    subscriptions: () => createSubscriptions(connections),
    outbox: () => createOutbox(connections, options.newId),
    hub: () => createHub(connections),
    syndication: () => ({
      ...createSyndicated(reader, visible),
      ...createEmbargoed(connections, visible),
      ...createEmbargoNews(reader, visible),
    }),
    audit: () => createAudit(connections),
    claims: () => createClaims(writer),
    purges: () => createPurges(connections),
    figures: () => createFigures(reader, reader.client.name),
    ready: () => async () => {
      reader.client.prepare('select 1 from articles limit 1').get();
      writer.client.prepare('select 1').get();
    },
    close: () => async () => close(connections),
  });
}

function close({ reader, writer }: Connections): void {
  reader.client.close();
  try {
    if (writer.client.open) writer.client.pragma('optimize');
  } finally {
    writer.client.close();
  }
}

/** Whoever lifts comes round: what could not be written when it should have been is written then. */
function comeRound(recorder: Recorder, { reserve }: Connection): void {
  recorder.settle(recorder.newest());
  reserve?.grow();
}
