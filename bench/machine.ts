import { cpus, loadavg } from 'node:os';
import Database from 'better-sqlite3';
import { SUBJECT_CORE } from './cores.ts';

/** What a table of figures means nothing without. */
export function describeMachine(): string {
  const processors = cpus();
  const client = new Database(':memory:');
  const sqlite = String(client.prepare('select sqlite_version()').pluck().get());
  client.close();
  const pinned = SUBJECT_CORE === null ? 'not tied to cores (no taskset)' : 'client and subject each tied to a core';
  return [
    new Date().toISOString().slice(0, 10),
    `Node ${process.version}`,
    `SQLite ${sqlite}`,
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    pinned,
    `load average at the start ${loadavg()[0]?.toFixed(2)}`,
  ].join(', ');
}
