import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { createApp } from '../../src/http/app.ts';
import { DEFAULT_CACHE_CONTROL, DEFAULT_LIMITS } from '../../src/http/options.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { answerParent } from '../answering.ts';

/** Dateline itself as it runs in production, but for its log. */
answerParent({
  async listen(input) {
    const path = z.string().parse(input);
    const store = openSqliteStore({ path, newId: randomUUID, addressOf: (slug) => slug });
    const app = await createApp(
      { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing },
      {
        publicUrl: 'https://news.example',
        cacheControl: DEFAULT_CACHE_CONTROL,
        logger: false,
        limits: DEFAULT_LIMITS,
        rateLimits: null,
        memoryBytes: 16_000_000,
        maxLoopDelayMillis: 500,
        trustProxy: false,
      },
    );
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    return Number(new URL(address).port);
  },
});
