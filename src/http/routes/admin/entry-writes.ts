import * as z from 'zod';
import type { Entries, KnownEntry } from '../../../usecases/register-entries.ts';
import type { WriteOptions, Written } from '../../../usecases/write-wish.ts';
import {
  DRY_RUN_HEADERS,
  dryRunHeaders,
  REPLAY_HEADERS,
  WRITE_HEADERS,
  writtenLocationHeader,
} from '../../answer/response-headers.ts';
import { answerEntryWrite } from '../../register/entry-write.ts';
import { oneEntry, type RegisterFacts } from '../../register/facts.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { defineRoute, NO_PARAMETERS, type RouteContext } from '../../route.ts';
import { entryParams } from './entries.ts';

/* How the registers of areas, organisations and officials are written, which they have alike. */

/** What of a write each register says for itself. */
interface EntryWrite<Body extends z.ZodType> {
  readonly summary: string;
  readonly description: string;
  readonly schema: Body;
  readonly example: z.input<Body>;
}

/** Puts an entry into a register. */
export function createEntryRoute<Name extends keyof Entries, Body extends z.ZodType>(
  facts: RegisterFacts<Name>,
  { summary, description, ...body }: EntryWrite<Body>,
  create: (
    context: RouteContext,
    wish: z.output<Body>,
    options: WriteOptions<Entries[Name]>,
  ) => Promise<Written<Entries[Name]>>,
) {
  const { register, noun } = facts;
  const operationId = `create${noun}`;
  return defineRoute({
    door: 'admin',
    method: 'POST',
    url: `/v1/admin/${register}`,
    operationId,
    summary,
    description,
    tag: 'Administration',
    query: z.strictObject({ dryRun: dryRunParameter }),
    params: NO_PARAMETERS,
    headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
    body,
    success: {
      ...oneEntry(facts),
      statuses: [201],
      description: `The new ${noun.toLowerCase()}.`,
      headers: CREATION_HEADERS,
    },
    problems: ['conflict', 'idempotency_key_reused'],
    handle: ({ body: wish, query, headers }, context) =>
      answerEntryWrite(
        facts,
        { operationId, dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'], isCreation: true },
        (options) => create(context, wish, options),
        context,
      ),
  });
}

const CREATION_HEADERS = {
  Location: writtenLocationHeader,
  ...WRITE_HEADERS,
  ...REPLAY_HEADERS,
};

/** Changes an entry, by a JSON merge patch. */
export function patchEntryRoute<Name extends keyof Entries, Body extends z.ZodType>(
  facts: RegisterFacts<Name>,
  { summary, description, ...body }: EntryWrite<Body>,
  change: (
    context: RouteContext,
    known: KnownEntry,
    patch: z.output<Body>,
    options: WriteOptions<Entries[Name]>,
  ) => Promise<Written<Entries[Name]>>,
) {
  const { register, noun } = facts;
  const operationId = `patch${noun}`;
  return defineRoute({
    door: 'admin',
    method: 'PATCH',
    url: `/v1/admin/${register}/{id}`,
    operationId,
    summary,
    description: `A JSON merge patch (RFC 7396). ${description}`,
    tag: 'Administration',
    query: z.strictObject({ dryRun: dryRunParameter }),
    params: entryParams,
    headers: z.object({ 'If-Match': ifMatchHeader }),
    body,
    success: { ...oneEntry(facts), description: `The ${noun.toLowerCase()} afterwards.`, headers: WRITE_HEADERS },
    problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
    handle: ({ params, body: patch, query, headers }, context) => {
      const known = { reference: params.id, version: requireVersion(headers['If-Match'], 'entry') };
      return answerEntryWrite(
        facts,
        { operationId, dryRun: query.dryRun },
        (options) => change(context, known, patch, options),
        context,
      );
    },
  });
}

/** Makes one entry another one. */
export function mergeEntryRoute<Name extends 'organisations' | 'officials'>(
  facts: RegisterFacts<Name>,
  merge: (
    context: RouteContext,
    known: KnownEntry,
    into: string,
    options: WriteOptions<Entries[Name]>,
  ) => Promise<Written<Entries[Name]>>,
) {
  const { register, noun } = facts;
  const operationId = `merge${noun}`;
  return defineRoute({
    door: 'admin',
    method: 'POST',
    url: `/v1/admin/${register}/{id}/merge`,
    operationId,
    summary: `Merge one of the ${register} into another`,
    description:
      'For two entries that are one. Quotes point to the one that stays, which is recognised by the names of both; the ' +
      'public address of the other one answers 308. What releases say stays as it was written. It cannot be undone.',
    tag: 'Administration',
    query: z.strictObject({ dryRun: dryRunParameter }),
    params: entryParams,
    headers: z.object({ 'If-Match': ifMatchHeader, 'Idempotency-Key': idempotencyKeyHeader }),
    body: {
      schema: z.strictObject({ into: z.string().meta({ description: 'Id or key of the one that stays.' }) }),
      example: { into: facts.example.key },
    },
    success: {
      ...oneEntry(facts),
      description: 'The entry that stays.',
      headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS },
    },
    problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict', 'idempotency_key_reused'],
    handle: ({ params, body, query, headers }, context) => {
      const known = { reference: params.id, version: requireVersion(headers['If-Match'], 'entry') };
      return answerEntryWrite(
        facts,
        { operationId, dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
        (options) => merge(context, known, body.into, options),
        context,
      );
    },
  });
}

/** Removes an entry that nothing refers to. */
export function removeEntryRoute<Name extends keyof Entries>(
  { register, noun }: RegisterFacts<Name>,
  description: string,
  remove: (
    context: RouteContext,
    known: KnownEntry,
    options: Pick<WriteOptions<Entries[Name]>, 'actor' | 'dryRun'>,
  ) => Promise<void>,
) {
  return defineRoute({
    door: 'admin',
    method: 'DELETE',
    url: `/v1/admin/${register}/{id}`,
    operationId: `remove${noun}`,
    summary: `Remove one of the ${register}`,
    description,
    tag: 'Administration',
    query: z.strictObject({ dryRun: dryRunParameter }),
    params: entryParams,
    headers: z.object({ 'If-Match': ifMatchHeader }),
    success: { statuses: [204], description: 'It is not in the register any more.', headers: DRY_RUN_HEADERS },
    problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
    handle: async ({ params, query: { dryRun = false }, headers }, context) => {
      const known = { reference: params.id, version: requireVersion(headers['If-Match'], 'entry') };
      await remove(context, known, { actor: context.actor, dryRun });
      return { headers: dryRunHeaders(dryRun) };
    },
  });
}
