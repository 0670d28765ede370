import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { instantFromMillis, millisOf, systemClock } from '../../src/domain/time.ts';
import { createApp } from '../../src/http/app.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { MAX_BATCH_INPUTS } from '../../src/usecases/import-releases.ts';
import { createKey } from '../../src/usecases/keys.ts';
import { carriedOut } from '../../src/usecases/write-wish.ts';
import { bearer, OPTIONS } from '../http/installation.ts';
import { startChild } from '../support/child.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';
import { openUpload } from '../support/upload.ts';

const SERVER = new URL('./server.ts', import.meta.url);
/** Seconds that a claim stands when nobody renews it. */
const CLAIM_SECONDS = 15;

const records = (count: number) =>
  Array.from({ length: count }, (_, at) => `{"title":"Title","url":"https://police.example/news/r-${at}"}\n`).join('');

it('an import whose process is killed blocks its repetition for seconds, not for ever', {
  timeout: 60_000,
}, async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  let lead = 0;
  const clock = { now: () => instantFromMillis(millisOf(systemClock.now()) + lead) };
  const deps = { store, clock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  const wish = { name: 'Sam', role: 'editor', areaKeys: [], expiresAt: null } as const;
  const headers = { ...bearer(carriedOut(await createKey(deps, OPERATOR, wish))), 'Idempotency-Key': '"killed-1"' };
  const app = await createApp(deps, OPTIONS);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const repeat = async () => {
    const response = await fetch(`${app.listeningOrigin}/v1/editorial/imports`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-ndjson' },
      body: records(MAX_BATCH_INPUTS + 1),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  const child = startChild(SERVER);
  child.send(path);
  await child.written(1);
  const first = await openUpload(`${child.lines[0]}/v1/editorial/imports`, headers, records(MAX_BATCH_INPUTS));
  await first.told(MAX_BATCH_INPUTS);
  const whileAtWork = await repeat();
  await child.kill();
  const afterDeath = await repeat();
  for (const met of [whileAtWork, afterDeath]) {
    expect([met.status, JSON.parse(met.text).code]).toEqual([409, 'idempotency_key_in_use']);
    const seconds = Number(met.headers.get('retry-after'));
    expect(seconds >= 1 && seconds <= CLAIM_SECONDS, `${seconds} s`).toBe(true);
  }

  lead = CLAIM_SECONDS * 1000;
  const taken = await repeat();
  const outcomes = taken.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).outcome);
  expect(outcomes).toEqual([...Array(MAX_BATCH_INPUTS).fill('unchanged'), 'created']);
  const again = await repeat();
  expect([again.text === taken.text, again.headers.get('idempotency-replayed')]).toEqual([true, 'true']);
  await app.close();
});
