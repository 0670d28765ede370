import { extname } from 'node:path';
import type { SourceFormat } from '../text/source-format.ts';

const EXTENSIONS: ReadonlyMap<string, SourceFormat> = new Map([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
]);

/** The extensions that are imported. */
export const INPUT_EXTENSIONS = [...EXTENSIONS.keys()];

/** What the name of a file says it is; undefined when it says nothing that can be imported. */
export function formatOfPath(path: string): SourceFormat | undefined {
  return EXTENSIONS.get(extname(path).toLowerCase());
}
