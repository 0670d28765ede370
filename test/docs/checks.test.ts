import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checksPage } from './checks-page.ts';

const PAGE = join(import.meta.dirname, '../../docs/CHECKS.md');

test('the page of the editorial rules says what the rules say', async () => {
  await expect(checksPage()).toMatchFileSnapshot(PAGE);
});
