import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What holds the folders of all tests, so that one that fails or is killed before it tidies up leaves nothing. */
    readonly runFolder: string;
  }
}

/** Makes the folder of a run before its first test, and removes it when the run ends, also by a signal. */
export function setup({ provide }: TestProject): void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  provide('runFolder', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
