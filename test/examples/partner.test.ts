import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../cli/command-line.ts';
import { bearer, type Installation, NOW, openInstallation } from '../http/installation.ts';
import { deliver } from '../http/listening.ts';
import { type Folder, openFolder } from '../support/folder.ts';
import { decide, put, withdrawal } from '../support/newsroom.ts';
import { place } from '../support/place.ts';
import { instant } from '../support/time.ts';
import { startProgram } from './program.ts';
import { openRoad } from './road.ts';

let api: Installation;
let road: Awaited<ReturnType<typeof openRoad>>;
let env: Record<string, string>;
let headers: { readonly Authorization: string };
let program: ReturnType<typeof startProgram>;
let folder: Folder;
let copied: string;

beforeAll(async () => {
  api = await openInstallation();
  road = await openRoad(api.app.listeningOrigin);
  await api.store.areas.register([place('Fenwick')], NOW);
  const { id } = await api.createPartner({ areaKeys: ['fenwick'] });
  const key = await api.createKey('partner', { partnerId: id });
  folder = openFolder();
  copied = join(folder.path, 'copy');
  mkdirSync(copied);
  headers = bearer(key);
  env = {
    DATELINE_URL: road.origin,
    DATELINE_KEY: key.text,
    COPY_FOLDER: copied,
    WEBHOOK_SECRET_FILE: join(folder.path, 'secret'),
    WEBHOOK_PORT: String(await freePort()),
  };
  start();
});
afterAll(async () => {
  await kill();
  await road.close();
  await api.close();
  folder.close();
});

function start(): void {
  program = startProgram('partner.ts', env);
}

const until = (words: string) => program.until(words);
const kill = () => program.kill();

const files = () =>
  readdirSync(copied)
    .filter((name) => name.endsWith('.json'))
    .sort();
const copy = (id: string) => JSON.parse(readFileSync(join(copied, `${id}.json`), 'utf8'));
const release = (name: string, title = name) => ({ name, title, area: 'Fenwick', now: NOW });

test('the example keeps a copy through crashes, a withdrawal and a lost place in the log, and says what it has', async () => {
  const elsewhere = { ...release('elsewhere'), area: 'Harrowmere' };
  const articles = await put(api.store, release('one'), release('two'), elsewhere);

  const [one = '', two = ''] = articles.map(({ id }) => id);
  await until(`upsert ${two}`);
  await put(api.store, release('one', 'Corrected'));
  await until(`upsert ${one}`);
  expect(copy(one)).toMatchObject({ title: 'Corrected', body: { html: '<p>Body of one.</p>' } });

  await kill();
  await decide(api.store, one, { withdraw: withdrawal('gone', { at: NOW }) });
  start();
  await until(`withdraw ${one}`);
  const three = await put(api.store, release('three'));
  await until(`upsert ${three[0]?.id}`);
  expect(files()).toEqual([`${two}.json`, `${three[0]?.id}.json`].sort());

  await kill();
  writeFileSync(join(copied, 'of-another-history.json'), '{}');
  rmSync(join(copied, 'cursor'));
  start();
  await until(`upsert ${three[0]?.id}`);
  await put(api.store, release('four'));
  await until('upsert');
  expect(files()).not.toContain('of-another-history.json');

  const { body } = await api.get('/v1/syndication/receipts', headers);
  expect(body).toMatchObject({ upTo: expect.any(Object), outstanding: [] });
});

test('the example shows that it wants a subscription, and is rung by its webhooks', async () => {
  const [five] = await put(api.store, release('five'));
  await until(`upsert ${five?.id}`);
  const url = `http://127.0.0.1:${env['WEBHOOK_PORT']}/`;
  const { status, body } = await api.send('post', '/v1/syndication/subscriptions', {
    headers: { ...headers },
    body: { url },
  });
  expect(status).toBe(201);
  const secretFile = env['WEBHOOK_SECRET_FILE'] ?? '';
  writeFileSync(secretFile, `${body.secret}\n`);
  // It takes nothing that is older than five minutes.
  api.setTime(instant(new Date().toISOString()));
  const [six] = await put(api.store, release('six'));
  await deliver(api);
  await until(`upsert ${six?.id}`);
  const log = await api.get(`/v1/syndication/subscriptions/${body.id}/deliveries`, headers);
  expect(log.body.data).toMatchObject([{ order: 1, state: 'delivered', attempts: 1 }]);

  const send = async (message: string, at: Date, secret = body.secret) => {
    const signed = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': `v1,AAAA ${new Webhook(secret).sign('msg_1', at, message)}`,
    };
    return (await fetch(url, { method: 'POST', headers: signed, body: message })).status;
  };
  const now = new Date();
  expect(await send('{"type":"article.updated"}', now)).toBe(204);
  expect(await send('{}', now, `whsec_${Buffer.alloc(32, 8).toString('base64')}`)).toBe(401);
  expect(await send('{}', new Date(now.getTime() - 600_000))).toBe(401);
  const challenge = JSON.stringify({ type: 'subscription.challenge', data: { challenge: 'word' } });
  expect((await fetch(url, { method: 'POST', body: challenge })).status).toBe(401);
});

test('the example goes on when the server dies before it could say what it has, and has said it by its next question', async () => {
  road.closed.add('/v1/syndication/receipts');
  const [seven] = await put(api.store, release('seven'));
  await until(`upsert ${seven?.id}`);
  await until('not acknowledged');
  road.closed.clear();
  const [eight] = await put(api.store, release('eight'));
  await until(`upsert ${eight?.id}`);
  expect(copy(seven?.id ?? '')).toMatchObject({ title: 'seven' });
  const { body } = await api.get('/v1/syndication/receipts', headers);
  expect(body.outstanding).toEqual([]);
});

test('the receiver goes on when a sender breaks off, or sends what is no message', async () => {
  const url = `http://127.0.0.1:${env['WEBHOOK_PORT']}/`;
  const sender = connect(Number(env['WEBHOOK_PORT']), '127.0.0.1');
  await once(sender, 'connect');
  sender.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nthe beginning');
  await new Promise((written) => setTimeout(written, 50));
  sender.destroy();
  await once(sender, 'close');
  await expect(fetch(url, { method: 'POST', body: 'x'.repeat(1_000_000) })).rejects.toThrow('fetch failed');
  expect((await fetch(url, { method: 'POST', body: 'no message' })).status).toBe(401);
});
