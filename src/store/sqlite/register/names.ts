import type { Slice } from '../../../domain/query.ts';
import type { Instant } from '../../../domain/time.ts';
import type { EntryQuery, NameStore } from '../../names.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { prepareAreaChange } from './area-change.ts';
import { type EntryReader, prepareAreaEntries, prepareOfficialEntries, prepareOrganisationEntries } from './entries.ts';
import { createEntryChange, createRegisterTransaction } from './entry-change.ts';
import { prepareOfficialChange, prepareOrganisationChange } from './speakers.ts';
import { createTagWords } from './tag-words.ts';

/** @param lift publishes what has reached its instant, so that the change log has it before what is done now */
export function createNames(connections: Connections, lift: (now: Instant) => unknown): NameStore {
  const { reader, writer } = connections;
  const transaction = createRegisterTransaction(writer, lift);
  const organisations = prepareOrganisationEntries(writer);
  const looking = <Entry>(entries: EntryReader<Entry>) => ({ entries, organisations });
  return {
    areas: {
      ...createReads(reader, prepareAreaEntries(reader)),
      change: createEntryChange(transaction, looking(prepareAreaEntries(writer)), prepareAreaChange(writer)),
    },
    organisations: {
      ...createReads(reader, prepareOrganisationEntries(reader)),
      change: createEntryChange(transaction, looking(organisations), prepareOrganisationChange(writer)),
    },
    officials: {
      ...createReads(reader, prepareOfficialEntries(reader)),
      change: createEntryChange(transaction, looking(prepareOfficialEntries(writer)), prepareOfficialChange(writer)),
    },
    tags: createTagWords(connections, transaction),
  };
}

/** An entry is several rows of several tables, and a page many of them: all are of one state. */
function createReads<Entry>({ client }: Connection, { find, list }: EntryReader<Entry>) {
  const findOnce = client.transaction(find);
  const listOnce = client.transaction(list);
  return {
    find: async (reference: string): Promise<Entry | undefined> => findOnce(reference),
    list: async (query: EntryQuery): Promise<Slice<Entry>> => listOnce(query),
  };
}
