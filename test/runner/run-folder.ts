import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What holds the folders of all tests, so that one that fails or is killed before it tidies up leaves nothing. */
    readonly runFolder: string;
  }
}

/** On Linux, a folder of which nothing is written to a disk. */
const IN_MEMORY = '/dev/shm';
/** Many times what the tests hold at one moment. A container may have 64 MB. */
const ROOM_BYTES = 1_000_000_000;

/**
 * Where a run keeps its files: in memory where there is room for them, because thousands of databases that each live for a
 * moment would have the disk write every commit. Nothing that a test asks is about the disk itself. Whoever names a
 * folder (TMPDIR) has that one.
 */
export function placeOfRun(named: string | undefined, inMemory = IN_MEMORY, roomBytes = ROOM_BYTES): string {
  if (named !== undefined) return named;
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= roomBytes ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Makes the folder of a run before its first test, and removes it when the run ends, also by a signal. */
export function setup({ provide }: TestProject): void {
  const folder = mkdtempSync(join(placeOfRun(process.env['TMPDIR']), 'dateline-test-'));
  provide('runFolder', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
