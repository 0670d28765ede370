import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

const BODIES = ['Peacock Brewery', 'Nexa Logistics', 'Marl Borough Council', 'Pinewood Care', 'Wendle Gazette'];
const SAID = '“We looked at eleven sites in three countries.”';

/** Name, organisation and kind of whoever makes the last statement. */
function read(markdown: string, url: string | null = null): string {
  const found = extractStatements(renderMarkdown(markdown).blocks, { ...NOTHING_KNOWN, url }).at(-1);
  return `${found?.attribution.name} | ${found?.attribution.organisation} | ${found?.kind}`;
}

describe.each(BODIES)('somebody of %s without a name', (body) => {
  it.each([
    `A spokesperson for ${body} said: ${SAID}`,
    `A ${body} spokesman said: ${SAID}`,
    `“We looked at eleven sites,” said a spokeswoman for ${body}.`,
    `A spokesperson from ${body} added: ${SAID}`,
    `${body}’s spokesperson said: ${SAID}`,
    `${body} said: ${SAID}`,
    `In a statement, ${body} said: ${SAID}`,
    `${body} said in a statement: ${SAID}`,
    `**A spokesperson for ${body}:** ${SAID}`,
    `${SAID}\n\n— Spokesperson, ${body}`,
    `${SAID}\n\n— A spokesperson for ${body}`,
    `${body} has apologised.\n\nIts spokesman said: ${SAID}`,
    `${body} has apologised.\n\nA spokesperson said: ${SAID}`,
  ])('%s', (markdown) => {
    expect(read(markdown)).toBe(`null | ${body} | spokesperson`);
  });
});

describe('a spokesperson of whom nothing is told', () => {
  const told = `Hexham Homes has apologised.\n\nA spokesperson said: ${SAID}`;
  it('is of the body that publishes', () => {
    expect(read(`Marl Council met. ${told}`, 'https://www.marl.gov.uk/news/a')).toBe(
      'null | Marl Council | spokesperson',
    );
  });

  it('is of nobody where two may be meant', () => {
    expect(read(`Hexham Homes and Marl Council have apologised.\n\nA spokesperson said: ${SAID}`)).toContain(
      '| null |',
    );
  });
});

describe('what is no signature', () => {
  it.each(['Spokespersons will be available on Monday.', 'Ask our spokesman'])('%s', (line) => {
    expect(read(`Amy Lee said: ${SAID}\n\n${line}`)).toBe('Amy Lee | null | other');
  });
});
