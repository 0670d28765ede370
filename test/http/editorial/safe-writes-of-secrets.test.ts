import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { openReceiver, type Receiver } from '../../support/receiver.ts';
import { openSubscriber } from '../../support/syndication.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const SUBSCRIPTIONS = '/v1/syndication/subscriptions';
const NAMED = { 'Idempotency-Key': '"9a1f-1"' };

let office: PressOffice;
let admin: Desk;
let editor: Desk;
let partner: Desk;
let receiver: Receiver;
beforeEach(async () => {
  office = await openPressOffice();
  admin = await office.desk('admin', { name: 'Kim' });
  editor = await office.desk('editor', { name: 'Sam' });
  partner = await office.desk('partner', { name: 'Fenwick' });
  receiver = await openSubscriber();
});
afterEach(async () => {
  await receiver.close();
  await office.close();
});

interface Secretive {
  readonly what: string;
  readonly secret: string;
  /** Sends the request, with a name of its own. */
  readonly ask: () => Promise<(rest?: string, headers?: Record<string, string>) => ReturnType<Desk['ask']>>;
}

const CASES: readonly Secretive[] = [
  {
    what: 'a new key',
    secret: 'key',
    ask:
      async () =>
      (rest = '', headers = NAMED) =>
        admin.ask('post', `/v1/admin/keys${rest}`, { body: { name: 'Ada', role: 'author' }, headers }),
  },
  {
    what: 'a rotated key',
    secret: 'key',
    ask: async () => {
      const { key } = await office.createKey('author', { name: 'Ada' });
      return (rest = '', headers = NAMED) =>
        admin.ask('post', `/v1/admin/keys/${key.prefix}/rotate${rest}`, { body: {}, headers });
    },
  },
  {
    what: 'a preview',
    secret: 'url',
    ask: async () => {
      const { id } = (await editor.create({ title: 'Closure order' })).body;
      return (rest = '', headers = NAMED) =>
        editor.ask('post', `/v1/editorial/articles/${id}/previews${rest}`, { headers });
    },
  },
  {
    what: 'a subscription',
    secret: 'secret',
    ask:
      async () =>
      (rest = '', headers = NAMED) =>
        partner.ask('post', `${SUBSCRIPTIONS}${rest}`, { body: { url: `${receiver.origin}/hook` }, headers }),
  },
  {
    what: 'a new secret of a subscription',
    secret: 'secret',
    ask: async () => {
      const { id } = (await partner.ask('post', SUBSCRIPTIONS, { body: { url: `${receiver.origin}/hook` } })).body;
      return (rest = '', headers = NAMED) =>
        partner.ask('post', `${SUBSCRIPTIONS}/${id}/rotate-secret${rest}`, { headers });
    },
  },
];

describe.each(CASES)('$what that is asked for twice', ({ secret, ask }) => {
  test('is one, and its secret is shown again to who asked, and kept nowhere', async () => {
    const send = await ask();
    const first = await send();
    const again = await send();
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([
      first.status,
      first.text,
      'true',
    ]);
    expect(again.headers['location']).toBe(first.headers['location']);
    const other = await send('', { 'Idempotency-Key': '"9a1f-2"' });
    expect(other.body[secret]).not.toBe(first.body[secret]);
    const database = new Database(office.database, { readonly: true });
    const answers = database.prepare('select answer from answers').pluck().all() as string[];
    database.close();
    expect(answers.length).toBeGreaterThan(0);
    // A secret of a subscription is kept beside it, since what is signed must be signed again; nothing else is.
    const token = first.body[secret].split('/').at(-1);
    for (const answer of answers) {
      expect(answer).not.toContain(token);
      expect(answer).toMatch(/^[\w-]+$/);
    }
  });

  test('is tried out without anything being kept', async () => {
    const send = await ask();
    const tried = await send('?dryRun=true');
    const done = await send();
    expect([tried.status, tried.headers['dry-run'], tried.headers['location']]).toEqual([
      done.status,
      'true',
      undefined,
    ]);
    expect([done.headers['idempotency-replayed'], done.headers['dry-run']]).toEqual([undefined, undefined]);
    expect(refusal(await send('?dryRun=true'))).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });
});

test('a key is shown again although it has ended meanwhile, and a new one that ends so is refused', async () => {
  const body = { name: 'Ada', role: 'author', expiresAt: shifted(NOW, 60_000) };
  const ask = (headers: Record<string, string>) => admin.ask('post', '/v1/admin/keys', { body, headers });
  const made = await ask(NAMED);
  office.setTime(shifted(NOW, 120_000));
  const again = await ask(NAMED);
  expect([made.status, again.status, again.body]).toEqual([201, 201, made.body]);
  expect(refusal(await ask({}))).toMatchObject({ status: 422, errors: [{ pointer: '/expiresAt' }] });
});

test('a secret is shown again however the scheme of the key is written', async () => {
  const { text } = await office.createKey('admin', { name: 'Lou' });
  const create = (authorization: string) =>
    office.client
      .post('/v1/admin/keys')
      .set({ ...NAMED, Authorization: authorization })
      .send({ name: 'Ada', role: 'author' });
  const first = await create(`Bearer ${text}`);
  const again = await create(`bearer  ${text}`);
  expect([again.status, again.text]).toEqual([201, first.text]);
});

describe('a subscription', () => {
  test('that is still asking its receiver is 409, and then the answer', async () => {
    const slow = await openReceiver();
    const asked = Promise.withResolvers<() => void>();
    slow.answer = ({ body }, response) =>
      asked.resolve(() => void response.end(JSON.stringify({ challenge: JSON.parse(body).data.challenge })));
    const send = () =>
      partner.ask('post', SUBSCRIPTIONS, { body: { url: `${slow.origin}/hook` }, headers: NAMED }).then((sent) => sent);
    const first = send();
    const answer = await asked.promise;
    expect(refusal(await send())).toEqual({
      status: 409,
      code: 'idempotency_key_in_use',
      detail: 'The first request with this Idempotency-Key is still in work.',
      errors: [],
    });
    answer();
    const done = await first;
    const again = await send();
    expect([done.status, again.text, again.headers['idempotency-replayed']]).toEqual([201, done.text, 'true']);
    expect(slow.received).toHaveLength(1);
    await slow.close();
  });

  test('whose receiver refuses leaves its name free', async () => {
    const slow = await openReceiver();
    const send = () => partner.ask('post', SUBSCRIPTIONS, { body: { url: `${slow.origin}/hook` }, headers: NAMED });
    expect((await send()).status).toBe(422);
    slow.answer = ({ body }, response) => void response.end(JSON.parse(body).data.challenge);
    expect((await send()).status).toBe(201);
    await slow.close();
  });

  test('is changed by whoever has read it as it stands', async () => {
    const { body, headers } = await partner.ask('post', SUBSCRIPTIONS, { body: { url: `${receiver.origin}/hook` } });
    const path = `${SUBSCRIPTIONS}/${body.id}`;
    const patch = (version: number | undefined, wish: object, rest = '') =>
      partner.ask('patch', `${path}${rest}`, { body: wish, version });
    expect(headers['etag']).toMatch(/^"1-/);
    expect(refusal(await patch(undefined, { areas: [] }))).toMatchObject({
      status: 428,
      code: 'precondition_required',
    });
    const tried = await patch(1, { areas: ['fenwick'] }, '?dryRun=true');
    expect([tried.body.areas, tried.headers['dry-run'], tried.headers['etag']]).toEqual([
      ['fenwick'],
      'true',
      undefined,
    ]);
    const changed = await patch(1, { areas: ['fenwick'] });
    expect([changed.status, changed.headers['etag']]).toEqual([200, expect.stringMatching(/^"2-/)]);
    expect(refusal(await patch(1, { areas: [] }))).toEqual({
      status: 412,
      code: 'stale_edition',
      detail: 'The subscription has changed since you read it.',
      errors: [{ parameter: 'If-Match', detail: 'It names version "1".', expected: 'The present one: "2".' }],
    });
    const read = await partner.ask('get', path);
    expect([read.body.areas, read.headers['etag']]).toEqual([['fenwick'], expect.stringMatching(/^"2-/)]);
    const removed = await partner.ask('delete', `${path}?dryRun=true`);
    expect([removed.status, removed.headers['dry-run'], (await partner.ask('get', path)).status]).toEqual([
      204,
      'true',
      200,
    ]);
  });
});

describe('what shows no secret', () => {
  test('a key is revoked only in earnest', async () => {
    const { key } = await office.createKey('author', { name: 'Ada' });
    const path = `/v1/admin/keys/${key.prefix}`;
    const tried = await admin.ask('delete', `${path}?dryRun=true`);
    expect([tried.status, tried.headers['dry-run']]).toEqual([204, 'true']);
    expect((await admin.ask('get', path)).body.state).toBe('valid');
    expect((await admin.ask('delete', path)).status).toBe(204);
    expect((await admin.ask('delete', `${path}?dryRun=true`)).status).toBe(409);
  });

  test('a replay is made once, and tried out', async () => {
    const { id } = (await partner.ask('post', SUBSCRIPTIONS, { body: { url: `${receiver.origin}/hook` } })).body;
    const replay = (rest = '') =>
      partner.ask('post', `${SUBSCRIPTIONS}/${id}/replay${rest}`, { body: { dead: true }, headers: NAMED });
    const tried = await replay('?dryRun=true');
    const [first, again] = [await replay(), await replay()];
    expect([tried.status, tried.body, tried.headers['dry-run']]).toEqual([202, { replayed: 0 }, 'true']);
    expect([first.status, first.body, again.status, again.text, again.headers['idempotency-replayed']]).toEqual([
      202,
      { replayed: 0 },
      202,
      first.text,
      'true',
    ]);
  });

  test('a receipt is tried out: what would be owed then', async () => {
    const { body } = await editor.create({ title: 'Closure order', area: 'Fenwick', body: { markdown: 'Words.' } });
    await editor.act(body.id, 'force-publish', 1, { reason: 'Flood' });
    const { latest } = (await editor.ask('get', `/v1/editorial/articles/${body.id}/syndication`)).body;
    const say = (changes: readonly number[], rest = '') =>
      partner.ask('post', `/v1/syndication/receipts${rest}`, { body: { changes } });
    await say([latest.sequence]);
    await editor.act(body.id, 'withdraw', 2, { kind: 'gone', explanation: 'Set aside.' });
    const withdrawn = (await editor.ask('get', `/v1/editorial/articles/${body.id}/syndication`)).body.latest;
    const tried = await say([withdrawn.sequence], '?dryRun=true');
    expect([tried.status, tried.body.outstanding, tried.headers['dry-run']]).toEqual([200, [], 'true']);
    expect((await partner.ask('get', '/v1/syndication/receipts')).body.outstanding).toHaveLength(1);
    expect((await say([withdrawn.sequence + 1000], '?dryRun=true')).status).toBe(422);
  });
});
