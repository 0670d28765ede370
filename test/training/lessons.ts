import { readdirSync, readFileSync } from 'node:fs';
import { featuresOf } from '../../src/text/quotes/tagger/features.ts';
import { RADIX } from '../../src/text/quotes/tagger/weights.ts';
import { type Lesson, type Trained, train } from './perceptron.ts';
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

const ROUNDS = 6;
/** A feature without any weight of this size changes no answer that is worth its place. */
const LEAST_WEIGHT = 2;

/** The weights that phrases teach, as whole numbers, without those that weigh little. */
export function weightsFrom(phrases: readonly Phrase[]): Trained {
  const { features, transitions } = train(phrases.map(lessonOf), ROUNDS);
  const weighty = [...features].filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT));
  return {
    features: new Map(weighty.map(([feature, row]) => [feature, row.map(Math.round)])),
    transitions: transitions.map((row) => row.map(Math.round)),
  };
}

/** Weights as `readWeights` reads them, features in the order of their numbers. */
export function serialised({ features, transitions }: Trained): string {
  const rows = [...features].sort(([one], [other]) => one - other);
  return [
    ...transitions.map(numbersOf),
    ...rows.map(([feature, row]) => `${feature.toString(RADIX)} ${numbersOf(row)}`),
  ].join('\n');
}

function numbersOf(row: Float64Array): string {
  return [...row]
    .map((weight) => weight + 0)
    .join(' ')
    .replace(/(?: 0)+$/, '');
}
