import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { describeApi } from '../src/http/app.ts';

/** Where an installation on one's own machine stands; the committed document describes that one. */
const LOCAL_URL = 'http://localhost:3000';

export const DOCUMENT_PATH = pathTo('openapi.json');
export const CLIENT_TYPES_PATH = pathTo('client/api.d.ts');

/** The OpenAPI document as it is committed. */
export function documentText(): string {
  return `${describeApi(LOCAL_URL)}\n`;
}

/** The types of the client, made from the committed document. */
export function clientTypes(): string {
  const generator = pathTo('client/node_modules/openapi-typescript/bin/cli.js');
  const input = JSON.stringify(JSON.parse(readFileSync(DOCUMENT_PATH, 'utf8'), withPlainExample));
  return execFileSync(process.execPath, [generator], { input, encoding: 'utf8', stdio: 'pipe' });
}

/** The generator writes down an `example`, and knows nothing of `examples`. */
function withPlainExample(_name: string, value: unknown): unknown {
  const { success, data } = ofOptionalParameter.safeParse(value);
  return success ? { ...data, example: data.examples.default.value } : value;
}

const ofOptionalParameter = z.looseObject({
  in: z.string(),
  examples: z.object({ default: z.object({ value: z.unknown() }) }),
});

function pathTo(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
