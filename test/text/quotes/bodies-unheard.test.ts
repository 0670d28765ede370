import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function read(told: string, about: { area?: string; url?: string } = {}): string {
  const known = { ...NOTHING_KNOWN, url: 'https://www.marl.gov.uk/news/a', ...about };
  const { name, role, organisation } = extractStatements(blocksOf(told), known).at(-1)?.attribution ?? {};
  return [name, role, organisation].map((each) => each ?? '-').join(' | ');
}

/** Bodies that no table knows: they are told by where they stand. */
const BODIES = ['Ovanta', 'Gladstow', 'Kite & Key', 'Harbour Lights', 'GreenLatch'];

describe.each(BODIES)('%s', (body) => {
  it.each([
    `“It was good,” said Jo Bell, chief executive of ${body}.`,
    `“It was good,” said Jo Bell, chief executive at ${body}.`,
    `“It was good,” said ${body} chief executive Jo Bell.`,
    `${body}’s chief executive, Jo Bell, said: “It was good.”`,
    `${body} chief executive Jo Bell said: “It was good.”`,
    `Welcoming the news, ${body} chief executive Jo Bell said: “It was good.”`,
    `Jo Bell, who is chief executive at ${body}, said: “It was good.”`,
    `Jo Bell is chief executive of ${body}. “It was good,” she said.`,
  ])('%s', (told) => {
    expect(read(told)).toBe(`Jo Bell | chief executive | ${body}`);
  });

  it.each(['owner', 'manager', 'trustee', 'head of operations'])('has a %s', (post) => {
    expect(read(`“It was good,” said Jo Bell, ${post} at ${body}.`)).toBe(`Jo Bell | ${post} | ${body}`);
  });
});

describe('the body of somebody’s relative', () => {
  it.each([
    ['Jo Bell, whose husband runs Marl Homes, said: “It was good.”', 'Jo Bell | - | -'],
    ['Jo Bell, whose husband, Ken, runs Marl Homes, came too.\n\nShe said: “It was good.”', 'Jo Bell | - | -'],
    ['Jo Bell, whose son Ken works for Marl Homes, came too.\n\nShe said: “It was good.”', 'Jo Bell | - | -'],
    [
      'Marl Hospice opened.\n\nAmong them was Jo Bell, whose late husband Ken was cared for at the hospice. She said: “It was good.”',
      'Jo Bell | - | -',
    ],
    [
      'Marl Primary School opened.\n\nAmong them was Jo Bell, whose son started at the school in May. She said: “It was good.”',
      'Jo Bell | - | -',
    ],
    [
      "Jo Bell, whose son Marlon was killed in 2018 and who now runs the charity Marlon's Light, came.\n\nShe said: “It was hard.”",
      "Jo Bell | - | Marlon's Light",
    ],
    [
      "Jo Bell, whose son Marlon was killed, founded the charity Marlon's Light.\n\nShe said: “It was hard.”",
      "Jo Bell | - | Marlon's Light",
    ],
    ['Marl Hospice opened.\n\nJo Bell, who started the hospice, said: “It was good.”', 'Jo Bell | - | Marl Hospice'],
  ])('%s', (told, expected) => {
    expect(read(told, { url: 'https://www.example.org/a' })).toBe(expected);
  });
});

describe('a body of two', () => {
  it.each([
    ['who own Spoon & Ladle, came.\n\n“It was good,” said Amy Lee.', 'Amy Lee | - | Spoon & Ladle'],
    ['who own Spoon & Ladle, came.\n\n“It was good,” said Tom Cole.', 'Tom Cole | - | Spoon & Ladle'],
    ['who run the Marl Bakery, said: “It was good.”', 'Amy Lee and Tom Cole | - | Marl Bakery'],
    ['who runs Spoon & Ladle, came.\n\n“It was good,” said Amy Lee.', 'Amy Lee | - | -'],
  ])('%s', (told, expected) => {
    expect(read(`Amy Lee and Tom Cole, ${told}`, { url: 'https://www.example.org/a' })).toBe(expected);
  });
});

describe('what kind of body it is', () => {
  it.each(['campaign group', 'youth group', 'support group', 'charity'])('is no part of its name: %s', (kind) => {
    expect(read(`Jo Bell, director of the ${kind} Buses for All, said: “It was good.”`)).toBe(
      'Jo Bell | director | Buses for All',
    );
  });
});

describe('who is no body', () => {
  it('is several firms of one', () => {
    expect(read('Jo Bell of contractors Bell Stone said: “It was good.”')).toBe('Jo Bell | - | Bell Stone');
  });

  it('is an area, unless it is called as a body is', () => {
    const told = 'Jo Bell, fisheries officer at the Rivers Agency, said: “It was good.”';
    expect(read(told, { area: 'Rivers Agency' })).toBe('Jo Bell | fisheries officer | Rivers Agency');
    expect(read('Granby’s police commander, Jo Bell, said: “It was good.”', { area: 'Granby' })).not.toContain(
      'Granby',
    );
  });
});
