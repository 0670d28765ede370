import { writeFileSync } from 'node:fs';
import { readCorpus, serialised, weightsFrom } from './lessons.ts';
import { TRAINED_FILE, trainedModule } from './trained-file.ts';

writeFileSync(TRAINED_FILE, trainedModule(serialised(weightsFrom(readCorpus()))));
