import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { shifted } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import type { WithdrawalKind } from '../../../src/domain/withdrawal.ts';
import { cursorScope, writeCursor } from '../../../src/http/answer/cursor.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { addressOf } from '../../support/address.ts';
import { decide, withdrawal } from '../../support/newsroom.ts';
import { CLOSURE, STORM, WELSH } from '../fenwick.ts';
import { type Installation, NOW, openInstallation } from '../installation.ts';

let api: Installation;
let since: string;
beforeAll(async () => {
  api = await openInstallation();
  for (const release of [CLOSURE, STORM, WELSH]) await api.publish(release);
  await api.publish({ slug: 'hidden', publishAt: null });
  since = (await api.get('/v1/changes')).body.page.next;
});
afterAll(() => api.close());

async function withdraw(slug: string, kind: WithdrawalKind): Promise<string> {
  const { id } = (await api.get(`/v1/articles/${slug}`)).body;
  const at = api.deps.clock.now();
  await decide(api.store, id, { withdraw: withdrawal(kind, { at }) }, { audience: audienceOf(OPERATOR, at) });
  return id;
}

const changes = async (query: string) => (await api.get(`/v1/changes?${query}`)).body;
const waiting = (query: string) => changes(`since=${since}&wait=30&${query}`);

describe('the changes', () => {
  test('begin with the present state, thin', async () => {
    const { body, headers } = await api.get('/v1/changes?limit=2');
    const { body: storm } = await api.get('/v1/articles/storm');
    expect(body).toEqual({
      data: [
        expect.objectContaining({ type: 'upsert', sequence: 1 }),
        {
          type: 'upsert',
          sequence: 2,
          id: storm.id,
          edition: 1,
          at: NOW,
          links: { self: `https://news.example/v1/articles/${storm.id}` },
        },
      ],
      page: { limit: 2, next: expect.any(String), more: true },
    });
    expect(headers['link']).toBe(`<https://news.example/v1/changes?limit=2&since=${body.page.next}>; rel="next"`);
    expect(await changes(`since=${body.page.next}`)).toMatchObject({ data: [{ sequence: 3 }], page: { more: false } });
  });

  test('bring the articles along on request', async () => {
    const { body: article } = await api.get('/v1/articles/closure-order');
    const { body: list } = await api.get('/v1/articles?tag=drugs');
    expect((await changes('tag=drugs&include=article')).data).toMatchObject([{ article }]);
    expect((await changes('tag=drugs&include=listing')).data).toMatchObject([{ listing: list.data[0] }]);
  });

  test('bring the body along in every format that there is, and keep their place in all of them', async () => {
    const { body: article } = await api.get('/v1/articles/closure-order?bodyFormat=all');
    const all = await changes('tag=drugs&include=article&bodyFormat=all');
    expect(all.data).toMatchObject([{ article }]);
    const [{ article: written }] = (await changes('tag=drugs&include=article&bodyFormat=markdown')).data;
    expect(written.body).toEqual({ markdown: article.body.markdown });
    expect(await changes(`tag=drugs&since=${all.page.next}`)).toMatchObject({ data: [] });
  });

  test('are revalidated for nothing, unless they wait', async () => {
    const { headers } = await api.get('/v1/changes');
    expect(headers['last-modified']).toBe('Mon, 02 Nov 2020 11:59:59 GMT');
    expect((await api.get('/v1/changes', { 'If-None-Match': headers['etag'] ?? '' })).status).toBe(304);
    const waited = await api.get('/v1/changes?wait=1');
    expect(waited.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(waited.headers).not.toHaveProperty('etag');
  });

  test.each([
    ['wait=31', 'wait'],
    ['wait=1.5', 'wait'],
    ['include=body', 'include'],
    ['cursor=x', 'cursor'],
    ['q=storm', 'q'],
    ['since=nonsense', 'since'],
  ])('refuse %s', async (query, parameter) => {
    const { status, body } = await api.get(`/v1/changes?${query}`);
    expect([status, body.code, body.errors[0].parameter]).toEqual([400, 'invalid_parameter', parameter]);
  });

  test.each([
    [[]],
    [['x', 'mark', '0']],
    [['1.5', 'mark', '0']],
    [['1', 'mark']],
    [['1', 'mark', 'x']],
    [['1', 'mark', '0', 'x', 'areas']],
  ])('refuse a made-up cursor: %j', async (keys) => {
    const made = writeCursor({ direction: 'next', keys }, cursorScope('listChanges', {}));
    const { status, body } = await api.get(`/v1/changes?since=${made}`);
    expect([status, body.errors?.[0].parameter]).toEqual([400, 'since']);
  });

  test('take a cursor back with the filters that it came with, in any order of theirs', async () => {
    const { page } = await changes('tag=drugs&area=fenwick');
    expect((await api.get(`/v1/changes?area=fenwick&since=${page.next}&tag=drugs&areaScope=subtree`)).status).toBe(200);
    expect((await api.get(`/v1/changes?tag=drugs&since=${page.next}`)).status).toBe(400);
    expect((await api.get(`/v1/changes?area=fenwick&areaScope=exact&tag=drugs&since=${page.next}`)).status).toBe(400);
  });

  test('send whoever comes from another history back to the beginning', async () => {
    const other = await openInstallation();
    await other.publish(WELSH);
    const { status, body } = await other.get(`/v1/changes?since=${since}`);
    expect([status, body.code]).toEqual([410, 'resync_required']);
    await other.close();
  });
});

describe('a wait for changes', () => {
  test('ends with a change of this process', async () => {
    const answer = waiting('limit=1');
    await api.publish({ slug: 'first' });
    expect(await answer).toMatchObject({ data: [{ type: 'upsert', sequence: 4 }] });
  });

  test('ends with a change of another process', async () => {
    since = (await changes('')).page.next;
    const answer = waiting('');
    const store = openSqliteStore({ path: api.database, newId: api.deps.newId, addressOf });
    const { id } = (await api.get('/v1/articles/first')).body;
    const at = NOW;
    await decide(store, id, { withdraw: withdrawal('gone', { at }) }, { audience: audienceOf(OPERATOR, at) });
    await store.close();
    const [entry] = (await answer).data;
    expect(entry).toEqual({
      type: 'withdraw',
      sequence: 5,
      id,
      edition: 1,
      at,
      withdrawal: 'gone',
      links: { self: `https://news.example/v1/articles/${id}` },
    });
  });

  test('ends at the instant of a lift', async () => {
    const at = shifted(NOW, 60_000);
    await api.publish({ slug: 'evening', publishAt: at });
    since = (await changes('')).page.next;
    const answer = waiting('');
    api.setTime(at);
    expect(await answer).toMatchObject({ data: [{ type: 'upsert', at }] });
  });

  test('is not ended by what the filter passes over', async () => {
    const begun = (await changes('tag=drugs')).page.next;
    const answer = changes(`since=${begun}&wait=30&tag=drugs`);
    await api.publish({ slug: 'other' });
    await withdraw('other', 'vanish');
    expect(await answer).toMatchObject({ data: [{ type: 'vanish' }], page: { more: false } });
  });

  test('ends without a change when its time is up, and goes on from there', async () => {
    since = (await changes('')).page.next;
    expect(await changes(`since=${since}&wait=0`)).toEqual({ data: [], page: { limit: 20, next: since, more: false } });
  });

  test('shows nothing of what was taken down', async () => {
    since = (await changes('')).page.next;
    await withdraw('storm', 'redirect');
    await withdraw('closure-order', 'vanish');
    const { text, body } = await api.get(`/v1/changes?since=${since}&include=article`);
    expect(body.data.map(({ type }: { type: string }) => type)).toEqual(['withdraw', 'vanish']);
    expect(text).not.toMatch(/storm|closure|court/i);
    expect(Object.keys(body.data[1])).toEqual(['type', 'sequence', 'id', 'edition', 'at']);
  });

  test('ends at once when the server closes, however many wait', async () => {
    const other = await openInstallation();
    const next = (await other.get('/v1/changes')).body.page.next;
    const answers = Array.from({ length: 100 }, () => ask(other, `/v1/changes?since=${next}&wait=30`));
    await Promise.all(answers.map(({ sent }) => sent));
    // The last of them has begun to wait when one that came after it was answered.
    await other.get('/healthz');
    const closing = other.close();
    const statuses = await Promise.all(answers.map(({ status }) => status));
    await closing;
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

function ask({ app }: Installation, path: string) {
  const sent = Promise.withResolvers<void>();
  const status = new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${app.listeningOrigin}${path}`, { agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    asked.on('error', reject);
    asked.end(() => sent.resolve());
  });
  return { sent: sent.promise, status };
}
