import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

const kindIn = (markdown: string) => extractStatements(blocksOf(markdown)).at(-1)?.kind;

describe('whoever speaks', () => {
  it.each([
    ['Jo Bell, 88, who lives in one of the flats, said: "It is warm."', 'resident'],
    ['A neighbour, Jo Bell, said: "It is warm."', 'resident'],
    ['The ship was met by the cook’s mother Denise. “I never slept,” said Denise.', 'family'],
    ['Ann’s aunt and uncle Sheila and Ken Bell brought cake. “We are glad,” said Sheila.', 'family'],
    ['Kay Bell held a shoot in memory of her husband Mark. “I am glad,” said Kay.', 'family'],
    ['Jo Bell, who was tricked by two men, said: "I let them in."', 'victim'],
    ['The wall is done. One of the team said: "It was heavy."', 'other'],
    ['Among those applauding was Dr Jo Bell, her grandson, who said: "It is done."', 'family'],
    ['A spokesman for Marl Council said: "It is done."', 'spokesperson'],
    ['District Judge Jo Bell said: "You lied."', 'judge'],
    ['Jo Bell, whose aunt is a nurse, chief executive of Marl Homes, said: "It is done."', 'official'],
  ])('is told by what the release says of them: %s', (markdown, kind) => {
    expect(kindIn(markdown)).toBe(kind);
  });
});
