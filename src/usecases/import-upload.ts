import { Problem } from '../domain/problem.ts';
import type { SourceFormat } from '../text/source-format.ts';
import type { Deps } from './deps.ts';
import { readDocumentInput, readLineInputs, unreadableInput } from './import-inputs.ts';
import { type ImportInput, type ImportOptions, importReleases } from './import-releases.ts';
import type { ImportResult } from './import-result.ts';
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_ITEMS } from './upload-limits.ts';

/** What its inputs are called. */
const NAME = 'body';

export interface UploadOptions extends Pick<ImportOptions, 'actor' | 'dryRun' | 'settle'> {
  readonly format: SourceFormat;
}

/**
 * Imports what somebody sends as drafts, as the command line does but for publishing: who publishes is decided by the
 * workflow. Yields one result for each item once it is durable; an upload that is too large ends with a failed one.
 * @throws what keeps the store from writing, or the upload from being read; the results yielded until then stand
 */
export function importUpload(
  deps: Deps,
  chunks: AsyncIterable<Uint8Array>,
  { format, ...options }: UploadOptions,
): AsyncGenerator<ImportResult> {
  const read = format === 'markdown' ? readDocumentInput : readLineInputs;
  return importReleases(deps, bounded(read(NAME, boundedBytes(chunks))), { ...options, publish: false, checks: 'all' });
}

async function* boundedBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_UPLOAD_BYTES) throw tooMuch(`it has more than ${MAX_UPLOAD_BYTES} bytes`);
    yield chunk;
  }
}

async function* bounded(inputs: AsyncIterable<ImportInput>): AsyncGenerator<ImportInput> {
  let items = 0;
  try {
    for await (const input of inputs) {
      items += 1;
      if (items > MAX_UPLOAD_ITEMS) throw tooMuch(`it has more than ${MAX_UPLOAD_ITEMS} items`);
      yield input;
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    yield unreadableInput(NAME, error);
  }
}

function tooMuch(why: string): Problem {
  return new Problem('payload_too_large', `The upload ends here, for ${why}: send the rest in another one.`);
}
