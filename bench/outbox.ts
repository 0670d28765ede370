import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { OPERATOR } from '../src/domain/actor.ts';
import { auditNote } from '../src/domain/audit.ts';
import { MAX_SUBSCRIPTIONS } from '../src/domain/subscription.ts';
import { systemClock } from '../src/domain/time.ts';
import { createAddressGuard } from '../src/jobs/address-guard.ts';
import { deliverWebhooks } from '../src/jobs/deliver-webhooks.ts';
import { createSender } from '../src/jobs/post.ts';
import { openSqliteStore } from '../src/store/sqlite/open.ts';
import { DEFAULT_RULES, type Deps } from '../src/usecases/deps.ts';
import { type ImportInput, importReleases } from '../src/usecases/import-releases.ts';
import { createPartner } from '../src/usecases/partners.ts';
import { registerAreas } from '../src/usecases/register-areas.ts';
import { newSecret } from '../src/usecases/sign-webhook.ts';
import { PLAINLY } from '../src/usecases/write-wish.ts';
import { areasDocument } from './county.ts';
import { madeRelease } from './releases.ts';
import { median } from './statistics.ts';
import { startStopwatch } from './stopwatch.ts';
import { startSubject } from './subject.ts';

export const SUBSCRIPTIONS = 1_000;
/** Releases that are published before there are subscriptions and again behind them, each in a transaction of its own. */
const PUBLISHED = 20;

export interface OutboxRun {
  /** CPU time of publishing one release, and the time that it takes, without anybody to tell and with. */
  readonly alone: Publishing;
  readonly told: Publishing;
  readonly deliveries: number;
  readonly perSecond: number;
  /** CPU time of one delivery: making it, sending it, writing down what came of it. */
  readonly cpuMicros: number;
}

interface Publishing {
  readonly cpuMicros: number;
  readonly millis: number;
}

/** What it costs to publish while a thousand subscriptions listen, and to tell them. */
export async function measureOutbox(options: {
  readonly folder: string;
  readonly seed: number;
  readonly report: (line: string) => void;
}): Promise<OutboxRun> {
  const { folder, seed, report } = options;
  const receiver = startSubject('webhook-receiver', { profileFolder: null });
  const store = openSqliteStore({ path: join(folder, 'outbox.db'), newId: randomUUID, addressOf: (slug) => slug });
  const send = createSender({ guard: createAddressGuard(['127.0.0.1']) });
  const deps: Deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send };
  let next = 0;
  const publish = async (count: number): Promise<Publishing> => {
    const runs: Publishing[] = [];
    for (let done = 0; done < count; done += 1) {
      runs.push(await publishOne(deps, seed, next));
      next += 1;
    }
    const medianOf = (name: keyof Publishing) => median(runs.map((run) => run[name]));
    return { cpuMicros: medianOf('cpuMicros'), millis: medianOf('millis') };
  };
  try {
    report('publishing without subscriptions, and with them');
    await registerAreas(deps, areasDocument(), { actor: OPERATOR, dryRun: false });
    await publish(PUBLISHED);
    const alone = await publish(PUBLISHED);
    await subscribe(deps, await receiver.ask('port', undefined, z.int()));
    const told = await publish(PUBLISHED);
    report('telling subscriptions');
    const stopwatch = startStopwatch();
    const { signal } = new AbortController();
    await deliverWebhooks(deps, { publicUrl: 'http://127.0.0.1', signal })();
    const { millis, cpuMicros } = stopwatch.read();
    const deliveries = await receiver.ask('received', undefined, z.int());
    return { alone, told, deliveries, perSecond: (deliveries / millis) * 1_000, cpuMicros: cpuMicros / deliveries };
  } finally {
    await store.close();
    await receiver.stop();
  }
}

async function publishOne(deps: Deps, seed: number, index: number): Promise<Publishing> {
  const { slug, bytes } = madeRelease(seed, index);
  const stopwatch = startStopwatch();
  const inputs = (async function* (): AsyncGenerator<ImportInput> {
    yield { name: slug, kind: 'markdown', bytes };
  })();
  for await (const { outcome } of importReleases(deps, inputs, { actor: OPERATOR, publish: true, dryRun: false })) {
    if (outcome !== 'published') throw new Error(`${slug} ${outcome}`);
  }
  return stopwatch.read();
}

/** Subscribes partners, twenty times each, without asking the receiver. */
async function subscribe(deps: Deps, port: number): Promise<void> {
  for (let made = 0; made < SUBSCRIPTIONS; ) {
    const wish = { name: `Partner ${made}`, organisation: null, areaKeys: [] };
    const created = await createPartner(deps, wish, { actor: OPERATOR, dryRun: false, once: null });
    if ('kept' in created) throw new Error('the partner was there already');
    const partnerId = created.subject.id;
    for (let of = 0; of < MAX_SUBSCRIPTIONS && made < SUBSCRIPTIONS; of += 1, made += 1) {
      const now = deps.clock.now();
      const id = deps.newId();
      const state = { createdAt: now, disabledAt: null, disabledReason: null, failingSince: null, pausedUntil: null };
      const secrets = { secret: newSecret(), formerSecret: null, formerSecretEndsAt: null };
      const save = {
        id,
        partnerId,
        version: 1,
        url: `http://127.0.0.1:${port}/${made}`,
        areaKeys: [],
        events: [],
        ...state,
        ...secrets,
      };
      const audit = auditNote(OPERATOR, {
        at: now,
        action: 'subscription.created',
        outcome: 'accepted',
        subject: id,
        detail: {},
      });
      await deps.store.subscriptions.change(partnerId, () => ({ save, audit }), { ...PLAINLY, at: now });
    }
  }
}
