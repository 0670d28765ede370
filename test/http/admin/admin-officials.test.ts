import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { refusal } from '../press-office.ts';
import { openRegister, publicNames, quoting } from '../register.ts';

let office: Awaited<ReturnType<typeof openRegister>>;
beforeAll(async () => {
  office = await openRegister();
});
afterAll(() => office.close());

const official = async (slug: string) => (await office.get(`/v1/officials/${slug}`)).body;
const entry = async (reference: string) => (await office.admin.ask('get', `/v1/admin/officials/${reference}`)).body;

describe('an official', () => {
  test('is put into the register, and unknown until a public article quotes them', async () => {
    const created = await office.admin.ask('post', '/v1/admin/officials', {
      body: { name: 'Ann Lee', otherNames: [{ name: 'Annie Lee', public: true }, { name: 'A. Lee' }] },
    });
    expect([created.status, created.headers['etag'], created.body.slug]).toEqual([
      201,
      expect.stringMatching(/^"1-/),
      null,
    ]);
    expect((await office.get('/v1/officials/ann-lee')).status).toBe(404);
    const { slug } = await office.publish(quoting('Ann speaks', 'A. Lee'));
    expect(await official('ann-lee')).toMatchObject({ name: 'Ann Lee', otherNames: ['A. Lee', 'Annie Lee'] });
    expect((await office.get(`/v1/articles/${slug}`)).body.quotes[0]).toMatchObject({
      official: { slug: 'ann-lee', name: 'Ann Lee' },
      attribution: { name: 'A. Lee', rank: 'PC' },
    });
    expect(await office.found('q=annie')).toEqual([slug]);
    expect(await office.found('q="ann lee"')).toEqual([slug]);
  });

  test('takes the place of another one whom they turned out to be', async () => {
    const one = await office.publish(
      quoting('Bo one', 'Bo Marsh', { publishedAt: '2020-01-01T00:00:00Z' }, { rank: 'Sgt' }),
    );
    const two = await office.publish(quoting('Bo two', 'Robert Marsh', {}, { rank: 'Insp' }));
    const { sequence } = await office.newest();
    const before = await office.get(`/v1/articles/${one.slug}`);
    office.setTime(shifted(NOW, 60_000));
    const merged = await office.merge('officials/bo-marsh', 'robert-marsh');
    expect([merged.status, merged.body.key]).toEqual([200, 'robert-marsh']);
    expect(merged.body.otherNames).toEqual([{ name: 'Bo Marsh', public: false }]);
    const moved = await office.get('/v1/officials/bo-marsh');
    expect([moved.status, moved.headers['location']]).toEqual([308, 'https://news.example/v1/officials/robert-marsh']);
    expect(await official('robert-marsh')).toMatchObject({ rank: 'Insp', otherNames: ['Bo Marsh'] });
    const sought = await Promise.all(['bo', 'robert'].map((q) => office.get(`/v1/officials?q=${q}+marsh`)));
    expect(sought.map(({ body }) => body.data.map(({ slug }: { slug: string }) => slug))).toEqual([
      ['robert-marsh'],
      ['robert-marsh'],
    ]);
    expect(await office.found('official=robert-marsh')).toEqual([one.slug, two.slug]);
    // Who follows an old address of a list, or has it in a feed reader, is told nothing else than before.
    expect(await office.found('official=bo-marsh')).toEqual([one.slug, two.slug]);
    for (const path of ['/v1/quotes', '/v1/feeds/feed.json', '/v1/feeds/atom.xml']) {
      const [old, present] = await Promise.all(
        ['bo-marsh', 'robert-marsh'].map((slug) => office.get(`${path}?official=${slug}`)),
      );
      const read = (text = '') => text.replaceAll('bo-marsh', 'robert-marsh');
      expect([path, old?.status, read(old?.text)]).toEqual([path, 200, read(present?.text)]);
      expect(old?.text).toContain(two.slug);
    }
    const after = await office.get(`/v1/articles/${one.slug}`);
    expect(after.body.quotes[0]).toMatchObject({
      official: { slug: 'robert-marsh' },
      attribution: { name: 'Bo Marsh', rank: 'Sgt', asWritten: 'PC Bo Marsh' },
    });
    expect(after.body.updatedAt).toBe(before.body.updatedAt);
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    expect(after.headers['last-modified']).not.toBe(before.headers['last-modified']);
    expect(await office.newest()).toEqual({ sequence: sequence + 1, articleId: one.id });
    expect(await entry('bo-marsh')).toMatchObject({ slug: null, mergedInto: merged.body.id });
    const { body: audit } = await office.admin.ask('get', '/v1/admin/audit?action=official.merged');
    expect(audit.data).toMatchObject([{ detail: { name: 'Bo Marsh', into: merged.body.id } }]);
  });

  test('is found under the names of both, and keeps quotes that stay the same', async () => {
    const three = await office.publish(quoting('Bo three', 'Bo Marsh'));
    expect(await office.found('official=robert-marsh')).toContain(three.slug);
    const quote = (await office.get('/v1/articles/bo-one')).body.quotes[0].id;
    const { body: read } = await office.editor.list('?public=live');
    const bo = read.data.find(({ slug }: { slug: string }) => slug === 'bo-one');
    await office.editor.patch(bo.id, 2, { summary: 'Anew' });
    await office.editor.act(bo.id, 'amend', 3);
    expect((await office.get('/v1/articles/bo-one')).body.quotes[0].id).toBe(quote);
  });

  test('is removed only when nothing refers to them', async () => {
    const remove = async (reference: string, query = '') => {
      const { version } = await entry(reference);
      return office.admin.ask('delete', `/v1/admin/officials/${reference}${query}`, { version });
    };
    await office.admin.ask('post', '/v1/admin/officials', { body: { name: 'Nobody Yet' } });
    await office.draft(quoting('A draft', 'Dee Draft'));
    expect(refusal(await remove('dee-draft'))).toMatchObject({ status: 409, detail: expect.stringContaining('quote') });
    expect(refusal(await remove('robert-marsh'))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('merged'),
    });
    expect((await office.admin.ask('delete', '/v1/admin/officials/nobody-yet', { version: 7 })).status).toBe(412);
    expect((await remove('nobody-yet', '?dryRun=true')).headers['dry-run']).toBe('true');
    expect((await remove('nobody-yet')).status).toBe(204);
    expect((await office.admin.ask('get', '/v1/admin/officials/nobody-yet')).status).toBe(404);
    const { body: audit } = await office.admin.ask('get', '/v1/admin/audit?action=official.removed');
    expect(audit.data).toMatchObject([{ outcome: 'accepted', detail: { name: 'Nobody Yet' } }]);
  });

  test('cannot be merged twice, nor into nobody or themselves', async () => {
    expect(refusal(await office.merge('officials/bo-marsh', 'ann-lee'))).toMatchObject({ status: 409 });
    for (const into of ['nobody', 'ann-lee', 'bo-marsh']) {
      expect(refusal(await office.merge('officials/ann-lee', into))).toMatchObject({
        status: 422,
        errors: [{ pointer: '/into' }],
      });
    }
    const { body } = await office.admin.ask('get', '/v1/admin/officials/ann-lee');
    const merge = (version?: number, query = '') =>
      office.admin.ask('post', `/v1/admin/officials/ann-lee/merge${query}`, {
        body: { into: 'robert-marsh' },
        version,
      });
    expect((await merge()).status).toBe(428);
    expect((await merge(body.version + 1)).status).toBe(412);
    const before = await publicNames(office);
    expect((await merge(body.version, '?dryRun=true')).headers['dry-run']).toBe('true');
    expect(await publicNames(office)).toEqual(before);
  });

  test('whom only drafts quote stays unknown, whatever is done to them', async () => {
    const asked = ['/v1/officials/zed-secret', '/v1/articles?q=zed', '/v1/officials/robert-marsh'];
    const before = await publicNames(office, ...asked);
    const { sequence } = await office.newest();
    await office.draft(quoting('Hidden one', 'Zed Secret', {}, { organisation: 'Hidden Office' }));
    await office.draft(quoting('Hidden two', 'Zed Other'));
    const posts = [{ rank: 'Chief', organisation: 'hidden-office', from: '2019-01-01T00:00:00Z' }];
    await office.patch('officials/zed-secret', { otherNames: [{ name: 'Zed Public', public: true }], posts });
    await office.patch('officials/zed-secret', { name: 'Zed' });
    await office.merge('officials/zed-other', 'zed-secret');
    const merged = await office.merge('officials/zed-secret', 'robert-marsh');
    expect(merged.body.posts).toEqual([]);
    const names = ['Zed', 'Zed Other', 'Zed Public', 'Zed Secret'].map((name) => ({ name, public: false }));
    expect(merged.body.otherNames).toEqual(expect.arrayContaining(names));
    expect(await publicNames(office, ...asked)).toEqual(before);
    expect((await office.newest()).sequence).toBe(sequence);
  });

  test('who was unknown takes over the address of a known one, and nothing shows', async () => {
    await office.publish(quoting('Known', 'Cy Known'));
    await office.draft(quoting('Unknown', 'Cyril Unknown'));
    const before = await publicNames(office, '/v1/officials/cy-known', '/v1/officials/cyril-unknown');
    const { sequence } = await office.newest();
    const { body } = await office.merge('officials/cy-known', 'cyril-unknown');
    expect(body).toMatchObject({ key: 'cyril-unknown', slug: 'cy-known' });
    const after = await publicNames(office, '/v1/officials/cy-known', '/v1/officials/cyril-unknown');
    expect(after.map(({ status, text }) => [status, text])).toEqual(before.map(({ status, text }) => [status, text]));
    expect((await office.newest()).sequence).toBe(sequence);
  });

  test('gets the slug of the name that readers see, not of one that a draft coined', async () => {
    await office.draft(quoting('Coined', 'Dee Coined'));
    await office.patch('officials/dee-coined', { otherNames: [{ name: 'Dee Shown' }] });
    await office.publish(quoting('Shown', 'Dee Shown'));
    expect(await official('dee-shown')).toMatchObject({ name: 'Dee Shown', otherNames: [] });
    expect((await office.get('/v1/officials/dee-coined')).status).toBe(404);
  });

  test('has the posts that were written down beside those that releases tell', async () => {
    const dated = (title: string, day: string, said: object) =>
      office.publish(quoting(title, 'Eve Post', { publishedAt: `${day}T00:00:00Z` }, said));
    await dated('Eve 1', '2018-01-01', { rank: 'PC', role: 'Beat officer' });
    await dated('Eve 2', '2019-01-01', { rank: 'Sgt' });
    await dated('Eve 3', '2020-01-01', { rank: null, role: 'Team leader' });
    const shown = async () => {
      const { history } = await official('eve-post');
      return history.map(({ rank, role, from }: Record<string, string>) => [rank, role, from?.slice(0, 10)]);
    };
    expect(await official('eve-post')).toMatchObject({ rank: 'Sgt', role: 'Team leader' });
    expect(await shown()).toEqual([
      ['Sgt', 'Team leader', '2019-01-01'],
      ['PC', 'Beat officer', '2018-01-01'],
    ]);
    const posts = [
      { rank: 'PC', role: 'Dog handler', from: '2018-12-01T00:00:00Z', until: '2019-06-01T00:00:00Z' },
      { rank: 'Insp', from: '2020-06-01T00:00:00Z' },
    ];
    const { body } = await office.patch('officials/eve-post', { posts });
    expect(body.posts).toMatchObject([{ role: 'Dog handler' }, { rank: 'Insp', until: null }]);
    expect(await official('eve-post')).toMatchObject({ rank: 'Insp', role: 'Team leader' });
    expect(await shown()).toEqual([
      ['Insp', 'Team leader', '2020-01-01'],
      ['PC', 'Dog handler', '2018-12-01'],
      ['PC', 'Beat officer', '2018-01-01'],
    ]);
    const { body: listed } = await office.get('/v1/officials');
    expect(listed.data.find(({ slug }: { slug: string }) => slug === 'eve-post')).toMatchObject({ rank: 'Insp' });
  });

  test('has posts from the beginning of a day to the end of one', async () => {
    const posts = [{ rank: 'PC', role: 'Dog handler', from: '2018-06-01', until: '2018-06-01' }];
    const { body } = await office.patch('officials/eve-post', { posts });
    expect(body.posts).toMatchObject([{ from: '2018-05-31T23:00:00.000Z', until: '2018-06-01T23:00:00.000Z' }]);
  });

  test.each<[string, object, string]>([
    ['that has not begun', { rank: 'Insp', from: '2030-01-01T00:00:00Z' }, '/posts/0/from'],
    ['that says nothing', { from: '2019-01-01T00:00:00Z' }, '/posts/0'],
    [
      'that ends before it begins',
      { rank: 'PC', from: '2019-01-01T00:00:00Z', until: '2018-01-01T00:00:00Z' },
      '/posts/0/until',
    ],
    [
      'at an organisation that nobody knows',
      { rank: 'PC', organisation: 'none', from: '2019-01-01T00:00:00Z' },
      '/posts/0/organisation',
    ],
  ])('has no post %s', async (_what, post, pointer) => {
    const { status, body } = await office.patch('officials/eve-post', { posts: [post] });
    expect([status, body.errors]).toMatchObject([422, [{ pointer }]]);
  });

  test('shows a post at an organisation only while the public knows that', async () => {
    await office.publish(quoting('Fay', 'Fay Post', { publishedAt: '2018-01-01T00:00:00Z' }, { rank: null }));
    await office.admin.ask('post', '/v1/admin/organisations', { body: { name: 'Quiet Office' } });
    await office.patch('officials/fay-post', {
      posts: [{ role: 'Head', organisation: 'quiet-office', from: '2019-01-01T00:00:00Z' }],
    });
    expect(await official('fay-post')).toMatchObject({ role: 'Head', organisation: null });
    const { id } = await office.publish(quoting('Quiet', 'Gus Quiet', {}, { organisation: 'Quiet Office' }));
    expect(await official('fay-post')).toMatchObject({ role: 'Head', organisation: { slug: 'quiet-office' } });
    await office.editor.act(id, 'withdraw', 2, { kind: 'vanish' });
    expect(await official('fay-post')).toMatchObject({ role: 'Head', organisation: null });
    expect((await office.get('/v1/organisations/quiet-office')).status).toBe(404);
  });

  test('who has the many names of two is changed like any other, and gets no more of them', async () => {
    for (const name of ['Flo Many', 'Flora Many']) {
      const otherNames = Array.from({ length: 30 }, (_, at) => ({ name: `${name} ${at}` }));
      expect((await office.admin.ask('post', '/v1/admin/officials', { body: { name, otherNames } })).status).toBe(201);
    }
    const merged = await office.merge('officials/flo-many', 'flora-many');
    expect(merged.body.otherNames).toHaveLength(61);
    const changed = await office.patch('officials/flora-many', {
      posts: [{ rank: 'Sgt', from: '2020-01-01T00:00:00Z' }],
    });
    expect([changed.status, changed.body.otherNames]).toEqual([200, merged.body.otherNames]);
    expect(refusal(await office.patch('officials/flora-many', { name: 'Flora Manning' }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/otherNames', detail: 'At most 50 names.' }],
    });
  });
});
