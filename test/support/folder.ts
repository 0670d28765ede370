import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

/** A folder of its own for a test, within the one of the run. */
export function openFolder() {
  const path = mkdtempSync(join(inject('runFolder'), 'test-'));
  return {
    path,
    /** Writes a file, with the folders on the way to it, and returns its whole path. */
    file: (name: string, content: string | Uint8Array): string => {
      const full = join(path, name);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    close: () => rmSync(path, { recursive: true }),
  };
}

export type Folder = ReturnType<typeof openFolder>;
