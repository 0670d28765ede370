import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseArguments, scriptArguments } from '../test/runner/script-arguments.ts';
import { pinClient } from './cores.ts';
import { type ImportOptions, importInto, measureImports } from './imports.ts';
import { describeMachine } from './machine.ts';
import { measureOutbox } from './outbox.ts';
import { READ_GROUPS } from './read-cases.ts';
import { measureReads } from './reads.ts';
import { measureResident } from './resident.ts';
import { measureScale } from './scale.ts';
import {
  costTable,
  importTable,
  largeImportTable,
  outboxTable,
  residentTable,
  scaleTable,
  waitTable,
} from './table.ts';

const GROUPS = [...READ_GROUPS, 'import', 'outbox', 'import-large', 'memory'] as const;
/** Runs of their own, which take long. */
const APART: readonly string[] = ['import-large', 'memory'];
type Group = (typeof GROUPS)[number];

const USAGE = `npm run bench -- [options]
  --articles N      articles in the database (10000)
  --only A,B        of ${GROUPS.join(', ')}; all but ${APART.join(' and ')}
  --rounds N        rounds that count (5; imports take at most 3)
  --compare N       instead, Dateline alone with 10000 articles and with N, copies of short ones; a million is 12 GB
  --quick           a small database and short rounds: whether it runs, not how fast it is
  --profile FOLDER  leaves a CPU profile of every measured process there
  --write           puts the table into bench/README.md
`;

const SEED = 1;
const LARGE_IMPORT_ARTICLES = 100_000;
const MAX_IMPORT_ROUNDS = 3;
const FULL = { articles: '10000', rounds: '5', millis: 500 };
const QUICK = { articles: '500', rounds: '1', millis: 150 };
const CONNECTIONS = 32;
const MAX_REQUESTS_PER_ROUND = 20_000;
/** Databases are made on the disk of the working folder, where a durable commit costs what it costs. */
const DATA_FOLDER = 'data';
const README = new URL('README.md', import.meta.url);

interface Options extends ImportOptions {
  readonly groups: readonly Group[];
  readonly millis: number;
  readonly write: boolean;
  /** Articles to compare a small database with; null compares none. */
  readonly compared: number | null;
}

await main();

async function main(): Promise<void> {
  const asked = readOptions();
  mkdirSync(DATA_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(DATA_FOLDER, 'bench-'));
  try {
    const options = { ...asked, folder };
    pinClient();
    const machine = describeMachine();
    const tables = await measure(options);
    const about = ['table', 'memory'].includes(placeOf(options))
      ? `${options.articles.toLocaleString('en-GB')} articles. `
      : '';
    const text = [`${about}${machine}.`, ...tables].join('\n\n');
    process.stdout.write(`${text}\n`);
    if (options.write) writeTable(placeOf(options), text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(options: Options): Promise<string[]> {
  const { groups, folder, rounds, compared } = options;
  const tables: string[] = [];
  const bounds = { connections: CONNECTIONS, requests: MAX_REQUESTS_PER_ROUND, millis: options.millis };
  if (compared !== null) {
    const scale = { ...options, articles: compared, groups: READ_GROUPS, bounds };
    return [scaleTable(await measureScale(scale), compared)];
  }
  const readGroups = READ_GROUPS.filter((group) => groups.includes(group));
  if (readGroups.length > 0) {
    const path = join(folder, 'reads.db');
    await importInto(path, { ...options, profileFolder: null });
    const rows = await measureReads({ ...options, path, groups: readGroups, bounds });
    tables.push(costTable(rows), waitTable(rows, CONNECTIONS));
  }
  if (groups.includes('import')) {
    tables.push(importTable(await measureImports({ ...options, rounds: Math.min(rounds, MAX_IMPORT_ROUNDS) })));
  }
  if (groups.includes('outbox')) tables.push(outboxTable(await measureOutbox(options)));
  if (groups.includes('import-large')) {
    const path = join(folder, 'large.db');
    tables.push(largeImportTable(await importInto(path, { ...options, articles: LARGE_IMPORT_ARTICLES })));
  }
  if (groups.includes('memory')) tables.push(residentTable(await measureResident(options)));
  return tables;
}

function readOptions(): Omit<Options, 'folder'> {
  const { values } = scriptArguments({
    options: {
      articles: { type: 'string' },
      only: { type: 'string' },
      compare: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  return {
    seed: SEED,
    articles: wholeNumber('articles', values.articles ?? defaults.articles),
    rounds: wholeNumber('rounds', values.rounds ?? defaults.rounds),
    millis: defaults.millis,
    groups: values.only === undefined ? GROUPS.filter((group) => !APART.includes(group)) : namedGroups(values.only),
    profileFolder: values.profile ?? null,
    write: values.write,
    compared: values.compare === undefined ? null : wholeNumber('compare', values.compare),
    report: (line) => process.stderr.write(`${line}\n`),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) refuseArguments(`--${name} must be a whole number above 0\n${USAGE}`);
  return Number(text);
}

function namedGroups(text: string): Group[] {
  return text.split(',').map((name) => {
    const group = GROUPS.find((known) => known === name);
    return group ?? refuseArguments(`--only knows no ${name}\n${USAGE}`);
  });
}

/** Each kind of run has a place of its own. */
function placeOf({ compared, groups }: Options): string {
  if (compared !== null) return 'compare';
  const [only, ...others] = groups;
  return only !== undefined && others.length === 0 && APART.includes(only) ? only : 'table';
}

function writeTable(place: string, text: string): void {
  const readme = readFileSync(README, 'utf8');
  const [before, after] = [`<!-- ${place} -->`, `<!-- /${place} -->`];
  const begins = readme.indexOf(before);
  const ends = readme.indexOf(after);
  if (begins === -1 || ends < begins) throw new Error(`bench/README.md has no place for ${place}`);
  writeFileSync(README, `${readme.slice(0, begins + before.length)}\n${text}\n${readme.slice(ends)}`);
}
