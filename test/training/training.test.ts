import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/text/quotes/tagger/labels.ts';
import { bestLabels } from '../../src/text/quotes/tagger/tagger.ts';
import { readWeights, trainedWeights } from '../../src/text/quotes/tagger/weights.ts';
import { lessonOf, readCorpus, serialised, weightsFrom } from './lessons.ts';
import { readPhrases } from './phrases.ts';
import { TRAINED_FILE, trainedFile } from './trained-file.ts';

describe('a marked attribution', () => {
  it('says of every token what it says of the speaker', () => {
    const [phrase] = readPhrases("# Made up\n\n{o:Marl Council}'s {r:head of training}, {k:Cllr} {n:Jo Bell}, 41\n");
    expect(phrase?.text).toBe("Marl Council's head of training, Cllr Jo Bell, 41");
    const told = stretchesOf(phrase?.labels ?? []).map(({ aspect, from, to }) => [
      aspect,
      phrase?.tokens.slice(from, to).map(({ text }) => text),
    ]);
    expect(told).toEqual([
      ['organisation', ['Marl', 'Council']],
      ['role', ['head', 'of', 'training']],
      ['rank', ['Cllr']],
      ['name', ['Jo', 'Bell']],
    ]);
  });

  it('is refused with a brace that marks nothing', () => {
    expect(() => readPhrases('{n:Jo Bell')).toThrow('a brace marks nothing: {n:Jo Bell');
  });
});

describe('training', () => {
  const phrases = readCorpus().slice(0, 400);

  it('learns what it is shown, and keeps it in a file', () => {
    const weights = readWeights(serialised(weightsFrom(phrases)));
    const learned = phrases.map(lessonOf).filter(({ features, labels }) => {
      return bestLabels(features, weights).join() === labels.join();
    });
    expect(learned.length / phrases.length).toBeGreaterThan(0.9);
  });

  it('gives the same weights for the same phrases', () => {
    const few = phrases.slice(0, 40);
    expect(serialised(weightsFrom(few))).toEqual(serialised(weightsFrom(few)));
  });
});

it('has made the program read the forms that were asked for as they are marked, but for a few', () => {
  const asked = readPhrases(readFileSync(new URL('../corpus/attributions/forms.txt', import.meta.url), 'utf8'));
  const misread = asked.filter((phrase) => {
    const { features, labels } = lessonOf(phrase);
    return bestLabels(features, trainedWeights()).join() !== labels.join();
  });
  expect(misread.map(({ text }) => text).slice(MOST_MISREAD)).toEqual([]);
  expect(asked.length).toBeGreaterThan(250);
});

/** As many as were when this was written, and no more. */
const MOST_MISREAD = 16;

it('has made the weights that the program reads with from the corpus as it stands', () => {
  const isCurrent = readFileSync(TRAINED_FILE, 'utf8') === trainedFile(serialised(weightsFrom(readCorpus())));
  expect(isCurrent, '`npm run train` makes them anew').toBe(true);
}, 120_000);
