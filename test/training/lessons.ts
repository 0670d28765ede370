import { readdirSync, readFileSync } from 'node:fs';
import { featuresOf } from '../../src/text/quotes/tagger/features.ts';
import { LABEL_COUNT, STATE_COUNT } from '../../src/text/quotes/tagger/labels.ts';
import { LETTERS, RADIX } from '../../src/text/quotes/tagger/weights.ts';
import { type Lesson, type Trained, train } from './perceptron.ts';
import { type Phrase, readPhrases } from './phrases.ts';

const FOLDER = new URL('../corpus/attributions/', import.meta.url);

/** What was taken from whole releases, and what tests ask for, is learned twice over: it says best what the program meets. */
const TWICE = new Set(['releases.txt', 'forms.txt']);

/** Every marked attribution of the corpus, files and lines in their order. */
export function readCorpus(): Phrase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => (TWICE.has(name) ? [name, name] : [name]))
    .flatMap((name) => readPhrases(readFileSync(new URL(name, FOLDER), 'utf8')));
}

export function lessonOf({ text, tokens, labels }: Phrase): Lesson {
  return { features: featuresOf(text, tokens), labels };
}

const ROUNDS = 10;
/** A feature without any weight of this size changes no answer that is worth its place. */
const LEAST_WEIGHT = 2;

/** The weights that phrases teach, as whole numbers, without those that weigh little. */
export function weightsFrom(phrases: readonly Phrase[]): Trained {
  const { features, transitions } = train(phrases.map(lessonOf), ROUNDS);
  const weighty = [...features].filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT));
  return {
    features: new Map(weighty.map(([feature, row]) => [feature, row.map(Math.round)])),
    transitions: transitions.map(Math.round),
  };
}

/** Weights as `readWeights` reads them, features in the order of their numbers. */
export function serialised({ features, transitions }: Trained): string[] {
  const rows = [...features].sort(([one], [other]) => one - other);
  return [
    ...Array.from({ length: STATE_COUNT }, (_, state) =>
      numbersOf(transitions.subarray(state * LABEL_COUNT, (state + 1) * LABEL_COUNT)),
    ),
    ...rows.map(([feature, row]) => `${feature.toString(RADIX)} ${numbersOf(row)}`),
  ];
}

/** Of a row what is not 0, each behind the letter of its label. */
function numbersOf(row: Float64Array): string {
  return [...row].map((weight, label) => (weight === 0 ? '' : `${LETTERS.charAt(label)}${weight}`)).join('');
}
