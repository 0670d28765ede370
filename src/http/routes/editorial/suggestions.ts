import * as z from 'zod';
import type { Suggestion } from '../../../domain/suggestion.ts';
import { acceptSuggestion, listSuggestions, rejectSuggestion } from '../../../usecases/suggestions.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { DRY_RUN_HEADERS, dryRunHeaders, REPLAY_HEADERS, WRITE_HEADERS } from '../../answer/response-headers.ts';
import { answerEntryWrite } from '../../register/entry-write.ts';
import { OFFICIALS, oneEntry } from '../../register/facts.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader } from '../../request/request-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { suggestionPageView, toSuggestionView } from '../../views/suggestion.ts';

const EDITORS = ['editor', 'admin'] as const;

const EXAMPLE: Suggestion = {
  id: '1b671a64-40d5-491e-99b0-da01ff1f3341.6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  duplicate: {
    id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    key: 'dan-okafor',
    name: 'Dan Okafor',
    slug: null,
    organisationId: null,
  },
  official: {
    id: '1b671a64-40d5-491e-99b0-da01ff1f3341',
    key: 'daniel-okafor',
    name: 'Daniel Okafor',
    slug: 'daniel-okafor',
    organisationId: null,
  },
  reason: 'short-name',
  confidence: 0.6,
};

const params = z.strictObject({
  id: z.string().meta({
    description: 'Id of the suggestion.',
    example: EXAMPLE.id,
    param: { id: 'SuggestionId' },
  }),
});

export const listSuggestionsRoute = defineRoute({
  door: 'editorial',
  roles: EDITORS,
  method: 'GET',
  url: '/v1/editorial/officials/suggestions',
  operationId: 'listOfficialSuggestions',
  summary: 'List officials who may be one person',
  description:
    'Two people of the register with one surname, whose first names can be the same, the surest first. Nobody is made one with ' +
    'another by a guess: an import that is not sure makes a new official, and says so here. A key that is limited to areas ' +
    'neither sees nor decides it.',
  tag: 'Newsroom',
  query: z.strictObject(PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of suggestions.',
    mediaType: 'application/json',
    schema: suggestionPageView,
    example: examplePage(toSuggestionView(EXAMPLE)),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listOfficialSuggestions',
        filters: {},
        read: (page) => listSuggestions(context.deps, page, context.actor),
        toView: toSuggestionView,
      },
      context,
    ),
});

export const acceptSuggestionRoute = defineRoute({
  door: 'editorial',
  roles: EDITORS,
  method: 'POST',
  url: '/v1/editorial/officials/suggestions/{id}/accept',
  operationId: 'acceptOfficialSuggestion',
  summary: 'Two officials are one',
  description:
    'Merges the duplicate into the official: quotes point to the one that stays, which is recognised by the names of both from ' +
    'now on. What releases say stays as it was written. It cannot be undone.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  success: {
    ...oneEntry(OFFICIALS),
    description: 'The official that stays.',
    headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['not_found', 'conflict', 'stale_edition', 'idempotency_key_reused'],
  handle: ({ params: { id }, query, headers }, context) =>
    answerEntryWrite(
      OFFICIALS,
      {
        operationId: 'acceptOfficialSuggestion',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
      },
      (options) => acceptSuggestion(context.deps, id, options),
      context,
    ),
});

export const rejectSuggestionRoute = defineRoute({
  door: 'editorial',
  roles: EDITORS,
  method: 'POST',
  url: '/v1/editorial/officials/suggestions/{id}/reject',
  operationId: 'rejectOfficialSuggestion',
  summary: 'Two officials are two',
  description: 'It is not suggested again. A second time changes nothing.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params,
  success: { statuses: [204], description: 'It is remembered.', headers: DRY_RUN_HEADERS },
  problems: ['not_found'],
  handle: async ({ params: { id }, query: { dryRun = false } }, { deps, actor }) => {
    await rejectSuggestion(deps, id, actor, dryRun);
    return { headers: dryRunHeaders(dryRun) };
  },
});
