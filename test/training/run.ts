import { writeFileSync } from 'node:fs';
import { readCorpus, serialised, weightsFrom } from './lessons.ts';

writeFileSync(
  new URL('../../src/text/quotes/tagger/weights.json', import.meta.url),
  serialised(weightsFrom(readCorpus())),
);
