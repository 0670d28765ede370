import { writeFileSync } from 'node:fs';
import { scriptArguments } from '../runner/script-arguments.ts';
import { readCorpus, serialised, weightsFrom } from './lessons.ts';
import { MADE_FROM_FILE, madeFrom } from './made-from.ts';
import { TRAINED_FILE, trainedFile } from './trained-file.ts';

scriptArguments({});
writeFileSync(TRAINED_FILE, trainedFile(serialised(weightsFrom(readCorpus()))));
writeFileSync(MADE_FROM_FILE, madeFrom());
