import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { finished, freePort, openCommandLine, untilItSays } from '../cli/command-line.ts';
import { FIRST } from '../support/child.ts';

/** A disk of its own, which nobody else sees, takes a kernel that lets its users make one. */
const UNSHARE = ['-rm', 'sh', '-c'] as const;
export const CAN_MOUNT = spawnSync('unshare', [...UNSHARE, 'mount -t tmpfs none /mnt']).status === 0;

const SCRIPT = `mount -t tmpfs -o size="$1" none data && shift && "$@" keys create --name Ada --role admin && exec "$@" serve`;

/** The server on a disk of so many megabytes, with the key of an administrator. Both go with the test. */
export async function openSmallDisk(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  megabytes: number,
  env: Readonly<Record<string, string>>,
) {
  const cli = openCommandLine();
  onTestFinished(() => cli.close());
  const port = await freePort();
  const program = [process.execPath, ...FIRST, join(import.meta.dirname, '../../src/cli.ts')];
  cli.file('data/nothing', '');
  const server = cli.startOther('unshare', [...UNSHARE, SCRIPT, 'sh', `${megabytes}m`, ...program], {
    DATELINE_PORT: String(port),
    DATELINE_TWO_PERSON_VERBS: 'none',
    DATELINE_RATE_LIMIT_WRITES: '100000',
    DATELINE_MAX_LOOP_DELAY_MILLIS: '0',
    ...env,
  });
  const end = finished(server);
  let said = '';
  server.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await untilItSays(server, 'listening');
  const key = /dl_\S+/.exec(said)?.[0] ?? '';
  const onDisk = (name: string) => join(`/proc/${server.pid}/root`, cli.path, 'data', name);
  const ask = async (method: string, path: string, { body, version }: { body?: object; version?: number } = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(/^\/v1\/(?:editorial|admin)/.test(path) && { Authorization: `Bearer ${key}` }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: JSON.parse((await response.text()) || 'null') };
  };

  return {
    ask,
    said: () => said,
    sizeOf: (name: string) => statSync(onDisk(name), { throwIfNoEntry: false })?.size ?? 0,
    /** Writes until nothing more can be written. */
    fill() {
      for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
        try {
          for (;;) appendFileSync(onDisk('filler'), Buffer.alloc(bytes, 1));
        } catch {
          // No room for so many; there may be for fewer.
        }
      }
    },
    empty: () => rmSync(onDisk('filler')),
    async end() {
      server.kill('SIGTERM');
      return end;
    },
  };
}
