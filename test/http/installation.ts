import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import supertest from 'supertest';
import { OPERATOR, type Role } from '../../src/domain/actor.ts';
import type { Content } from '../../src/domain/edition.ts';
import type { Partner } from '../../src/domain/partner.ts';
import type { Instant } from '../../src/domain/time.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { createApp } from '../../src/http/app.ts';
import { type AppOptions, DEFAULT_CACHE_CONTROL, DEFAULT_LIMITS } from '../../src/http/options.ts';
import type { ArticleDecision } from '../../src/store/article-change.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES, type Deps, type NewsroomRules } from '../../src/usecases/deps.ts';
import { createKey, type KeyWish, type NewKey } from '../../src/usecases/keys.ts';
import { createPartner as newPartner, type PartnerWish } from '../../src/usecases/partners.ts';
import { carriedOut } from '../../src/usecases/write-wish.ts';
import { addressOf } from '../support/address.ts';
import { openFolder } from '../support/folder.ts';
import { knowAreas } from '../support/known-areas.ts';
import { putMigratedDatabase } from '../support/migrated-database.ts';
import { sendLocally } from '../support/syndication.ts';
import { instant } from '../support/time.ts';
import { checkConformance } from './conformance.ts';
import { checkShown } from './shown.ts';

export const OPTIONS: AppOptions = {
  publicUrl: 'https://news.example',
  siteUrl: 'https://news.example/docs',
  publisher: null,
  cacheControl: DEFAULT_CACHE_CONTROL,
  logger: false,
  limits: DEFAULT_LIMITS,
  rateLimits: null,
  memoryBytes: 16_000_000,
  maxLoopDelayMillis: 0,
  trustProxy: false,
};

export const NOW = instant('2020-11-02T12:00:00.000Z');

export interface Release {
  readonly slug: string;
  readonly content?: Partial<Content>;
  readonly html?: string;
  /** What is public at once unless this says otherwise; null leaves a draft. */
  readonly publishAt?: Instant | null;
  readonly register?: ArticleDecision['register'];
}

type Writing = 'post' | 'put' | 'patch' | 'delete';

export interface SentRequest {
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

/** The header with which a key is sent. */
export function bearer({ text }: Pick<NewKey, 'text'>): { readonly Authorization: string } {
  return { Authorization: `Bearer ${text}` };
}

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

/**
 * The whole server over HTTP on a real database, with a clock that is turned by hand.
 * @param standing a database that there is; without it, an empty one in a folder of its own
 */
export async function openInstallation(
  overrides: Partial<AppOptions> = {},
  rules: Partial<NewsroomRules> = {},
  standing?: string,
) {
  const folder = openFolder();
  const database = standing ?? join(folder.path, 'test.db');
  if (standing === undefined) putMigratedDatabase(database);
  const store = openSqliteStore({ path: database, newId: randomUUID, addressOf });
  let now = NOW;
  const deps: Deps = {
    store,
    clock: { now: () => now },
    newId: randomUUID,
    rules: { ...DEFAULT_RULES, ...rules },
    send: sendLocally,
  };
  const app = await createApp(deps, { ...OPTIONS, ...overrides });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const client = supertest(app.listeningOrigin);

  return {
    app,
    database,
    deps,
    store,
    client,
    setTime: (time: Instant) => {
      now = time;
    },
    /** Reads an address and holds the answer against the OpenAPI document. */
    get: async (path: string, headers: Record<string, string> = {}) => {
      if (path.startsWith('/v1/articles')) await checkShown(store, now);
      const response = await client.get(path).set(headers).redirects(0);
      checkConformance('get', path, response);
      return response;
    },
    /** Sends a body and holds the answer against the OpenAPI document. */
    send: async (method: Writing, path: string, { body, headers = {} }: SentRequest = {}) => {
      const response = await client[method](path).set(headers).send(body);
      checkConformance(method, path, response);
      return response;
    },
    /** A new key with this role, and without limits unless it says so; one for a partner is of a new partner. */
    createKey: async (role: Role, wish: Partial<KeyWish> = {}): Promise<NewKey> => {
      const partnerId = role === 'partner' ? (wish.partnerId ?? (await createPartner(deps)).id) : null;
      const whole = { name: `The ${role}`, role, areaKeys: [], expiresAt: null, partnerId, ...wish };
      return carriedOut(await createKey(deps, OPERATOR, whole));
    },
    createPartner: (wish: Partial<PartnerWish> = {}) => createPartner(deps, wish),
    publish: (release: Release) => publish(deps, release),
    close: async () => {
      await app.close();
      await store.close();
      folder.close();
    },
  };
}

/** A new partner with a name of its own, for everywhere unless it says otherwise. */
async function createPartner(deps: Deps, wish: Partial<PartnerWish> = {}): Promise<Partner> {
  const whole = { name: `Partner ${randomUUID()}`, organisation: null, areaKeys: [], ...wish };
  await knowAreas(deps, whole.areaKeys);
  const created = await newPartner(deps, whole, { actor: OPERATOR, dryRun: false, once: null });
  if ('kept' in created) throw new Error('the partner was there already');
  return created.subject;
}

async function publish({ store, clock }: Deps, { slug, content, html, publishAt, register }: Release): Promise<void> {
  const url = `https://police.example/news/${slug}`;
  const text = 'A plain text.';
  const decision: ArticleDecision = {
    save: {
      content: {
        title: `Title of ${slug}`,
        summary: null,
        url,
        slug,
        area: null,
        language: 'en-GB',
        tags: [],
        publishedAt: null,
        publishedAtPrecision: 'instant',
        image: null,
        markdown: text,
        quotes: [],
        quotesGiven: false,
        extra: {},
        ...content,
      },
      rendering: { html: html ?? `<p>${text}</p>`, text },
      source: null,
    },
    ...(register && { register }),
    ...(publishAt !== null && { publishAt: publishAt ?? clock.now() }),
  };
  const mentions = { areas: [], organisations: [], officials: [] };
  const audience = audienceOf(OPERATOR, clock.now());
  const request = { article: { url }, mentions, audience, by: 'operator', decide: () => decision };
  const [result] = await store.articles.change([request]);
  if (!result?.ok) throw new Error('the release was not saved', { cause: result });
}
