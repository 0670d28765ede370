import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';
import { drawWords, filled, type Situation } from './made-people.ts';
import { KINDS } from './situations/kinds.ts';
import { NAMES } from './situations/names.ts';
import { PRONOUNS } from './situations/pronouns.ts';
import { ROLES } from './situations/roles.ts';
import { SIBLINGS } from './situations/siblings.ts';
import { UNKNOWN_NAMES } from './situations/unknown-names.ts';
import { UNSAID } from './situations/unsaid.ts';

const ABOUT = { title: '', summary: null, url: 'https://www.marlshire.gov.uk/news/a', area: 'Marl' };

/** Each with as many casts as this. */
const DRAWS = 6;

/** What is not read right yet, by the names of the situations. */
const GAPS: ReadonlySet<string> = new Set(['spokes: body said', 'crew mate']);

function read(text: string): string[] {
  return extractStatements(blocksOf(text), ABOUT).map(
    ({ attribution, kind }) => `${attribution.name ?? 'nobody'} | ${kind}`,
  );
}

describe('who speaks in a made release', () => {
  it.each<[string, readonly Situation[]]>([
    ['pronouns', PRONOUNS],
    ['names', NAMES],
    ['unknown names', UNKNOWN_NAMES],
    ['roles', ROLES],
    ['kinds', KINDS],
    ['unsaid', UNSAID],
    ['siblings', SIBLINGS],
  ])('is right for every cast: %s', (_, situations) => {
    for (const [name, text, ...expected] of situations.filter(([each]) => !GAPS.has(each))) {
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const words = drawWords(draw);
        expect([name, ...read(filled(text, words))]).toEqual([name, ...expected.map((each) => filled(each, words))]);
      }
    }
  });
});
