import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../support/folder.ts';
import { placeOfRun } from './run-folder.ts';

test.each([
  ['in memory where there is room', 1, (here: string) => here],
  ['where others keep theirs when there is too little', 2 ** 60, () => tmpdir()],
])('a run keeps its files %s', (_where, roomBytes, expected) => {
  const { path, close } = openFolder();
  expect(placeOfRun(undefined, path, roomBytes)).toBe(expected(path));
  close();
});

test('a run keeps its files where others do when there is no such folder', () => {
  const { path, close } = openFolder();
  expect(placeOfRun(undefined, join(path, 'missing'), 1)).toBe(tmpdir());
  close();
});

test('a run keeps its files where it is told to', () => {
  expect(placeOfRun('/var/other')).toBe('/var/other');
});
