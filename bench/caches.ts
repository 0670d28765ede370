import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { scriptArguments } from '../test/runner/script-arguments.ts';
import { nginxConfiguration, varnishConfiguration } from './cache-configurations.ts';

/* Caches in front, by the lines that docs/OPERATING.md shows: when a release is there, and when it is gone. */

const DATA_FOLDER = 'data';
const ASK_EVERY_MILLIS = 50;
/** From the scheduling to the instant: long enough for the caches to hold what is there before. */
const AHEAD_MILLIS = 6_000;
/** More than any cache may hold. */
const PATIENCE_MILLIS = 40_000;

interface Arrangement {
  readonly title: string;
  readonly program: 'nginx' | 'varnishd';
  /** Seconds that a shared cache may keep an answer. */
  readonly sharedLife: number;
}

const ARRANGEMENTS: readonly Arrangement[] = [
  { title: 'nginx, shared life 3 s', program: 'nginx', sharedLife: 3 },
  { title: 'nginx, shared life 15 s', program: 'nginx', sharedLife: 15 },
  { title: 'Varnish with the hook', program: 'varnishd', sharedLife: 15 },
];

const HEAD = [
  '| | there in the list | at its address | gone from the list | from its address |',
  '| --- | ---: | ---: | ---: | ---: |',
];

const articleSchema = z.object({ id: z.string(), version: z.int() });

/** Milliseconds from the instant, or from the answer to the withdrawal. */
interface Lateness {
  readonly there: Seen;
  readonly gone: Seen;
}

interface Seen {
  readonly inList: number;
  readonly atAddress: number;
}

await main();

async function main(): Promise<void> {
  scriptArguments({});
  mkdirSync(DATA_FOLDER, { recursive: true });
  const rows: string[] = [];
  for (const arrangement of ARRANGEMENTS) {
    const version = versionOf(arrangement.program);
    if (version === undefined) {
      process.stderr.write(`${arrangement.program} is not installed: ${arrangement.title} is left out\n`);
      continue;
    }
    rows.push(rowOf(`${arrangement.title} (${version})`, await measure(arrangement)));
  }
  process.stdout.write(`${[...HEAD, ...rows].join('\n')}\n`);
}

function rowOf(title: string, { there, gone }: Lateness): string {
  const seconds = [there.inList, there.atAddress, gone.inList, gone.atAddress].map((millis) =>
    (millis / 1000).toFixed(2),
  );
  return `| ${title} | ${seconds.join(' | ')} |`;
}

function versionOf(program: Arrangement['program']): string | undefined {
  try {
    const flag = program === 'nginx' ? '-v' : '-V';
    const said = execFileSync('sh', ['-c', `${program} ${flag} 2>&1`], { encoding: 'utf8' });
    return /\d+\.\d+\.\d+/.exec(said)?.[0];
  } catch {
    return undefined;
  }
}

async function measure({ program, sharedLife }: Arrangement): Promise<Lateness> {
  const folder = resolve(mkdtempSync(join(DATA_FOLDER, 'caches-')));
  const [port, serverPort] = [await freePort(), await freePort()];
  const settings = {
    DATELINE_DATABASE: join(folder, 'caches.db'),
    DATELINE_PORT: String(serverPort),
    DATELINE_LOG_LEVEL: 'error',
    DATELINE_TWO_PERSON_VERBS: 'none',
    DATELINE_CACHE_SHARED_MAX_AGE_SECONDS: String(sharedLife),
    ...(program === 'varnishd' && {
      DATELINE_PURGE_URL: `http://127.0.0.1:${port}/purge`,
      DATELINE_OUTBOUND_EXCEPTIONS: '127.0.0.1',
    }),
  };
  const env = { ...process.env, ...settings };
  const running: ChildProcess[] = [];
  try {
    const made = ['src/cli.ts', 'keys', 'create', '--name', 'Bench', '--role', 'editor'];
    const key = execFileSync(process.execPath, made, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    running.push(spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
    await answering(serverPort);
    running.push(startCache(program, { port, serverPort, folder }));
    await answering(port);
    return await follow({ port, serverPort, key: key.trim() });
  } finally {
    for (const child of running.reverse()) await ended(child);
    rmSync(folder, { recursive: true });
  }
}

function startCache(
  program: Arrangement['program'],
  place: { readonly port: number; readonly serverPort: number; readonly folder: string },
): ChildProcess {
  const file = join(place.folder, 'configuration');
  writeFileSync(file, program === 'nginx' ? nginxConfiguration(place) : varnishConfiguration(place));
  const listen = ['-F', '-j', 'none', '-a', `127.0.0.1:${place.port}`, '-n', join(place.folder, 'work')];
  const args =
    program === 'nginx'
      ? ['-p', place.folder, '-e', 'stderr', '-c', file]
      : [...listen, '-s', 'malloc,64m', '-f', file];
  return spawn(program, args, { stdio: 'ignore' });
}

interface Doors {
  /** Of the cache. */
  readonly port: number;
  readonly serverPort: number;
  readonly key: string;
}

/** A release from its schedule to its withdrawal, as it is seen through the cache all the while. */
async function follow(doors: Doors): Promise<Lateness> {
  const draft = { title: 'A release', url: 'https://news.example/release', body: { markdown: 'It is so.' } };
  const { id } = await written(doors, '', draft);
  await written(doors, `/${id}/submit`, undefined, 1);
  const at = Date.now() + AHEAD_MILLIS;
  await written(doors, `/${id}/schedule`, { publishAt: new Date(at).toISOString() }, 2);
  const there = await seenFrom(doors.port, true);
  for (const instant of [there.inList, there.atAddress]) {
    if (instant < at) throw new Error(`the release was there ${at - instant} ms before its instant`);
  }
  // Long enough for the caches to hold what is there.
  await pause(1_000);
  const { version } = await written(doors, `/${id}`);
  const withdrawal = { kind: 'gone', explanation: 'It was not so.' };
  await written(doors, `/${id}/withdraw`, withdrawal, version);
  const withdrawnAt = Date.now();
  const gone = await seenFrom(doors.port, false);
  return { there: since(there, at), gone: since(gone, withdrawnAt) };
}

function since({ inList, atAddress }: Seen, from: number): Seen {
  return { inList: inList - from, atAddress: atAddress - from };
}

/** When readers have it, or have it no more, first in the list and at its own address. */
async function seenFrom(port: number, isThere: boolean): Promise<Seen> {
  const when = async (isShown: () => Promise<boolean>): Promise<number> => {
    for (const until = Date.now() + PATIENCE_MILLIS; Date.now() < until; await pause(ASK_EVERY_MILLIS)) {
      if ((await isShown()) === isThere) return Date.now();
    }
    throw new Error('the cache holds more than it may');
  };
  const [inList, atAddress] = await Promise.all([
    when(async () => (await (await fetch(`http://127.0.0.1:${port}/v1/articles`)).text()).includes('"slug":"release"')),
    when(async () => (await fetch(`http://127.0.0.1:${port}/v1/articles/release`)).status === 200),
  ]);
  return { inList, atAddress };
}

/** What the newsroom answers, which no cache stands before; a GET where nothing is said. */
async function written({ serverPort, key }: Doors, path: string, body?: object, version?: number) {
  const isRead = body === undefined && version === undefined;
  const answer = await fetch(`http://127.0.0.1:${serverPort}/v1/editorial/articles${path}`, {
    method: isRead ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return articleSchema.parse(await answer.json());
}

async function answering(port: number): Promise<void> {
  for (const until = Date.now() + PATIENCE_MILLIS; Date.now() < until; await pause(ASK_EVERY_MILLIS)) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`nothing answers on port ${port}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((resolved) => child.once('exit', resolved));
  child.kill('SIGTERM');
  await end;
}

function freePort(): Promise<number> {
  return new Promise((resolved, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolved(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
