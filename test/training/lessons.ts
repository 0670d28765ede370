import { readdirSync, readFileSync } from 'node:fs';
import { featuresOf } from '../../src/text/quotes/tagger/features.ts';
import { hashOf } from '../../src/text/quotes/tagger/known-words.ts';
import { LABEL_COUNT, STATE_COUNT } from '../../src/text/quotes/tagger/labels.ts';
import { LETTERS, RADIX } from '../../src/text/quotes/tagger/weights.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import { type Lesson, type Trained, train } from './random-field.ts';

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
  return { key: hashOf(text), features: featuresOf(text, tokens), labels };
}

const ROUNDS = 8;
/** Whole numbers are kept: so many of them make a weight of 1. */
const SCALE = 20;
/** A feature without any weight of this size changes no answer that is worth its place. */
export const LEAST_WEIGHT = 3;

/** The weights that phrases teach, as whole numbers, without those that weigh little. */
export function weightsFrom(phrases: readonly Phrase[]): Trained {
  const { features, transitions } = train(phrases.map(lessonOf), ROUNDS);
  const weighty = [...features].flatMap(([feature, row]): [number, Float64Array][] => {
    const scaled = row.map((weight) => weight * SCALE);
    return scaled.some((weight) => Math.abs(weight) >= LEAST_WEIGHT) ? [[feature, scaled.map(whole)]] : [];
  });
  return { features: new Map(weighty), transitions: transitions.map((weight) => Math.round(weight * SCALE)) };
}

/** Less than 1 is nothing. */
function whole(weight: number): number {
  return Math.abs(weight) < 1 ? 0 : Math.round(weight);
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
