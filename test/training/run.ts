import { writeFileSync } from 'node:fs';
import { readCorpus, serialised, weightsFrom } from './lessons.ts';
import { TRAINED_FILE, trainedFile } from './trained-file.ts';

writeFileSync(TRAINED_FILE, trainedFile(serialised(weightsFrom(readCorpus()))));
