import { z } from 'zod';

/** How a run went, in tests. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is read of a report of vitest's JSON reporter. */
const report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts a report. A file that failed without a failing test (it could not be read, or a hook threw) is one failure,
 * and so is a run that failed although every file passed, or that left no report.
 */
export function countsOf(reportText: string | undefined, exitCode: number | null): Counts {
  if (reportText === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const files = report.parse(JSON.parse(reportText)).testResults;
  const states = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const passed = states.filter((status) => status === 'passed').length;
  const failedTests = states.filter((status) => status === 'failed').length;
  const failedFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const skipped = states.length - passed - failedTests;
  const failed = failedTests + failedFiles;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

/** The one line that a person or a machine reads at the end. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
