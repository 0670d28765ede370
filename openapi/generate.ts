import { writeFileSync } from 'node:fs';
import { scriptArguments } from '../test/runner/script-arguments.ts';

scriptArguments({});
// Read behind the arguments, since it reads all of the API.
const { CLIENT_TYPES_PATH, clientTypes, DOCUMENT_PATH, documentText } = await import('./artifacts.ts');
writeFileSync(DOCUMENT_PATH, documentText());
writeFileSync(CLIENT_TYPES_PATH, clientTypes());
