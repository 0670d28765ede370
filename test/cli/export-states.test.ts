import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../src/cli/export-folder.ts';
import { importPaths } from '../../src/cli/import.ts';
import { OPERATOR } from '../../src/domain/actor.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { WITHDRAWAL_KINDS } from '../../src/domain/withdrawal.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { exportFiles, exportLines, exportSources } from '../../src/usecases/export-sources.ts';
import { type Folder, openFolder } from '../support/folder.ts';
import { collect, decide, WHOLE } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { pressRecord, pressRelease } from '../usecases/press-release.ts';
import { openHouse } from './house.ts';

let folder: Folder;
let here: Deps;
let there: Deps;
beforeEach(() => {
  folder = openFolder();
  here = openHouse();
  there = openHouse();
});
afterEach(() => folder.close());

async function takeIn(deps: Deps, files: Readonly<Record<string, string>>, publish = true): Promise<string[]> {
  const from = join(folder.path, randomUUID());
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(from, name)), { recursive: true });
    folder.file(join(from, name).slice(folder.path.length + 1), text);
  }
  return importFrom(deps, from, publish);
}

async function importFrom(deps: Deps, path: string, publish = true): Promise<string[]> {
  const entries = await collect(importPaths(deps, [path], { publish }));
  return entries.map(({ outcome }) => outcome);
}

async function exportTo(deps: Deps, name: string): Promise<string> {
  const path = join(folder.path, name);
  await mkdir(path);
  const target = createExportFolder(path, false);
  for await (const source of exportSources(deps)) await target.write(source);
  return path;
}

async function filesIn(path: string): Promise<Record<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (file) => [file.slice(path.length + 1), await readFile(file, 'utf8')]);
  return Object.fromEntries((await Promise.all(read)).sort());
}

const publicTitles = async ({ store }: Deps) =>
  (await store.articles.list({ ...WHOLE, sort: 'title' }, everyone(NOW))).rows.map(({ title }) => title);

/** Two public releases, one with another text underway; two that are not public; and four that were taken down. */
async function fill(deps: Deps): Promise<Record<string, string>> {
  const documents = {
    'zebra.md': pressRelease({ slug: 'zebra', title: 'Zebra' }),
    'alone.md': pressRelease({ slug: 'alone', title: 'Alone' }),
    'record.ndjson': pressRecord({ slug: 'record', title: 'Record' }),
    'drafts/zebra.md': pressRelease({ slug: 'zebra', title: 'Zebra, again' }),
    'drafts/secret.md': pressRelease({ slug: 'secret', title: 'Secret' }),
    'drafts/secret-record.ndjson': pressRecord({ slug: 'secret-record', title: 'Secret record' }),
  };
  await takeIn(deps, documents);
  for (const kind of WITHDRAWAL_KINDS) {
    const slug = `taken-${kind}`;
    await takeIn(deps, { 'a.md': pressRelease({ slug, title: `Taken down, ${kind}` }) });
    const id = (await deps.store.articles.find(slug, everyone(NOW)))?.id ?? '';
    const explanation = kind === 'vanish' ? null : 'An error.';
    const alternative = kind === 'redirect' ? 'https://police.example/other' : null;
    await decide(deps.store, id, { withdraw: { kind, explanation, alternative, reason: null, at: NOW, by: 'Sam' } });
  }
  return documents;
}

describe('an export of everything', () => {
  it('has what is public, what is not in a folder of its own, and nothing of what was withdrawn', async () => {
    const documents = await fill(here);
    expect(await filesIn(await exportTo(here, 'out'))).toEqual(documents);
    const archive = await collect(exportFiles(here, OPERATOR));
    expect(Object.fromEntries(archive.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]))).toEqual(
      documents,
    );
    const lines = await collect(exportLines(here, OPERATOR));
    expect(lines.join('')).not.toContain('Taken down');
    expect(lines.filter((line) => line.includes('ecret')).map((line) => JSON.parse(line))).toEqual(
      expect.arrayContaining([
        { document: documents['drafts/secret.md'], state: 'draft' },
        { record: documents['drafts/secret-record.ndjson'], state: 'draft' },
      ]),
    );
  });

  it('is imported elsewhere with publish: what was public is, and nothing else; and is exported the same there', async () => {
    await fill(here);
    const out = await exportTo(here, 'out');
    expect((await importFrom(there, out)).sort()).toEqual([
      'created',
      'created',
      'published',
      'published',
      'published',
      'updated',
    ]);
    expect(await publicTitles(there)).toEqual(['Alone', 'Record', 'Zebra']);
    expect(await filesIn(await exportTo(there, 'again'))).toEqual(await filesIn(out));
  });

  it.each(['here', 'elsewhere'])('as lines publishes nothing either, %s', async (where) => {
    await fill(here);
    const lines = (await collect(exportLines(here, OPERATOR))).join('');
    const target = where === 'here' ? here : there;
    const before = await publicTitles(here);
    await takeIn(target, { 'all.ndjson': lines });
    expect(await publicTitles(target)).toEqual(before);
    expect((await collect(exportLines(target, OPERATOR))).sort()).toEqual(lines.split(/(?<=\n)/).sort());
  });

  it('names what an earlier one has left in the folder', async () => {
    await fill(here);
    const out = await exportTo(here, 'out');
    const target = createExportFolder(out, false);
    await target.write({
      slug: 'alone',
      url: '',
      state: 'live',
      bytes: Buffer.from(pressRelease({ slug: 'alone', title: 'Alone' })),
    });
    expect((await target.leftOver()).map((path) => path.slice(out.length + 1)).sort()).toEqual([
      'drafts/secret-record.ndjson',
      'drafts/secret.md',
      'drafts/zebra.md',
      'record.ndjson',
      'zebra.md',
    ]);
  });

  it('changes nothing where it comes from, as often as it is imported', async () => {
    await fill(here);
    const out = await exportTo(here, 'out');
    expect(new Set([...(await importFrom(here, out)), ...(await importFrom(here, out, false))])).toEqual(
      new Set(['unchanged']),
    );
    expect(new Set(await importFrom(here, join(out, 'drafts')))).toEqual(new Set(['unchanged']));
    expect(await publicTitles(here)).toEqual(['Alone', 'Record', 'Zebra']);
  });
});
