import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Counts, countsOf, summary } from './counts.ts';
import { refuseArguments, scriptArguments } from './script-arguments.ts';

// `npm run check` is what reads the code (--static), `npm test` that and every test. The last line counts what was
// asked, a static check as one test; the exit code is 1 when anything failed.
const ROOT = join(import.meta.dirname, '../..');
/** Left to itself, TypeScript checks by four, each of which reads what the packages declare: on two cores, work done twice. */
const CHECKERS = Math.max(1, Math.floor(availableParallelism() / 2));
const CHECKS = {
  types: ['tsc', '--project', '.', '--checkers', String(CHECKERS)],
  'format and lint': ['biome', 'ci', '--error-on-warnings', '.'],
  'nothing unused': ['knip'],
} as const;
/** The rules of the house are tests too: `npm test` meets them among the others. */
const RULES = { 'rules of the house': ['vitest', 'run', 'test/architecture'] } as const;
const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

const { values, positionals } = scriptArguments({
  options: { static: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (positionals.length > 0) refuseArguments('It takes no files: `npx vitest run FILE` runs some of the tests.');
// Side by side: the first tests wait for processes that they start, and would leave a core idle.
const [checks, tests] = await Promise.all(
  values.static ? [runChecks({ ...CHECKS, ...RULES }), NONE] : [runChecks(CHECKS), runTests()],
);
for (const { name, exitCode, output } of checks) {
  process.stdout.write(exitCode === 0 ? `ok      ${name}\n` : `FAILED  ${name}\n${output}\n`);
}
const passed = checks.filter(({ exitCode }) => exitCode === 0).length;
const counts = sum(tests, { passed, failed: checks.length - passed, skipped: 0 });
process.stdout.write(`\n${summary(counts)}\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function runChecks(checks: Readonly<Record<string, readonly string[]>>) {
  const runs = Object.entries(checks).map(async ([name, command]) => ({ name, ...(await run(command, 'pipe')) }));
  return Promise.all(runs);
}

async function runTests(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-tests-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { exitCode } = await run(['vitest', 'run', ...reporters], 'inherit');
    return countsOf(existsSync(report) ? readFileSync(report, 'utf8') : undefined, exitCode);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a tool of the project; its output is returned (`pipe`) or shown as it comes (`inherit`). */
function run([tool = '', ...options]: readonly string[], output: 'pipe' | 'inherit') {
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(tool, options, {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', output, output],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise<{ exitCode: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

function sum(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}
