import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { growTo } from './bulk.ts';
import { type ImportOptions, importInto } from './imports.ts';
import type { LoadBounds, LoadRequest } from './load.ts';
import { pathOf } from './questions.ts';
import { type ReadGroup, readCases, searchesAlone } from './read-cases.ts';
import { type Samples, sampleServer } from './reads.ts';
import { recordAnswer } from './recorded-answer.ts';
import { takeTurns } from './rounds.ts';
import { type Server, startCold } from './servers.ts';

/** What a question costs with few articles and with many. */
export interface ScaleRow {
  readonly title: string;
  readonly small: Samples;
  readonly large: Samples;
  /** With many articles and one connection, where nothing queues. */
  readonly alone: Samples;
}

export interface ScaleOptions extends ImportOptions {
  readonly groups: readonly ReadGroup[];
  readonly bounds: LoadBounds;
}

/** Articles that are imported, and then copied for both sizes. */
const IMPORTED = 2_000;
export const SMALL = 10_000;

/** Asks Dateline, which makes every answer anew, the same of two databases that differ in how many articles there are. */
export async function measureScale(options: ScaleOptions): Promise<ScaleRow[]> {
  const { folder, articles, report, rounds, bounds } = options;
  const paths = { small: join(folder, 'small.db'), large: join(folder, 'large.db') };
  await importInto(paths.small, { ...options, articles: IMPORTED, profileFolder: null });
  for (const end of ['', '.removals']) copyFileSync(paths.small + end, paths.large + end);
  report(`growing to ${articles} articles`);
  growTo(paths.small, SMALL / IMPORTED);
  growTo(paths.large, Math.ceil(articles / IMPORTED));
  const small = await startCold({ ...options, path: paths.small });
  const large = await startCold({ ...options, path: paths.large });
  try {
    const casesOf = async (server: Server, count: number) => {
      const cases = await readCases(server.port, { ...options, articles: IMPORTED, deepestOf: count });
      const asked = cases.filter(({ revalidates }) => !revalidates);
      const alone = searchesAlone(options.seed);
      return [
        ...asked.map(({ title, questions }) => ({ title, paths: questions.map((each) => pathOf(each)) })),
        ...alone,
      ];
    };
    const ofSmall = await casesOf(small, SMALL);
    const ofLarge = await casesOf(large, articles);
    const rows: ScaleRow[] = [];
    for (const [at, one] of ofSmall.entries()) {
      const same = ofLarge[at];
      if (!same) continue;
      report(one.title);
      const [inSmall = [], inLarge = [], alone = []] = await takeTurns(rounds, [
        await sampling(small, one, bounds),
        await sampling(large, same, bounds),
        await sampling(large, same, { ...bounds, connections: 1 }),
      ]);
      rows.push({ title: one.title, small: inSmall, large: inLarge, alone });
    }
    return rows;
  } finally {
    await Promise.all([small.stop(), large.stop()]);
  }
}

async function sampling(server: Server, { paths }: { readonly paths: readonly string[] }, bounds: LoadBounds) {
  const requests: LoadRequest[] = [];
  for (const path of paths) {
    const { body } = await recordAnswer(server.port, path);
    requests.push({ path, bodyBytes: body.length });
  }
  return () => sampleServer(server, requests, bounds);
}
