import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What starts processes. To start one, a worker is copied, page by page: the larger it is, the longer that takes, and
 * after a hundred files it has a gigabyte. The longest stand first.
 */
const STARTS_PROCESSES = [
  'docs/examples.test.ts',
  'cli/serve.test.ts',
  'crash/reserve.test.ts',
  'cli/',
  'crash/',
  'docs/operating.test.ts',
  'examples/',
  'lean-imports.test.ts',
  'openapi/document.test.ts',
  'require-node.test.ts',
];
/**
 * Short files that take long. What has not run on a machine yet is begun in the order of its size, and these would end alone.
 * The first one compares times, which the collector of a large process blurs.
 */
const LONG = [
  'text/quotes/many-statements.test.ts',
  'store/sqlite.test.ts',
  'text/quotes/properties.test.ts',
  'store/sqlite/query-plans.test.ts',
  'training/training.test.ts',
  'visibility/non-interference.test.ts',
  'http/server/memory.test.ts',
  'evaluate/evaluate.test.ts',
  'visibility/embargo.test.ts',
  'docs/checks.test.ts',
];
const BEFORE_OTHERS = [...STARTS_PROCESSES, ...LONG];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = BEFORE_OTHERS.findIndex((start) => moduleId.includes(`/test/${start}`));
  return place === -1 ? BEFORE_OTHERS.length : place;
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/runner/run-folder.ts',
    // Node reads the modules, as in the programs. Read by Vite, each use of an import is a call of a function: a sixth of the
    // processor time of all tests. No test has a module replaced, for which Vite would be needed.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // What all files read is read once per process, not 258 times: two thirds of the processor time of those that ask a
    // server. No module of the house keeps anything but what it would find again, and nothing-left.ts watches the rest.
    isolate: false,
    setupFiles: 'test/runner/nothing-left.ts',
    // What Node finds and compiles of the packages is kept for the next process, as in the programs. Nearly all that a test
    // makes goes with it: with room for that, V8 copies less of it, a twelfth of the processor time of such files.
    execArgv: ['--max-semi-space-size=64', '--import', './src/require-node.js'],
    // Left to itself, vitest keeps one core for whoever watches: half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: InOrder },
    // `npm run soak` runs every property so many times as often.
    testTimeout: 60_000 * Number(process.env['SOAK'] ?? 1),
    hookTimeout: 60_000,
    // What comes "at once" comes within a second on a machine that does nothing else.
    expect: { poll: { timeout: 10_000 } },
  },
});
