import { writeFileSync } from 'node:fs';
import { scriptArguments } from '../test/runner/script-arguments.ts';
import { CLIENT_TYPES_PATH, clientTypes, DOCUMENT_PATH, documentText } from './artifacts.ts';

scriptArguments({});
writeFileSync(DOCUMENT_PATH, documentText());
writeFileSync(CLIENT_TYPES_PATH, clientTypes());
