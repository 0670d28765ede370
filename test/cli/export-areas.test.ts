import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importPaths } from '../../src/cli/import.ts';
import { OPERATOR } from '../../src/domain/actor.ts';
import { everyone } from '../../src/domain/visibility.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { exportAreas } from '../../src/usecases/export-areas.ts';
import { createArea } from '../../src/usecases/manage-areas.ts';
import { type Folder, openFolder } from '../support/folder.ts';
import { collect, WHOLE } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { pressRelease } from '../usecases/press-release.ts';
import { openCommandLine } from './command-line.ts';
import { openHouse } from './house.ts';

const TREE = `- name: Gwernshire
  slug: gwern
  nameCy: Sir Gwern
  kind: county
  gss: W06999901
  otherNames:
    - Gwern County
    - No
  areas:
    - name: Wernmouth
      kind: borough
- name: Port Wern
`;

let folder: Folder;
let here: Deps;
beforeEach(() => {
  folder = openFolder();
  here = openHouse();
});
afterEach(() => folder.close());

async function takeIn(deps: Deps, files: Readonly<Record<string, string>>, name: string = randomUUID()) {
  await mkdir(join(folder.path, name));
  for (const [file, text] of Object.entries(files)) folder.file(join(name, file), text);
  return collect(importPaths(deps, [join(folder.path, name)], { publish: true }));
}

/** The file of areas that an export of a house has. */
async function written(deps: Deps): Promise<string | null> {
  const bytes = await exportAreas(deps);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** What the register and the public know of areas, but for ids. */
async function known({ store }: Deps) {
  const { rows } = await store.names.areas.list(WHOLE);
  const entries = rows.map(({ id: _id, parentId: _parentId, within, version: _version, named: _named, ...entry }) => ({
    ...entry,
    parent: entry.parent && { ...entry.parent, id: null },
    depth: within.length,
  }));
  return { entries, shown: (await store.areas.list(WHOLE, everyone(NOW))).rows };
}

test('an export has the tree of areas, which is the same where it is taken in, in an empty house too', async () => {
  await takeIn(here, { 'areas.yaml': TREE });
  const wish = { name: 'Castle Quay', kind: 'ward', parent: 'wernmouth', otherNames: [] } as const;
  await createArea(here, wish, { actor: OPERATOR, dryRun: false, once: null });
  const file = await written(here);
  expect(file).toContain('      areas:\n        - name: Castle Quay\n');
  const there = openHouse();
  await takeIn(there, { 'areas.yaml': file ?? '' });
  expect(await known(there)).toEqual(await known(here));
  expect(await written(there)).toBe(file);
  const before = await known(there);
  await takeIn(there, { 'areas.yaml': file ?? '' });
  expect(await known(there)).toEqual(before);
});

test('a place keeps the names that the file does not know, and gets none that another place has', async () => {
  await takeIn(here, { 'areas.yaml': TREE });
  await takeIn(here, { 'areas.yaml': '- { name: Gwernshire, otherNames: [The County] }\n' });
  const names = (await here.store.names.areas.find('gwern'))?.otherNames.map(({ name }) => name);
  expect(names).toEqual(['Gwern County', 'Gwernshire', 'No', 'The County']);
  const [refused] = await takeIn(here, { 'areas.yaml': '- { name: Port Wern, otherNames: [Wernmouth] }\n' });
  expect(refused).toMatchObject({
    outcome: 'failed',
    problem: { code: 'conflict', message: 'Port Wern: another area is called Wernmouth, wernmouth' },
  });
});

test('an export says nothing of places that releases say as well, and of those that only drafts know', async () => {
  await takeIn(here, { 'a.md': pressRelease() });
  expect(await written(here)).toBeNull();
  await createArea(
    here,
    { name: 'Secret Yard', listed: false, kind: 'ward' },
    { actor: OPERATOR, dryRun: false, once: null },
  );
  expect(await written(here)).toBeNull();
});

test('the command writes the file beside the releases, and an import takes both in', async () => {
  const cli = openCommandLine();
  cli.file('in/areas.yaml', TREE);
  cli.file('in/a.md', pressRelease());
  await cli.run(['import', 'in', '--publish']);
  const { code, out } = await cli.run(['export', '--all', '--out', 'out']);
  expect([code, out.trimEnd().split('\n').sort()]).toEqual([
    0,
    ['written   out/areas.yaml', 'written   out/closure-order.md'],
  ]);
  expect(await readFile(join(cli.path, 'out/areas.yaml'), 'utf8')).toBe(TREE);
  expect((await cli.run(['export', '--all', '--out', 'out'])).out).toContain('unchanged out/areas.yaml');
  expect(await cli.run(['import', 'out', '--publish'])).toMatchObject({ code: 0 });
  await cli.close();
});
