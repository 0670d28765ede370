import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { modulesBelow } from '../architecture/files.ts';
import { moduleFacts } from '../architecture/module-facts.ts';
import { lessonOf, readCorpus } from './lessons.ts';
import { TRAINED_FILE } from './trained-file.ts';

/** Where stands what the weights were made from. */
export const MADE_FROM_FILE = new URL('made-from.txt', import.meta.url);

/**
 * A digest of the weights and of all that decides what training gives: what it is shown, as the numbers that it is shown,
 * and the text of what trains, with whatever that takes from the program. What only the program imports shows in the numbers.
 */
export function madeFrom(): string {
  const digest = createHash('sha256').update(readFileSync(TRAINED_FILE));
  for (const text of modulesOfTraining()) digest.update(text).update('\0');
  for (const { key, features, labels } of readCorpus().map(lessonOf)) {
    const numbers = [key, ...labels, ...features.flatMap((ofToken) => [ofToken.length, ...ofToken])];
    digest.update(Int32Array.from(numbers));
  }
  return `${digest.digest('hex')}\n`;
}

function modulesOfTraining(): string[] {
  const own = modulesBelow('test/training').filter(({ path }) => !path.endsWith('.test.ts'));
  const imported = own.flatMap(({ path, text }) =>
    moduleFacts(path, text).imports.flatMap(({ specifier }) =>
      specifier?.startsWith('../../src/') ? [specifier] : [],
    ),
  );
  const ofProgram = [...new Set(imported)].sort();
  return [
    ...own.map(({ text }) => text),
    ...ofProgram.map((specifier) => readFileSync(new URL(specifier, import.meta.url), 'utf8')),
  ];
}
