import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const GUARD = join(import.meta.dirname, '../src/require-node.js');
/** Twice what Drizzle takes with the guard, a third of what it takes without. */
const MAX_HEAP_BYTES = 60_000_000;

test('behind the guard, reading Drizzle leaves the heap small', () => {
  const program = `
    const { sql } = await import('drizzle-orm');
    const { drizzle } = await import('drizzle-orm/better-sqlite3');
    const { sqliteTable } = await import('drizzle-orm/sqlite-core');
    console.log([sql, drizzle, sqliteTable].map((read) => typeof read).join(), process.memoryUsage().heapTotal);`;
  const run = spawnSync(process.execPath, ['--import', GUARD, '--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  const [kinds, heapBytes] = run.stdout.trim().split(' ');
  expect({ kinds, stderr: run.stderr }).toEqual({ kinds: 'function,function,function', stderr: '' });
  expect(Number(heapBytes)).toBeLessThan(MAX_HEAP_BYTES);
});
