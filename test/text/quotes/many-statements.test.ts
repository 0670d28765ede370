import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';
import { doublingOf, MAX_DOUBLED } from '../../support/growth.ts';

const COUNT = 1_000;
/** Of statements that are read in no time. */
const MANY = 4_000;

const FIRST_NAMES = ['Amy', 'Tom', 'Rebecca', 'Neil', 'Sharon', 'Martin', 'Claire', 'Alan', 'Ruth', 'Peter', 'Helen'];
const SYLLABLES = ['bar', 'ton', 'mer', 'lin', 'dal', 'wick', 'fen', 'holt', 'gar', 'ness', 'low', 'thor'];

/** Another place for every number, and a surname: `Tonmerbar`. */
function place(number: number): string {
  const digits = (number + SYLLABLES.length).toString(SYLLABLES.length);
  const [first = '', ...rest] = [...digits]
    .map((digit) => SYLLABLES[Number.parseInt(digit, SYLLABLES.length)])
    .join('');
  return first.toUpperCase() + rest.join('');
}

function person(number: number): string {
  return `${FIRST_NAMES[number % FIRST_NAMES.length]} ${place(number)}`;
}

function letters(number: number): string {
  return [676, 26, 1].map((unit) => String.fromCharCode(65 + (Math.floor(number / unit) % 26))).join('');
}

/** What is said with a name before it, in a paragraph of its own. */
const said = (who: string) => `${who} said: “It is good for us.”\n\n`;

describe('a release of many short statements', () => {
  it.each<[what: string, statement: (number: number) => string, count?: number]>([
    ['speakers named in full', (at) => said(`${person(at)}, head of housing at ${place(at)} Borough Council,`)],
    ['ranks, and surnames alone below', (at) => `PC ${person(at)} came.\n\n${said(`PC ${place(at)}`)}`],
    ['judges', (at) => `He was jailed at ${place(at)} Crown Court.\n\n${said(`Judge ${person(at)}`)}`],
    [
      'commissioners',
      (at) =>
        `${person(at)} is Police and Crime Commissioner for ${place(at)}.\n\n${said(`Commissioner ${person(at)}`)}`,
    ],
    [
      'two who speak together',
      (at) => said(`${person(2 * at)}, manager, and ${person(2 * at + 1)}, chair of ${place(at)} Trust,`),
    ],
    ['pronouns', (at) => `${person(at)} has led ${place(at)} Trust since May.\n\n${said(at % 2 === 0 ? 'She' : 'He')}`],
    ['relatives', (at) => `${person(at)} died. ${said(`His daughter ${person(at + 5)}`)}`],
    ['posts that somebody holds', (at) => `Inspector ${person(at)} came.\n\n${said('The inspector')}`],
    [
      'posts that nobody holds',
      (at) => said(at % 2 === 0 ? `The head of ${place(at)}` : `${place(at)} Borough Council`),
    ],
    ['spokespeople', (at) => `${place(at)} Borough Council met.\n\n${said('A spokesperson for the council')}`],
    ['first names alone', (at) => `${person(at)} came.\n\n${said(FIRST_NAMES[at % FIRST_NAMES.length] ?? '')}`],
    ['members of bodies', (at) => `The ${place(at)}s met.\n\n${said(`${person(at)}, clerk of the ${place(at)}s,`)}`],
    [
      'companies called for short',
      (at) => `${place(at)} Homes built it.\n\n${said(`${person(at)}, manager at ${place(at)},`)}`,
    ],
    [
      'companies called by their last words',
      (at) =>
        `The ${place(at + 1)} ${place(at)} Company met.\n\n${said(`${person(at)}, manager of ${place(at)} Company,`)}`,
      MANY,
    ],
    ['bodies called by letters', (at) => said(`The Z${letters(at)}`), MANY],
    ['founders', (at) => `${person(at)}, who founded ${place(at)} Kitchen, came.\n\n${said(`Mr ${place(at)}`)}`],
    [
      'directors of family firms',
      (at) => `${place(at)} & Sons built it.\n\n${said(`${person(at)}, director,`)}`,
      2 * COUNT,
    ],
    [
      'teachers of schools that were told of before',
      (at) => `${place(at)} Primary School won.\n\nIt rained.\n\nIt did.\n\n${said(`Headteacher ${person(at)}`)}`,
      MANY,
    ],
    [
      'those who are elected',
      (at) => `${person(at)} has been elected chair.\n\n${said('The incoming chair')}`,
      2 * COUNT,
    ],
    ['volunteers in a list', (at) => `- Volunteer ${person(at)} said: “It is good for us.”\n`, MANY],
    ['one paragraph', (at) => `“It is good for us,” said ${person(at)}. `],
  ])('of %s takes twice as long when it is twice as long', (_, statement, count = COUNT) => {
    const release = (length: number) => blocksOf(Array.from({ length }, (_each, at) => statement(at)).join(''));
    const [blocks, doubled] = [release(count), release(2 * count)];
    const growth = doublingOf(
      () => expect(extractStatements(blocks)).toHaveLength(count),
      () => expect(extractStatements(doubled)).toHaveLength(2 * count),
    );
    expect(growth).toBeLessThan(MAX_DOUBLED);
  });
});
