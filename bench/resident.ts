import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { growTo } from './bulk.ts';
import { PLACES } from './county.ts';
import { type ImportOptions, importInto } from './imports.ts';
import { load } from './load.ts';
import { randomOf } from './random.ts';
import { startCold } from './servers.ts';
import { SEARCHED_WORDS } from './vocabulary.ts';

/** What the server itself, started as `npm start` does, holds in memory at a moment of its life. */
export interface Resident {
  readonly moment: string;
  readonly bytes: number;
  /** Of them its own: the rest are pages of files, Node's above all, which the system takes back when it wants them. */
  readonly ownBytes: number;
}

/** Articles that are imported, and then copied. */
const IMPORTED = 2_000;
const ARTICLES_ASKED = 20_000;
/** What many ask for again. */
const FAVOURITES = 2_000;
const TIMES = 4;
const SLUGS_ON_A_PAGE = 100;
const LISTS_PER_AREA = 50;
const SEARCHES = 200;
const CONNECTIONS = 8;
const LONGEST_MILLIS = 240_000;

/** Starts the server on a database and reads in it as many different things as a site of many readers asks for. */
export async function measureResident(options: ImportOptions): Promise<Resident[]> {
  const { folder, seed, articles: count, report } = options;
  const path = join(folder, 'resident.db');
  await importInto(path, { ...options, articles: Math.min(count, IMPORTED), profileFolder: null });
  report(`growing to ${count} articles, and keeping them as they are shown`);
  growTo(path, Math.ceil(count / IMPORTED));
  await (await startCold({ path, profileFolder: null })).stop();
  const port = await freePort();
  const server = startServer(path, port);
  try {
    await firstAnswer(port, server);
    const found = [residentOf(server, 'at its first answer')];
    report('reading lists, searches and articles');
    await readAll(port, [...lists(), ...searches(seed)]);
    found.push(residentOf(server, 'after lists and searches'));
    const paths = await articles(port);
    await readAll(port, paths);
    found.push(residentOf(server, 'after articles'));
    for (let times = 0; times < TIMES; times += 1) await readAll(port, paths.slice(0, FAVOURITES));
    return [...found, residentOf(server, 'after some of them, again and again')];
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** By the very script, which ends as the process that it starts. */
function startServer(path: string, port: number): ChildProcess {
  return spawn('/bin/sh', ['-c', scripts.start], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      DATELINE_DATABASE: resolve(path),
      DATELINE_PORT: String(port),
      DATELINE_LOG_LEVEL: 'error',
      DATELINE_RATE_LIMIT_READS: '1000000',
      DATELINE_MAX_LOOP_DELAY_MILLIS: '0',
    },
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  return port;
}

const PAUSE_MILLIS = 20;

async function firstAnswer(port: number, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    try {
      return await readAll(port, ['/v1/articles']);
    } catch {
      await pause(PAUSE_MILLIS);
    }
  }
  throw new Error('the server ended before it answered');
}

async function readAll(port: number, paths: readonly string[]): Promise<void> {
  const requests = paths.map((path) => ({ path, bodyBytes: null }));
  await load(port, requests, { connections: CONNECTIONS, requests: requests.length, millis: LONGEST_MILLIS });
}

function lists(): string[] {
  return PLACES.flatMap(({ name }) =>
    Array.from({ length: LISTS_PER_AREA }, (_, at) => `/v1/articles?area=${name.toLowerCase()}&limit=${at + 1}`),
  );
}

function searches(seed: number): string[] {
  const random = randomOf(seed, -1);
  const word = () => random.pick(SEARCHED_WORDS);
  return Array.from({ length: SEARCHES }, () => `/v1/articles?q=${word()}+${word()}`);
}

const pageSchema = z.object({
  data: z.array(z.object({ slug: z.string() })),
  page: z.object({ next: z.string().nullable() }),
});

/** The newest articles, one by one. */
async function articles(port: number): Promise<string[]> {
  const paths: string[] = [];
  let next: string | null = '';
  while (paths.length < ARTICLES_ASKED && next !== null) {
    const place: string = next === '' ? '' : `&cursor=${next}`;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/articles?limit=${SLUGS_ON_A_PAGE}&fields=slug${place}`);
    const { data, page } = pageSchema.parse(await answer.json());
    paths.push(...data.map(({ slug }) => `/v1/articles/${slug}`));
    next = page.next;
  }
  return paths;
}

/** @throws Error where the kernel does not say it, which is anywhere but on Linux */
function residentOf({ pid }: ChildProcess, moment: string): Resident {
  const status = readFileSync(join('/proc', String(pid), 'status'), 'utf8');
  const bytesOf = (name: string): number => {
    const [, kilobytes] = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status) ?? [];
    if (kilobytes === undefined) throw new Error(`the kernel does not say how much ${name} a process holds`);
    return Number(kilobytes) * 1024;
  };
  return { moment, bytes: bytesOf('VmRSS'), ownBytes: bytesOf('RssAnon') };
}
