import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServedDocument } from '../../../src/http/description/served-document.ts';
import { watchPressure } from '../../../src/http/pressure.ts';
import { CLOSURE, STORM } from '../fenwick.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { parseAnswer } from '../socket.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation({ maxLoopDelayMillis: 100 });
  await api.publish(CLOSURE);
  for (const path of ['/openapi.json', '/openapi.json', '/docs/problems']) await getWhenCalm(path);
  await api.publish(STORM);
  for (const _ of ['once', 'again']) await getWhenCalm('/v1/tags');
});
afterAll(() => api.close());

/** Nothing in this process moves for so long, as under a load that it cannot bear. */
function standStill(millis: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, millis);
}

test('after a standstill what costs is shed, what is remembered or asks for its health is answered, and then all is well', async () => {
  const paths = ['/v1/articles', '/v1/tags', '/healthz', '/readyz', '/openapi.json', '/docs/problems'];
  const sockets = await Promise.all(
    paths.map(async () => {
      const socket = connect(Number(new URL(api.app.listeningOrigin).port), '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    }),
  );
  // The server has taken the connections, the requests wait for it in the system.
  await api.get('/healthz');
  for (const [at, path] of paths.entries()) {
    sockets[at]?.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  }
  standStill(300);
  const [list, tags, health, readiness, document, problems] = (
    await Promise.all(sockets.map((socket) => text(socket)))
  ).map(parseAnswer);
  expect([tags?.status, health?.status, readiness?.status]).toEqual([200, 200, 200]);
  // The document was asked for twice, and stays through what is published; the list of problems only once.
  expect([document?.status, problems?.status]).toEqual([200, 503]);
  expect([list?.status, list?.headers['retry-after'], list?.headers['cache-control']]).toEqual([503, '2', 'no-store']);
  expect(JSON.parse(list?.body ?? '')).toMatchObject({ code: 'unavailable', status: 503 });

  await getWhenCalm('/v1/articles');
});

test('to stand still over what is done once in the life of a process is no overload, and any other standstill is', async () => {
  const pressure = watchPressure(300);
  const document = createServedDocument(() => {
    standStill(700);
    return JSON.stringify({ openapi: '3.1.1' });
  }, pressure);
  await document();
  await nextLook();
  expect(pressure.isTooHigh()).toBe(false);
  standStill(700);
  await nextLook();
  expect(pressure.isTooHigh()).toBe(true);
  pressure.close();
});

/** Until what was due meanwhile has been looked at. */
async function nextLook(): Promise<void> {
  await setTimeout(1);
}

/** Asks until the server has nothing left to catch up with. */
async function getWhenCalm(path: string): Promise<void> {
  for (let asked = 0; asked < 500; asked += 1) {
    if ((await api.get(path)).status === 200) return;
  }
  throw new Error('the server never recovers');
}
