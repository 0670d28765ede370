import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { exportSources } from '../../src/usecases/export-sources.ts';
import { type ImportInput, type ImportOptions, importReleases } from '../../src/usecases/import-releases.ts';
import type { ImportResult } from '../../src/usecases/import-result.ts';
import { addressOf } from '../support/address.ts';
import { openFolder } from '../support/folder.ts';
import { putMigratedDatabase } from '../support/migrated-database.ts';
import { instant } from '../support/time.ts';

/** What use cases hold: a real database in a folder of its own, and a clock that is turned by hand. */
export function openNewsroom(start = '2020-11-02T12:00:00Z') {
  const folder = openFolder();
  const path = join(folder.path, 'test.db');
  putMigratedDatabase(path);
  const store = openSqliteStore({ path, newId: randomUUID, addressOf });
  let now = instant(start);
  const deps: Deps = { store, clock: { now: () => now }, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  return {
    deps,
    setTime: (text: string) => {
      now = instant(text);
    },
    close: async () => {
      await store.close();
      folder.close();
    },
  };
}

export type Newsroom = ReturnType<typeof openNewsroom>;

/** Imports documents, given as text by name, and waits for all results. */
export async function importAll(
  { deps }: Newsroom,
  documents: Readonly<Record<string, string>>,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult[]> {
  const inputs = Object.entries(documents).map(([name, text]) => markdown(name, text));
  return importInputs(deps, inputs, options);
}

export async function importInputs(
  deps: Deps,
  inputs: Iterable<ImportInput>,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult[]> {
  async function* stream() {
    yield* inputs;
  }
  const results: ImportResult[] = [];
  const all = { actor: OPERATOR, publish: false, dryRun: false, ...options };
  for await (const result of importReleases(deps, stream(), all)) results.push(result);
  return results;
}

export function markdown(name: string, text: string): ImportInput {
  return { name, kind: 'markdown', bytes: new TextEncoder().encode(text) };
}

/** The addresses of all that an export gives. */
export async function exportedUrls({ deps }: Newsroom): Promise<string[]> {
  const urls: string[] = [];
  for await (const { url } of exportSources(deps)) urls.push(url);
  return urls;
}

/** What became of each document of an import. */
export async function outcomes(...request: Parameters<typeof importAll>): Promise<string[]> {
  return (await importAll(...request)).map(({ outcome }) => outcome);
}

/** What the public reads, oldest first. */
export function listPublic({ deps }: Newsroom) {
  const { store, clock } = deps;
  return store.articles.list({ limit: 100, position: null, sort: 'publishedAt' }, everyone(clock.now()));
}

export async function publicTitles(newsroom: Newsroom): Promise<string[]> {
  return (await listPublic(newsroom)).rows.map(({ title }) => title);
}
