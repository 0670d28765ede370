import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../cli/command-line.ts';
import { bearer, type Installation, NOW, openInstallation } from '../http/installation.ts';
import { decide, put } from '../support/newsroom.ts';

const PROGRAM = join(import.meta.dirname, '../../examples/partner/partner.ts');
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const TAKEN_DOWN = {
  kind: 'gone',
  explanation: null,
  alternative: null,
  reason: null,
  at: NOW,
  by: 'operator',
} as const;

let api: Installation;
let env: Record<string, string>;
let headers: { readonly Authorization: string };
let running: ChildProcessByStdio<null, Readable, null>;
let said = '';

beforeAll(async () => {
  api = await openInstallation();
  const place = { key: 'fenwick', name: 'Fenwick', nameCy: null, kind: null, gss: null, parentKey: null };
  await api.store.areas.register([place], NOW);
  const { id } = await api.createPartner({ areaKeys: ['fenwick'] });
  const key = await api.createKey('partner', { partnerId: id });
  headers = bearer(key);
  env = {
    DATELINE_URL: api.app.listeningOrigin,
    DATELINE_KEY: key.text,
    COPY_FOLDER: mkdtempSync(join(tmpdir(), 'dateline-copy-')),
    WEBHOOK_SECRET: SECRET,
    WEBHOOK_PORT: String(await freePort()),
  };
});
afterAll(async () => {
  running.kill();
  await api.close();
  rmSync(env['COPY_FOLDER'] ?? '', { recursive: true });
});

function start(): void {
  running = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
}

/** Waits until the program has said something, and forgets what it said until then. */
async function until(words: string): Promise<void> {
  while (!said.includes(words)) await once(running.stdout, 'data');
  said = said.slice(said.indexOf(words) + words.length);
}

const files = () =>
  readdirSync(env['COPY_FOLDER'] ?? '')
    .filter((name) => name.endsWith('.json'))
    .sort();
const copy = (id: string) => JSON.parse(readFileSync(join(env['COPY_FOLDER'] ?? '', `${id}.json`), 'utf8'));
const release = (name: string, title = name) => ({ name, title, area: 'Fenwick', now: NOW });

test('the example keeps a copy through crashes, a withdrawal and a lost place in the log, and says what it has', async () => {
  const elsewhere = { ...release('elsewhere'), area: 'Harrowmere' };
  const articles = await put(api.store, release('one'), release('two'), elsewhere);

  const [one = '', two = ''] = articles.map(({ id }) => id);
  start();
  await until(`upsert ${two}`);
  await put(api.store, release('one', 'Corrected'));
  await until(`upsert ${one}`);
  expect(copy(one)).toMatchObject({ title: 'Corrected', body: { html: '<p>Body of one.</p>' } });

  running.kill('SIGKILL');
  await decide(api.store, one, { withdraw: TAKEN_DOWN });
  start();
  await until(`withdraw ${one}`);
  const three = await put(api.store, release('three'));
  await until(`upsert ${three[0]?.id}`);
  expect(files()).toEqual([`${two}.json`, `${three[0]?.id}.json`].sort());

  running.kill('SIGKILL');
  await once(running, 'close');
  const folder = env['COPY_FOLDER'] ?? '';
  writeFileSync(join(folder, 'of-another-history.json'), '{}');
  rmSync(join(folder, 'cursor'));
  start();
  await until(`upsert ${three[0]?.id}`);
  await put(api.store, release('four'));
  await until('upsert');
  expect(files()).not.toContain('of-another-history.json');

  const { body } = await api.get('/v1/syndication/receipts', headers);
  expect(body).toMatchObject({ upTo: expect.any(Object), outstanding: [] });
});

test('the example takes webhooks that are signed, and no others', async () => {
  const send = async (body: string, at: Date, secret = SECRET) => {
    const signature = new Webhook(secret).sign('msg_1', at, body);
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signed = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,AAAA ${signature}`,
    };
    return (await fetch(`http://127.0.0.1:${env['WEBHOOK_PORT']}/`, { method: 'POST', headers: signed, body })).status;
  };
  const now = new Date();
  expect(await send('{"type":"article.updated"}', now)).toBe(204);
  expect(await send('{}', now, `whsec_${Buffer.alloc(32, 8).toString('base64')}`)).toBe(401);
  expect(await send('{}', new Date(now.getTime() - 600_000))).toBe(401);
  expect((await fetch(`http://127.0.0.1:${env['WEBHOOK_PORT']}/`, { method: 'POST', body: '{}' })).status).toBe(401);
});
