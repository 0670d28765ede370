import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const CLIENT_CORE = 0;
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The core that subjects run on, apart from the client; null where processes cannot be tied to a core. */
export const SUBJECT_CORE: number | null = canPin ? 1 : null;

/** Ties this process, which makes the load and waits, to a core of its own, where that is possible. */
export function pinClient(): void {
  if (canPin) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(CLIENT_CORE), String(process.pid)]);
}
