import { writeFileSync } from 'node:fs';
import { scriptArguments } from '../runner/script-arguments.ts';
import { readCorpus, serialised, weightsFrom } from './lessons.ts';
import { TRAINED_FILE, trainedFile } from './trained-file.ts';

scriptArguments({});
writeFileSync(TRAINED_FILE, trainedFile(serialised(weightsFrom(readCorpus()))));
