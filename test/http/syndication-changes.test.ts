import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import type { Partner } from '../../src/domain/partner.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { changePartner } from '../../src/usecases/partners.ts';
import { put } from '../support/newsroom.ts';
import { bearer, type Installation, NOW, openInstallation } from './installation.ts';

let api: Installation;
let partner: Partner;
let follow: (
  query?: string,
) => Promise<{ status: number; body: Record<string, never>; headers: Record<string, string> }>;

beforeAll(async () => {
  api = await openInstallation();
  const place = (key: string, name: string) => ({ key, name, nameCy: null, kind: null, gss: null, parentKey: null });
  await api.store.areas.register([place('fenwick', 'Fenwick'), place('harrowmere', 'Harrowmere')], NOW);
  partner = await api.createPartner({ areaKeys: ['fenwick'] });
  const headers = bearer(await api.createKey('partner', { partnerId: partner.id }));
  follow = (query = '') => api.get(`/v1/syndication/changes${query}`, headers);
  await put(
    api.store,
    { name: 'here', area: 'Fenwick', tags: ['x'], now: NOW },
    { name: 'there', area: 'Harrowmere', now: NOW },
    { name: 'nowhere', now: NOW },
  );
});
afterAll(() => api.close());

const told = ({ data = [] }: { data?: { type: string; listing?: { slug: string } }[] }) =>
  data.map(({ type, listing }) => (listing ? `${type} ${listing.slug}` : type));

test('a partner is told of what lies in its areas, and where to read it', async () => {
  const { status, body, headers } = await follow('?include=listing');
  expect([status, headers['cache-control'], headers['etag']]).toEqual([200, 'private, no-store', undefined]);
  expect(told(body)).toEqual(['upsert here']);
  expect(body).toMatchObject({
    data: [
      { links: { self: expect.stringMatching(/^https:\/\/news\.example\/v1\/syndication\/articles\/[0-9a-f-]{36}$/) } },
    ],
    page: { more: false },
  });
});

test('what leaves the areas of a partner is lost to it, what comes into them is told, and every deletion', async () => {
  let since = (await follow()).body['page']?.['next'];
  const next = async () => {
    const { body } = await follow(`?include=listing&since=${since}`);
    since = body['page']?.['next'];
    return told(body);
  };
  await put(api.store, { name: 'here', area: 'Harrowmere', now: NOW }, { name: 'there', area: 'Fenwick', now: NOW });
  expect(await next()).toEqual(['access-lost', 'upsert there']);
  const { id } = (await api.get('/v1/articles/nowhere')).body;
  const withdraw = {
    kind: 'vanish',
    explanation: null,
    alternative: null,
    reason: null,
    at: NOW,
    by: 'operator',
  } as const;
  const audience = audienceOf(OPERATOR, NOW);
  const mentions = { areas: [], organisations: [], officials: [] };
  await api.store.articles.change([
    { article: { id }, mentions, audience, by: 'operator', decide: () => ({ withdraw }) },
  ]);
  expect(await next()).toEqual(['vanish']);
});

test('filters narrow it further', async () => {
  expect(told((await follow('?area=harrowmere&include=listing')).body)).toEqual([]);
  expect(told((await follow('?area=fenwick&include=listing')).body)).toEqual(['upsert there']);
});

test('a wait ends with what the partner gets', async () => {
  const since = (await follow()).body['page']?.['next'];
  const answer = follow(`?include=listing&wait=30&since=${since}`);
  await put(api.store, { name: 'elsewhere', area: 'Harrowmere', now: NOW }, { name: 'new', area: 'Fenwick', now: NOW });
  const { body, headers } = await answer;
  expect([told(body), headers['cache-control']]).toEqual([['upsert new'], 'private, no-store']);
});

test('a cursor ends when the areas of the partner change, and is no cursor of the public', async () => {
  const since = (await follow()).body['page']?.['next'];
  expect((await api.get(`/v1/changes?since=${since}`)).status).toBe(400);
  const known = { id: partner.id, version: partner.version };
  await changePartner(api.deps, known, { areaKeys: ['harrowmere'] }, { actor: OPERATOR, dryRun: false, once: null });
  const { status, body } = await follow(`?since=${since}`);
  expect([status, body['code']]).toEqual([410, 'resync_required']);
  expect(told((await follow('?include=listing')).body)).toEqual(['upsert here', 'upsert elsewhere']);
});
