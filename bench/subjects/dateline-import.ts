import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { type ImportInput, importReleases } from '../../src/usecases/import-releases.ts';
import { registerAreas } from '../../src/usecases/register-areas.ts';
import { answerParent } from '../answering.ts';
import { areasDocument } from '../county.ts';
import type { ImportRun } from '../import-run.ts';
import { peakRssBytes } from '../memory.ts';
import { madeRelease } from '../releases.ts';
import { startStopwatch } from '../stopwatch.ts';

const inputSchema = z.strictObject({ path: z.string(), seed: z.int(), count: z.int() });

/** The whole way of a release: bytes, document, HTML, statements, names, rows, index entries, a commit on the disk. */
answerParent({ run: (input) => run(inputSchema.parse(input)) });

async function run({ path, seed, count }: z.infer<typeof inputSchema>): Promise<ImportRun> {
  const store = openSqliteStore({ path, newId: randomUUID, addressOf: (slug) => slug });
  const deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  await registerAreas(deps, areasDocument(), { actor: OPERATOR, dryRun: false });

  const stopwatch = startStopwatch();
  const progress: ImportRun['progress'][number][] = [];
  let articles = 0;
  const inputs = madeInputs(seed, count, stopwatch.leaveOut);
  for await (const result of importReleases(deps, inputs, { actor: OPERATOR, publish: true, dryRun: false })) {
    if (result.outcome !== 'published') throw new Error(`${result.name} ${result.outcome}`);
    articles += 1;
    if (articles % Math.ceil(count / REPORTS) === 0 || articles === count) {
      progress.push({ articles, millis: stopwatch.read().millis, rssBytes: process.memoryUsage.rss() });
    }
  }
  const measured = stopwatch.read();
  await store.close();
  return { articles, ...measured, peakRssBytes: peakRssBytes(), progress };
}

const REPORTS = 10;
const MADE_AT_ONCE = 250;

/** Makes releases a few hundred at a time while the stopwatch stands still. */
async function* madeInputs(
  seed: number,
  count: number,
  leaveOut: <Result>(work: () => Result) => Result,
): AsyncGenerator<ImportInput> {
  for (let first = 0; first < count; first += MADE_AT_ONCE) {
    const length = Math.min(MADE_AT_ONCE, count - first);
    const made = leaveOut(() => Array.from({ length }, (_, at) => madeRelease(seed, first + at)));
    for (const { slug, bytes } of made) yield { name: slug, kind: 'markdown', bytes };
  }
}
