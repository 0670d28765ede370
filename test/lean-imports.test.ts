import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from './support/folder.ts';

const GUARD = join(import.meta.dirname, '../src/require-node.js');
/** Twice what Drizzle takes with the guard, a third of what it takes without. */
const MAX_HEAP_BYTES = 60_000_000;

test('behind the guard, reading Drizzle leaves the heap small', () => {
  const program = `
    const { sql } = await import('drizzle-orm');
    const { drizzle } = await import('drizzle-orm/better-sqlite3');
    const { sqliteTable } = await import('drizzle-orm/sqlite-core');
    console.log([sql, drizzle, sqliteTable].map((read) => typeof read).join(), process.memoryUsage().heapTotal);`;
  const run = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  const [kinds, heapBytes] = run.stdout.trim().split(' ');
  expect({ kinds, stderr: run.stderr }).toEqual({ kinds: 'function,function,function', stderr: '' });
  expect(Number(heapBytes)).toBeLessThan(MAX_HEAP_BYTES);
});

/** What only those need who write, or who ask for the description of the API. */
const NOT_TO_READ = [
  '@sindresorhus',
  'markdown-it',
  'yaml',
  'tar-stream',
  'ajv',
  'fast-uri',
  '@fastify/swagger',
  'src/text',
];

test('a server that is only read from does not load what reads texts, nor a client for WebSockets', () => {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import('./src/cli/open.ts');
    await import('./src/cli/serve.ts');
    const needless = ${JSON.stringify(NOT_TO_READ)}.filter((name) =>
      loaded.some((url) => url.includes('/' + name + '/') && !url.endsWith('/src/text/slug.ts')));
    const locales = loaded.filter((url) => url.includes('/zod/v4/locales/')).map((url) => url.split('/').at(-1));
    const clients = process.moduleLoadList.filter((name) => name.includes('undici'));
    console.log(JSON.stringify({ many: loaded.length > 400, needless, locales, clients }));`;
  const run = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  expect([run.stderr, JSON.parse(run.stdout)]).toEqual([
    '',
    { many: true, needless: [], locales: ['en.js'], clients: [] },
  ]);
});

test('a command that sends nothing does not load what sends', () => {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import('./src/cli/keys.ts');
    const sending = loaded.filter((url) => /^node:https?$|\\/post\\.ts$/.test(url));
    console.log(JSON.stringify({ many: loaded.length > 200, sending }));`;
  const run = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  expect([run.stderr, JSON.parse(run.stdout)]).toEqual(['', { many: true, sending: [] }]);
});

test('a server loads what reads texts when the newsroom comes, before it sends one', () => {
  const folder = openFolder();
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { readConfig } = await import('./src/config.ts');
    const { withDeps } = await import('./src/cli/open.ts');
    const { createApp } = await import('./src/http/app.ts');
    const { DEFAULT_LIMITS } = await import('./src/http/options.ts');
    const { createKey } = await import('./src/usecases/keys.ts');
    const { carriedOut } = await import('./src/usecases/write-wish.ts');
    const isThere = (file) => loaded.some((url) => url.endsWith(file));
    const pause = (millis) => new Promise((done) => setTimeout(done, millis));
    await withDeps(readConfig({ DATELINE_DATABASE: process.argv[1] }), async (deps) => {
      const wish = { name: 'Ada', role: 'author', areaKeys: [], expiresAt: null };
      const { text } = carriedOut(await createKey(deps, { kind: 'operator' }, wish));
      const authorization = 'Bearer ' + text;
      const app = await createApp(deps, {
        publicUrl: 'http://127.0.0.1', siteUrl: 'http://127.0.0.1', publisher: null, cacheControl: 'public', logger: false,
        limits: DEFAULT_LIMITS, rateLimits: null, memoryBytes: 0, maxLoopDelayMillis: 0, trustProxy: false,
      });
      const ask = async (url) => (await app.inject({ url, headers: { authorization } })).statusCode;
      const before = [await ask('/v1/articles'), await ask('/v1/tags')];
      await pause(100);
      const early = isThere('/src/text/quotes/extract.ts');
      const me = await ask('/v1/editorial/me');
      for (let waits = 0; waits < 200 && !isThere('/src/usecases/warm-up.ts'); waits += 1) await pause(100);
      await app.close();
      console.log(JSON.stringify({ before, early, me, late: isThere('/src/text/quotes/extract.ts') }));
    });`;
  const database = join(folder.path, 'lean.db');
  const run = spawnSync(
    process.execPath,
    ['--import', GUARD, '--input-type=module', '--eval', program, '--', database],
    { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' },
  );
  folder.close();
  expect([run.stderr, JSON.parse(run.stdout || 'null')]).toEqual([
    '',
    { before: [200, 200], early: false, me: 200, late: true },
  ]);
});

test('a server that is set wrongly says so before it loads what serves', () => {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import('./src/main.ts');
    const serving = loaded.filter((url) => /\\/(?:fastify|drizzle-orm)\\//.test(url));
    console.log(JSON.stringify({ many: loaded.length > 50, serving }));`;
  const run = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    env: { ...process.env, DATELINE_PORT: 'http' },
  });
  expect([run.stderr, JSON.parse(run.stdout)]).toEqual([
    'DATELINE_PORT must be a whole number from 1 to 65535.\n',
    { many: true, serving: [] },
  ]);
});
