import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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
  return execFileSync(process.execPath, [generator, DOCUMENT_PATH], { encoding: 'utf8', stdio: 'pipe' });
}

function pathTo(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
