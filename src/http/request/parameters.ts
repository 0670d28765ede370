import * as z from 'zod';
import { isWithin } from '../../domain/characters.ts';
import { MAX_TAG_LENGTH } from '../../domain/edition.ts';
import { MAX_LANGUAGE_LENGTH, readLanguage } from '../../domain/language.ts';
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_NUMBERED_ROWS } from '../../domain/query.ts';
import { MAX_SEARCH_WORDS, parseSearch } from '../../domain/search.ts';
import { isSlug, MAX_SLUG_LENGTH, SLUG_PATTERN } from '../../domain/slug.ts';
import { type Instant, parseBeginning, parseEnd, parseInstant, shifted } from '../../domain/time.ts';
import { MAX_CURSOR_LENGTH } from '../answer/cursor.ts';
import { textRead } from './read-text.ts';

interface ParameterFacts {
  /** Name of the reusable parameter in the OpenAPI document. */
  readonly id: string;
  readonly description: string;
  /** What would be right, told to whoever sent something else. */
  readonly expected: string;
  /** JSON Schema of the text. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example: string | number | boolean;
}

/** A parameter or header that may be left out; `read` gives undefined for text that it cannot be. */
export function parameter<Value>(read: (text: string) => Value | undefined, facts: ParameterFacts) {
  const { id, description, expected, schema, example } = facts;
  return textRead(read, expected).exactOptional().meta({ description, example, param: { id }, override: schema });
}

function slugParameter(id: string, description: string, example: string) {
  return parameter((text) => (isSlug(text) ? text : undefined), {
    id,
    description,
    expected: `A slug: lower-case letters and digits in groups joined by hyphens, at most ${MAX_SLUG_LENGTH} characters.`,
    schema: { type: 'string', pattern: SLUG_PATTERN.source, maxLength: MAX_SLUG_LENGTH },
    example,
  });
}

export const areaParameter = slugParameter(
  'Area',
  'Slug of an area. One that does not exist finds nothing.',
  'ouseshire',
);
export const officialParameter = slugParameter(
  'Official',
  'Slug of an official who is quoted; a former one finds whom they turned out to be.',
  'daniel-okafor',
);
export const organisationParameter = slugParameter(
  'Organisation',
  'Slug of an organisation for which somebody who is quoted speaks; a former one finds what it turned out to be.',
  'fenwick-borough-council',
);

export const tagParameter = parameter(
  (text) => (text !== '' && isWithin(text, MAX_TAG_LENGTH) ? text.normalize('NFC') : undefined),
  {
    id: 'Tag',
    description: 'A tag, exactly as it is written; one that was renamed finds what it is called now.',
    expected: `A tag of 1 to ${MAX_TAG_LENGTH} characters.`,
    schema: { type: 'string', minLength: 1, maxLength: MAX_TAG_LENGTH },
    example: 'housing',
  },
);

export const languageParameter = parameter(readLanguage, {
  id: 'Language',
  description: 'Language of the article as a BCP 47 tag.',
  expected: 'A BCP 47 language tag such as "en-GB" or "cy".',
  schema: { type: 'string', maxLength: MAX_LANGUAGE_LENGTH },
  example: 'cy',
});

export const searchParameter = parameter(parseSearch, {
  id: 'Search',
  description:
    'Words to find in title, summary, body and the names of officials, accents folded and English words by their stem; ' +
    'all must occur. "Phrases" stand in double quotation marks, `word*` finds words that begin so, everything else ' +
    `separates words. No text is an error: only the first ${MAX_SEARCH_WORDS} words count, and text without any word finds nothing.`,
  expected: 'Any text.',
  schema: { type: 'string' },
  example: '"closure order" fenwick*',
});

/** @param id of the reusable parameter in the OpenAPI document */
export function nameSearchParameter(id: string, example: string) {
  return parameter(parseSearch, {
    id,
    description:
      'Words to find in the names, in any order, case and accents folded; all must occur. "Phrases" stand in double quotation ' +
      `marks, \`word*\` finds words that begin so. No text is an error: only the first ${MAX_SEARCH_WORDS} words count, and text without any word finds nothing.`,
    expected: 'Any text.',
    schema: { type: 'string' },
    example,
  });
}

export const titleParameter = parameter(parseSearch, {
  id: 'Title',
  description:
    'What the title has in it: words, parts of words, "phrases in double quotes"; case and accents do not count. Text ' +
    'without a word finds nothing.',
  expected: 'Any text.',
  schema: { type: 'string' },
  example: 'closure order',
});

/** More than a log can ever have. */
const MAX_ARCHIVE = 999_999_999;

const MOMENT =
  'A day (YYYY-MM-DD) or an RFC 3339 instant (2020-10-29T09:30:00Z; write "+" as %2B), before the year 9999.';
const MOMENT_SCHEMA = {
  anyOf: [
    { type: 'string', format: 'date' },
    { type: 'string', format: 'date-time' },
  ],
};

/**
 * The parameters `from` and `to` of a list.
 * @param id what their names in the OpenAPI document begin with
 * @param happened what the rows did at the instant that counts
 */
export function momentParameters(id: string, happened: string) {
  return {
    from: parameter(readFirstInstant, {
      id: `${id}From`,
      description: `${happened} at this instant or later. A day is a day in Europe/London and counts from its beginning.`,
      expected: MOMENT,
      schema: MOMENT_SCHEMA,
      example: '2020-11-01',
    }),
    to: parameter(readInstantBehind, {
      id: `${id}To`,
      description: `${happened} at this instant or earlier. A day is a day in Europe/London and counts to its end.`,
      expected: MOMENT,
      schema: MOMENT_SCHEMA,
      example: '2020-11-30',
    }),
  };
}

export const updatedSinceParameter = parameter(readFirstInstant, {
  id: 'UpdatedSince',
  description:
    'Its `updatedAt` is this instant or later: what was amended silently is not found. A day counts from its beginning in Europe/London.',
  expected: MOMENT,
  schema: MOMENT_SCHEMA,
  example: '2020-10-29T00:00:00Z',
});

export const limitParameter = parameter(readLimit, {
  id: 'Limit',
  description: 'Entries on one page.',
  expected: `A whole number from 1 to ${MAX_LIMIT}.`,
  schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  example: 10,
});

export const cursorParameter = parameter((text) => text, {
  id: 'Cursor',
  description:
    'Where the page starts: `page.next` or `page.prev` of an earlier answer. It belongs to its list, filters and sort; ' +
    'pages follow each other without gaps or repetitions even while releases are added.',
  expected: 'The value of page.next or page.prev of an earlier answer.',
  schema: { type: 'string', maxLength: MAX_CURSOR_LENGTH },
  example: 'WyJRa0V4Y1VqNnlWayIsIm5leHQiLCJkcnVncyJd',
});

export const pageParameter = parameter((text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined), {
  id: 'PageNumber',
  description:
    `Number of the page, 1 for the first, in place of a cursor. It reaches the first ${MAX_NUMBERED_ROWS} entries; rows that are ` +
    'added meanwhile move pages on, which cursors do not mind.',
  expected: 'A whole number from 1 on.',
  schema: { type: 'integer', minimum: 1, maximum: MAX_NUMBERED_ROWS },
  example: 2,
});

export const countParameter = z
  .literal('exact')
  .exactOptional()
  .meta({
    description: 'With `exact`, `page.total` says how many entries the whole list has.',
    param: { id: 'Count' },
    example: 'exact',
  });

/**
 * Names of a closed list, with commas between, each once however often it is given.
 * @param id name of the reusable parameter in the OpenAPI document
 */
export function namesParameter<Name extends string>(
  names: readonly Name[],
  { id, description, example }: Pick<ParameterFacts, 'id' | 'description' | 'example'>,
) {
  const one = `(?:${names.join('|')})`;
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(names)).transform((given): readonly Name[] => [...new Set(given)]))
    .exactOptional()
    .meta({
      description,
      example,
      param: { id },
      override: { type: 'string', pattern: `^${one}(?:,${one})*$` },
    });
}

export const archiveParameter = parameter(readArchiveNumber, {
  id: 'Archive',
  description: 'Number of an archive, as `prev-archive` links it; without it, what changed last.',
  expected: `A whole number from 1 to ${MAX_ARCHIVE}.`,
  schema: { type: 'integer', minimum: 1, maximum: MAX_ARCHIVE },
  example: 1,
});

/** What is either so or not. */
export function truthParameter({ id, description }: Pick<ParameterFacts, 'id' | 'description'>) {
  return parameter((text) => (text === 'true' || text === 'false' ? text === 'true' : undefined), {
    id,
    description,
    expected: 'true or false.',
    schema: { type: 'boolean', default: false },
    example: true,
  });
}

/** For every route that writes: says what would happen, and writes nothing. */
export const dryRunParameter = truthParameter({
  id: 'DryRun',
  description: 'With `true` the request is checked and answered as if it were carried out, and nothing is kept.',
});

function readArchiveNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function readLimit(text: string): number | undefined {
  const limit = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MAX_LIMIT ? limit : undefined;
}

function readFirstInstant(text: string): Instant | undefined {
  return isBeyondReach(text) ? undefined : parseBeginning(text);
}

/** The first instant that counts no more. */
function readInstantBehind(text: string): Instant | undefined {
  if (isBeyondReach(text)) return undefined;
  const last = parseInstant(text);
  return last ? shifted(last, 1) : parseEnd(text);
}

/** An instant has four digits of year, and what is behind the last one would need five. */
function isBeyondReach(text: string): boolean {
  return text.startsWith('9999');
}
