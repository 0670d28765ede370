/** Where the weights are kept that the program reads with. */
export const TRAINED_FILE = new URL('../../src/text/quotes/tagger/trained.json', import.meta.url);

/** The file of weights, as `serialised` writes them: a line of its own for each. */
export function trainedFile(weights: readonly string[]): string {
  return `[\n${weights.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`;
}
