import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

const NAMES = [
  'Nkechi Obi',
  'Rhys ap Owen',
  'Siobhán Ní Dhomhnaill',
  'Brooke Fielding',
  'J. T. Hargreaves',
  'Mei-Ling Chen',
];
const POSTS = [
  'head of early years',
  'head of sustainability and net zero',
  'tenancy support worker',
  'membership secretary',
  'curator of natural history',
  'director of communications and public affairs',
];
const BODIES = [
  'Fell & Dale Farmers',
  'Harrowdale NHS Foundation Trust',
  'Age UK Stannerleigh',
  'North Fells Search and Dog Rescue',
  'Pinewood Care',
  'Willowbank Surgery',
];
const blocksOf = (markdown: string) => renderMarkdown(markdown).blocks;
const SAID = '“We looked at eleven sites in three countries.”';

/** The forms in which a name, a post and a body stand beside a statement. */
const FORMS: readonly (readonly [string, (name: string, post: string, body: string) => string])[] = [
  ['name, post at body', (name, post, body) => `${name}, ${post} at ${body}, said: ${SAID}`],
  ['name, the post at body', (name, post, body) => `${name}, the ${post} at ${body}, said: ${SAID}`],
  ['name, who is post', (name, post, body) => `${name}, who is ${post} at ${body}, said: ${SAID}`],
  ['name (post, body)', (name, post, body) => `${name} (${post}, ${body}) said: ${SAID}`],
  ['name – post at body –', (name, post, body) => `${name} – ${post} at ${body} – said: ${SAID}`],
  ['the post at body, name', (name, post, body) => `The ${post} at ${body}, ${name}, said: ${SAID}`],
  ["body's post, name", (name, post, body) => `${body}’s ${post}, ${name}, said: ${SAID}`],
  ["body's post name", (name, post, body) => `${body}’s ${post} ${name} said: ${SAID}`],
  ['behind the words', (name, post, body) => `“We looked at eleven sites,” said ${name}, ${post} at ${body}.`],
  ['in bold', (name, post, body) => `**${name}, ${post} at ${body}:** ${SAID}`],
  ['a line of its own', (name, post, body) => `${SAID}\n\n— ${name}, ${post}, ${body}`],
];

describe.each(FORMS)('%s', (_form, written) => {
  it.each(POSTS)('%s', (post) => {
    const read = NAMES.flatMap((name) => BODIES.map((body) => [name, post, body] as const)).map(([name, , body]) => {
      const [found] = extractStatements(blocksOf(written(name, post, body)), NOTHING_KNOWN);
      const { attribution } = found ?? {};
      return `${attribution?.name} | ${attribution?.role} | ${attribution?.organisation}`;
    });
    expect(read).toEqual(NAMES.flatMap((name) => BODIES.map((body) => `${name} | ${post} | ${body}`)));
  });
});

describe('two names', () => {
  it.each([
    ['Amy Lee and Tom Cole, of Fell & Dale Farmers,', 'Amy Lee and Tom Cole'],
    ['Amy Lee of Marl Homes and Tom Cole of Hexham Homes', 'Amy Lee and Tom Cole'],
    ['Giovanni de Luca, Head of Sustainability and Net Zero, Corley Hall,', 'Giovanni de Luca'],
    [
      'Marl Homes Chief Executive Bala Raghunathan and Upper Marl Parish Council Chairman Lionel Opie',
      'Bala Raghunathan and Lionel Opie',
    ],
  ])('%s', (attribution, name) => {
    const [found] = extractStatements(blocksOf(`${attribution} said: ${SAID}`), NOTHING_KNOWN);
    expect(found?.attribution.name).toBe(name);
  });
});

describe('a rank behind a post', () => {
  it.each([
    ['Lead for rural crime Chief Inspector Amy Lee', 'Chief Inspector', 'Lead for rural crime'],
    ['Head of prevention Chief Fire Officer Amy Lee', 'Chief Fire Officer', 'Head of prevention'],
    ['The incident commander, T/Station Manager Amy Lee,', 'T/Station Manager', 'incident commander'],
    ['Head of operational response T/Station Manager Amy Lee', 'T/Station Manager', 'Head of operational response'],
    ['Minister of State for Justice, the Rt Hon Amy Lee MP', 'Rt Hon', 'Minister of State for Justice'],
  ])('%s', (attribution, rank, role) => {
    const [found] = extractStatements(blocksOf(`${attribution} said: ${SAID}`), NOTHING_KNOWN);
    expect(found?.attribution).toMatchObject({ name: 'Amy Lee', rank, role });
  });
});

describe('a place in the post', () => {
  it.each([
    ['The vicar of Stoke', 'vicar of Stoke'],
    ['The rector of Upper Marl', 'rector of Upper Marl'],
    ['The vicar of Holy Trinity', 'vicar'],
  ])('%s', (attribution, role) => {
    const told = `${attribution} said: “It is old.”\n\nThe Revd Ian Cope has set up an altar.`;
    expect(extractStatements(blocksOf(told), NOTHING_KNOWN)[0]?.attribution.role).toBe(role);
  });
});

describe('what somebody is called for short', () => {
  it.each([
    ['Abigail Orme', 'Abi'],
    ['Katherine Orme', 'Kate'],
    ['Elizabeth Orme', 'Beth'],
    ['Eleanor Orme', 'Nell'],
  ])('%s is %s', (name, short) => {
    const told = `${name} was commended with Ryan Cole. “He went in because I had the keys,” replied ${short}.`;
    expect(extractStatements(blocksOf(told), NOTHING_KNOWN)[0]?.attribution.name).toBe(name);
  });
});
