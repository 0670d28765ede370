import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { createApp } from '../../src/http/app.ts';
import { DEFAULT_CACHE_CONTROL, DEFAULT_LIMITS } from '../../src/http/options.ts';
import { MAKER } from '../../src/http/views/shown-article.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { createKey } from '../../src/usecases/keys.ts';
import { keepShown } from '../../src/usecases/show-articles.ts';
import { carriedOut } from '../../src/usecases/write-wish.ts';
import { answerParent } from '../answering.ts';

const inputSchema = z.strictObject({
  path: z.string(),
  publicUrl: z.string(),
  /** For answers that are remembered; none with 0. */
  memoryBytes: z.int(),
});

/** The load is to queue, not to be refused. */
const MAX_LOOP_DELAY_MILLIS = 0;

/** Articles of a transaction that keeps them as they are shown, which a running server does in its first minutes. */
const KEPT_AT_ONCE = 1_000;

let makeKey: (() => Promise<string>) | undefined;

/** Dateline itself as it runs in production, but for its log and its limits for each client. */
answerParent({
  async listen(input) {
    const { path, publicUrl, memoryBytes } = inputSchema.parse(input);
    const store = openSqliteStore({ path, newId: randomUUID, addressOf: (slug) => slug });
    const deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
    makeKey = async () => {
      const wish = { name: 'Bench', role: 'editor', areaKeys: [], expiresAt: null } as const;
      return carriedOut(await createKey(deps, OPERATOR, wish)).text;
    };
    while ((await keepShown(deps, MAKER, KEPT_AT_ONCE)) > 0);
    const app = await createApp(deps, {
      publicUrl,
      siteUrl: publicUrl,
      publisher: null,
      cacheControl: DEFAULT_CACHE_CONTROL,
      logger: false,
      limits: DEFAULT_LIMITS,
      rateLimits: null,
      memoryBytes,
      maxLoopDelayMillis: MAX_LOOP_DELAY_MILLIS,
      trustProxy: false,
    });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    return Number(new URL(address).port);
  },
  /** The text of a new key of an editor. */
  key: () => makeKey?.(),
});
