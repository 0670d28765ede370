import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_PREVIEW_SECONDS, MAX_PREVIEW_SECONDS, MAX_PREVIEWS } from '../../../src/domain/preview.ts';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const ORIGIN = 'https://news.example';
const BODY = 'The order is made.\n\n“We are <glad> of it,” said Inspector Jo Hale, of Fenwick Police.';

let office: PressOffice;
let author: Desk;
let editor: Desk;
let id: string;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
  const draft = { title: 'Order <script>alert(1)</script> & "more"', area: 'Fenwick', summary: 'A <b>summary</b>' };
  id = (await author.create({ ...draft, body: { markdown: BODY } })).body.id;
});
afterEach(() => office.close());

const previews = () => `/v1/editorial/articles/${id}/previews`;
const create = (body?: object) => author.ask('post', previews(), { body });
const link = async (body?: object): Promise<string> => (await create(body)).body.url.slice(ORIGIN.length);
const states = async () => (await author.ask('get', previews())).body.data.map(({ state }: { state: string }) => state);

/** Fails unless a link answers as one that never was. */
async function expectDead(path: string) {
  const never = `/v1/previews/${'A'.repeat(43)}`;
  const [dead, unknown] = [await office.get(path), await office.get(never)];
  expect([dead.status, refusal(dead)]).toEqual([404, refusal(unknown)]);
}

describe('a preview', () => {
  test('that is only tried opens nothing, and ends nothing', async () => {
    const tried = await author.ask('post', `${previews()}?dryRun=true`, { body: {} });
    expect([tried.status, tried.headers['dry-run']]).toEqual([201, 'true']);
    await expectDead(tried.body.url.slice(ORIGIN.length));
    expect(await states()).toEqual([]);
    const { body } = await create();
    const ended = await author.ask('delete', `${previews()}/${body.id}?dryRun=true`);
    expect([ended.status, ended.headers['dry-run']]).toEqual([204, 'true']);
    expect(await states()).toEqual(['works']);
    expect((await author.ask('delete', `${previews()}/nothing?dryRun=true`)).status).toBe(404);
  });

  test('shows the open edition as it stands to whoever has the link', async () => {
    const made = await create();
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.any(String),
        url: expect.stringMatching(/^https:\/\/news\.example\/v1\/previews\/[\w-]{43}$/),
        expiresAt: shifted(NOW, DEFAULT_PREVIEW_SECONDS * 1000),
      },
    ]);
    const path = made.body.url.slice(ORIGIN.length);
    await author.patch(id, 1, { title: 'Newer' });
    const shown = await office.get(path);
    expect(shown.body).toMatchObject({ title: 'Newer', area: 'Fenwick', publishedAt: null });
    expect(shown.body.quotes).toMatchObject([{ position: 1, attribution: { name: 'Jo Hale' } }]);
    expect(shown.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      vary: 'Accept',
    });
    const { etag, 'access-control-allow-origin': site } = shown.headers;
    expect([etag, site]).toEqual([undefined, undefined]);
  });

  test('is a page without a script for who would rather have one, with every value escaped', async () => {
    const page = await office.get(await link(), { Accept: 'text/html,*/*;q=0.8' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src http: https:;/,
    );
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('Order &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(page.text).toContain('not public');
    expect(page.text).toContain('Inspector Jo Hale');
  });

  test('has no other forms, and tells who wants one only of those that it has', async () => {
    const path = await link();
    const { status, headers, body } = await office.get(path, { Accept: 'image/*' });
    expect([status, headers['cache-control'], body.code]).toEqual([406, 'no-store', 'not_acceptable']);
    expect(body.errors).toMatchObject([{ parameter: 'Accept', allowed: ['application/json', 'text/html'] }]);
    expect((await office.get(`${path}x`, { Accept: 'image/*' })).status).toBe(404);
    expect((await office.get('/v1/articles', { Accept: 'image/*' })).status).toBe(200);
  });

  test('shows its token once and is listed without it, newest first', async () => {
    const first = await create({ expiresInSeconds: 60 });
    office.setTime(shifted(NOW, 1));
    const second = await create();
    const list = await author.ask('get', previews());
    expect(list.body.data.map((each: { id: string }) => each.id)).toEqual([second.body.id, first.body.id]);
    expect(list.text).not.toContain(first.body.url.slice(-43));
    const page = await author.ask('get', `${previews()}?limit=1`);
    expect((await author.ask('get', `${previews()}?limit=1&cursor=${page.body.page.next}`)).body.data).toEqual([
      list.body.data[1],
    ]);
  });

  test('lives as long as it was told, to the millisecond', async () => {
    const path = await link({ expiresInSeconds: 60 });
    office.setTime(shifted(NOW, 59_999));
    expect((await office.get(path)).status).toBe(200);
    office.setTime(shifted(NOW, 60_000));
    await expectDead(path);
    expect(await states()).toEqual(['expired']);
  });

  test.each([
    [0, 422],
    [1, 201],
    [MAX_PREVIEW_SECONDS, 201],
    [MAX_PREVIEW_SECONDS + 1, 422],
  ])('for %i seconds is answered with %i', async (expiresInSeconds, status) => {
    expect((await create({ expiresInSeconds })).status).toBe(status);
  });

  test('dies when it is revoked, and both stand in the audit trail', async () => {
    const made = (await create()).body;
    const revoke = () => author.ask('delete', `${previews()}/${made.id}`);
    expect((await revoke()).status).toBe(204);
    await expectDead(made.url.slice(ORIGIN.length));
    expect([await states(), (await revoke()).status]).toEqual([['revoked'], 409]);
    expect((await author.ask('delete', `${previews()}/never`)).status).toBe(404);
    const { body } = await editor.ask('get', `/v1/editorial/articles/${id}/events`);
    expect(body.data.filter(({ outcome }: { outcome: string }) => outcome === 'accepted').slice(0, 2)).toMatchObject([
      { action: 'preview.revoked', actor: { name: 'Ada Reed' }, detail: { preview: made.id } },
      {
        action: 'preview.created',
        actor: { name: 'Ada Reed' },
        detail: { preview: made.id, expiresAt: made.expiresAt },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(made.url.slice(-43));
  });

  test('outlives the approval, and dies with the lift of its edition', async () => {
    const path = await link();
    await author.act(id, 'submit', 1);
    await editor.act(id, 'schedule', 2, { publishAt: shifted(NOW, 60_000) });
    office.setTime(shifted(NOW, 59_999));
    expect((await office.get(path)).body.publishedAt).toBe(shifted(NOW, 60_000));
    office.setTime(shifted(NOW, 60_000));
    await expectDead(path);
    expect(refusal(await create())).toMatchObject({ status: 409, code: 'verb_not_allowed' });
  });

  test.each(['publish', 'discard'])('dies for ever when its edition is handled by %s', async (verb) => {
    const path = await link();
    await author.act(id, 'submit', 1);
    await editor.act(id, verb, 2);
    await expectDead(path);
    await author.patch(id, 3, { title: 'Another edition' });
    await expectDead(path);
    expect(await states()).toEqual(['ended']);
  });

  test('dies for ever when the article is withdrawn under an open edition', async () => {
    await author.act(id, 'submit', 1);
    await editor.act(id, 'publish', 2);
    await author.patch(id, 3, { title: 'Another edition' });
    const path = await link();
    await editor.act(id, 'withdraw', 4, { kind: 'vanish' });
    await expectDead(path);
    await editor.act(id, 'reinstate', 5);
    await expectDead(path);
    expect(await states()).toEqual(['revoked']);
  });

  test('of an article of somebody else is made, listed and revoked by nobody', async () => {
    const made = (await create()).body;
    const other = await office.desk('author', { name: 'Lee Moss' });
    const answers = [
      await other.ask('post', previews()),
      await other.ask('get', previews()),
      await other.ask('delete', `${previews()}/${made.id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await office.get(made.url.slice(ORIGIN.length))).status).toBe(200);
  });

  test(`is one of ${MAX_PREVIEWS} that work at most`, async () => {
    for (let count = 1; count < MAX_PREVIEWS; count += 1) await create({ expiresInSeconds: 60 });
    expect([(await create()).status, (await create()).status]).toEqual([201, 409]);
    office.setTime(shifted(NOW, 60_000));
    expect((await create()).status).toBe(201);
  });
});
