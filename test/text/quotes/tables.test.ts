import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = new URL('../../../src/text/quotes/tables/', import.meta.url);

// Words are asked for that are not there: the one before the first, the last of none.
it.each(readdirSync(FOLDER))('%s holds no word of no letters', async (file) => {
  const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href);
  const holding = Object.entries(exported).filter(
    ([, holds]) => typeof holds === 'function' && holds.length === 1 && answerTo(holds) === true,
  );
  expect(holding.map(([name]) => name)).toEqual([]);
});

/** What a question about a word, or about words, says of none. */
function answerTo(asked: object): unknown {
  if (typeof asked !== 'function') return undefined;
  return ['', ['']].map((none) => answered(() => asked(none))).includes(true);
}

/** A question about words cannot be asked about a text, nor the reverse. */
function answered(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
