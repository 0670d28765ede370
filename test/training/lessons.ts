import { readdirSync, readFileSync } from 'node:fs';
import { featuresOf } from '../../src/text/quotes/tagger/features.ts';
import type { Lesson, Trained } from './perceptron.ts';
import { train } from './perceptron.ts';
import { type Phrase, readPhrases } from './phrases.ts';

const FOLDER = new URL('../corpus/attributions/', import.meta.url);

/** Every marked attribution of the corpus, files and lines in their order. */
export function readCorpus(): Phrase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readPhrases(readFileSync(new URL(name, FOLDER), 'utf8')));
}

export function lessonOf({ text, tokens, labels }: Phrase): Lesson {
  return { features: featuresOf(text, tokens), labels };
}

const ROUNDS = 12;
/** A weight of less changes no answer that is worth its place. */
const LEAST_WEIGHT = 0.5;
/** Weights are kept as whole numbers of this part. */
const PARTS = 8;

/** The weights that phrases teach. */
export function weightsFrom(phrases: readonly Phrase[]): Trained {
  return train(phrases.map(lessonOf), ROUNDS);
}

/** Weights as they are kept: small ones left out, the others as whole numbers, features in the order of their numbers. */
export function serialised({ features, transitions }: Trained): string {
  const whole = (row: ArrayLike<number>) => Array.from(row, (weight) => Math.round(weight * PARTS));
  const lines = [...features]
    .filter(([, row]) => Math.max(...row.map(Math.abs)) >= LEAST_WEIGHT)
    .sort(([one], [other]) => one - other)
    .map(([name, row]) => `    "${name}": ${JSON.stringify(whole(row))}`);
  const rows = transitions.map((row) => `    ${JSON.stringify(whole(row))}`);
  return `{\n  "transitions": [\n${rows.join(',\n')}\n  ],\n  "features": {\n${lines.join(',\n')}\n  }\n}\n`;
}
