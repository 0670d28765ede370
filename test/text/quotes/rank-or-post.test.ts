import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function read(markdown: string, url = 'https://www.example.org/news/a'): string {
  const about = { title: '', summary: null, url, area: null };
  const { rank, role } = extractStatements(blocksOf(markdown), about)[0]?.attribution ?? {};
  return `${rank ?? '-'} | ${role ?? '-'}`;
}

const SAID = '\n\n“We were six down,” said Captain Mo Orrin.';

describe('a word that is a rank of some and a post of others', () => {
  it.each([
    ['leads a team', `The netball match went to extra time.${SAID}`, '- | Captain'],
    ['has a ship', `The ferry sailed at noon after the football.${SAID}`, 'Captain | -'],
    ['has a company', `The regiment won its rugby match in the league.${SAID}`, 'Captain | -'],
    ['is called so and no more', `The bridge opens on Monday.${SAID}`, 'Captain | -'],
  ])('is what a captain is who %s', (_what, markdown, expected) => {
    expect(read(markdown)).toBe(expected);
  });

  it.each([
    ['after a case', '“It was avoidable,” said inspector Fay Orrin.', '- | inspector'],
    [
      'of prisons',
      'The Prisons Inspectorate found rats.\n\nChief Inspector Fay Orrin said: “It was avoidable.”',
      '- | Chief Inspector',
    ],
    ['of police', 'Officers came at once. Afterwards, Inspector Fay Orrin said: “It was avoidable.”', 'Inspector | -'],
  ])('is what an inspector is: %s', (_what, markdown, expected) => {
    expect(read(markdown)).toBe(expected);
  });

  it('is a rank in the release of a force', () => {
    const told = "PCSO Wren's inspector, Fay Orrin, said: “Wren has been outstanding.”";
    expect(read(told, 'https://www.marl.police.uk/news/a')).toBe('inspector | -');
    expect(read(told)).toBe('- | inspector');
  });
});
