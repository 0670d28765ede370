import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGate } from '../../../src/http/admission/gate.ts';
import { createAnswerCache } from '../../../src/http/memory/answer-cache.ts';
import { createKnownQuestions, type KnownQuestions } from '../../../src/http/memory/known-questions.ts';
import { createMeter } from '../../../src/http/metrics/meter.ts';
import { watchPressure } from '../../../src/http/pressure.ts';
import type { Question } from '../../../src/http/question.ts';
import type { Answer } from '../../../src/http/route.ts';
import { createShortcut } from '../../../src/http/shortcut.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { carryOut } from './public-changes.ts';

/* What was asked before is answered without Fastify, in memory or not. */

let api: Installation;
beforeEach(async () => {
  const plenty = { quota: 1_000, windowSeconds: 60 };
  api = await openInstallation({ memoryBytes: 0, rateLimits: { read: plenty, write: plenty, failure: plenty } });
});
afterEach(() => api.close());

const ADDRESS = '/v1/tags';

/** A question that is answered so. */
function question(answer: () => Promise<Answer>): Question {
  const write: Question['route']['write'] = ({ body, redirect }) => ({
    status: redirect === undefined ? 200 : 308,
    headers: ['cache-control', 'no-cache'],
    mediaType: redirect === undefined ? 'text/plain' : undefined,
    body: body === undefined ? undefined : String(body),
  });
  const headers = ['x-content-type-options', 'nosniff'];
  return { route: { url: '/a', write }, address: '/a', prepared: { tellsState: false, answer }, headers };
}

/** What comes of asking for an address of which this much is known; 204 where it was handed on. */
async function ask(questions: KnownQuestions, isTooHigh = false) {
  const shortcut = createShortcut({
    deps: api.deps,
    options: { trustProxy: false, logger: false },
    gate: createGate(api.deps, { rateLimits: null }, new Set()),
    cache: createAnswerCache(0, async () => undefined),
    questions,
    pressure: { ...watchPressure(0), isTooHigh: () => isTooHigh },
    meter: createMeter(),
  });
  const server = createServer((request, response) =>
    shortcut.handle(request, response, () => void response.writeHead(204).end()),
  );
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${ADDRESS}`);
    const { status, headers } = response;
    return {
      status,
      body: await response.text(),
      sniff: headers.get('x-content-type-options'),
      etag: headers.get('etag'),
    };
  } finally {
    server.close();
  }
}

function knowing(answer: () => Promise<Answer>): KnownQuestions {
  const questions = createKnownQuestions();
  noteTwice(questions, ADDRESS, question(answer));
  return questions;
}

function noteTwice(questions: KnownQuestions, url: string, asked: Question): void {
  questions.note(url, asked);
  questions.note(url, asked);
}

const HANDED_ON = { status: 204, body: '', sniff: null, etag: null };

test('a question that is known is answered anew each time, with the headers that belong to it', async () => {
  let asked = 0;
  const questions = knowing(async () => ({ body: `answer ${++asked}` }));
  const answer = { status: 200, sniff: 'nosniff', etag: expect.stringMatching(/^"[\w-]{22}"$/) };
  expect(await ask(questions)).toEqual({ ...answer, body: 'answer 1' });
  expect(await ask(questions)).toEqual({ ...answer, body: 'answer 2' });
});

test('one that is not known is handed on, and under pressure all are', async () => {
  expect(await ask(createKnownQuestions())).toEqual(HANDED_ON);
  const questions = knowing(async () => ({ body: 'answer' }));
  expect(await ask(questions, true)).toEqual(HANDED_ON);
  expect((await ask(questions)).status).toBe(200);
});

test.each<{ what: string; answer: () => Promise<Answer> }>([
  { what: 'a refusal', answer: () => Promise.reject(new Error('gone')) },
  { what: 'a redirection', answer: async () => ({ redirect: '/b' }) },
])('where it comes to $what it is handed on, and known no more', async ({ answer }) => {
  const questions = knowing(answer);
  expect(await ask(questions)).toEqual(HANDED_ON);
  expect(questions.find(ADDRESS)).toBeUndefined();
});

test('an address is known from the second time on that it is asked for, unless that was long ago', () => {
  const questions = createKnownQuestions();
  const asked = question(async () => ({ body: '' }));
  questions.note('/a', asked);
  expect(questions.find('/a')).toBeUndefined();
  for (let at = 0; at < 8_192; at += 1) questions.note(`/${at}`, asked);
  questions.note('/a', asked);
  expect(questions.find('/a')).toBeUndefined();
  questions.note('/a', asked);
  expect(questions.find('/a')).toBe(asked);
});

test('no more are known than a thousand, and no long addresses', () => {
  const questions = createKnownQuestions();
  const asked = question(async () => ({ body: '' }));
  for (let at = 0; at < 1_000; at += 1) noteTwice(questions, `/${at}`, asked);
  expect([questions.find('/0'), questions.find('/999')]).toEqual([asked, asked]);
  noteTwice(questions, '/1000', asked);
  noteTwice(questions, `/${'a'.repeat(500)}`, asked);
  expect(['/0', '/1000', `/${'a'.repeat(500)}`].map((url) => questions.find(url))).toEqual([
    undefined,
    asked,
    undefined,
  ]);
});

test('a release that is withdrawn is answered as one that nobody ever asked for, and counted once', async () => {
  const facts = { name: 'a', title: 'T1', area: null, speaker: null, kind: 'vanish', byAnother: false } as const;
  await carryOut(api.deps, { way: 'publish', ...facts });
  const asked = async () => {
    const { status, headers } = await api.get('/v1/articles/a');
    return [status, headers['ratelimit']];
  };
  expect([await asked(), await asked()]).toEqual([
    [200, '"read";r=999;t=60'],
    [200, '"read";r=998;t=60'],
  ]);
  await carryOut(api.deps, { way: 'withdraw', ...facts });
  expect([await asked(), await asked()]).toEqual([
    [404, '"read";r=997;t=60'],
    [404, '"read";r=996;t=60'],
  ]);
});
