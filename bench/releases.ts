import { COUNTIES, PLACES, SPEAKERS, type Speaker } from './county.ts';
import { type Random, randomOf } from './random.ts';
import { drawWord } from './vocabulary.ts';

/** A made-up release, as its author would send it. */
export interface MadeRelease {
  readonly slug: string;
  readonly area: string;
  /** The document in the import format, UTF-8. */
  readonly bytes: Uint8Array;
}

/**
 * The release of this index, the same whatever the others are, so that any number of them can be made one at a time: a
 * body of about 3 kB with two or three statements, dated within ten years. Another seed gives other releases of the
 * same places and people.
 */
export function madeRelease(seed: number, index: number): MadeRelease {
  const random = randomOf(seed, index);
  const area = random.next() < WHOLE_COUNTY_SHARE ? random.pick(COUNTIES).name : random.pick(PLACES).name;
  const title = capitalised(words(random, random.whole(7, 12)).join(' '));
  const summary = `${sentence(random, 16, 26).slice(0, -1)} in ${area}.`;
  const slug = `${title.toLowerCase().replaceAll(' ', '-')}-${index}`;
  const keys = [
    '```yaml',
    `area: ${area}`,
    'og:',
    `  description: ${summary}`,
    'publish:',
    `  date: ${date(random)}`,
    `tags: [${[...new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(TAGS)))].join(', ')}]`,
    `title: ${title}`,
    `url: https://news.${area.toLowerCase()}.example/releases/${slug}`,
    '```',
  ].join('\n');
  return { slug, area, bytes: new TextEncoder().encode(`${keys}\n\n${body(random, summary, area)}\n`) };
}

const WHOLE_COUNTY_SHARE = 0.2;
const LINK_SHARE = 0.5;
const LIST_SHARE = 0.1;

const TAGS =
  `appeal burglary charity community council court drugs flooding fraud health housing missing recruitment road-safety
rural-crime schools travel volunteers warning weather`.split(/\s+/);

const MONTHS = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const FIRST_YEAR = 2015;
const LAST_YEAR = 2024;

function date(random: Random): string {
  return `${random.whole(1, 28)} ${random.pick(MONTHS)} ${random.whole(FIRST_YEAR, LAST_YEAR)}`;
}

function body(random: Random, summary: string, area: string): string {
  const statements = Array.from({ length: random.whole(2, 3) }, () => statement(random));
  return [
    `### ${summary}`,
    paragraph(random, 3),
    ...Array.from({ length: 7 - statements.length }, () => paragraph(random, 2)),
    ...(random.next() < LIST_SHARE ? [Array.from({ length: 4 }, () => `- ${sentence(random, 5, 10)}`).join('\n')] : []),
    ...statements,
    random.next() < LINK_SHARE
      ? `Anyone with information can [report it online](https://www.${area.toLowerCase()}.example/report) or call 101.`
      : paragraph(random, 1),
  ].join('\n\n');
}

/** One or two paragraphs that somebody says, the name before them or behind the first sentence. */
function statement(random: Random): string {
  const { name, post } = mostlyTheFirst(random, SPEAKERS);
  const first = paragraph(random, 2);
  if (random.next() < 0.2) return `"${sentence(random, 8, 16).slice(0, -1)}," said ${name}, ${post}. "${first}"`;
  const opening = `${name}, ${post}, said: "${first}`;
  return random.next() < 0.5 ? `${opening}"` : `${opening}\n\n"${paragraph(random, 2)}"`;
}

/** Some people are quoted every week and most hardly ever. */
function mostlyTheFirst(random: Random, speakers: readonly Speaker[]): Speaker {
  return random.pick(speakers.slice(0, Math.ceil(speakers.length * random.next())));
}

function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random, 10, 22)).join(' ');
}

function sentence(random: Random, fewest: number, most: number): string {
  return `${capitalised(words(random, random.whole(fewest, most)).join(' '))}.`;
}

function words(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => drawWord(random));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
