import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Of a file, what it holds; of a folder, the names in it: a new one, or one that was moved, may be lost with the power else. */
export function syncToDisk(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
