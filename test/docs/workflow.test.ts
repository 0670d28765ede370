import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workflowPage } from './workflow-page.ts';

const PAGE = join(import.meta.dirname, '../../docs/WORKFLOW.md');

test('the page of the workflow says what the table says', async () => {
  await expect(workflowPage()).toMatchFileSnapshot(PAGE);
});
