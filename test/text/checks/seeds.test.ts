import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CHECK_RULES } from '../../../src/domain/check.ts';
import { checkRelease } from '../../../src/text/checks/check-release.ts';
import { readRelease } from '../../../src/text/release.ts';
import { idsOf } from '../../support/checked.ts';

const ROOT = join(import.meta.dirname, '../../..');
const releases = globSync('{seeds,test/corpus}/**/*.md', { cwd: ROOT }).filter((path) => !path.endsWith('README.md'));

describe('real kinds of releases', () => {
  it('are there', () => {
    expect(releases.length).toBeGreaterThan(30);
  });

  it('raise no false alarm that would stop a publication', () => {
    const stopped = releases.filter((path) => checksOf(path).some(({ severity }) => severity === 'error'));
    expect(stopped).toEqual([]);
  });

  it('are found untidy where they are', () => {
    const slug = 'seeds/2020/three-month-closure-order-for-quayside-flats-in-fenwick.md';
    expect(idsOf(checksOf(slug))).toEqual(['weekday-mismatch', 'sentence-lower-case', 'sentence-long', 'link-lost']);
  });
});

function checksOf(path: string) {
  return checkRelease(readRelease(readFileSync(join(ROOT, path))), DEFAULT_CHECK_RULES);
}
