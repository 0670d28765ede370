/** Where the weights are kept that the program reads with. */
export const TRAINED_FILE = new URL('../../src/text/quotes/tagger/trained.ts', import.meta.url);

/** A module that holds weights, as `serialised` writes them. */
export function trainedModule(weights: string): string {
  return `/* Made by \`npm run train\`. */\nexport const TRAINED = \`\n${weights}\n\`;\n`;
}
