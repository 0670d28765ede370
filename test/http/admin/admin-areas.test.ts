import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_AREA_DEPTH } from '../../../src/domain/area.ts';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { refusal } from '../press-office.ts';
import { openRegister, publicNames } from '../register.ts';

let office: Awaited<ReturnType<typeof openRegister>>;
beforeAll(async () => {
  office = await openRegister();
});
afterAll(() => office.close());

const create = (body: object, headers: Record<string, string> = {}, query = '') =>
  office.admin.ask('post', `/v1/admin/areas${query}`, { body, headers });

describe('an area', () => {
  test('is put into the register, and readers know it', async () => {
    const created = await create({ name: 'Castle Quay', kind: 'ward', parent: 'fenwick', gss: 'E05000001' });
    expect(created.status).toBe(201);
    expect(created.headers['location']).toBe(`https://news.example/v1/admin/areas/${created.body.id}`);
    expect(created.body).toMatchObject({ key: 'castle-quay', slug: 'castle-quay', version: 1, listed: true });
    expect(created.body.parent).toMatchObject({ key: 'fenwick', name: 'Fenwick' });
    const { body } = await office.get('/v1/areas/castle-quay');
    expect(body).toMatchObject({ path: 'ouseshire/fenwick/castle-quay', kind: 'ward', gss: 'E05000001' });
    expect(body.ancestors).toEqual([
      { slug: 'ouseshire', name: 'Ouseshire', path: 'ouseshire' },
      { slug: 'fenwick', name: 'Fenwick', path: 'ouseshire/fenwick' },
    ]);
    const { body: audit } = await office.admin.ask('get', '/v1/admin/audit?action=area.created');
    expect(audit.data).toMatchObject([{ subject: created.body.id, actor: { name: 'Kim' } }]);
  });

  test('is tried with dryRun, and created once however often it is asked for', async () => {
    const tried = await create({ name: 'Marl' }, {}, '?dryRun=true');
    expect([tried.status, tried.headers['dry-run'], tried.headers['etag']]).toEqual([201, 'true', undefined]);
    expect((await office.get('/v1/areas/marl')).status).toBe(404);
    const key = { 'Idempotency-Key': '"marl"' };
    const first = await create({ name: 'Marl' }, key);
    const again = await create({ name: 'Marl' }, key);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(refusal(await create({ name: 'Chalk' }, key))).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  test.each<[string, object, number, object]>([
    ['a name that another has', { name: 'FENWICK' }, 409, { pointer: '/name' }],
    ['a name without a letter', { name: '—' }, 422, { pointer: '/name' }],
    ['a parent that nobody knows', { name: 'X', parent: 'nowhere' }, 422, { pointer: '/parent' }],
    ['a kind that there is not', { name: 'X', kind: 'planet' }, 422, { pointer: '/kind' }],
    [
      'another name that another has',
      { name: 'X', otherNames: [{ name: 'Fenwick' }] },
      409,
      { pointer: '/otherNames/0' },
    ],
    ['a code that another has', { name: 'X', gss: 'E05000001' }, 409, { pointer: '/gss' }],
  ])('is refused with %s', async (_what, body, status, error) => {
    const { status: answered, body: problem } = await create(body);
    expect([answered, problem.errors]).toMatchObject([status, [error]]);
  });

  test('comes to no GSS code that another area has, but to one that another gave up', async () => {
    const coded = (key: string, gss: string | null) => office.patch(`areas/${key}`, { gss });
    expect((await create({ name: 'Coded' })).status).toBe(201);
    const refused = await coded('coded', 'E05000001');
    expect(refusal(refused)).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [
        { pointer: '/gss', detail: 'Another area has this code.', expected: 'A code that no other area has, or null.' },
      ],
    });
    expect(refused.body.detail).toBe('Coded cannot have the GSS code E05000001: Castle Quay has it.');
    expect((await office.admin.ask('get', '/v1/admin/areas/coded')).body).toMatchObject({ gss: null, version: 1 });
    expect((await coded('castle-quay', null)).status).toBe(200);
    expect((await coded('coded', 'E05000001')).status).toBe(200);
    expect((await coded('coded', 'E05000001')).status).toBe(200);
    // As a database from before may have it.
    const file = new Database(office.database);
    file.exec("update areas set gss = 'E05000001' where key = 'castle-quay'");
    file.close();
    expect((await office.patch('areas/coded', { gss: 'E05000001', kind: 'ward' })).status).toBe(200);
    const { body } = await office.patch('areas/coded', { gss: null });
    expect((await office.admin.ask('delete', '/v1/admin/areas/coded', { version: body.version })).status).toBe(204);
  });

  test('is changed only by whoever read it as it stands', async () => {
    const change = (version: number | undefined) =>
      office.admin.ask('patch', '/v1/admin/areas/harrowmere', { body: { nameCy: 'Llyn' }, version });
    expect((await change(undefined)).status).toBe(428);
    expect(refusal(await change(9))).toMatchObject({ status: 412, code: 'stale_edition' });
    const { status, headers, body } = await change(1);
    expect([status, headers['etag'], body.nameCy]).toEqual([200, expect.stringMatching(/^"2-/), 'Llyn']);
    expect((await office.get('/v1/areas/harrowmere')).body.nameCy).toBe('Llyn');
  });

  test('takes its articles along when it moves, and all that lies in it', async () => {
    const { id, slug } = await office.publish({ title: 'By the quay', area: 'Castle Quay' });
    const limited = await office.desk('editor', { name: 'Lim', areaKeys: ['harrowmere'] });
    expect((await limited.read(id)).status).toBe(404);
    const before = await office.get(`/v1/articles/${slug}`);
    const { sequence } = await office.newest();
    office.setTime(shifted(NOW, 60_000));
    const moved = await office.patch('areas/fenwick', { parent: 'harrowmere' });
    expect(moved.status).toBe(200);
    expect(await office.newest()).toEqual({ sequence: sequence + 1, articleId: id });
    const after = await office.get(`/v1/articles/${slug}`);
    expect(after.body.area.path).toBe('ouseshire/harrowmere/fenwick/castle-quay');
    expect(after.body.updatedAt).toBe(before.body.updatedAt);
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    expect(Date.parse(after.headers['last-modified'] ?? '')).toBeGreaterThan(NOW_MILLIS);
    expect(await office.found('area=harrowmere')).toEqual([slug]);
    expect((await limited.read(id)).status).toBe(200);
    await office.patch('areas/fenwick', { parent: null });
    expect(await office.found('area=harrowmere')).toEqual([]);
    expect(await office.found('area=ouseshire')).toEqual([]);
    expect(await office.found('area=fenwick')).toEqual([slug]);
    expect((await limited.read(id)).status).toBe(404);
  });

  test.each(['fenwick', 'castle-quay'])('cannot lie in itself: %s', async (parent) => {
    const { status, body } = await office.patch('areas/fenwick', { parent });
    expect([status, body.errors]).toMatchObject([
      422,
      [{ pointer: '/parent', detail: 'An area cannot lie in itself.' }],
    ]);
  });

  test('lies at most as deep as others may, with all that lies in it', async () => {
    const names = Array.from({ length: MAX_AREA_DEPTH - 1 }, (_, at) => `Level ${at + 1}`);
    for (const [at, name] of names.entries()) await create({ name, parent: at === 0 ? null : `level-${at}` });
    const inner = [await create({ name: 'Inner' }), await create({ name: 'Innermost', parent: 'inner' })];
    const deepest = `level-${names.length}`;
    const refused = await office.patch('areas/inner', { parent: deepest });
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/parent', detail: 'Areas lie at most 8 deep, and it would be 9.' }],
    ]);
    expect((await office.patch('areas/inner', { parent: `level-${names.length - 1}` })).status).toBe(200);
    expect((await office.patch('areas/innermost', { parent: deepest })).status).toBe(200);
    for (const key of ['innermost', 'inner', ...names.map((_, at) => `level-${names.length - at}`)]) {
      const { body } = await office.admin.ask('get', `/v1/admin/areas/${key}`);
      await office.admin.ask('delete', `/v1/admin/areas/${key}`, { version: body.version });
    }
    expect(inner.map(({ status }) => status)).toEqual([201, 201]);
  });

  test('is renamed for readers, keeps its address, and is known by both names', async () => {
    const { sequence } = await office.newest();
    const renamed = await office.patch('areas/fenwick', { name: 'Fenwick City' });
    expect(renamed.body.otherNames).toEqual([{ name: 'Fenwick', public: false }]);
    expect((await office.get('/v1/areas/fenwick')).body.name).toBe('Fenwick City');
    // It has no article of its own, and those below it name their own area.
    expect((await office.newest()).sequence).toBe(sequence);
    const own = await office.publish({ title: 'Old name', area: 'Fenwick' });
    await office.patch('areas/fenwick', { name: 'City of Fenwick' });
    expect(await office.newest()).toEqual({ sequence: sequence + 2, articleId: own.id });
    expect((await office.get(`/v1/articles/${own.slug}`)).body.area.name).toBe('City of Fenwick');
    const names = ['Fenwick', 'Fenwick City', 'City of Fenwick'];
    for (const area of names) await office.draft({ title: `In ${area}`, area });
    const { body } = await office.editor.list('?area=fenwick');
    const drafts: { readonly newest: { readonly title: string } }[] = body.data;
    const titles = drafts.map(({ newest }) => newest.title).filter((title) => title.startsWith('In '));
    expect(titles.sort()).toEqual(names.map((name) => `In ${name}`).sort());
    expect(await office.found('area=fenwick&areaScope=exact')).toEqual(['old-name']);
  });

  test('that only drafts know stays unknown, whatever is done to it', async () => {
    const before = await publicNames(office, '/v1/areas/secret-bay', '/v1/areas/bay');
    const { sequence } = await office.newest();
    const { body: area } = await create({ name: 'Secret Bay', listed: false });
    expect(area.slug).toBeNull();
    await office.draft({ title: 'Hidden', area: 'Secret Bay' });
    await office.patch('areas/secret-bay', { name: 'Bay', kind: 'ward', nameCy: 'Bae' });
    await office.patch('areas/bay', { parent: 'fenwick' });
    expect(refusal(await office.patch('areas/castle-quay', { parent: 'secret-bay' }))).toMatchObject({ status: 422 });
    expect((await office.admin.ask('delete', '/v1/admin/areas/bay', { version: 3 })).status).toBe(409);
    expect(await publicNames(office, '/v1/areas/secret-bay', '/v1/areas/bay')).toEqual(before);
    expect((await office.newest()).sequence).toBe(sequence);
    const { slug } = await office.publish({ title: 'Out', area: 'Secret Bay' });
    expect((await office.get(`/v1/articles/${slug}`)).body.area).toEqual({
      slug: 'bay',
      name: 'Bay',
      path: 'fenwick/bay',
    });
  });

  test('is removed only when nothing refers to it', async () => {
    const refused = async (key: string) => {
      const { body: entry } = await office.admin.ask('get', `/v1/admin/areas/${key}`);
      return refusal(await office.admin.ask('delete', `/v1/admin/areas/${key}`, { version: entry.version }));
    };
    expect(await refused('fenwick')).toMatchObject({ status: 409, detail: expect.stringContaining('areas lie in it') });
    expect(await refused('castle-quay')).toMatchObject({ status: 409, detail: expect.stringContaining('articles') });
    expect(await refused('harrowmere')).toMatchObject({ status: 409, detail: expect.stringContaining('keys') });
    const remove = (query = '') => office.admin.ask('delete', `/v1/admin/areas/marl${query}`, { version: 1 });
    expect((await remove('?dryRun=true')).headers['dry-run']).toBe('true');
    expect((await office.get('/v1/areas/marl')).status).toBe(200);
    expect((await remove()).status).toBe(204);
    expect((await office.get('/v1/areas/marl')).status).toBe(404);
    expect((await remove()).status).toBe(404);
  });

  test('is found in the register by a part of any of its names', async () => {
    const { body } = await office.admin.ask('get', '/v1/admin/areas?name=fenw&limit=1');
    expect(body.data).toMatchObject([{ key: 'fenwick', name: 'City of Fenwick' }]);
    expect(body.page.next).toBeNull();
    const all = await office.admin.ask('get', '/v1/admin/areas?limit=2');
    const rest = await office.admin.ask('get', `/v1/admin/areas?limit=2&cursor=${all.body.page.next}`);
    expect([...all.body.data, ...rest.body.data].map(({ key }: { key: string }) => key)).toEqual([
      'castle-quay',
      'fenwick',
      'harrowmere',
      'ouseshire',
    ]);
  });

  test('that is taken off the list is one that nobody knows, unless a public release is about it', async () => {
    await create({ name: 'Quiet Bay', nameCy: 'Bae Tawel' });
    await create({ name: 'Busy Bay' });
    await office.publish({ title: 'Busy', area: 'Busy Bay' });
    for (const key of ['quiet-bay', 'busy-bay']) {
      expect((await office.get(`/v1/areas/${key}`)).status).toBe(200);
      expect((await office.patch(`areas/${key}`, { listed: false })).status).toBe(200);
    }
    expect((await office.get('/v1/areas/quiet-bay')).status).toBe(404);
    expect((await office.get('/v1/areas/busy-bay')).body).toMatchObject({ name: 'Busy Bay', articles: 1 });
  });
});

const NOW_MILLIS = Date.parse(NOW);
