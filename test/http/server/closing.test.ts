import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { defineRoute, NO_PARAMETERS } from '../../../src/http/route.ts';
import { openInstallation } from '../installation.ts';
import { openSingleRoute } from '../single-route.ts';

test('while it closes, the server finishes what it has begun and refuses what comes', async () => {
  const api = await openInstallation();
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const slowRoute = defineRoute({
    door: 'health',
    method: 'GET',
    url: '/slow',
    operationId: 'slow',
    summary: 'Slow',
    description: 'Slow.',
    tag: 'Operations',
    query: NO_PARAMETERS,
    params: NO_PARAMETERS,
    success: { description: 'Done.', mediaType: 'application/json', schema: z.unknown(), example: {} },
    problems: [],
    handle: async () => {
      begun.resolve();
      await held.promise;
      return { body: { done: true } };
    },
  });
  const app = await openSingleRoute(api.deps, slowRoute);

  const socket = connect(Number(new URL(app.listeningOrigin).port), '127.0.0.1');
  const answers = text(socket);
  socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
  await begun.promise;
  const closed = app.close();
  const arrived = once(app.server, 'request');
  socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
  await arrived;
  held.resolve();

  const [first = '', second = ''] = (await answers).split(/(?=HTTP\/1\.1 503)/);
  await closed;
  await api.close();
  expect(first).toMatch(/^HTTP\/1\.1 200 [\s\S]*\{"done":true\}$/);
  expect(second).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 5\r\n[\s\S]*"code":"unavailable"/i);
});
