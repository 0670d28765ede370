import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../press-office.ts';
import { openRegister, publicNames, quoting } from '../register.ts';

let office: Awaited<ReturnType<typeof openRegister>>;
beforeAll(async () => {
  office = await openRegister();
});
afterAll(() => office.close());

const speaking = (title: string, organisation: string, rest: object = {}) =>
  quoting(title, `Speaker of ${title}`, rest, { organisation });

describe('an organisation', () => {
  test('is renamed in every article, and keeps its address', async () => {
    const { id, slug } = await office.publish(speaking('Council', 'Fenwick Council'));
    const { sequence } = await office.newest();
    const renamed = await office.patch('organisations/fenwick-council', { name: 'Fenwick City Council' });
    expect(renamed.body).toMatchObject({ slug: 'fenwick-council', otherNames: [{ name: 'Fenwick Council' }] });
    expect((await office.get('/v1/organisations/fenwick-council')).body.name).toBe('Fenwick City Council');
    expect((await office.get(`/v1/articles/${slug}`)).body.quotes[0]).toMatchObject({
      organisation: { name: 'Fenwick City Council' },
      attribution: { organisation: 'Fenwick Council' },
    });
    expect(await office.newest()).toEqual({ sequence: sequence + 1, articleId: id });
  });

  test('is merged with what was said for it, and with those who speak for it', async () => {
    const one = await office.publish(speaking('One', 'Marl Homes'));
    const two = await office.publish(speaking('Two', 'Marl Housing'));
    const merged = await office.merge('organisations/marl-homes', 'marl-housing');
    expect(merged.status).toBe(200);
    expect((await office.get('/v1/organisations/marl-homes')).headers['location']).toBe(
      'https://news.example/v1/organisations/marl-housing',
    );
    expect(await office.found('organisation=marl-housing')).toEqual([one.slug, two.slug].sort());
    expect((await office.get('/v1/officials/speaker-of-one')).body.organisation.slug).toBe('marl-housing');
    const { body } = await office.get('/v1/quotes?organisation=marl-housing');
    expect(body.data).toHaveLength(2);
    const later = await office.publish(speaking('Three', 'MARL HOMES'));
    expect(await office.found('organisation=marl-housing')).toContain(later.slug);
  });

  test('is removed only when nothing refers to it', async () => {
    const remove = (reference: string, version: number) =>
      office.admin.ask('delete', `/v1/admin/organisations/${reference}`, { version });
    await office.admin.ask('post', '/v1/admin/organisations', { body: { name: 'Nobody Speaks for It' } });
    await office.draft(speaking('A draft that names it', 'Named Homes'));
    expect(refusal(await remove('named-homes', 1))).toMatchObject({ status: 409, code: 'conflict' });
    expect((await remove('nobody-speaks-for-it', 7)).status).toBe(412);
    expect((await remove('nobody-speaks-for-it', 1)).status).toBe(204);
    expect((await office.admin.ask('get', '/v1/admin/organisations/nobody-speaks-for-it')).status).toBe(404);
    const { body: audit } = await office.admin.ask('get', '/v1/admin/audit?action=organisation.removed');
    expect(audit.data).toMatchObject([{ outcome: 'accepted', detail: { name: 'Nobody Speaks for It' } }]);
  });

  test('that only drafts name stays unknown, whatever is done to it', async () => {
    const before = await publicNames(office, '/v1/organisations/secret-office');
    await office.draft(speaking('Hidden', 'Secret Office'));
    await office.patch('organisations/secret-office', {
      name: 'Office',
      otherNames: [{ name: 'Bureau', public: true }],
    });
    await office.merge('organisations/secret-office', 'marl-housing');
    expect(await publicNames(office, '/v1/organisations/secret-office')).toEqual(before);
  });

  test('is refused under a name that another has, which is told', async () => {
    const { body: owner } = await office.admin.ask('get', '/v1/admin/organisations/marl-homes');
    const refused = await office.admin.ask('post', '/v1/admin/organisations', { body: { name: 'Marl Homes' } });
    expect(refusal(refused)).toMatchObject({
      status: 409,
      errors: [{ pointer: '/name', detail: `The entry ${owner.id} has this name.` }],
    });
  });
});

describe('a tag', () => {
  const rename = (from: string, to: string, query = '', headers: Record<string, string> = {}) =>
    office.admin.ask('post', `/v1/admin/tags/rename${query}`, { body: { from, to }, headers });

  test('that nobody uses is not renamed; one that a draft alone has is', async () => {
    const refused = await rename('nobody-has-it', 'drugs');
    expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
    await office.draft({ title: 'Draft', tags: ['of-a-draft'] });
    const tried = await rename('of-a-draft', 'ty\u0302', '?dryRun=true');
    expect([tried.status, tried.body.tag]).toEqual([200, 'tŷ']);
  });

  test('is renamed in what is public and in drafts, and its old word stands for it', async () => {
    const { id, slug } = await office.publish({ title: 'Tagged', tags: ['narcotics', 'court'] });
    const draft = await office.draft({ title: 'Draft', tags: ['narcotics'] });
    const { sequence } = await office.newest();
    const tried = await rename('narcotics', 'drugs', '?dryRun=true');
    expect([tried.body.articles, await office.found('tag=narcotics')]).toEqual([1, [slug]]);
    const { status, body } = await rename('narcotics', 'drugs');
    expect([status, body]).toEqual([200, { tag: 'drugs', words: ['narcotics'], articles: 1 }]);
    expect(await office.newest()).toEqual({ sequence: sequence + 1, articleId: id });
    expect((await office.get(`/v1/articles/${slug}`)).body.tags).toEqual(['drugs', 'court']);
    expect([await office.found('tag=drugs'), await office.found('tag=narcotics')]).toEqual([[slug], [slug]]);
    expect((await office.editor.read(draft)).body.open.tags).toEqual(['drugs']);
    const { body: sought } = await office.editor.list('?tag=drugs');
    expect(sought.data.map((article: { id: string }) => article.id).sort()).toEqual([id, draft].sort());
    const later = await office.publish({ title: 'Later', tags: ['narcotics'] });
    expect(await office.found('tag=drugs')).toEqual([later.slug, slug].sort());
    expect(await office.found('tag=narcotics')).toEqual([later.slug, slug].sort());
  });

  test('is merged into one that there is, and counted once for each article', async () => {
    const both = await office.publish({ title: 'Both', tags: ['drugs', 'substances'] });
    await rename('drugs', 'substances');
    expect((await office.get(`/v1/articles/${both.slug}`)).body.tags).toEqual(['substances']);
    const { body } = await office.get('/v1/tags');
    expect(body.data).toEqual([
      { tag: 'court', articles: 1 },
      { tag: 'substances', articles: 3 },
    ]);
    const words = (query: string) => office.admin.ask('get', `/v1/admin/tags?limit=1${query}`).then(({ body }) => body);
    const first = await words('');
    const second = await words(`&cursor=${first.page.next}`);
    expect([...first.data, ...second.data]).toEqual([
      { word: 'drugs', tag: 'substances' },
      { word: 'narcotics', tag: 'substances' },
    ]);
    expect(await words(`&cursor=${second.page.prev}`)).toMatchObject({ data: first.data, page: { prev: null } });
    const found = await office.found('tag=substances');
    expect([await office.found('tag=drugs'), await office.found('tag=narcotics')]).toEqual([found, found]);
  });

  test('is renamed back like any other', async () => {
    const key = { 'Idempotency-Key': '"back"' };
    await rename('substances', 'drugs', '', key);
    expect((await rename('substances', 'drugs', '', key)).headers['idempotency-replayed']).toBe('true');
    const { body: words } = await office.admin.ask('get', '/v1/admin/tags');
    expect(words.data).toEqual([
      { word: 'narcotics', tag: 'drugs' },
      { word: 'substances', tag: 'drugs' },
    ]);
    const found = await office.found('tag=drugs');
    expect(found).toHaveLength(3);
    expect([await office.found('tag=substances'), await office.found('tag=narcotics')]).toEqual([found, found]);
  });

  test('is the same however its accents are sent', async () => {
    const { slug } = await office.publish({ title: 'A house', tags: ['t\u0177'] });
    const sent = encodeURIComponent('ty\u0302');
    expect([await office.found(`tag=${sent}`), await office.found('tag=t%C5%B7')]).toEqual([[slug], [slug]]);
    const { body } = await office.editor.list(`?tag=${sent}`);
    expect(body.data).toHaveLength(1);
    expect((await rename('ty\u0302', 'houses', '?dryRun=true')).body).toMatchObject({ tag: 'houses', articles: 1 });
  });

  test('is found by its old word in feeds, copies and what partners read, and nothing of them is lost', async () => {
    const { id } = await office.publish({ title: 'Followed', tags: ['harbour'] });
    const { body: before } = await office.get('/v1/changes?tag=harbour');
    await rename('harbour', 'port');
    const { body: feed } = await office.get('/v1/feeds/feed.json?tag=harbour');
    expect(feed.items).toHaveLength(1);
    const { body: changes } = await office.get(`/v1/changes?tag=harbour&since=${before.page.next}`);
    expect(changes.data).toMatchObject([{ type: 'upsert', id }]);
  });

  test('is not renamed when a word stands for another already, or for itself', async () => {
    expect(refusal(await rename('narcotics', 'opium'))).toMatchObject({ status: 409, errors: [{ pointer: '/from' }] });
    expect(refusal(await rename('court', 'narcotics'))).toMatchObject({ status: 409, errors: [{ pointer: '/to' }] });
    expect(refusal(await rename('court', 'court'))).toMatchObject({ status: 422, errors: [{ pointer: '/to' }] });
  });

  test('of drafts alone changes nothing that readers see', async () => {
    const before = await publicNames(office);
    await office.draft({ title: 'Hidden tag', tags: ['secret'] });
    await rename('secret', 'court');
    expect(await publicNames(office)).toEqual(before);
    expect([await office.found('tag=secret'), await office.found('tag=never-written')]).toEqual([[], []]);
    expect(await office.found('tag=court')).toHaveLength(1);
  });
});
