import * as z from 'zod';
import type { ImportResult } from '../../../usecases/import-releases.ts';
import { importUpload, MAX_UPLOAD_BYTES, MAX_UPLOAD_ITEMS } from '../../../usecases/import-upload.ts';
import { dryRunParameter } from '../../parameters.ts';
import { asProblem } from '../../problems.ts';
import { WRITE_HEADERS } from '../../response-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { importResultView, toImportResultView } from '../../views/import.ts';

const EXAMPLE_URL = 'https://www.ouseshire.police.example/news/lantern-parade';
const EXAMPLE_RESULT: ImportResult = {
  name: 'body',
  outcome: 'created',
  url: EXAMPLE_URL,
  created: { areas: [], organisations: [], officials: ['Priya Raman'] },
};

export const importRoute = defineRoute({
  door: 'editorial',
  method: 'POST',
  url: '/v1/editorial/imports',
  operationId: 'importReleases',
  summary: 'Import documents as drafts',
  description:
    'Takes one markdown document, or records and documents one per line, and makes or changes drafts of them, by their ' +
    'canonical addresses; nothing is published. One document is answered with its result, or with a problem that names ' +
    'line and column. Lines are answered with one result each, sent once it is durable, while the rest is still being ' +
    'read: read the answer while you send. A bad one fails alone. What is imported already is unchanged, so that sending it ' +
    'again, after a broken connection too, does no harm. Keys with areas can import into these only.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  upload: {
    'text/markdown': {
      description: 'One document with its keys, at most 400,000 bytes.',
      example: `---\ntitle: Lantern parade returns\nurl: ${EXAMPLE_URL}\n---\n\nIt returns on Saturday.\n`,
    },
    'application/x-ndjson': {
      description:
        'One JSON object per line: a record with the keys of a document and its `body`, or `{ "document": "…" }` with a ' +
        `whole one. At most ${MAX_UPLOAD_ITEMS} lines and ${MAX_UPLOAD_BYTES} bytes.`,
      example: `{"title":"Lantern parade returns","url":"${EXAMPLE_URL}","body":"It returns on Saturday."}\n`,
    },
  },
  success: {
    description: 'What became of the document, or of each line.',
    mediaType: 'application/json',
    schema: importResultView,
    example: toImportResultView(EXAMPLE_RESULT),
    others: {
      'application/x-ndjson': {
        description: 'An ImportResult for each line.',
        example: `${JSON.stringify(toImportResultView({ ...EXAMPLE_RESULT, line: 1 }))}\n`,
      },
    },
    headers: { 'Dry-Run': WRITE_HEADERS['Dry-Run'] },
  },
  problems: ['invalid_document', 'conflict'],
  handle: async ({ query: { dryRun = false } }, { deps, actor, upload }) => {
    const { mediaType, chunks } = upload();
    const format = mediaType === 'text/markdown' ? 'markdown' : 'ndjson';
    const results = importUpload(deps, chunks, { actor, format, dryRun });
    const headers = dryRun ? { 'Dry-Run': 'true' } : {};
    if (format === 'ndjson') return { stream: resultLines(results), mediaType: 'application/x-ndjson', headers };
    return { body: toImportResultView(await theOne(results)), headers };
  },
});

/** @throws Problem when the one document failed */
async function theOne(results: AsyncIterable<ImportResult>): Promise<ImportResult> {
  for await (const result of results) {
    if (result.outcome === 'failed') throw result.problem;
    return result;
  }
  throw new Error('a document has left no result');
}

/** The status is sent already when something breaks: then a last line says so, and the answer ends before its end. */
async function* resultLines(results: AsyncIterable<ImportResult>): AsyncGenerator<string> {
  try {
    for await (const result of results) yield `${JSON.stringify(toImportResultView(result))}\n`;
  } catch (error) {
    const { code, message } = asProblem(error);
    yield `${JSON.stringify({ outcome: 'failed', code, detail: message, errors: [] })}\n`;
    throw error;
  }
}
