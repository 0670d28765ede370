import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/cli/import.ts';
import { faultLines } from '../../src/cli/import-lines.ts';
import { OPERATOR } from '../../src/domain/actor.ts';
import { MAX_DOCUMENT_BYTES } from '../../src/text/source-text.ts';
import { changeArea } from '../../src/usecases/manage-areas.ts';
import { type Folder, openFolder } from '../support/folder.ts';
import { type Newsroom, openNewsroom } from '../usecases/newsroom.ts';
import { pressRecord, pressRelease } from '../usecases/press-release.ts';

let newsroom: Newsroom;
let folder: Folder;
beforeEach(() => {
  newsroom = openNewsroom();
  folder = openFolder();
});
afterEach(async () => {
  folder.close();
  await newsroom.close();
});

describe('the paths of an import', () => {
  it('may be a folder: the good files go in, the bad are named with line and column', async () => {
    folder.file('broken-date.md', pressRelease({ date: '29 Octember 2020' }));
    folder.file('broken-yaml.md', pressRelease({ date: '[29, 10' }));
    folder.file('fine.md', pressRelease());
    folder.file('good.md', pressRelease({ slug: 'good' }));
    folder.file('happy.md', pressRelease({ slug: 'happy' }));
    expect(await take([folder.path])).toEqual([
      expect.stringMatching(/^broken-date\.md:4:9: "29 Octember 2020" is not a date/),
      expect.stringMatching(/^broken-yaml\.md:\d+:\d+: this is not YAML/),
      'created fine.md',
      'created good.md',
      'created happy.md',
    ]);
  });

  it('may be a folder of folders, of documents and records, taken in the order of their names', async () => {
    folder.file('b.md', pressRelease({ slug: 'b' }));
    folder.file('a/er/x.MARKDOWN', pressRelease({ slug: 'x' }));
    folder.file('a/c.ndjson', `${pressRecord({ slug: 'c' })}\n\n${pressRecord({ slug: 'd' })}\n`);
    folder.file('a/e.jsonl', pressRecord({ slug: 'e' }));
    expect(await take([folder.path])).toEqual([
      'created a/c.ndjson:1',
      'created a/c.ndjson:3',
      'created a/e.jsonl:1',
      'created a/er/x.MARKDOWN',
      'created b.md',
    ]);
  });

  it('leave alone in folders what is no release, and links that lead back', async () => {
    folder.file('a.md', pressRelease());
    for (const name of ['README.md', 'readme.md', '.hidden.md', '.git/b.md', 'picture.jpg']) folder.file(name, 'x');
    symlinkSync('.', join(folder.path, 'loop'));
    expect(await take([folder.path])).toEqual(['created a.md']);
  });

  it('may be files and patterns; a name that looks like a pattern is a name first', async () => {
    folder.file('one.md', pressRelease({ slug: 'one' }));
    folder.file('two.md', pressRelease({ slug: 'two' }));
    folder.file('[odd].md', pressRelease({ slug: 'odd' }));
    const paths = ['{one,two}.md', '[odd].md', 'x*.md'].map((name) => join(folder.path, name));
    expect(await take(paths)).toEqual([
      'created one.md',
      'created two.md',
      'created [odd].md',
      'x*.md: no file matches the pattern',
    ]);
  });

  it('say what a file of another name holds only with a format', async () => {
    const path = folder.file('text.txt', pressRelease());
    const expected = 'expected .md, .markdown, .ndjson, .jsonl, or --format';
    expect(await take([path])).toEqual([`text.txt: its name does not say what it holds: ${expected}`]);
    expect(await take([path], { format: 'markdown' })).toEqual(['created text.txt']);
  });

  it('are refused alone when they are of no use', async () => {
    const path = folder.file('a.md', pressRelease());
    mkdirSync(join(folder.path, 'folder.md'));
    symlinkSync('folder.md', join(folder.path, 'link.md'));
    expect(await take([join(folder.path, 'nowhere'), join(path, 'below'), folder.path])).toEqual([
      'nowhere: there is no such file or folder',
      'a.md/below: a part of the path is a file, not a folder',
      'created a.md',
      'link.md: it is a folder, not a file',
    ]);
  });

  it('refuse what is too large to be a release, and read on behind it', async () => {
    const tooLarge = 'x'.repeat(MAX_DOCUMENT_BYTES + 1);
    const wrong = `is too large to be a release: at most ${MAX_DOCUMENT_BYTES} bytes`;
    folder.file('a.md', tooLarge);
    folder.file('b.ndjson', `${tooLarge}\n${pressRecord()}`);
    folder.file('c.md', pressRelease({ slug: 'c' }).padEnd(MAX_DOCUMENT_BYTES, '\n'));
    expect(await take([folder.path])).toEqual([
      `a.md: the file ${wrong}`,
      `b.ndjson:1: the line ${wrong}`,
      'created b.ndjson:2',
      'created c.md',
    ]);
    expect(await take(['-'], {}, tooLarge)).toEqual([`<stdin>: the document ${wrong}`]);
  });
});

describe('standard input', () => {
  it('holds one document, or one record a line, told apart by their look', async () => {
    expect(await take(['-'], {}, pressRelease({ slug: 'a' }))).toEqual(['created <stdin>']);
    expect(await take(['-'], {}, `\uFEFF${pressRelease({ slug: 'b' })}`)).toEqual(['created <stdin>']);
    expect(await take(['-'], {}, `\n \uFEFF{`)).toEqual([expect.stringMatching(/^<stdin>:/)]);
    expect(await take(['-'], {}, ` \n${pressRecord({ slug: 'c' })}\r\nnot json\n`)).toEqual([
      'created <stdin>:2',
      expect.stringMatching(/^<stdin>:3:1: this is not JSON/),
    ]);
  });

  it('holds what it is said to hold', async () => {
    expect(await take(['-'], { format: 'markdown' }, pressRecord())).toEqual([expect.stringMatching(/^<stdin>:1:1: /)]);
    const lines = pressRelease()
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    expect(await take(['-'], { format: 'ndjson' }, pressRelease())).toHaveLength(lines.length);
  });

  it('may hold nothing', async () => {
    expect(await take(['-'], {}, '')).toEqual([]);
  });
});

describe('a list of areas', () => {
  it('is taken in before the releases of its folder', async () => {
    folder.file('areas.yaml', '- name: Ouseshire\n  areas: [{ name: Fenwick }]\n');
    folder.file('a.md', pressRelease());
    const entries = [];
    for await (const entry of importPaths(newsroom.deps, [folder.path], { publish: true })) entries.push(entry);
    expect(entries).toMatchObject([
      { outcome: 'registered', areas: 2 },
      { outcome: 'published', created: { areas: [] } },
    ]);
  });

  it('may be named, and is refused alone, with line and column', async () => {
    const areas = folder.file('areas.yaml', '- name: Ouseshire\n  kind: village\n');
    const release = folder.file('a.md', pressRelease());
    expect(await take([release, areas])).toEqual([
      expect.stringMatching(/^areas\.yaml:2:9: kind must be one of/),
      'created a.md',
    ]);
    folder.file('areas.yaml', '- name: Ouseshire\n');
    expect(await take([areas])).toEqual(['registered areas.yaml']);
  });

  it('is refused on a dry run where the run refuses it, file by file, and nothing of it is kept', async () => {
    const file = (name: string, text: string) => folder.file(`${name}/areas.yaml`, text);
    const deep = (names: string[]) => names.reduceRight((inside, name) => `[{ name: ${name}, areas: ${inside} }]`);
    await take([
      file(
        'there',
        `- { name: Marl, gss: E05000001 }\n- { name: Ford, areas: ${deep([...'bcdefg', '[{ name: h }]'])} }\n`,
      ),
    ]);
    const files = [
      file('frees', '- name: Marl\n'),
      file('takes', '- { name: Chalk, gss: E05000001 }\n'),
      file('shares', '- { name: Clay, gss: E05000001 }\n'),
      file('deep', '- { name: Top, areas: [{ name: Ford }] }\n'),
      file('last', '- name: Sand\n'),
    ];
    const before = await everything(newsroom);
    const tried = await take(files, { dryRun: true });
    expect(await everything(newsroom)).toEqual(before);
    expect(tried).toEqual([
      'registered frees/areas.yaml',
      'registered takes/areas.yaml',
      'shares/areas.yaml: Clay cannot have the GSS code E05000001: Chalk has it.',
      'deep/areas.yaml: Top: areas lie in each other at most 8 deep',
      'registered last/areas.yaml',
    ]);
    expect(await take(files)).toEqual(tried);
  });

  it('is refused with an area in itself under another of its names', async () => {
    await take([folder.file('areas.yaml', '- name: Ford\n')]);
    const known = { reference: 'ford', version: 1 };
    await changeArea(newsroom.deps, known, { name: 'Oldford' }, { actor: OPERATOR, dryRun: false, once: null });
    const twice = folder.file('twice/areas.yaml', '- { name: Ford, areas: [{ name: Oldford }] }\n');
    for (const dryRun of [true, false]) {
      expect(await take([twice], { dryRun })).toEqual([
        'twice/areas.yaml: oldford cannot lie in ford, another name of it',
      ]);
    }
  });
});

/** What the register has of areas, and what the audit trail says. */
async function everything({ deps: { store } }: Newsroom): Promise<unknown> {
  const page = { limit: 100, position: null };
  return [(await store.names.areas.list(page)).rows, (await store.audit.list(page)).rows];
}

/** Imports paths and says in a line per fault or result what came of it, paths shortened to within the folder. */
async function take(
  paths: readonly string[],
  options: Parameters<typeof importPaths>[2] = {},
  stdin = '',
): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of importPaths(newsroom.deps, paths, { ...options, stdin: streamOf(stdin) })) {
    if (entry.outcome === 'failed') lines.push(...faultLines(entry.name, entry.line, entry.problem));
    else lines.push(`${entry.outcome} ${entry.name}${'line' in entry ? `:${entry.line}` : ''}`);
  }
  return lines.map((line) => line.replaceAll(`${folder.path}/`, ''));
}

async function* streamOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}
