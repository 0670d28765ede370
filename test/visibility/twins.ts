import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { actorOf, OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import type { Partner } from '../../src/domain/partner.ts';
import { MAX_PREVIEW_SECONDS } from '../../src/domain/preview.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { createApp } from '../../src/http/app.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { readRelease } from '../../src/text/release.ts';
import { DEFAULT_RULES, type Deps } from '../../src/usecases/deps.ts';
import { revokeAccess, setEmbargo } from '../../src/usecases/embargoes.ts';
import { importRelease } from '../../src/usecases/import-release.ts';
import { createKey, type NewKey } from '../../src/usecases/keys.ts';
import { changeArea } from '../../src/usecases/manage-areas.ts';
import {
  changeOfficial,
  changeOrganisation,
  createOfficial,
  mergeOfficials,
} from '../../src/usecases/manage-speakers.ts';
import { createPartner } from '../../src/usecases/partners.ts';
import { createPreview } from '../../src/usecases/previews.ts';
import { readEntry } from '../../src/usecases/register-entries.ts';
import { readSyndicated } from '../../src/usecases/syndicate.ts';
import { carriedOut } from '../../src/usecases/write-wish.ts';
import { OPTIONS } from '../http/installation.ts';
import { addressOf } from '../support/address.ts';
import { ask, type Reply } from '../support/ask.ts';
import { openFolder } from '../support/folder.ts';
import { putMigratedDatabase } from '../support/migrated-database.ts';
import { instant } from '../support/time.ts';

/** One step of a life that both twins share, or that only the second one has. */
export interface Step {
  readonly at: string;
  /** A document that is imported; a refused one leaves no trace. */
  readonly source: string;
  readonly publish: boolean;
  /** Only the twin with a secret does it, and makes a link to it. */
  readonly hidden?: boolean;
  /** Then it is under an embargo for the first partner, who opens it; the second one had access and lost it. */
  readonly embargo?: boolean;
}

/** What a test does behind the system's back to the twin with a secret, after a step: a leak that must be found. */
export type Plant = (database: Database.Database, step: Step) => void;

/** A server on a database of its own, asked over real sockets. */
export interface Twin {
  /** Status, headers and bytes of an answer, as one comparable value. */
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Keys of three partners: the one for whom the secret is under an embargo, one who lost it, and one never named. */
  readonly keys: readonly [first: string, second: string, third: string];
  /** Id of the article of the newest hidden step. */
  readonly secretId: string | undefined;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Lives through the steps and answers at `now`. Ids are random in life; here those of shared steps come from a sequence
 * of their own, so that a hidden step cannot shift them and whatever still differs is a leak.
 */
export async function openTwin(steps: readonly Step[], now: string, plant?: Plant): Promise<Twin> {
  const folder = openFolder();
  const path = join(folder.path, 'twin.db');
  let newId = randomUUID as () => string;
  putMigratedDatabase(path);
  const store = openSqliteStore({ path, newId: () => newId(), addressOf });
  const sharedIds = idSequence();
  let secretId: string | undefined;
  newId = sharedIds;
  const partners = await openPartners(depsAt(store, steps[0]?.at ?? now, () => newId()));
  for (const step of steps) {
    newId = step.hidden ? randomUUID : sharedIds;
    const id = await live(
      step,
      depsAt(store, step.at, () => newId()),
      partners,
    );
    if (step.hidden) secretId = id;
    if (plant) tamper(path, (database) => plant(database, step));
  }
  const app = await createApp(depsAt(store, now, randomUUID), OPTIONS);
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    ask: (address, headers = {}) => ask(`${origin}${address}`, { ...OF_EVERY_REQUEST, ...headers }),
    keys: [partners[0].key.text, partners[1].key.text, partners[2].key.text],
    secretId,
    async [Symbol.asyncDispose]() {
      await app.close();
      await store.close();
      folder.close();
    },
  };
}

function depsAt(store: Deps['store'], now: string, newId: () => string): Deps {
  return { store, clock: { now: () => instant(now) }, newId, rules: DEFAULT_RULES, send: sendNothing };
}

/** A partner with its key. */
interface Keyed {
  readonly partner: Partner;
  readonly key: NewKey;
}

async function openPartners(deps: Deps): Promise<readonly [Keyed, Keyed, Keyed]> {
  const open = async (name: string): Promise<Keyed> => {
    const wish = { name, organisation: null, areaKeys: [] };
    const created = await createPartner(deps, wish, { actor: OPERATOR, dryRun: false, once: null });
    if ('kept' in created) throw new Error('the partner was there already');
    const { subject: partner } = created;
    const key = { name, role: 'partner', areaKeys: [], expiresAt: null, partnerId: partner.id } as const;
    return { partner, key: carriedOut(await createKey(deps, OPERATOR, key)) };
  };
  return [await open('The first'), await open('The second'), await open('The third')];
}

/** The id of the article that the step was about. */
async function live(step: Step, deps: Deps, partners: readonly [Keyed, Keyed, Keyed]): Promise<string | undefined> {
  const bytes = Buffer.from(step.source);
  const source = { bytes, digest: createHash('sha256').update(bytes).digest('hex'), isDraft: false };
  const audience = audienceOf(OPERATOR, instant(step.at));
  const options = { publish: step.publish, actor: OPERATOR, audience, newId: deps.newId };
  const [result] = await deps.store.articles.change([importRelease(readRelease(bytes), source, options)]);
  if (!result?.ok) throw new Error('a step of the twins was refused', { cause: result });
  const id = result.article?.id;
  if (!step.hidden && !step.embargo) return id;
  if (id === undefined) throw new Error('there is no secret that anything could be done to');
  if (step.hidden) {
    await createPreview(deps, OPERATOR, { articleId: id, seconds: MAX_PREVIEW_SECONDS });
    await keepRegister(deps);
  }
  if (step.embargo) await layEmbargo(deps, id, partners);
  return id;
}

/** What is done to names that only the secret has, or has in its own spelling. */
async function keepRegister(deps: Deps): Promise<void> {
  const options = { actor: OPERATOR, dryRun: false, once: null };
  const otherNames = ['Dock Seven', 'Saltergate', 'Pugh of the Quay'].map((name) => ({ name, isPublic: false }));
  for (const [register, change, reference] of [
    ['areas', changeArea, 'saltergate-docks'],
    ['organisations', changeOrganisation, 'quayside-trust'],
    ['officials', changeOfficial, 'owain-pugh'],
  ] as const) {
    const { version } = await readEntry(deps, register, reference);
    await change(deps, { reference, version }, { otherNames }, options);
  }
  // Somebody whom nobody knows turns out to be somebody whom everybody knows: no old slug of theirs finds anything.
  if (await deps.store.names.officials.find('secret-namesake')) return;
  await createOfficial(deps, { name: 'Secret Namesake' }, options);
  await mergeOfficials(deps, { reference: 'secret-namesake', version: 1 }, 'nia-rees', options);
}

async function layEmbargo(deps: Deps, id: string, [first, second]: readonly [Keyed, Keyed, Keyed]): Promise<void> {
  const options = { actor: OPERATOR, dryRun: false, once: null };
  const { version = 0 } = (await deps.store.newsroom.find(id, audienceOf(OPERATOR, deps.clock.now()))) ?? {};
  const partnerIds = [first.partner.id, second.partner.id];
  await setEmbargo(deps, id, { partnerIds, conditions: 'Hold it.' }, { ...options, version });
  for (const { key, partner } of [first, second]) {
    const actor = actorOf(key.key, partner);
    await readSyndicated(deps, id, actor, audienceOf(actor, deps.clock.now()));
  }
  await revokeAccess(deps, id, { partnerIds: [second.partner.id], reason: 'A breach.' }, options);
}

function tamper(path: string, change: (database: Database.Database) => void): void {
  const database = new Database(path);
  try {
    change(database);
  } finally {
    database.close();
  }
}

/** A name for the request, so that answers do not differ by a random one, and the coding in which most are read. */
const OF_EVERY_REQUEST = { 'X-Request-Id': 'twin-request', 'Accept-Encoding': 'gzip' };

function idSequence(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`shared ${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
