import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { scriptArguments } from '../test/runner/script-arguments.ts';
import { pinClient } from './cores.ts';
import { PLACES } from './county.ts';
import { importInto } from './imports.ts';
import { describeMachine } from './machine.ts';
import { madeRelease } from './releases.ts';
import { percentile } from './statistics.ts';
import { type Subject, startSubject } from './subject.ts';

/* Readers beside a writer: whether anybody is refused, kept waiting, or shown what is no longer so. */

const SEED = 1;
const ARTICLES = 1_000;
const CONNECTIONS = 32;
const PUBLICATIONS_A_SECOND = 20;
const WARM_UP_MILLIS = 2_000;
const PHASE_MILLIS = 4_000;
const ARTICLES_ASKED = 200;
const DATA_FOLDER = 'data';

interface Phase {
  readonly micros: Float64Array;
  readonly refused: number;
  readonly millis: number;
}

interface Written {
  readonly published: number;
  /** Answers, asked for after the commit, that did not show it. */
  readonly stale: number;
}

await main();

async function main(): Promise<void> {
  scriptArguments({});
  mkdirSync(DATA_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(DATA_FOLDER, 'busy-'));
  try {
    pinClient();
    const machine = describeMachine();
    const path = join(folder, 'busy.db');
    const report = (line: string) => void process.stderr.write(`${line}\n`);
    await importInto(path, { folder, seed: SEED, articles: ARTICLES, rounds: 1, profileFolder: null, report });
    const server = startSubject('dateline-publishing', { profileFolder: null });
    const port = await server.ask('listen', path, z.int());
    await readFor(port, WARM_UP_MILLIS);
    const quiet = await readFor(port, PHASE_MILLIS);
    const writing = publishFor(server, port, PHASE_MILLIS);
    const busy = await readFor(port, PHASE_MILLIS);
    const { published, stale } = await writing;
    await server.stop();
    process.stdout.write(`${machine}.\n\n${table(quiet, busy)}\n\n`);
    process.stdout.write(
      `${published} releases published while ${CONNECTIONS} connections read; stale answers: ${stale}.\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lists and articles that a site asks for, over and over on every connection. */
async function readFor(port: number, millis: number): Promise<Phase> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const paths = [...PLACES.map(({ name }) => `/v1/articles?area=${name.toLowerCase()}`), ...articlePaths()];
  const startedAt = performance.now();
  const micros: number[] = [];
  let refused = 0;
  let turn = 0;
  const read = async (): Promise<void> => {
    while (performance.now() - startedAt < millis) {
      turn += 1;
      const path = turn % 2 === 0 ? '/v1/articles' : (paths[turn % paths.length] ?? '');
      const sentAt = performance.now();
      const { status } = await ask(port, path, agent);
      micros.push((performance.now() - sentAt) * 1000);
      if (status !== 200) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, read));
  agent.destroy();
  return { micros: Float64Array.from(micros).sort(), refused, millis: performance.now() - startedAt };
}

function articlePaths(): string[] {
  return Array.from({ length: ARTICLES_ASKED }, (_, at) => `/v1/articles/${madeRelease(SEED, at).slug}`);
}

/** Publishes, and asks at once whether it is there: under its address and in the list. */
async function publishFor(server: Subject, port: number, millis: number): Promise<Written> {
  const agent = new Agent({ keepAlive: true });
  const startedAt = performance.now();
  let published = 0;
  let stale = 0;
  while (performance.now() - startedAt < millis) {
    const slug = await server.ask('publish', { seed: SEED, index: ARTICLES + published }, z.string());
    published += 1;
    const article = await ask(port, `/v1/articles/${slug}`, agent);
    const list = await ask(port, '/v1/articles?sort=-updatedAt&limit=5', agent);
    if (article.status === 404) stale += 1;
    if (list.status === 200 && !list.body.includes(`"slug":"${slug}"`)) stale += 1;
    await pause(Math.max(0, startedAt + (published * 1000) / PUBLICATIONS_A_SECOND - performance.now()));
  }
  agent.destroy();
  return { published, stale };
}

function ask(port: number, path: string, agent: Agent): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

function table(quiet: Phase, busy: Phase): string {
  const line = (title: string, { micros, refused, millis }: Phase) =>
    `| ${title} | ${Math.round((micros.length * 1000) / millis)} | ${inMillis(micros, 0.5)} | ${inMillis(micros, 0.99)} | ${refused} |`;
  const ratio = percentile(busy.micros, 0.99) / percentile(quiet.micros, 0.99);
  return [
    '| | requests/s | p50 ms | p99 ms | answers but 200 |',
    '| --- | ---: | ---: | ---: | ---: |',
    line('quiet', quiet),
    line(`${PUBLICATIONS_A_SECOND} publications a second`, busy),
    `| ratio | | | ${ratio.toFixed(2)} | |`,
  ].join('\n');
}

function inMillis(micros: Float64Array, part: number): string {
  return (percentile(micros, part) / 1000).toFixed(2);
}
