import * as z from 'zod';
import { createRoom, openReader, openWriter } from '../../src/store/sqlite/engine/connection.ts';
import { migrate } from '../../src/store/sqlite/engine/migrate.ts';
import { MAX_BATCH_INPUTS } from '../../src/usecases/import-releases.ts';
import { answerParent } from '../answering.ts';
import type { ImportRun } from '../import-run.ts';
import { peakRssBytes } from '../memory.ts';
import { readBatches } from '../raw-copy.ts';
import { startStopwatch } from '../stopwatch.ts';

const inputSchema = z.strictObject({ path: z.string(), source: z.string() });

/** better-sqlite3 alone: the rows that an import left behind, inserted with as many articles to a commit. */
answerParent({ run: (input) => run(inputSchema.parse(input)) });

function run({ path, source }: z.infer<typeof inputSchema>): ImportRun {
  const writer = openWriter(path);
  createRoom(writer)(MAX_BATCH_INPUTS);
  const target = writer.client;
  migrate(target);
  const reader = openReader(source).client;
  const batches = readBatches(reader, target, MAX_BATCH_INPUTS);
  const stopwatch = startStopwatch();
  let articles = 0;
  for (
    let next = stopwatch.leaveOut(() => batches.next());
    !next.done;
    next = stopwatch.leaveOut(() => batches.next())
  ) {
    const { write, articles: written } = next.value;
    target.transaction(write).immediate();
    articles += written;
  }
  const measured = stopwatch.read();
  reader.close();
  target.close();
  return { articles, ...measured, peakRssBytes: peakRssBytes(), progress: [] };
}
