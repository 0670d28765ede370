import * as z from 'zod';
import { MAX_ATTRIBUTION_LENGTH } from '../../../domain/draft.ts';
import { MAX_POSTS } from '../../../domain/official.ts';
import { changeOfficial, createOfficial, mergeOfficials, removeOfficial } from '../../../usecases/manage-speakers.ts';
import { OFFICIALS } from '../../register/facts.ts';
import { beginningField, endField, lineField } from '../../request/fields.ts';
import { listEntriesRoute, nameField, otherNamesField, readEntryRoute } from './entries.ts';
import { createEntryRoute, mergeEntryRoute, patchEntryRoute, removeEntryRoute } from './entry-writes.ts';

const postsField = z
  .array(
    z.strictObject({
      rank: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
      role: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
      organisation: z.string().nullable().default(null).meta({ description: 'Id or key of the organisation.' }),
      from: beginningField.meta({ description: 'A day counts from its beginning.' }),
      until: endField
        .nullable()
        .default(null)
        .meta({ description: 'The first instant at which it holds no more; a day counts to its end.' }),
    }),
  )
  .max(MAX_POSTS, `At most ${MAX_POSTS} posts.`)
  .meta({ description: 'All that is written down; what releases say stands beside it.' });

export const listOfficialEntriesRoute = listEntriesRoute(OFFICIALS);
export const readOfficialEntryRoute = readEntryRoute(OFFICIALS);
export const mergeOfficialRoute = mergeEntryRoute(OFFICIALS, ({ deps }, known, into, options) =>
  mergeOfficials(deps, known, into, options),
);

export const removeOfficialRoute = removeEntryRoute(
  OFFICIALS,
  'Only where nothing refers to it: none that was merged into it, and no revision of any article, for those ' +
    'are kept for ever. Somebody who turned out to be somebody else is merged.',
  ({ deps }, known, options) => removeOfficial(deps, known, options),
);

export const createOfficialRoute = createEntryRoute(
  OFFICIALS,
  {
    summary: 'Put an official into the register',
    description: 'Readers know them from the first public article on that quotes them.',
    schema: z.strictObject({
      name: nameField,
      otherNames: otherNamesField.exactOptional(),
      posts: postsField.exactOptional(),
    }),
    example: { name: 'Daniel Okafor', posts: [{ rank: 'Inspector', from: '2020-10-01' }] },
  },
  ({ deps }, wish, options) => createOfficial(deps, wish, options),
);

export const patchOfficialRoute = patchEntryRoute(
  OFFICIALS,
  {
    summary: 'Change an official',
    description:
      '`posts` add to and correct the history that public releases tell: one with an end ' +
      'holds until then, whatever releases of that time say. Attributions of quotes stay as they were written.',
    schema: z.strictObject({
      name: nameField.exactOptional(),
      otherNames: otherNamesField.nullable().exactOptional(),
      posts: postsField.nullable().exactOptional(),
    }),
    example: { otherNames: [{ name: 'Danny Okafor', public: true }] },
  },
  ({ deps }, known, { otherNames, posts, ...rest }, options) => {
    const wish = {
      ...rest,
      ...(otherNames !== undefined && { otherNames: otherNames ?? [] }),
      ...(posts !== undefined && { posts: posts ?? [] }),
    };
    return changeOfficial(deps, known, wish, options);
  },
);
