import * as z from 'zod';
import { PROBLEM_CODES, Problem } from '../../../domain/problem.ts';
import { PROBLEM_TABLE, problemSlug } from '../../problems/problem-table.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';

const pages: ReadonlyMap<string, string> = new Map(
  PROBLEM_CODES.map((code) => {
    const { status, title, meaning, remedy } = PROBLEM_TABLE[code];
    return [problemSlug(code), page(title, `${code} · HTTP ${status}`, meaning, remedy)];
  }),
);

const list = document(
  'Problems',
  `<h1>Problems</h1>
<p>Every refusal is one of these; its <code>type</code> is the address of the page.</p>
<ul>
${PROBLEM_CODES.map((code) => `<li><a href="problems/${problemSlug(code)}">${PROBLEM_TABLE[code].title}</a> <code>${code}</code> ${PROBLEM_TABLE[code].status}</li>`).join('\n')}
</ul>
<p><a href="./">API reference</a></p>`,
);

export const listProblemPagesRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/docs/problems',
  operationId: 'listProblemPages',
  summary: 'List the problems that there are',
  description: 'A page for each of them lies below this address.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'A page for people.',
    mediaType: 'text/html',
    schema: z.string(),
    example: '<!doctype html><title>Problems</title>',
  },
  problems: [],
  handle: async () => ({ body: list, topic: 'program' }),
});

export const readProblemPageRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/docs/problems/{code}',
  operationId: 'readProblemPage',
  summary: 'Read what a problem means',
  description: 'The page that the `type` of a problem names.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: z.strictObject({
    code: z.string().meta({ description: 'Code of the problem, with hyphens.', example: 'not-found' }),
  }),
  success: {
    description: 'A page for people.',
    mediaType: 'text/html',
    schema: z.string(),
    example: '<!doctype html><title>Not found</title>',
  },
  problems: ['not_found'],
  handle: async ({ params }) => {
    const body = pages.get(params.code);
    if (body === undefined) throw new Problem('not_found', 'There is no such problem.');
    return { body, topic: 'program' };
  },
});

/** The texts are this project's own and hold nothing that HTML would read as markup. */
function page(title: string, subtitle: string, meaning: string, remedy: string): string {
  return document(
    title,
    `<h1>${title}</h1>
<p><code>${subtitle}</code></p>
<h2>What happened</h2>
<p>${meaning}</p>
<h2>What to do</h2>
<p>${remedy}</p>
<p><a href="../problems">All problems</a>, <a href="../">API reference</a></p>`,
  );
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${body}
</html>
`;
}
