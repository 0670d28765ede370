import * as z from 'zod';
import { MAX_TAG_LENGTH } from '../../../domain/edition.ts';
import type { RenamedTag } from '../../../domain/register.ts';
import { listTagWords, renameTag } from '../../../usecases/rename-tag.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { DRY_RUN_HEADERS, REPLAY_HEADERS } from '../../answer/response-headers.ts';
import { lineField } from '../../request/fields.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader } from '../../request/request-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { renamedTagView, tagWordPageView } from '../../views/tag-word.ts';
import { answerSafeWrite } from '../../writing/safe-write.ts';

export const listTagWordsRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/tags',
  operationId: 'listTagWords',
  summary: 'List words that stand for tags',
  description: 'Every tag that was renamed or merged, in alphabetical order, with the tag that it stands for now.',
  tag: 'Administration',
  query: z.strictObject(PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of words.',
    mediaType: 'application/json',
    schema: tagWordPageView,
    example: examplePage({ word: 'narcotics', tag: 'drugs' }),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listTagWords',
        filters: {},
        read: (page) => listTagWords(context.deps, page),
        toView: ({ word, tag }) => ({ word, tag }),
      },
      context,
    ),
});

/** Tags are kept with their accents composed. */
const tagField = lineField(MAX_TAG_LENGTH).transform((tag) => tag.normalize('NFC'));

export const renameTagRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/tags/rename',
  operationId: 'renameTag',
  summary: 'Rename a tag, or merge it into another',
  description:
    'Everywhere at once, in drafts and in what is public. The old word stands for the new one from then on, whoever writes ' +
    'it, in a draft or in a document, and readers who ask for `tag=` a word that they knew find the new one. A word that stands for another tag already is refused with 409, so that two who ' +
    'rename the same tag cannot undo each other. Renaming back is a rename like any other. What nobody uses is 404.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({
      from: tagField,
      to: tagField,
    }),
    example: { from: 'narcotics', to: 'drugs' },
  },
  success: {
    description: 'The tag.',
    mediaType: 'application/json',
    schema: renamedTagView,
    example: { tag: 'drugs', words: ['narcotics'], articles: 3 },
    headers: { ...DRY_RUN_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['not_found', 'conflict', 'idempotency_key_reused'],
  handle: ({ body, query, headers }, context) =>
    answerSafeWrite<RenamedTag>(
      { operationId: 'renameTag', dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
      (options) => renameTag(context.deps, body, options),
      ({ tag, words, articles }) => ({ body: { tag, words: [...words], articles }, headers: {} }),
      context,
    ),
});
