import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/** What belongs to a database; SQLite gives the others the permissions of the first when it makes them. */
const ENDS = ['', '-wal', '-shm'];
const OWNER_ALONE = 0o600;
const FOR_OTHERS = 0o077;

/** Files that others could read, or write to, until now. */
export interface LooseFiles {
  /** Which nobody else can any more. */
  readonly tightened: readonly string[];
  /** Which this user may not change. */
  readonly left: readonly string[];
}

/** Makes an empty file that is its owner's alone, whatever the umask says; what is there already is left as it is. */
export function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', OWNER_ALONE));
  } catch {
    // It is there, or cannot be made: then SQLite cannot open it, and says so.
  }
}

/** Makes the files of a database its owner's alone: drafts, hashes of keys and the secrets of partners are in them. */
export function keepToOwner(path: string): LooseFiles {
  // Windows has no such permissions, and says of every file that everybody may read it.
  const files = process.platform === 'win32' ? [] : ENDS.map((end) => path + end).filter((file) => existsSync(file));
  const loose = files.filter((file) => (statSync(file).mode & FOR_OTHERS) !== 0);
  const tightened = loose.filter(tighten);
  return { tightened, left: loose.filter((file) => !tightened.includes(file)) };
}

function tighten(file: string): boolean {
  try {
    chmodSync(file, OWNER_ALONE);
    return true;
  } catch {
    return false;
  }
}
