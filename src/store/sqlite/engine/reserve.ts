import { randomBytes } from 'node:crypto';
import { appendFileSync, statfsSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { isFull } from './errors.ts';

/** What is given up at a time: more than a withdrawal writes, and little enough that many of them find room. */
const SLICE_BYTES = 1024 * 1024;
/** The disk has this much free besides, as a multiple of the whole reserve, or the reserve does not grow. */
const FREE_BESIDES = 2;
const OWNER_ALONE = 0o600;

/**
 * Room on the disk of a database, held by a file beside it. On a full disk it is given up for what cannot wait until somebody
 * has made room: what is taken down, and what becomes public by the clock, without which nobody could read anything.
 */
export interface Reserve {
  /** Makes it larger by a slice where it is too small and the disk has enough. To be asked again and again. */
  grow(): void;
  /** Gives a slice back to the disk; false where none is left. */
  giveUp(): boolean;
}

/** Is told how many bytes are left when some were given up. */
export type ReserveLog = (left: number) => void;

export function reserveBeside(database: string): string {
  return `${database}.reserve`;
}

export function openReserve(database: string, bytes: number, onGivenUp: ReserveLog): Reserve {
  const path = reserveBeside(database);
  const size = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    grow() {
      if (size() >= bytes) return;
      try {
        const { bavail, bsize } = statfsSync(dirname(path));
        // Bytes that no file system can write shorter than they are.
        if (bavail * bsize > FREE_BESIDES * bytes)
          appendFileSync(path, randomBytes(SLICE_BYTES), { mode: OWNER_ALONE });
      } catch {
        // Whoever cannot have a reserve goes on without; the figures say how large it is.
      }
    },
    giveUp() {
      const left = size() - SLICE_BYTES;
      if (left < 0) return false;
      truncateSync(path, left);
      onGivenUp(left);
      return true;
    },
  };
}

/** Carries out a write that cannot wait for room: where there is none, the reserve is given up for it, slice by slice. */
export function withRoom<Result>(reserve: Reserve | undefined, write: () => Result): Result {
  for (;;) {
    try {
      return write();
    } catch (error) {
      if (!isFull(error) || !reserve?.giveUp()) throw error;
    }
  }
}
