import { existsSync, linkSync, renameSync } from 'node:fs';

/**
 * Gives a file a second name; on a file system that knows of one name only, another one in its place. Unlike a renaming, it
 * takes the place of nothing.
 * @throws Error where there is a file of that name
 */
export function giveSecondName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (existsSync(name) || !(error instanceof Error) || !('code' in error)) throw error;
    renameSync(file, name);
  }
}
