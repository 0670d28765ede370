import { describe, expect, it } from 'vitest';
import { BLOCK_KINDS, type Block } from '../../../src/text/block.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';
import { growthOf, MAX_GROWTH } from '../../support/growth.ts';
import { anyCharacter, fc } from '../../support/property-tests.ts';

/** Pieces of releases, so that random texts get past the first step. */
const PIECES = [
  ...['"', '“', '”', "'", '‘', '’', '\n\n', ' ', '. ', ', ', ': ', ' – ', '> ', '- ', '# ', '(', ')', '\u00a0', '…'],
  ...['said', 'added', 'She', 'Inspector', 'PC', 'Rebecca Shaw', 'Mr Brackley', 'tarn’s', 'the council', 'residents’'],
  ...['a spokesperson for', 'Fenwick Borough Council', 'from', 'at', 'of the', 'who', 'Speaking after', 'We are happy'],
];

const releases = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 60 })
  .map((pieces) => pieces.join(' '));

/** Blocks as no renderer makes them: any text, any kind, origins that do not fit. */
const strangeBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...BLOCK_KINDS),
    level: fc.nat(6),
    text: fc.oneof(releases, fc.string({ unit: anyCharacter })),
    strong: fc.constant([]),
    links: fc.constant([]),
    breaks: fc.array(fc.nat(80), { maxLength: 3 }),
    start: fc.nat(),
    end: fc.nat(),
    origins: fc.array(fc.nat(), { maxLength: 5 }),
  }),
  { maxLength: 8 },
);

describe('whatever the blocks are', () => {
  it('never throws, and says the same twice', () => {
    fc.assert(
      fc.property(strangeBlocks, (blocks) => {
        expect(extractStatements(blocks)).toEqual(extractStatements(blocks));
      }),
    );
  });

  it('gives statements in the order of the text that never overlap, each the words of its release', () => {
    fc.assert(
      fc.property(releases, (markdown) => {
        let reached = 0;
        for (const { start, end, text, paragraphs } of extractStatements(blocksOf(markdown))) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(text).toBe(paragraphs.join('\n\n'));
          expect(text.startsWith(markdown.charAt(start))).toBe(true);
          expect(text.endsWith(markdown.charAt(end - 1))).toBe(true);
          reached = end;
        }
      }),
    );
  });
});

const SIZE = 100_000;

describe('a long hostile text', () => {
  it.each([
    ['straight marks', '"'],
    ['curly opening marks', '“'],
    ['curly closing marks', '”'],
    ['apostrophes', "'"],
    ['marks and spaces', '" '],
    ['single openings', " 'a"],
    ['single marks behind colons, then one double', ": 'a"],
    ['nested openings', '"a “'],
    ['fragments', '"a" '],
    ['open paragraphs', '"A b c d\n\n'],
    ['plurals', "s' 'a "],
    ['names', 'Jane Smith '],
    ['halves of names', 'Fire and Rescue '],
    ['commas', ','],
    ['full stops', '.'],
    ['short sentences', 'A. '],
    ['people who speak', 'Mr Stott said: "Hi." They ran. '],
    ['brackets', '('],
    ['quoted blocks', '> All of us – and you.\n'],
    ['pairs of marks', '“”'],
    ['sentences between marks in one paragraph', '“A b c d.” '],
    ['interrupted sentences in one paragraph', '“A b c d,” said Jo Shaw. '],
    ['statements in bullets', '- “A b c d.”\n'],
    ['statements in quoted paragraphs', '> “A b c d.”\n\n'],
    ['paragraphs that open and never close', 'PC Jo Shaw said: “A b c d.\n\n'],
    ['ranks without a body, and schools', 'PC Jo Shaw, principal, said: “A b c d.”\n\n'],
    ['bullets that name who speaks', '- **PC Jo Shaw**: “We are glad.”\n'],
    ['companies that speak', 'Marl Homes built it. The company said: “A b c d.”\n\n'],
    [
      'posts behind sentences about a body',
      'The head of Marl Trust met. It was built by Tarn Homes. Head Jo Shaw said: “A b c.”\n\n',
    ],
    ['announcements without marks', 'Jo Shaw said:\n\nWe are pleased.\n\n'],
    ['at signs', '@'],
    ['particles', 'De De van der '],
    ['ranks behind ranks', 'General Major '],
    ['lines of one paragraph', '“A b c d.”\n'],
    [
      'titles whose post the narration tells',
      'The Bishop of Marl came. The Rt Rev Zeb Orrin said: "We are glad of it."\n\n',
    ],
    ['short first names, and whole ones', 'Bev said: "We are glad of it." Beverley Lee came.\n\n'],
    [
      'a name again and again in a statement',
      'Amy Lee came.\n\nShe said: "Amy Amy Amy Amy Amy Amy Amy Amy Amy Amy Amy Amy Amy Amy"\n\n',
    ],
  ])('of %s takes linear time', (_, piece) => {
    const run = (size: number) => {
      const blocks = blocksOf(`${piece.repeat(size / piece.length)}"\n\nShe said: "Yes we can."`);
      extractStatements(blocks);
    };
    expect(growthOf(SIZE, run)).toBeLessThan(MAX_GROWTH);
  });
});
