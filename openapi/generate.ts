import { writeFileSync } from 'node:fs';
import { CLIENT_TYPES_PATH, clientTypes, DOCUMENT_PATH, documentText } from './artifacts.ts';

writeFileSync(DOCUMENT_PATH, documentText());
writeFileSync(CLIENT_TYPES_PATH, clientTypes());
