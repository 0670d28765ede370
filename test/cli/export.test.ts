import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../src/cli/export-folder.ts';
import { type Folder, openFolder } from '../support/folder.ts';
import { pressRecord, pressRelease } from '../usecases/press-release.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

const UNTIDY = `\uFEFF${pressRelease().replaceAll('\n', '\r\n')}   `;

describe('the command export', () => {
  let cli: CommandLine;
  beforeEach(() => {
    cli = openCommandLine();
  });
  afterEach(() => cli.close());

  it('gives documents back byte for byte, one on standard output or many in a folder', async () => {
    cli.file('in/a.md', UNTIDY);
    cli.file('in/b.ndjson', `${pressRecord({ slug: 'b' })}\n`);
    await cli.run(['import', 'in', '--publish']);
    expect(await cli.run(['export', 'closure-order'])).toEqual({ code: 0, out: UNTIDY, err: '' });
    const all = await cli.run(['export', '--all', '--out', 'out']);
    expect(all).toMatchObject({ code: 0, err: '' });
    expect(all.out.trimEnd().split('\n').sort()).toEqual(['written   out/b.ndjson', 'written   out/closure-order.md']);
    expect(read('out/closure-order.md')).toBe(UNTIDY);
    expect(read('out/b.ndjson')).toBe(pressRecord({ slug: 'b' }));
    expect(await cli.run(['import', 'out', '--publish'])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^2 unchanged/),
    });
  });

  it('exits with 1 when something cannot be had, and gives the rest', async () => {
    cli.file('a.md', UNTIDY);
    await cli.run(['import', 'a.md']);
    const url = 'https://police.example/news/closure-order';
    expect(await cli.run(['export', 'nothing', url, '--out', 'out'])).toEqual({
      code: 1,
      out: 'written   out/drafts/closure-order.md\n',
      err: 'no release that is not withdrawn has the address, slug or id nothing\n',
    });
    expect(await cli.run(['export', 'nothing'])).toMatchObject({ code: 1, out: '' });
    expect(await cli.run(['export'])).toMatchObject({ code: 2, err: expect.stringContaining('--all') });
    expect(await cli.run(['export', url, url])).toMatchObject({ code: 2, err: expect.stringContaining('--out DIR') });
  });

  function read(path: string): string {
    return readFileSync(join(cli.path, path), 'utf8');
  }
});

describe('the folder of an export', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = openFolder();
  });
  afterEach(() => folder.close());

  const source = (slug: string, text: string) => ({
    slug,
    url: `https://x.example/${slug}`,
    state: 'live' as const,
    bytes: Buffer.from(text),
  });
  const write = (slug: string, text: string, mayReplace = false) =>
    createExportFolder(folder.path, mayReplace).write(source(slug, text));

  it('leaves alone a file that holds the same, and another one too unless it may be replaced', async () => {
    const path = join(folder.path, 'a.md');
    expect(await write('a', 'one')).toEqual({ path, isNew: true });
    expect(await write('a', 'one')).toEqual({ path, isNew: false });
    await expect(write('a', 'two')).rejects.toMatchObject({
      message: `${path}: holds something else; --force replaces it`,
    });
    expect(readFileSync(path, 'utf8')).toBe('one');
    expect(await write('a', 'two', true)).toEqual({ path, isNew: true });
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder.path)).toEqual(['a.md']);
  });

  it('gives two releases that wish for one slug a file each', async () => {
    const target = createExportFolder(folder.path, true);
    await target.write(source('a', 'one'));
    expect(await target.write(source('a', 'two'))).toEqual({ path: join(folder.path, 'a-2.md'), isNew: true });
  });

  it('writes nothing outside of itself', async () => {
    const outside = openFolder();
    try {
      const target = outside.file('target.md', 'untouched');
      symlinkSync(target, join(folder.path, 'a.md'));
      symlinkSync(join(outside.path, 'missing.md'), join(folder.path, 'b.md'));
      await expect(write('a', 'one')).rejects.toMatchObject({ code: 'invalid_request' });
      await expect(write('b', 'one')).rejects.toMatchObject({ code: 'invalid_request' });
      await expect(write('../c', 'one', true)).rejects.toMatchObject({ code: 'invalid_request' });
      await write('a', 'one', true);
      symlinkSync(target, join(folder.path, 'a.md.new'));
      await write('a', 'two', true);
      expect(readFileSync(target, 'utf8')).toBe('untouched');
      expect(existsSync(join(outside.path, 'missing.md'))).toBe(false);
      expect(readdirSync(outside.path)).toEqual(['target.md']);
    } finally {
      outside.close();
    }
  });
});
