import { describe, expect, test } from 'vitest';
import { countsOf, summary } from './counts.ts';

describe('the count of a run', () => {
  test.each([
    [
      'counts each test once',
      [file('failed', 'passed', 'failed', 'skipped', 'todo'), file('passed', 'passed')],
      1,
      [2, 1, 2],
    ],
    ['counts a file that could not be read as a failure', [file('failed'), file('passed', 'passed')], 1, [1, 1, 0]],
    ['counts a hook that threw as a failure beside the tests it hindered', [file('failed', 'skipped')], 1, [0, 1, 1]],
    ['counts a run that failed although its tests passed', [file('passed', 'passed')], 1, [1, 1, 0]],
    ['counts a run that was killed', [file('passed', 'passed')], null, [1, 1, 0]],
    ['finds no fault where there is none', [file('passed', 'passed', 'passed')], 0, [2, 0, 0]],
  ] as const)('%s', (_, testResults, exitCode, [passed, failed, skipped]) => {
    expect(countsOf(JSON.stringify({ testResults }), exitCode)).toEqual({ passed, failed, skipped });
  });

  test('is one failure when there is no report', () => {
    expect(countsOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('the summary', () => {
  test('leaves out skipped tests when there are none', () => {
    expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  test('says how many were skipped', () => {
    expect(summary({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});

function file(status: string, ...tests: readonly string[]) {
  return { status, assertionResults: tests.map((test) => ({ status: test })) };
}
