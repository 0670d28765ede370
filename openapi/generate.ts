import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describeApi } from '../src/http/app.ts';

/** Where an installation on one's own machine stands; the committed document describes that one. */
export const LOCAL_URL = 'http://localhost:3000';

const DOCUMENT = new URL('openapi.json', import.meta.url);
const GENERATOR = new URL('client/node_modules/openapi-typescript/bin/cli.js', import.meta.url);

/** The committed document as text. */
export function documentText(): string {
  return `${describeApi(LOCAL_URL)}\n`;
}

/** The types of the client, made from the committed document. */
export function clientTypes(): string {
  return execFileSync(process.execPath, [GENERATOR.pathname, DOCUMENT.pathname], { encoding: 'utf8', stdio: 'pipe' });
}

if (import.meta.main) {
  writeFileSync(DOCUMENT, documentText());
  writeFileSync(new URL('client/api.d.ts', import.meta.url), clientTypes());
}
