import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Brings what a file holds, or the names in a folder, to the disk: without it, a power cut may lose a file that is new or
 * was moved.
 */
export function syncToDisk(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
