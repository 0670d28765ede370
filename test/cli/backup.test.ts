import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../support/check-database.ts';
import { startChild } from '../support/child.ts';
import { pressRelease } from '../usecases/press-release.ts';
import { type Child, type CommandLine, finished, freePort, openCommandLine, untilItSays } from './command-line.ts';

let cli: CommandLine;
let backup: string;
let port: number;
beforeEach(async () => {
  cli = openCommandLine();
  backup = join(cli.path, 'kept', 'backup.db');
  mkdirSync(dirname(backup));
  port = await freePort();
});
afterEach(() => cli.close());

const WORD = 'zanzibar';
const ELSEWHERE = 'quagmire';

function release(name: string, word: string): string {
  return `\`\`\`yaml
area: ${word} Town
og.description: A ${word} in short.
publish.date: 29 Oct 2020
title: The ${word} headline
url: https://www.ouseshire.police.example/news/${name}
tags: [${word}]
\`\`\`

Inspector Ann ${word.replace(/^./, (first) => first.toUpperCase())} of ${word} Council said: “The ${word} is closed.”
`;
}

/** Every way to what was public, but for the one that begins where somebody left off. */
const ADDRESSES = [
  '/v1/articles?include=body,quotes,officials&facets=area,tag,official,organisation',
  `/v1/articles?q=${WORD}&highlight=true`,
  `/v1/articles/${WORD}`,
  `/v1/areas/${WORD}-town`,
  '/v1/areas',
  '/v1/officials',
  '/v1/organisations',
  '/v1/quotes',
  `/v1/quotes?q=${WORD}`,
  '/v1/tags',
  '/v1/sitemap.xml?part=1',
  '/v1/sitemap-news.xml',
  '/v1/feeds/rss.xml',
  '/v1/feeds/atom.xml',
  '/v1/feeds/feed.json',
  '/v1/feeds/ninjs.json',
  '/v1/changes?include=article',
];

describe('a backup', () => {
  it('is taken beside a process that writes without a pause, and is whole', async () => {
    const writer = startChild(new URL('../crash/writer.ts', import.meta.url));
    mkdirSync(dirname(cli.database));
    writer.send(`${cli.database} r`);
    await writer.written(5);
    const before = writer.lines.length;
    const { code, out, err } = await cli.run(['backup', backup]);
    const during = writer.lines.length - before;
    await writer.kill();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^\S+: \d+ articles, \d+ of them public, \d+ revisions, \d+\.\d MB\nUp to change \d+, of \S+\n/,
    );
    expect(during).toBeGreaterThan(0);
    const database = new Database(backup);
    checkDatabase(database);
    const halves = `select url from articles where not exists (
      select 1 from articles other where other.url = replace(articles.url, '-public', '-draft'))`;
    expect(database.prepare(halves).all()).toEqual([]);
    expect(database.prepare('select count(*) from articles').pluck().get()).toBeGreaterThanOrEqual(before);
    database.close();
    expect(readdirSync(dirname(backup))).toEqual(['backup.db']);
  });

  it('takes the place of nothing, unless it is told to', async () => {
    await makeDatabase();
    writeFileSync(backup, 'Dear diary');
    expect(await cli.run(['backup', backup])).toEqual({
      code: 1,
      out: '',
      err: `no backup was taken: ${backup} exists already; --force takes its place\n`,
    });
    expect(readFileSync(backup, 'utf8')).toBe('Dear diary');
    expect(await cli.run(['backup', backup, '--force'])).toMatchObject({ code: 0, err: '' });
    for (const own of [cli.database, `${cli.database}.removals`]) {
      expect(await cli.run(['backup', own, '--force'])).toMatchObject({
        code: 1,
        err: expect.stringContaining('is in use'),
      });
    }
    expect((await cli.run(['restore', backup])).code).toBe(0);
  });

  it('is put back on a new machine, where there is no folder for it yet', async () => {
    await cli.run(['import', '--publish', '-'], pressRelease());
    await cli.run(['backup', backup]);
    const fresh = openCommandLine();
    try {
      const { code, out, err } = await fresh.run(['restore', backup, '--without-record']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`${fresh.database} is restored`);
      expect(await fresh.run(['export', 'closure-order'])).toEqual({ code: 0, out: pressRelease(), err: '' });
    } finally {
      await fresh.close();
    }
  });

  it('says in a sentence why there is none, and leaves nothing behind', async () => {
    expect(await cli.run(['backup', backup])).toMatchObject({
      code: 1,
      err: `no backup was taken: there is no database ${cli.database}\n`,
    });
    await makeDatabase();
    const nowhere = join(cli.path, 'nowhere', 'b.db');
    expect(await cli.run(['backup', nowhere])).toMatchObject({
      code: 1,
      err: `no backup was taken: there is no folder ${join(cli.path, 'nowhere')}\n`,
    });
    const database = new Database(cli.database);
    database.exec('drop trigger if exists audit_delete; pragma foreign_keys = off');
    database.exec("insert into editions (id, article_id, state, revision) values ('e', 'none', 'draft', 1)");
    database.close();
    expect(await cli.run(['backup', backup])).toMatchObject({
      code: 1,
      err: expect.stringContaining('rows are missing'),
    });
    writeFileSync(cli.database, 'Dear diary, '.repeat(100));
    expect(await cli.run(['backup', backup])).toMatchObject({
      code: 1,
      err: 'no backup was taken: it is not an SQLite database\n',
    });
    expect(readdirSync(dirname(backup))).toEqual([]);
  });
});

describe('a restored backup', () => {
  it('shows in no way at all what was withdrawn since it was taken', { timeout: 180_000 }, async () => {
    const files = [WORD, ELSEWHERE].map((word) => cli.file(`${word}.md`, release(word, word)));
    await cli.run(['import', '--publish', ...files]);
    const key = (await cli.run(['keys', 'create', '--name', 'Sam', '--role', 'admin'])).out.trim();
    const lost = (await cli.run(['keys', 'create', '--name', 'Kim', '--role', 'editor'])).out.trim();
    let server = await serve();
    expect((await read('/v1/articles')).body).toContain(WORD);
    const since = await cursor();
    expect(await cli.run(['backup', backup])).toMatchObject({ code: 0, err: '' });
    await withdraw(key);
    const after = await cursor();
    await cli.run(['keys', 'revoke', lost.split('_')[1] ?? '']);
    const before = await Promise.all(ADDRESSES.map(shown));

    expect(await cli.run(['restore', backup])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is in use: stop the server'),
    });
    await stop(server);
    const { code, out, err } = await cli.run(['restore', backup]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\nWithdrawn: [0-9a-f-]{36}\nEnded again: 1 keys, previews, partners or embargoes\n/);

    server = await serve();
    const answers = await Promise.all(ADDRESSES.map(shown));
    expect(answers).toEqual(before);
    expect(answers.filter(({ body }) => body.includes(WORD))).toEqual([]);
    expect(answers.filter(({ body }) => body.includes(ELSEWHERE)).length).toBeGreaterThan(8);
    expect(await read(`/v1/articles/${WORD}`)).toMatchObject({ status: 410 });
    expect(await read(`/v1/changes?since=${since}`)).toMatchObject({
      status: 200,
      body: expect.stringMatching(/"data":\[\{"type":"withdraw","sequence":\d+/),
    });
    expect(await read(`/v1/changes?since=${after}`)).toMatchObject({
      status: 410,
      body: expect.stringContaining('resync_required'),
    });
    expect((await read('/v1/editorial/articles', lost)).status).toBe(401);
    expect((await read('/v1/editorial/articles', key)).status).toBe(200);
    await stop(server);
    expect(await cli.run(['audit', 'verify'])).toMatchObject({ code: 0 });
  });

  it('is not served without the record of what was withdrawn', async () => {
    await cli.run(['import', '--publish', '-'], release(WORD, WORD));
    await cli.run(['backup', backup]);
    rmSync(dirname(cli.database), { recursive: true });
    mkdirSync(dirname(cli.database));
    copyFileSync(backup, cli.database);
    const server = await finished(start('src/main.ts'));
    expect(server).toMatchObject({
      code: 1,
      err: expect.stringContaining('.removals is missing: without it nobody can tell'),
    });
    rmSync(cli.database);
    expect(await cli.run(['restore', backup])).toMatchObject({
      code: 1,
      err: expect.stringContaining('say --without-record'),
    });
    expect(existsSync(cli.database)).toBe(false);
    expect(await cli.run(['restore', backup, '--without-record'])).toMatchObject({ code: 0, err: '' });
    await stop(await serve());
  });
});

function start(program: string): Child {
  return cli.start(program, [], { DATELINE_PORT: String(port), DATELINE_MAX_LOOP_DELAY_MILLIS: '0' });
}

async function serve(): Promise<Child> {
  const server = start('src/main.ts');
  await untilItSays(server, 'listening');
  return server;
}

async function makeDatabase(): Promise<void> {
  await cli.run(['import', '--publish', '-'], pressRelease());
}

async function stop(server: Child): Promise<void> {
  server.kill('SIGTERM');
  await once(server, 'close');
}

async function read(address: string, key?: string): Promise<{ status: number; body: string }> {
  const headers: Record<string, string> = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, { headers, redirect: 'manual' });
  return { status: answer.status, body: await answer.text() };
}

/** Without what says when it was, or in which place of the log. */
async function shown(address: string): Promise<{ status: number; body: string }> {
  const { status, body } = await read(address);
  const plain = body
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
    .replaceAll(/\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/g, 'T')
    .replaceAll(/"(requestId|next|instance)":"[^"]*"/g, '')
    .replaceAll(/"sequence":\d+|<link rel="prev-archive"[^>]*>\n/g, '');
  return { status, body: address.startsWith('/v1/articles?q=') ? plain.replaceAll(`q=${WORD}`, '') : plain };
}

async function cursor(): Promise<string> {
  return /"next":"([^"]*)"/.exec((await read('/v1/changes?limit=100')).body)?.[1] ?? '';
}

async function withdraw(key: string): Promise<void> {
  const { id } = JSON.parse((await read(`/v1/articles/${WORD}?fields=id`)).body);
  const address = `http://127.0.0.1:${port}/v1/editorial/articles/${id}`;
  const Authorization = `Bearer ${key}`;
  const etag = (await fetch(address, { headers: { Authorization } })).headers.get('etag') ?? '';
  const answer = await fetch(`${address}/withdraw`, {
    method: 'POST',
    headers: { Authorization, 'If-Match': etag, 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'gone', explanation: 'A mistake.' }),
  });
  expect(answer.status).toBe(200);
}
