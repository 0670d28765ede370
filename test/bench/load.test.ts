import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { load } from '../../bench/load.ts';

const BOUNDS = { connections: 3, requests: 40, millis: 10_000 };
const REQUESTS = [
  { path: '/short', bodyBytes: 6 },
  { path: '/long', bodyBytes: 300_005 },
];

/** Answers as `REQUESTS` expects. */
const answerAsExpected: RequestListener = ({ url = '' }, response) => {
  const body = url === '/long' ? url.padEnd(300_005, '.') : url;
  response.setHeader('Content-Length', body.length);
  response.end(body);
};

test('a run asks each path in turn and ends with its last request', async () => {
  const asked: string[] = [];
  const result = await loadServer((request, response) => {
    asked.push(request.url ?? '');
    answerAsExpected(request, response);
  }, BOUNDS);
  expect(result.requests).toBe(40);
  expect(asked.filter((path) => path === '/long')).toHaveLength(20);
  expect(asked).toHaveLength(40);
  expect(result.p99Micros).toBeGreaterThanOrEqual(result.p50Micros);
});

test('a run ends with its time when that comes first', async () => {
  const result = await loadServer(answerAsExpected, { ...BOUNDS, requests: 1_000_000, millis: 50 });
  expect(result.requests).toBeLessThan(1_000_000);
  expect(result.millis).toBeLessThan(5_000);
});

test('an answer of another length is an error', async () => {
  const run = loadServer((_request, response) => response.end('something else'), BOUNDS);
  await expect(run).rejects.toThrow('14 bytes instead of');
});

test('an answer with another status is an error', async () => {
  const run = loadServer((_request, response) => response.writeHead(404).end('/short'), BOUNDS);
  await expect(run).rejects.toThrow('404');
});

test('a connection that is closed early is an error', async () => {
  const run = loadServer((request) => request.socket.destroy(), BOUNDS);
  await expect(run).rejects.toThrow('the server closed the connection');
});

async function loadServer(listener: RequestListener, bounds: typeof BOUNDS) {
  const server = createServer(listener);
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  try {
    return await load(address.port, REQUESTS, bounds);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
