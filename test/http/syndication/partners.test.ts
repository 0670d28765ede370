import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { auditNote } from '../../../src/domain/audit.ts';
import { knowAreas } from '../../support/known-areas.ts';
import { bearer, type Installation, NOW, openInstallation } from '../installation.ts';
import { refusal } from '../press-office.ts';

let api: Installation;
let admin: { readonly Authorization: string };
beforeAll(async () => {
  api = await openInstallation();
  admin = bearer(await api.createKey('admin', { name: 'Kim' }));
  await knowAreas(api.deps, ['fenwick', 'harrowmere']);
});
afterAll(() => api.close());

const BASE = '/v1/admin/partners';
const get = (path: string) => api.get(path, admin);
const post = (path: string, body?: object, headers: Record<string, string> = {}) =>
  api.send('post', path, { headers: { ...admin, ...headers }, ...(body && { body }) });
const patch = (path: string, body: object, version?: number) =>
  api.send('patch', path, { headers: { ...admin, ...match(version) }, body });
const act = (id: string, verb: string, version?: number, query = '') =>
  post(`${BASE}/${id}/${verb}${query}`, undefined, match(version));

function match(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { 'If-Match': `"${version}"` };
}

let count = 0;
async function created(wish: object = {}): Promise<{ id: string; name: string }> {
  count += 1;
  const { status, body } = await post(BASE, { name: `Partner ${count}`, ...wish });
  expect(status).toBe(201);
  return body;
}

describe('a partner', () => {
  test('is limited to a hundred areas at most, each of which there is', async () => {
    const errorsOf = async (areas: readonly string[]) => {
      const { status, body } = await post(BASE, { name: 'Everywhere', areas });
      return [status, body.errors.map(({ pointer, detail }: Record<string, string>) => `${pointer} ${detail}`)];
    };
    const hundred = [...Array.from({ length: 99 }, () => 'fenwick'), 'nowhere'];
    expect(await errorsOf(hundred)).toEqual([422, ['/areas/99 There is no area nowhere.']]);
    expect(await errorsOf([...hundred, 'fenwick'])).toEqual([
      422,
      ["/areas A partner's filter names 100 areas at most."],
    ]);
  });

  test('is created, read and listed', async () => {
    const wish = { name: ' Fenwick  website ', organisation: 'Fenwick Borough Council', areas: ['fenwick', 'fenwick'] };
    const { status, headers, body } = await post(BASE, wish);
    expect([status, headers['location'], headers['etag'], headers['cache-control']]).toEqual([
      201,
      `https://news.example${BASE}/${body.id}`,
      expect.stringMatching(/^"1-/),
      'no-store',
    ]);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Fenwick website',
      organisation: 'Fenwick Borough Council',
      areas: ['fenwick'],
      state: 'active',
      version: 1,
      createdAt: NOW,
      suspendedAt: null,
      endedAt: null,
    });
    const read = await get(`${BASE}/${body.id}`);
    expect([read.body, read.headers['etag']]).toEqual([body, headers['etag']]);
    expect((await get(BASE)).body.data).toContainEqual(body);
  });

  test('is changed by a merge patch of the version that was read', async () => {
    const { id, name } = await created({ areas: ['fenwick'] });
    expect((await patch(`${BASE}/${id}`, { areas: ['harrowmere'] })).status).toBe(428);
    const changed = await patch(`${BASE}/${id}`, { areas: ['harrowmere'], organisation: 'A charity' }, 1);
    expect(changed.body).toMatchObject({ name, areas: ['harrowmere'], organisation: 'A charity', version: 2 });
    expect(refusal(await patch(`${BASE}/${id}`, { areas: null }, 1))).toMatchObject({
      code: 'stale_edition',
      errors: [{ parameter: 'If-Match', detail: 'It names version "1".', expected: 'The present one: "2".' }],
    });
    expect((await patch(`${BASE}/${id}`, { areas: null, organisation: null }, 2)).body).toMatchObject({
      areas: [],
      organisation: null,
    });
  });

  test('keeps a name that no other can have since', async () => {
    const known = await api.createPartner();
    const note = { at: NOW, action: 'partner.created', outcome: 'accepted', subject: known.id, detail: {} } as const;
    const decide = () => ({ save: { ...known, name: 'System' }, audit: auditNote(OPERATOR, note) });
    await api.deps.store.partners.change(decide, { at: NOW, dryRun: false, once: null });
    expect(refusal(await post(BASE, { name: 'System' }))).toMatchObject({ errors: [{ pointer: '/name' }] });
    const changed = await patch(`${BASE}/${known.id}`, { areas: ['fenwick'] }, 1);
    expect([changed.status, changed.body.name, changed.body.areas]).toEqual([200, 'System', ['fenwick']]);
  });

  test.each([
    [{}, ['/name']],
    [{ name: 'operator' }, ['/name']],
    [{ name: 'P', areas: ['Not a slug'] }, ['/areas/0']],
    [{ name: 'P', areas: ['fenwick', 'nowhere'] }, ['/areas/1']],
    [{ name: 'P', areas: Array.from({ length: 101 }, (_, at) => `a-${at}`) }, ['/areas']],
    [{ name: 'P', organisation: 'x'.repeat(201) }, ['/organisation']],
    [{ name: 'P', state: 'ended' }, ['/state']],
  ])('cannot be %j', async (wish, pointers) => {
    const { status, body } = await post(BASE, wish);
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, pointers]);
  });

  test('keeps areas that it has, and is refused others that there are not', async () => {
    const known = await api.createPartner();
    const note = { at: NOW, action: 'partner.created', outcome: 'accepted', subject: known.id, detail: {} } as const;
    const decide = () => ({ save: { ...known, areaKeys: ['gone-since'] }, audit: auditNote(OPERATOR, note) });
    await api.deps.store.partners.change(decide, { at: NOW, dryRun: false, once: null });
    const path = `${BASE}/${known.id}`;
    expect(refusal(await patch(path, { areas: ['gone-since', 'nowhere'] }, 1))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/areas/1', detail: 'There is no area nowhere.', expected: 'The slug of an area.' }],
    });
    expect((await patch(path, { areas: ['gone-since', 'fenwick'] }, 1)).body.areas).toEqual(['gone-since', 'fenwick']);
  });

  test('is limited to the area that a further name means', async () => {
    const { body: area } = await api.get('/v1/admin/areas/fenwick', admin);
    const names = { otherNames: [{ name: 'Fenwick Town' }] };
    expect((await patch('/v1/admin/areas/fenwick', names, area.version)).status).toBe(200);
    const { id } = await created({ areas: ['fenwick-town', 'fenwick'] });
    expect((await get(`${BASE}/${id}`)).body.areas).toEqual(['fenwick']);
  });

  test('shares its name with no other', async () => {
    const [one, other] = [await created(), await created()];
    expect((await post(BASE, { name: one.name })).status).toBe(409);
    expect((await patch(`${BASE}/${other.id}`, { name: one.name }, 1)).status).toBe(409);
  });

  test('that does not exist is 404', async () => {
    expect((await get(`${BASE}/nobody`)).status).toBe(404);
    expect((await patch(`${BASE}/nobody`, {}, 1)).status).toBe(404);
    expect((await act('nobody', 'end', 1)).status).toBe(404);
  });

  test('is created once however often it is asked for, and only tried on a dry run', async () => {
    const body = { name: 'Asked for twice' };
    const first = await post(BASE, body, { 'Idempotency-Key': '"p-1"' });
    const again = await post(BASE, body, { 'Idempotency-Key': '"p-1"' });
    expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 'true', first.body]);
    const other = await post(BASE, { name: 'Another' }, { 'Idempotency-Key': '"p-1"' });
    expect(other.body.code).toBe('idempotency_key_reused');
    const tried = await post(`${BASE}?dryRun=true`, { name: 'Only tried' });
    expect([tried.status, tried.headers['dry-run'], tried.headers['location']]).toEqual([201, 'true', undefined]);
    expect((await get(BASE)).text).not.toContain('Only tried');
  });

  test('and what was done to it stand in the audit trail', async () => {
    const { id } = await created();
    await patch(`${BASE}/${id}`, { areas: ['fenwick'] }, 1);
    await act(id, 'suspend', 2);
    await act(id, 'suspend', 3);
    const { body } = await get(`/v1/admin/audit?subject=${id}`);
    expect(body.data.map(({ action, outcome }: Record<string, string>) => [action, outcome])).toEqual([
      ['suspendPartner', 'refused'],
      ['partner.suspended', 'accepted'],
      ['partner.changed', 'accepted'],
      ['partner.created', 'accepted'],
    ]);
  });
});

describe('the syndication door', () => {
  test('tells a partner who it is, and nobody keeps the answer', async () => {
    const partner = await api.createPartner({ name: 'Who am I', areaKeys: ['fenwick'] });
    const key = await api.createKey('partner', { partnerId: partner.id });
    const { status, headers, body } = await api.get('/v1/syndication/partner', bearer(key));
    expect([status, headers['cache-control'], headers['etag']]).toEqual([200, 'private, no-store', undefined]);
    expect(body).toEqual({
      id: partner.id,
      name: 'Who am I',
      organisation: null,
      areas: ['fenwick'],
      key: { prefix: key.key.prefix, expiresAt: null },
    });
  });

  test('is opened by keys that an administrator made for the partner', async () => {
    const { id } = await created();
    const { status, body } = await post('/v1/admin/keys', { name: 'Pat', role: 'partner', partner: id });
    expect([status, body.partner]).toEqual([201, id]);
    expect((await api.get('/v1/syndication/partner', bearer({ text: body.key }))).body.id).toBe(id);
    const rotated = await post(`/v1/admin/keys/${body.prefix}/rotate`, {});
    expect((await api.get('/v1/syndication/partner', bearer({ text: rotated.body.key }))).body.id).toBe(id);
  });

  test('closes at once while the partner is suspended, everywhere, and opens again', async () => {
    const { id } = await created();
    const key = bearer(await api.createKey('partner', { partnerId: id }));
    const statuses = async () => [
      (await api.get('/v1/syndication/partner', key)).status,
      (await api.get('/v1/tags', key)).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    expect((await act(id, 'suspend', 1, '?dryRun=true')).body.state).toBe('suspended');
    expect(await statuses()).toEqual([200, 200]);
    expect((await act(id, 'suspend', 1)).body).toMatchObject({ state: 'suspended', suspendedAt: NOW, version: 2 });
    expect(await statuses()).toEqual([401, 401]);
    expect((await act(id, 'resume', 2)).body).toMatchObject({ state: 'active', suspendedAt: null });
    expect(await statuses()).toEqual([200, 200]);
    expect((await act(id, 'resume', 3)).status).toBe(409);
  });

  test('closes for ever with the end of the partner, whose keys are revoked', async () => {
    const { id } = await created();
    const { key, text } = await api.createKey('partner', { partnerId: id });
    expect((await act(id, 'end', 1)).body).toMatchObject({ state: 'ended', endedAt: NOW });
    expect((await api.get('/v1/syndication/partner', bearer({ text }))).status).toBe(401);
    expect((await get(`/v1/admin/keys/${key.prefix}`)).body).toMatchObject({ state: 'revoked', partner: id });
    for (const verb of ['suspend', 'resume', 'end']) expect((await act(id, verb, 2)).status).toBe(409);
    expect((await patch(`${BASE}/${id}`, { name: 'Again' }, 2)).status).toBe(409);
    expect((await post('/v1/admin/keys', { name: 'Pat', role: 'partner', partner: id })).status).toBe(409);
  });
});
