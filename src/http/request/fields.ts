import * as z from 'zod';
import { hasFragment, MAX_ADDRESS_LENGTH, parseAddress } from '../../domain/address.ts';
import { isWithin } from '../../domain/characters.ts';
import { MAX_LANGUAGE_LENGTH, readLanguage } from '../../domain/language.ts';
import { isSlug, MAX_SLUG_LENGTH, SLUG_PATTERN } from '../../domain/slug.ts';
import {
  type Instant,
  type Precision,
  parseBeginning,
  parseCalendarDate,
  parseEnd,
  parseInstant,
  startOfDay,
} from '../../domain/time.ts';
import { textRead } from './read-text.ts';

const MOMENT = 'A day such as 2020-10-29, or an RFC 3339 instant such as 2020-10-29T09:30:00Z.';
const MOMENT_SCHEMA = { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] };

/** When something begins: an instant, or a day at home from its beginning. */
export const beginningField = field(parseBeginning, MOMENT, MOMENT_SCHEMA);

/** When something is over: an instant, or a day at home to its end. */
export const endField = field(parseEnd, MOMENT, MOMENT_SCHEMA);

/** The date of a release in the body of a request: a day, which is one at home, or an instant. */
export const dateField = field(readDate, MOMENT, MOMENT_SCHEMA);

/** An absolute address, kept as the URL standard writes it. */
export const addressField = field(
  (text) => (isWithin(text, MAX_ADDRESS_LENGTH) ? parseAddress(text)?.href : undefined),
  `An absolute http or https address of at most ${MAX_ADDRESS_LENGTH} characters, without a name and password.`,
  { type: 'string', format: 'uri', maxLength: MAX_ADDRESS_LENGTH },
);

/** An address that is called. */
export const receiverField = field(
  (text) => {
    const address = isWithin(text, MAX_ADDRESS_LENGTH) ? parseAddress(text) : undefined;
    return address && !hasFragment(address) ? address.href : undefined;
  },
  `An absolute https address of at most ${MAX_ADDRESS_LENGTH} characters, without a fragment, a name or a password.`,
  { type: 'string', format: 'uri', maxLength: MAX_ADDRESS_LENGTH, pattern: '^[^#]*$' },
);

export const languageField = field(readLanguage, 'A BCP 47 language tag such as en, cy or en-GB.', {
  type: 'string',
  maxLength: MAX_LANGUAGE_LENGTH,
});

/** A slug that somebody asks for: not what an id looks like, since at an address the article of that id goes before. */
export const slugField = field(
  (text) => (isSlug(text) && !ID_PATTERN.test(text) ? text : undefined),
  `Lower-case letters and digits in groups joined by hyphens, at most ${MAX_SLUG_LENGTH} characters, and no UUID.`,
  { type: 'string', pattern: SLUG_PATTERN.source, maxLength: MAX_SLUG_LENGTH },
);

const ID_PATTERN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One line of prose: runs of white space are folded. */
export function lineField(maxLength: number) {
  const read = (text: string) => bounded(text.replaceAll(/\s+/g, ' ').trim(), maxLength);
  return field(read, `One line of 1 to ${maxLength} characters.`, { type: 'string', minLength: 1, maxLength });
}

/** Prose of any number of lines. */
export function proseField(maxLength: number) {
  const read = (text: string) => bounded(text.replaceAll(/\r\n?/g, '\n').trim(), maxLength);
  return field(read, `Text of 1 to ${maxLength} characters.`, { type: 'string', minLength: 1, maxLength });
}

/** Text that is kept as it is sent, nothing too. */
export function textField(maxLength: number) {
  return z
    .string()
    .check(({ value: input, issues }) => {
      const tooMuch = { code: 'too_big', origin: 'string', maximum: maxLength, inclusive: true, input } as const;
      if (!isWithin(input, maxLength)) issues.push(tooMuch);
    })
    .meta({ maxLength });
}

/** What is left of a text that has something to say and no control characters but tabs and line ends. */
function bounded(text: string, maxLength: number): string | undefined {
  return text !== '' && isWithin(text, maxLength) && !/[^\P{Cc}\t\n]/u.test(text) ? text : undefined;
}

interface WrittenDate {
  readonly at: Instant;
  readonly precision: Precision;
}

function readDate(text: string): WrittenDate | undefined {
  const day = parseCalendarDate(text);
  if (day) return { at: startOfDay(day), precision: 'day' };
  const at = parseInstant(text);
  return at && { at, precision: 'instant' };
}

/** A text in the body of a request; `read` gives undefined for what it cannot be. */
function field<Value>(read: (text: string) => Value | undefined, expected: string, schema: Record<string, unknown>) {
  return textRead(read, expected).meta({ override: schema });
}
