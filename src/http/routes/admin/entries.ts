import * as z from 'zod';
import { type Entry, MAX_NAME_LENGTH, MAX_OTHER_NAMES } from '../../../domain/register.ts';
import {
  type ChangedEntry,
  type Entries,
  type EntryWriteOptions,
  type KnownEntry,
  listEntries,
  readEntry,
} from '../../../usecases/register-entries.ts';
import { lineField } from '../../fields.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../page.ts';
import { dryRunParameter, parameter } from '../../parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request-headers.ts';
import {
  DRY_RUN_HEADERS,
  dryRunHeaders,
  REPLAY_HEADERS,
  versionHeader,
  WRITE_HEADERS,
} from '../../response-headers.ts';
import { type Answer, defineRoute, NO_PARAMETERS, type RouteContext } from '../../route.ts';
import { answerSafeWrite, type WriteRequest } from '../../safe-write.ts';
import { examplePage } from '../../views/examples.ts';

/* What the registers of areas, organisations and officials have alike. */

/** One register: its words in the document, and how its entries are shown. */
export interface RegisterFacts<Name extends keyof Entries> {
  readonly register: Name;
  /** `Area`, `Official`…: what operation ids end with. */
  readonly noun: string;
  readonly view: z.ZodType;
  readonly pageView: z.ZodType;
  readonly toView: (entry: Entries[Name]) => Record<string, unknown>;
  readonly example: Entries[Name];
}

export const entryParams = z.strictObject({
  id: z.string().meta({
    description: 'Id, or the key of any of its names.',
    example: 'fenwick',
    param: { id: 'EntryReference' },
  }),
});

const partParameter = parameter((text) => (text !== '' && text.length <= MAX_NAME_LENGTH ? text : undefined), {
  id: 'NamePart',
  description: 'Only entries one of whose names contains this; accents and case do not matter.',
  expected: `1 to ${MAX_NAME_LENGTH} characters.`,
  schema: { type: 'string', minLength: 1, maxLength: MAX_NAME_LENGTH },
  example: 'fenw',
});

export const nameField = lineField(MAX_NAME_LENGTH);

export const otherNamesField = z
  .array(
    z
      .strictObject({ name: nameField, public: z.boolean().default(false) })
      .transform((other) => ({ name: other.name, isPublic: other.public })),
  )
  .max(MAX_OTHER_NAMES, `At most ${MAX_OTHER_NAMES} names.`)
  .meta({ description: 'All of them: those that are not here it has no more.' });

export const CREATION_HEADERS = {
  Location: z.string().optional().meta({ description: 'Address of the entry; absent on a dry run.' }),
  ...WRITE_HEADERS,
  ...REPLAY_HEADERS,
};

/** What every answer with one entry is. */
export function oneEntry<Name extends keyof Entries>({ view, toView, example }: RegisterFacts<Name>) {
  return { mediaType: 'application/json', schema: view, example: toView(example) } as const;
}

export function listEntriesRoute<Name extends keyof Entries>(facts: RegisterFacts<Name>) {
  const { register, noun, pageView, toView, example } = facts;
  const operationId = `list${noun}Entries`;
  return defineRoute({
    door: 'admin',
    method: 'GET',
    url: `/v1/admin/${register}`,
    operationId,
    summary: `List the register of ${register}`,
    description: 'All of them, known to the public or not, in the order of their keys.',
    tag: 'Administration',
    query: z.strictObject({ name: partParameter, ...PAGE_PARAMETERS }),
    params: NO_PARAMETERS,
    success: {
      description: 'One page of the register.',
      mediaType: 'application/json',
      schema: pageView,
      example: examplePage(toView(example)),
      isPage: true,
    },
    problems: [],
    handle: ({ query: { name, ...request } }, context) =>
      answerClosedPage(
        request,
        {
          operationId,
          filters: { ...(name !== undefined && { name }) },
          read: (page) => listEntries(context.deps, register, { ...page, ...(name !== undefined && { part: name }) }),
          toView,
        },
        context,
      ),
  });
}

export function readEntryRoute<Name extends keyof Entries>(facts: RegisterFacts<Name>) {
  const { register, noun, toView } = facts;
  return defineRoute({
    door: 'admin',
    method: 'GET',
    url: `/v1/admin/${register}/{id}`,
    operationId: `read${noun}Entry`,
    summary: `Read one entry of the register of ${register}`,
    description: 'All that the register has on it, with its version.',
    tag: 'Administration',
    query: NO_PARAMETERS,
    params: entryParams,
    success: { ...oneEntry(facts), description: 'The entry.', headers: { ETag: versionHeader } },
    problems: ['not_found'],
    handle: async ({ params }, { deps }) => {
      const entry = await readEntry(deps, register, params.id);
      return { body: toView(entry), etag: String(entry.version) };
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
    options: EntryWriteOptions<Entries[Name]>,
  ) => Promise<ChangedEntry<Entries[Name]>>,
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
    options: Pick<EntryWriteOptions<Entries[Name]>, 'actor' | 'dryRun'>,
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

interface EntryWriteRequest extends WriteRequest {
  /** Whether the answer names the address of what it created. */
  readonly isCreation?: boolean;
}

/** Carries out one change of the register, once however often it is asked for, and answers with the entry. */
export function answerEntryWrite<Name extends keyof Entries>(
  { register, toView }: RegisterFacts<Name>,
  { isCreation = false, ...request }: EntryWriteRequest,
  write: (options: EntryWriteOptions<Entries[Name]>) => Promise<ChangedEntry<Entries[Name]>>,
  context: RouteContext,
): Promise<Answer> {
  return answerSafeWrite<Entries[Name]>(
    request,
    write,
    (entry: Entry & { readonly id: string } & Entries[Name]) => ({
      body: toView(entry),
      etag: String(entry.version),
      headers: isCreation ? { Location: `${context.publicUrl}/v1/admin/${register}/${entry.id}` } : {},
    }),
    context,
  );
}
