import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_BATCH_INPUTS } from '../../src/usecases/import-releases.ts';
import { pressRecord, pressRelease } from '../usecases/press-release.ts';
import { type CommandLine, finished, openCommandLine } from './command-line.ts';

const MIXED = fileURLToPath(new URL('../fixtures/mixed', import.meta.url));
const SPEED = String.raw` in \d+\.\d s \(\d+ a second\)\n$`;

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.close());

describe('the command import', () => {
  it('exits with 0 when everything went in, also when nothing changed', async () => {
    cli.file('a.md', pressRelease());
    expect(await cli.run(['import', '.', '--publish'])).toEqual({
      code: 0,
      out: 'published  a.md (new area: Ouseshire; new organisations: Ouseshire Police; new officials: Rebecca Shaw)\n',
      err: expect.stringMatching(`^1 published${SPEED}`),
    });
    expect(await cli.run(['import', '.', '--publish'])).toEqual({
      code: 0,
      out: 'unchanged  a.md\n',
      err: expect.stringMatching(`^1 unchanged${SPEED}`),
    });
  });

  it('exits with 1 when something did not go in, and takes the rest', async () => {
    const { code, out, err } = await cli.run(['import', MIXED]);
    expect(out).toContain(`created    ${MIXED}/corn-hall-reopens-after-repairs.md`);
    expect(err).toContain(`${MIXED}/broken-date.md:6:9: "29 Octember 2020" is not a date`);
    expect(err).toContain(`${MIXED}/broken-yaml.md:7:8: this is not YAML`);
    expect(err).toMatch(new RegExp(`2 failed, 3 created${SPEED}`));
    expect(code).toBe(1);
  });

  it('names what looks wrong with each release when it is asked to', async () => {
    cli.file('a.md', pressRelease({ body: 'the road is open.' }));
    const { out, err } = await cli.run(['import', 'a.md', '--dry-run', '--checks', '--json']);
    expect(JSON.parse(out).checks).toEqual([
      { id: 'summary-missing', severity: 'warning', message: 'There is no summary.' },
      { id: 'sentence-lower-case', severity: 'warning', message: 'A sentence begins with “the”.' },
    ]);
    expect(err).toMatch(/\n2 warnings to look at\n$/);
  });

  it('holds back what an editorial error stops, until that is overridden by name for a reason', async () => {
    cli.file('a.md', pressRelease({ body: 'Ask [INSERT NAME].' }));
    const way = 'It stays a draft: put it right, or --override template-leftover with a --reason';
    const held = { code: 2, out: '', err: expect.stringContaining(`a part of a template. ${way}\n1 held`) };
    expect(await cli.run(['import', '.', '--publish'])).toEqual(held);
    const override = ['--override', 'template-leftover'];
    const refused = { code: 2, err: expect.stringContaining('--override and --reason go together') };
    expect(await cli.run(['import', '.', '--publish', ...override])).toMatchObject(refused);
    const { code, out } = await cli.run(['import', '.', '--publish', ...override, '--reason', 'As it was published.']);
    expect([code, out]).toEqual([0, 'published  a.md\n']);
  });

  it('exits with 2 when nothing went in: all bad, nothing there, nothing said', async () => {
    cli.file('bad.md', 'x');
    expect(await cli.run(['import', 'bad.md', 'nowhere'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(`^bad\\.md:1:1: [^]*\nnowhere: there is no such file or folder\n2 failed${SPEED}`),
    });
    expect(await cli.run(['import', 'data'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(`^nothing to import${SPEED}`),
    });
    expect(await cli.run(['import'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("missing required argument 'path'"),
    });
  });

  it('exits with 2 and one sentence when the database cannot be used', async () => {
    cli.file('data/test.db', 'This is no database, however long the text is that stands in it.'.repeat(20));
    cli.file('a.md', pressRelease());
    expect(await cli.run(['import', 'a.md'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^the database \S+test\.db cannot be opened: it is not an SQLite database\n/),
    });
  });

  it('writes one JSON object per result, and nothing else, to standard output with --json', async () => {
    const records = [pressRecord(), '{]', pressRecord({ slug: 'later', date: '1 Jan 2999' })].join('\n');
    const { out } = await cli.run(['import', '-', '--json', '--publish'], records);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        name: '<stdin>',
        line: 1,
        outcome: 'published',
        url: 'https://police.example/news/closure-order',
        id: expect.any(String),
        created: { areas: ['Ouseshire'], organisations: ['Ouseshire Police'], officials: ['Rebecca Shaw'] },
      },
      {
        name: '<stdin>',
        line: 2,
        outcome: 'failed',
        code: 'invalid_document',
        detail: expect.any(String),
        errors: [{ line: 2, column: 2, detail: expect.any(String) }],
      },
      {
        name: '<stdin>',
        line: 3,
        outcome: 'scheduled',
        url: 'https://police.example/news/later',
        id: expect.any(String),
        created: { areas: [], organisations: [], officials: [] },
        publishAt: '2999-01-01T00:00:00.000Z',
      },
    ]);
  });

  it('writes nothing on a dry run, not even an empty database', async () => {
    cli.file('a.md', pressRelease());
    expect(await cli.run(['import', '.', '--dry-run'])).toEqual({
      code: 0,
      out: expect.stringContaining('created    a.md (new area: Ouseshire;'),
      err: expect.stringMatching(`^dry run, nothing is written: 1 created${SPEED}`),
    });
    expect(existsSync(cli.database)).toBe(false);
  });

  it('writes no record of removals on a dry run without a database', async () => {
    cli.file('a.md', pressRelease());
    const record = join(cli.path, 'news.removals');
    const child = cli.start('src/cli.ts', ['import', 'a.md', '--dry-run'], { DATELINE_REMOVALS: record });
    expect(await finished(child)).toMatchObject({ code: 0 });
    expect(existsSync(record)).toBe(false);
  });

  it('stops after the running transaction when it is interrupted, and goes on the next time', async () => {
    // A signal that comes with the first line may find the second transaction begun: there must be more of them.
    const records = Array.from({ length: 5 * MAX_BATCH_INPUTS }, (_, at) => pressRecord({ slug: `release-${at}` }));
    cli.file('all.ndjson', records.join('\n'));
    const child = cli.start('src/cli.ts', ['import', 'all.ndjson']);
    child.stdout.once('data', () => child.kill('SIGINT'));
    // A terminal sends it to npm too, which hands it on.
    child.stderr.once('data', () => child.kill('SIGINT'));
    const stopped = await finished(child);
    const done = stopped.out.trimEnd().split('\n').length;
    expect(stopped).toMatchObject({ code: 1, err: expect.stringContaining('run the same command again to go on') });
    expect(done).toBeLessThan(records.length);
    const again = await cli.run(['import', 'all.ndjson']);
    expect(again).toMatchObject({
      code: 0,
      err: expect.stringMatching(`^${done} unchanged, ${records.length - done} created${SPEED}`),
    });
  });
});
