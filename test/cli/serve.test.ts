import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shifted, systemClock } from '../../src/domain/time.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { addressOf } from '../support/address.ts';
import { putOne } from '../support/newsroom.ts';
import { pressRelease } from '../usecases/press-release.ts';
import { type Child, type CommandLine, finished, freePort, openCommandLine, untilItSays } from './command-line.ts';

let cli: CommandLine;
let port: number;
beforeEach(async () => {
  cli = openCommandLine();
  port = await freePort();
});
afterEach(() => cli.close());

describe('the server', () => {
  it.each([
    ['SIGTERM', {}],
    [
      'SIGINT',
      {
        DATELINE_HOST: '0.0.0.0',
        DATELINE_PUBLIC_URL: 'https://api.example',
        DATELINE_ARTICLE_URL: 'https://a.example/{slug}',
      },
    ],
  ] as const)('answers until %s, and logs JSON lines without a warning with %j', async (signal, env) => {
    const server = start('src/main.ts', [], env);
    const end = finished(server);
    await untilItSays(server, 'listening');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    server.kill(signal);
    const { code, out, err } = await end;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ level }) => level)).toEqual(lines.map(() => 'info'));
  });

  it('finishes what is in work although npm hands the signal on that its whole group has got', async () => {
    const key = (await cli.run(['keys', 'create', '--name', 'Ada', '--role', 'editor'])).out.trim();
    const server = start('src/main.ts', [], { DATELINE_MAX_LOOP_DELAY_MILLIS: '0' });
    const end = finished(server);
    await untilItSays(server, 'listening');
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', Expect: '100-continue' };
    const sent = request(`http://127.0.0.1:${port}/v1/editorial/articles`, { method: 'POST', headers });
    const answered = once(sent, 'response');
    sent.flushHeaders();
    await once(sent, 'continue');
    sent.write('{"title":');
    server.kill('SIGTERM');
    await untilItSays(server, 'closing');
    server.kill('SIGTERM');
    await setTimeout(200);
    sent.end('"Slowly sent"}');
    const [{ statusCode }] = await answered;
    // The client keeps its connection, for which nobody waits.
    const waited = Promise.race([end, setTimeout(8_000, { code: 'still there' }, { ref: false })]);
    expect([statusCode, (await waited).code]).toEqual([201, 0]);
  });

  it('announces what is scheduled without a reader, by its id and lateness alone', async () => {
    const store = openSqliteStore({ path: cli.database, newId: randomUUID, addressOf });
    const now = systemClock.now();
    const scheduled = { title: 'A secret', now, publishAt: shifted(now, 100) };
    const { id } = await putOne(store, { name: 'secret', ...scheduled });
    await store.close();
    const server = start('src/main.ts', []);
    const end = finished(server);
    await untilItSays(server, 'a scheduled edition is public');
    server.kill('SIGTERM');
    const { code, out } = await end;
    const said = out.split('\n').find((line) => line.includes('a scheduled edition is public')) ?? '';
    expect(code).toBe(0);
    expect(JSON.parse(said)).toEqual({
      level: 'info',
      time: expect.any(String),
      pid: expect.any(Number),
      article: id,
      edition: 1,
      latenessMillis: expect.any(Number),
      msg: 'a scheduled edition is public',
    });
    expect(out.toLowerCase()).not.toContain('secret');
  });

  it('keeps its files to its owner, whatever they were before, and says so', async () => {
    const modes = () =>
      new Set(readdirSync(join(cli.path, 'data')).map((name) => statSync(join(cli.path, 'data', name)).mode & 0o777));
    const first = start('src/main.ts', []);
    await untilItSays(first, 'listening');
    expect(modes()).toEqual(new Set([0o600]));
    first.kill('SIGTERM');
    await finished(first);
    chmodSync(cli.database, 0o644);
    const second = start('src/main.ts', []);
    const end = finished(second);
    await untilItSays(second, 'listening');
    expect(modes()).toEqual(new Set([0o600]));
    second.kill('SIGTERM');
    const [warning] = (await end).out.split('\n').map((line) => JSON.parse(line || '{}'));
    expect(warning).toMatchObject({
      level: 'warn',
      files: { tightened: expect.arrayContaining([cli.database]), left: [] },
    });
    chmodSync(cli.database, 0o640);
    expect((await cli.run(['keys', 'list'])).err).toContain(
      `${cli.database}: others could read it, and cannot any more\n`,
    );
  });

  it.each([
    [{ DATELINE_HOST: '0.0.0.0' }, ['DATELINE_PUBLIC_URL', 'DATELINE_ARTICLE_URL']],
    [{ DATELINE_PUBLIC_URL: 'https://api.example' }, ['DATELINE_ARTICLE_URL']],
  ])('warns with %j that links would lead nowhere', async (env, settings) => {
    const server = start('src/main.ts', [], env);
    const end = finished(server);
    await untilItSays(server, 'listening');
    server.kill('SIGTERM');
    const lines = (await end).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const warnings = lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg);
    expect(warnings).toEqual(settings.map((name) => expect.stringContaining(`set ${name}`)));
  });

  it('takes no argument for a setting', async () => {
    expect(await finished(start('src/main.ts', ['--port', '8080']))).toEqual({
      code: 2,
      out: '',
      err: 'The server takes no arguments: its settings are environment variables, such as DATELINE_PORT.\n',
    });
  });

  it('says in one sentence that its port is in use', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const server = await finished(start('src/cli.ts', ['serve']));
    other.close();
    expect(server).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Another program listens on this address: .*\n$/),
    });
  });

  it.each([
    [{ DATELINE_PORT: 'http' }, 'DATELINE_PORT must be a whole number from 1 to 65535.\n'],
    [
      { DATELINE_PROT: '80' },
      expect.stringMatching(/^DATELINE_PROT is not a setting; there are DATELINE_DATABASE, [^\n]+\n$/),
    ],
    [{ DATELINE_DATABASE: '/dev/null/x.db' }, expect.stringMatching(/^[^\n]+\n$/)],
  ])('says in one sentence what is wrong with %j', async (env, sentence) => {
    expect(await finished(start('src/main.ts', [], env))).toEqual({ code: 1, out: expect.any(String), err: sentence });
  });
});

describe('the demo', () => {
  it('serves the example releases and says where, with one key and a database of its own', async () => {
    const keys: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      // Tests beside this one may take the machine for a while.
      const demo = start('src/cli.ts', ['demo'], { DATELINE_DATABASE: '', DATELINE_MAX_LOOP_DELAY_MILLIS: '0' });
      const end = finished(demo);
      await untilItSays(demo, 'Ctrl+C');
      const address = `http://127.0.0.1:${port}`;
      const page = await fetch(`${address}/v1/articles?limit=1`).then((answer) => answer.json());
      expect(page).toMatchObject({ data: [expect.anything()] });
      demo.kill('SIGINT');
      const { code, out } = await end;
      expect(code).toBe(0);
      const told = [
        'with 36 example releases',
        `${address}/docs`,
        'data/demo.db, of the demo alone',
        `curl '${address}/`,
      ];
      for (const said of [`running at ${address}`, ...told]) expect(out).toContain(said);
      keys.push(/dl_[0-9a-f]{12}_[\w-]{43}/.exec(out)?.[0] ?? '');
    }
    expect(keys[0]).toBe(keys[1]);
    // What is kept for a full disk is there when the server has come round to it.
    const files = readdirSync(join(cli.path, 'data')).filter((name) => !name.endsWith('.reserve'));
    expect(files.sort()).toEqual(['demo.db', 'demo.db.key', 'demo.db.removals']);
    expect(statSync(join(cli.path, 'data/demo.db.key')).mode & 0o777).toBe(0o600);
    const listed = await finished(start('src/cli.ts', ['keys', 'list'], { DATELINE_DATABASE: 'data/demo.db' }));
    expect(listed.out.trimEnd()).toMatch(new RegExp(`^${keys[0]?.split('_')[1]} .* valid .* demo$`));
  });

  it('puts no invented releases beside others', async () => {
    cli.file('real.md', pressRelease());
    await cli.run(['import', '--publish', 'real.md']);
    expect(await finished(start('src/cli.ts', ['demo']))).toEqual({
      code: 1,
      out: '',
      err: `${cli.database} holds other releases: the demo takes one of its own, data/demo.db when DATELINE_DATABASE is not set\n`,
    });
    expect((await cli.run(['keys', 'list'])).out).not.toContain('demo');
    expect((await cli.run(['export', '--all', '--out', 'out'])).out).toBe('written   out/closure-order.md\n');
  });
});

function start(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Child {
  return cli.start(program, args, { DATELINE_PORT: String(port), ...env });
}
