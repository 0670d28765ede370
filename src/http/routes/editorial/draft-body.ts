import * as z from 'zod';
import {
  type DraftPatch,
  MAX_ATTRIBUTION_LENGTH,
  MAX_GIVEN_QUOTES,
  MAX_QUOTE_PARAGRAPHS,
} from '../../../domain/draft.ts';
import {
  distinctTags,
  type Json,
  MAX_ALT_LENGTH,
  MAX_AREA_LENGTH,
  MAX_BODY_LENGTH,
  MAX_SUMMARY_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS,
  MAX_TITLE_LENGTH,
} from '../../../domain/edition.ts';
import { PRECISIONS, type Precision } from '../../../domain/time.ts';
import type { NewDraft } from '../../../usecases/write-article.ts';
import { addressField, dateField, languageField, lineField, slugField, textField } from '../../request/fields.ts';

const attribution = z.strictObject({
  name: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
  rank: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
  role: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
  organisation: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
  asWritten: textField(MAX_ATTRIBUTION_LENGTH).default(''),
});

/** What a quote that was read has besides, so that it can be sent back with its attribution put right. */
const READ_ONLY = { description: 'As it was read; it is found anew.' };

const givenQuote = z
  .strictObject({
    paragraphs: z.array(textField(MAX_BODY_LENGTH).min(1)).min(1).max(MAX_QUOTE_PARAGRAPHS).meta({
      description: 'Without quotation marks; each must stand in the body, word for word, or be what is read there.',
    }),
    attribution,
    text: z
      .string()
      .exactOptional()
      .meta({ description: 'As it was read: the paragraphs, with a blank line between.' }),
    id: z.string().exactOptional().meta(READ_ONLY),
    position: z.int().exactOptional().meta(READ_ONLY),
    start: z.int().exactOptional().meta(READ_ONLY),
    end: z.int().exactOptional().meta(READ_ONLY),
  })
  .refine(({ text, paragraphs }) => text === undefined || text === paragraphs.join('\n\n'), {
    path: ['text'],
    message: 'What paragraphs say; or change those, and leave text out.',
  })
  .transform(({ paragraphs, attribution: speaker }) => ({ paragraphs, attribution: speaker }));

const image = z.strictObject({
  url: addressField.exactOptional(),
  alt: textField(MAX_ALT_LENGTH).nullable().exactOptional().meta({ description: 'Empty: decorative.' }),
});

const body = z.strictObject({
  markdown: textField(MAX_BODY_LENGTH)
    .nullable()
    .exactOptional()
    .meta({ description: 'Without the title and the standfirst.' }),
});

/** Whatever may be left out of a draft; null stands for what an empty one has. */
const fields = {
  url: addressField.nullable().exactOptional().meta({
    description: 'Canonical address on the site of the public body; null leaves it to the installation.',
  }),
  slug: slugField
    .nullable()
    .exactOptional()
    .meta({
      description:
        'Name in addresses; null leaves it to the address or the title. A public release that is given another one moves ' +
        'there with its next edition, and its old addresses lead to it.',
    }),
  summary: lineField(MAX_SUMMARY_LENGTH).nullable().exactOptional().meta({ description: 'The standfirst.' }),
  area: lineField(MAX_AREA_LENGTH)
    .nullable()
    .exactOptional()
    .meta({ description: 'Name of an area that exists, or its Welsh name.' }),
  language: languageField.nullable().exactOptional().meta({ description: 'BCP 47; `en` when it is not said.' }),
  tags: z
    .array(lineField(MAX_TAG_LENGTH))
    .max(MAX_TAGS, `At most ${MAX_TAGS} tags.`)
    .transform(distinctTags)
    .nullable()
    .exactOptional(),
  publishedAt: dateField.nullable().exactOptional().meta({
    description:
      'The date that the release names, a day or an instant; null leaves it to the moment of publication. It publishes nothing.',
  }),
  publishedAtPrecision: z
    .enum(PRECISIONS)
    .nullable()
    .exactOptional()
    .meta({
      description:
        'Whether readers are told the time. Without it, as `publishedAt` of the same request is written. With `day`, an ' +
        'instant stands for its day in Europe/London; a draft that has a day gets a time only with `publishedAt`.',
    }),
  image: image.nullable().exactOptional(),
  body: body.nullable().exactOptional(),
  quotes: z.array(givenQuote).max(MAX_GIVEN_QUOTES).nullable().exactOptional().meta({
    description:
      'What was said and by whom; null leaves it to be found in the body. Given quotes stay until you say so.',
  }),
  extra: z
    // The body was read as JSON.
    .record(z.string(), z.unknown().pipe(z.custom<Json>()))
    .nullable()
    .exactOptional()
    .meta({ description: 'Keys of your own, kept and given back.' }),
};

const title = lineField(MAX_TITLE_LENGTH);

interface Dated {
  readonly publishedAt?: z.output<typeof dateField> | null;
  readonly publishedAtPrecision?: Precision | null;
}

/** Nobody knows the time of a day that was written without one. */
const isPrecise = ({ publishedAt, publishedAtPrecision = 'day' }: Dated) =>
  publishedAt?.precision !== 'day' || publishedAtPrecision === 'day';
const IMPRECISE = {
  path: ['publishedAtPrecision'],
  message: 'The date is a day: leave this out, or write the date with its time.',
};

/** A new draft. */
export const newDraftBody = z.strictObject({ title, ...fields }).refine(isPrecise, IMPRECISE);
/** Changes of a draft, as a JSON merge patch (RFC 7396). */
export const draftPatchBody = z.strictObject({ title: title.exactOptional(), ...fields }).refine(isPrecise, IMPRECISE);

export function toNewDraft({ title: wish, ...rest }: z.output<typeof newDraftBody>): NewDraft {
  return { ...toDraftPatch(rest), title: wish };
}

export function toDraftPatch({ body: text, publishedAt: date, ...patch }: z.output<typeof draftPatchBody>): DraftPatch {
  const markdown = text === null ? null : text?.markdown;
  return {
    ...(date && { publishedAtPrecision: date.precision }),
    ...patch,
    ...(date !== undefined && { publishedAt: date === null ? null : date.at }),
    ...(markdown !== undefined && { markdown }),
  };
}
