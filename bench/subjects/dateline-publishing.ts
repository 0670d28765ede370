import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { createApp } from '../../src/http/app.ts';
import { DEFAULT_CACHE_CONTROL, DEFAULT_LIMITS } from '../../src/http/options.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES, type Deps } from '../../src/usecases/deps.ts';
import { type ImportInput, importReleases } from '../../src/usecases/import-releases.ts';
import { answerParent } from '../answering.ts';
import { MEMORY_BYTES } from '../installation.ts';
import { madeRelease } from '../releases.ts';

const releaseSchema = z.strictObject({ seed: z.int(), index: z.int() });

let deps: Deps | undefined;

/** Dateline that serves and publishes in one process, as a newsroom's does. */
answerParent({
  async listen(input) {
    const store = openSqliteStore({ path: z.string().parse(input), newId: randomUUID, addressOf: (slug) => slug });
    deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
    const app = await createApp(deps, {
      publicUrl: 'https://news.example',
      siteUrl: 'https://news.example',
      publisher: null,
      cacheControl: DEFAULT_CACHE_CONTROL,
      logger: false,
      limits: DEFAULT_LIMITS,
      rateLimits: null,
      memoryBytes: MEMORY_BYTES,
      // The load is to queue, not to be refused.
      maxLoopDelayMillis: 0,
      trustProxy: false,
    });
    return Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  },
  /** Publishes one release; its slug, once the commit is on the disk. */
  async publish(input) {
    const { seed, index } = releaseSchema.parse(input);
    const { slug, bytes } = madeRelease(seed, index);
    if (!deps) throw new Error('the server does not listen yet');
    const inputs = one({ name: slug, kind: 'markdown', bytes });
    for await (const { outcome } of importReleases(deps, inputs, { actor: OPERATOR, publish: true, dryRun: false })) {
      if (outcome !== 'published') throw new Error(`${slug} ${outcome}`);
    }
    return slug;
  },
});

async function* one(input: ImportInput): AsyncGenerator<ImportInput> {
  yield input;
}
