import * as z from 'zod';
import { AREA_KINDS, GSS_PATTERN } from '../../../domain/area.ts';
import { type AreaWish, changeArea, createArea, removeArea } from '../../../usecases/manage-areas.ts';
import { dryRunParameter } from '../../parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request-headers.ts';
import { WRITE_HEADERS } from '../../response-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { areaEntryPageView, areaEntryView, toAreaEntryView } from '../../views/register.ts';
import { EXAMPLE_AREA_ENTRY } from '../../views/register-examples.ts';
import {
  answerEntryWrite,
  CREATION_HEADERS,
  entryParams,
  listEntriesRoute,
  nameField,
  oneEntry,
  otherNamesField,
  type RegisterFacts,
  readEntryRoute,
  removeEntryRoute,
} from './entries.ts';

const AREAS: RegisterFacts<'areas'> = {
  register: 'areas',
  noun: 'Area',
  view: areaEntryView,
  pageView: areaEntryPageView,
  toView: toAreaEntryView,
  example: EXAMPLE_AREA_ENTRY,
};

const fields = {
  nameCy: nameField.nullable().exactOptional().meta({ description: 'Welsh name.' }),
  kind: z.enum(AREA_KINDS).nullable().exactOptional(),
  gss: z
    .string()
    .regex(GSS_PATTERN, 'A GSS code: one capital letter and eight digits.')
    .nullable()
    .exactOptional()
    .meta({ description: 'ONS GSS code.' }),
  parent: z.string().nullable().exactOptional().meta({
    description: 'Id or key of the area that it lies in; null for none. With another one it moves, and all below it.',
  }),
  listed: z.boolean().exactOptional().meta({
    description: 'Whether readers know it although no public article lies in it; true when it is not said.',
  }),
};

export const listAreaEntriesRoute = listEntriesRoute(AREAS);
export const readAreaEntryRoute = readEntryRoute(AREAS);

export const createAreaRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/areas',
  operationId: 'createArea',
  summary: 'Put an area into the register',
  description: 'Readers know it at once, unless `listed` is false: then from its first public article on.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({ name: nameField, ...fields, otherNames: otherNamesField.exactOptional() }),
    example: { name: 'Castle Quay', kind: 'ward', parent: 'fenwick' },
  },
  success: { ...oneEntry(AREAS), statuses: [201], description: 'The new area.', headers: CREATION_HEADERS },
  problems: ['conflict', 'idempotency_key_reused'],
  handle: ({ body, query, headers }, context) =>
    answerEntryWrite(
      AREAS,
      {
        operationId: 'createArea',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isCreation: true,
      },
      (options) => createArea(context.deps, body, options),
      context,
    ),
});

export const patchAreaRoute = defineRoute({
  door: 'admin',
  method: 'PATCH',
  url: '/v1/admin/areas/{id}',
  operationId: 'patchArea',
  summary: 'Change or move an area',
  description:
    'A JSON merge patch (RFC 7396). Its public address stays whatever it is called; with another parent its path changes, ' +
    'and that of everything below it: articles are found under the areas that they lie in now. Keys that are limited to ' +
    'areas follow the tree.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: entryParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: {
    schema: z.strictObject({
      name: nameField.exactOptional(),
      ...fields,
      otherNames: otherNamesField.nullable().exactOptional(),
    }),
    example: { name: 'Castle Quay and Harbour', parent: 'harrowmere' },
  },
  success: { ...oneEntry(AREAS), description: 'The area afterwards.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
  handle: ({ params, body: { otherNames, ...rest }, query, headers }, context) => {
    const known = { reference: params.id, version: requireVersion(headers['If-Match'], 'entry') };
    const wish: AreaWish = { ...rest, ...(otherNames !== undefined && { otherNames: otherNames ?? [] }) };
    return answerEntryWrite(
      AREAS,
      { operationId: 'patchArea', dryRun: query.dryRun },
      (options) => changeArea(context.deps, known, wish, options),
      context,
    );
  },
});

export const removeAreaRoute = removeEntryRoute(
  AREAS,
  'Only where nothing refers to it: no area below it, no key or partner that is limited to it, and no revision of any ' +
    'article, for those are kept for ever.',
  ({ deps }, known, options) => removeArea(deps, known, options),
);
