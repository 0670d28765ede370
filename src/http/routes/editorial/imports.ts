import * as z from 'zod';
import type { ImportResult } from '../../../usecases/import-result.ts';
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_ITEMS } from '../../../usecases/upload-limits.ts';
import { DRY_RUN_HEADERS, dryRunHeaders, REPLAY_HEADERS } from '../../answer/response-headers.ts';
import { asProblem } from '../../problems/problems.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader } from '../../request/request-headers.ts';
import { type Answer, defineRoute, NO_PARAMETERS, type RouteContext, type Upload } from '../../route.ts';
import { importResultView, toImportResultView } from '../../views/import.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { type ClaimedUpload, claimUpload } from '../../writing/upload-once.ts';

const EXAMPLE_URL = 'https://www.ouseshire.police.example/news/lantern-parade';
const EXAMPLE_RESULT: ImportResult = {
  name: 'body',
  outcome: 'created',
  id: '5b0c1f8e-7c0a-4a53-9a55-6f0e2f6a4c11',
  url: EXAMPLE_URL,
  created: { areas: [], organisations: [], officials: ['Priya Raman'] },
  checks: [
    {
      id: 'summary-missing',
      severity: 'warning',
      message: 'There is no summary.',
      pointer: '/summary',
      start: null,
      end: null,
      fix: null,
    },
  ],
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
    'again, after a broken connection too, does no harm; with an Idempotency-Key it gets the first answer. Keys with areas can import into these only.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
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
    headers: { ...DRY_RUN_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['invalid_document', 'conflict', 'idempotency_key_reused', 'idempotency_key_in_use'],
  handle: async ({ query: { dryRun = false }, headers: { 'Idempotency-Key': key } }, context) => {
    const upload = context.upload();
    const claimed =
      key === undefined ? undefined : await claimUpload(upload, { operationId: 'importReleases', key }, context);
    if (claimed && 'kept' in claimed) return replayed(claimed.kept, upload);
    return answerImport(upload, { dryRun, claimed }, context);
  },
});

interface ImportWish {
  readonly dryRun: boolean;
  readonly claimed: ClaimedUpload | undefined;
}

async function answerImport(
  { mediaType, chunks }: Upload,
  { dryRun, claimed }: ImportWish,
  { deps, actor }: RouteContext,
): Promise<Answer> {
  const headers = dryRunHeaders(dryRun);
  const isOne = mediaType === 'text/markdown';
  let told = '';
  const settle = dryRun
    ? undefined
    : claimed?.settle((last) => (isOne ? documentAnswer(last) : told + last.map(resultLine).join('')));
  const format = isOne ? 'markdown' : 'ndjson';
  const { importUpload } = await newsroomDesk();
  const results = importUpload(deps, claimed?.chunks ?? chunks, {
    actor,
    format,
    dryRun,
    ...(settle && { settle }),
  });
  const end = async () => claimed?.end();
  if (isOne) return { body: await theOne(results).finally(end), headers };
  const lines = resultLines(results, (line) => {
    if (claimed) told += line;
  });
  return { stream: endedBy(lines, end), mediaType: LINES, headers };
}

const LINES = 'application/x-ndjson';

/** What the same upload was answered before. */
function replayed(body: string, { mediaType }: Upload): Answer {
  const headers = { 'Idempotency-Replayed': 'true' };
  return mediaType === LINES ? { body, mediaType: LINES, headers } : { body, headers };
}

/** A refusal is not kept. */
function documentAnswer([result]: readonly ImportResult[]): string | undefined {
  return result && result.outcome !== 'failed' ? JSON.stringify(toImportResultView(result)) : undefined;
}

/** @throws Problem when the one document failed */
async function theOne(results: AsyncIterable<ImportResult>): Promise<object> {
  for await (const result of results) {
    if (result.outcome === 'failed') throw result.problem;
    return toImportResultView(result);
  }
  throw new Error('a document has left no result');
}

/** The status is sent already when something breaks: then a last line says so, and the answer ends before its end. */
async function* resultLines(
  results: AsyncIterable<ImportResult>,
  tell: (line: string) => void,
): AsyncGenerator<string> {
  try {
    for await (const result of results) {
      const line = resultLine(result);
      tell(line);
      yield line;
    }
  } catch (error) {
    const { code, message } = asProblem(error);
    yield `${JSON.stringify({ outcome: 'failed', code, detail: message, errors: [] })}\n`;
    throw error;
  }
}

function resultLine(result: ImportResult): string {
  return `${JSON.stringify(toImportResultView(result))}\n`;
}

/** Ends something with a stream, one too that nobody has begun to read. */
function endedBy(lines: AsyncGenerator<string>, end: () => Promise<void>): AsyncIterable<string> {
  const iterator: AsyncIterator<string> = {
    async next() {
      const step = await lines.next().catch(async (error: unknown) => {
        await end();
        throw error;
      });
      if (step.done) await end();
      return step;
    },
    async return() {
      try {
        await lines.return(undefined);
      } finally {
        await end();
      }
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
