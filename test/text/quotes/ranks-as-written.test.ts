import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function rankIn(markdown: string): string | null | undefined {
  return extractStatements(blocksOf(markdown)).at(-1)?.attribution.rank;
}

describe('a rank', () => {
  it.each([
    ['Prof. Ivo Lund said: “It is soot.”', 'Prof.'],
    ['“It is soot,” said the Rev. Fay Lutter.', 'Rev.'],
    ['Dywedodd y Cyng. Gethin Ifans: “Mae hi’n braf.”', 'Cyng.'],
    ['Major (Retd) Ivo Lund, who chairs the group, said: “We kept at it.”', 'Major (Retd)'],
    ["Col (Ret'd) Fay Lutter said: “We kept at it.”", "Col (Ret'd)"],
  ])('has what the release writes behind it: %s', (markdown, rank) => {
    expect(rankIn(markdown)).toBe(rank);
  });

  it.each([
    ['Prof Ivo Lund said: “It is soot.”', 'Prof'],
    ['“It is soot,” said the inspector. Sgt Fay Lutter said: “It is not.”', 'Sgt'],
    ['Major Ivo Lund (Conservative) said: “We kept at it.”', 'Major'],
  ])('has nothing else: %s', (markdown, rank) => {
    expect(rankIn(markdown)).toBe(rank);
  });

  it.each([
    [
      'Detective Constable Fay Lutter led the search.\n\nDC Lutter, of Corve CID, said: “It was under the stairs.”',
      'Detective Constable',
    ],
    [
      'DC Fay Lutter, of Corve CID, said: “It was under the stairs.”\n\nHe was met by Detective Constable Fay Lutter at the door. “It was dark,” she said.',
      'Detective Constable',
    ],
    ['Acting Inspector Fay Lutter led the search.\n\nSgt Ivo Lund, of Corve CID, said: “It was dark.”', 'Sgt'],
  ])('is the fullest of somebody: %s', (markdown, rank) => {
    expect(rankIn(markdown)).toBe(rank);
  });
});
