import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportRun, importRunSchema } from './import-run.ts';
import { startSubject } from './subject.ts';

export interface ImportOptions {
  /** Where the databases are made. */
  readonly folder: string;
  readonly seed: number;
  readonly articles: number;
  readonly rounds: number;
  readonly profileFolder: string | null;
  readonly report: (line: string) => void;
}

/** The samples of both subjects, a round each. */
export interface ImportRow {
  readonly dateline: readonly ImportRun[];
  readonly raw: readonly ImportRun[];
}

/** Imports into a new database, in a process of its own, and leaves it there. */
export async function importInto(path: string, options: ImportOptions): Promise<ImportRun> {
  const { seed, articles: count } = options;
  options.report(`import of ${count} articles`);
  const subject = startSubject('dateline-import', options);
  try {
    return await subject.ask('run', { path, seed, count }, importRunSchema);
  } finally {
    await subject.stop();
  }
}

/** Measures the import in turns with plain inserts of the rows that it leaves; each run has a new process and database. */
export async function measureImports(options: ImportOptions): Promise<ImportRow> {
  const dateline: ImportRun[] = [];
  const raw: ImportRun[] = [];
  const source = join(options.folder, 'imported.db');
  const target = join(options.folder, 'inserted.db');
  for (let round = 0; round < options.rounds; round += 1) {
    dateline.push(await importInto(source, options));
    raw.push(await insertInto(target, source, options));
    removeDatabase(source);
    removeDatabase(target);
  }
  return { dateline, raw };
}

async function insertInto(path: string, source: string, options: ImportOptions): Promise<ImportRun> {
  options.report('inserts of the same rows');
  const subject = startSubject('raw-import', options);
  try {
    return await subject.ask('run', { path, source }, importRunSchema);
  } finally {
    await subject.stop();
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '.removals']) rmSync(path + suffix, { force: true });
}
