import * as z from 'zod';
import { MAX_ATTRIBUTION_LENGTH } from '../../../domain/draft.ts';
import { MAX_POSTS } from '../../../domain/register.ts';
import { changeOfficial, createOfficial, mergeOfficials, removeOfficial } from '../../../usecases/manage-speakers.ts';
import { instantField, lineField } from '../../fields.ts';
import { dryRunParameter } from '../../parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request-headers.ts';
import { WRITE_HEADERS } from '../../response-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { officialEntryPageView, officialEntryView, toOfficialEntryView } from '../../views/register.ts';
import { EXAMPLE_OFFICIAL_ENTRY } from '../../views/register-examples.ts';
import {
  answerEntryWrite,
  CREATION_HEADERS,
  entryParams,
  listEntriesRoute,
  mergeEntryRoute,
  nameField,
  oneEntry,
  otherNamesField,
  type RegisterFacts,
  readEntryRoute,
  removeEntryRoute,
} from './entries.ts';

export const OFFICIALS: RegisterFacts<'officials'> = {
  register: 'officials',
  noun: 'Official',
  view: officialEntryView,
  pageView: officialEntryPageView,
  toView: toOfficialEntryView,
  example: EXAMPLE_OFFICIAL_ENTRY,
};

const postsField = z
  .array(
    z.strictObject({
      rank: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
      role: lineField(MAX_ATTRIBUTION_LENGTH).nullable().default(null),
      organisation: z.string().nullable().default(null).meta({ description: 'Id or key of the organisation.' }),
      from: instantField,
      until: instantField.nullable().default(null),
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

export const createOfficialRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/officials',
  operationId: 'createOfficial',
  summary: 'Put an official into the register',
  description: 'Readers know them from the first public article on that quotes them.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({
      name: nameField,
      otherNames: otherNamesField.exactOptional(),
      posts: postsField.exactOptional(),
    }),
    example: { name: 'Daniel Okafor', posts: [{ rank: 'Inspector', from: '2020-10-01T00:00:00Z' }] },
  },
  success: { ...oneEntry(OFFICIALS), statuses: [201], description: 'The new official.', headers: CREATION_HEADERS },
  problems: ['conflict', 'idempotency_key_reused'],
  handle: ({ body, query, headers }, context) =>
    answerEntryWrite(
      OFFICIALS,
      {
        operationId: 'createOfficial',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isCreation: true,
      },
      (options) => createOfficial(context.deps, body, options),
      context,
    ),
});

export const patchOfficialRoute = defineRoute({
  door: 'admin',
  method: 'PATCH',
  url: '/v1/admin/officials/{id}',
  operationId: 'patchOfficial',
  summary: 'Change an official',
  description:
    'A JSON merge patch (RFC 7396). `posts` add to and correct the history that public releases tell: one with an end ' +
    'holds until then, whatever releases of that time say. Attributions of quotes stay as they were written.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: entryParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: {
    schema: z.strictObject({
      name: nameField.exactOptional(),
      otherNames: otherNamesField.nullable().exactOptional(),
      posts: postsField.nullable().exactOptional(),
    }),
    example: { otherNames: [{ name: 'Danny Okafor', public: true }] },
  },
  success: { ...oneEntry(OFFICIALS), description: 'The official afterwards.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
  handle: ({ params, body: { otherNames, posts, ...rest }, query, headers }, context) => {
    const known = { reference: params.id, version: requireVersion(headers['If-Match'], 'entry') };
    const wish = {
      ...rest,
      ...(otherNames !== undefined && { otherNames: otherNames ?? [] }),
      ...(posts !== undefined && { posts: posts ?? [] }),
    };
    return answerEntryWrite(
      OFFICIALS,
      { operationId: 'patchOfficial', dryRun: query.dryRun },
      (options) => changeOfficial(context.deps, known, wish, options),
      context,
    );
  },
});
