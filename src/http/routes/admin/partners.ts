import * as z from 'zod';
import { MAX_KEY_NAME_LENGTH } from '../../../domain/actor.ts';
import { MAX_PARTNER_AREAS, MAX_PARTNER_ORGANISATION_LENGTH, type Partner } from '../../../domain/partner.ts';
import { MAX_SLUG_LENGTH, SLUG_PATTERN } from '../../../domain/slug.ts';
import {
  actOnPartner,
  changePartner,
  createPartner,
  listPartners,
  PARTNER_ACTS,
  type PartnerAct,
  type PartnerWish,
  readPartner,
} from '../../../usecases/partners.ts';
import type { WriteOptions, Written } from '../../../usecases/write-wish.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { REPLAY_HEADERS, versionHeader, WRITE_HEADERS, writtenLocationHeader } from '../../answer/response-headers.ts';
import { lineField } from '../../request/fields.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { type Answer, defineRoute, NO_PARAMETERS, type Route, type RouteContext } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { partnerPageView, partnerView, toPartnerView } from '../../views/partner.ts';
import { EXAMPLE_PARTNER } from '../../views/partner-examples.ts';
import { answerSafeWrite, type CreatingRequest } from '../../writing/safe-write.ts';

const partnerParams = z.strictObject({
  id: z.string().meta({ description: 'Id of the partner.', example: EXAMPLE_PARTNER.id, param: { id: 'PartnerId' } }),
});

const onePartner = {
  mediaType: 'application/json',
  schema: partnerView,
  example: toPartnerView(EXAMPLE_PARTNER),
} as const;

const partnerFields = {
  name: z.string().meta({
    description: 'What people call it; no other partner has the same.',
    maxLength: MAX_KEY_NAME_LENGTH,
  }),
  organisation: lineField(MAX_PARTNER_ORGANISATION_LENGTH)
    .nullable()
    .meta({ description: 'The body it belongs to, for people.' }),
  areas: z
    .array(z.string().meta({ pattern: SLUG_PATTERN.source, maxLength: MAX_SLUG_LENGTH }))
    .meta({ description: 'Areas that it gets, with what is below them; empty: all.', maxItems: MAX_PARTNER_AREAS }),
};

export const listPartnersRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/partners',
  operationId: 'listPartners',
  summary: 'List partners',
  description: 'Every partner there ever was, in the order of creation.',
  tag: 'Administration',
  query: z.strictObject(PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of partners.',
    mediaType: 'application/json',
    schema: partnerPageView,
    example: examplePage(toPartnerView(EXAMPLE_PARTNER)),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listPartners',
        filters: {},
        read: (page) => listPartners(context.deps, page),
        toView: toPartnerView,
      },
      context,
    ),
});

export const readPartnerRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/partners/{id}',
  operationId: 'readPartner',
  summary: 'Read one partner',
  description: 'One partner, with its version.',
  tag: 'Administration',
  query: NO_PARAMETERS,
  params: partnerParams,
  success: { ...onePartner, description: 'The partner.', headers: { ETag: versionHeader } },
  problems: ['not_found'],
  handle: async ({ params }, { deps }) => {
    const partner = await readPartner(deps, params.id);
    return { body: toPartnerView(partner), etag: String(partner.version) };
  },
});

export const createPartnerRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/partners',
  operationId: 'createPartner',
  summary: 'Create a partner',
  description:
    'Somebody who syndicates. Its keys are made with the role `partner` and its id, and open the syndication door.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({
      name: partnerFields.name,
      organisation: partnerFields.organisation.default(null),
      areas: partnerFields.areas.default([]),
    }),
    example: { name: 'Fenwick website', organisation: 'Fenwick Borough Council', areas: ['fenwick'] },
  },
  success: {
    ...onePartner,
    statuses: [201],
    description: 'The new partner.',
    headers: {
      Location: writtenLocationHeader,
      ...WRITE_HEADERS,
      ...REPLAY_HEADERS,
    },
  },
  problems: ['conflict', 'idempotency_key_reused'],
  handle: ({ body: { areas, ...wish }, query, headers }, context) =>
    answerPartner(
      {
        operationId: 'createPartner',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isCreation: true,
      },
      (options) => createPartner(context.deps, { ...wish, areaKeys: areas }, options),
      context,
    ),
});

export const patchPartnerRoute = defineRoute({
  door: 'admin',
  method: 'PATCH',
  url: '/v1/admin/partners/{id}',
  operationId: 'patchPartner',
  summary: 'Change a partner',
  description: 'A JSON merge patch (RFC 7396). Another area filter counts from the next request of the partner on.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: partnerParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: {
    schema: z.strictObject({
      name: partnerFields.name.exactOptional(),
      organisation: partnerFields.organisation.exactOptional(),
      areas: partnerFields.areas
        .nullable()
        .exactOptional()
        .meta({ description: 'Areas that it gets, with what is below them; empty or null: all.' }),
    }),
    example: { areas: ['fenwick', 'harrowmere'] },
  },
  success: { ...onePartner, description: 'The partner afterwards.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
  handle: ({ params, body: { areas, ...rest }, query, headers }, context) => {
    const known = { id: params.id, version: requireVersion(headers['If-Match'], 'partner') };
    const patch: Partial<PartnerWish> = { ...rest, ...(areas !== undefined && { areaKeys: areas ?? [] }) };
    return answerPartner(
      { operationId: 'patchPartner', dryRun: query.dryRun },
      (options) => changePartner(context.deps, known, patch, options),
      context,
    );
  },
});

const ACTS: Readonly<Record<PartnerAct, { readonly summary: string; readonly description: string }>> = {
  suspend: {
    summary: 'Close the keys of a partner for a while',
    description: 'Its keys open nothing from the next request on, until it is resumed.',
  },
  resume: { summary: 'Open the keys of a partner again', description: 'The keys of a suspended partner open again.' },
  end: {
    summary: 'End a partnership',
    description: 'Its keys are revoked at once, and for ever. The partner stays on the list, and keeps its name.',
  },
};

export const partnerActRoutes: readonly Route[] = PARTNER_ACTS.map((act) =>
  defineRoute({
    door: 'admin',
    method: 'POST',
    url: `/v1/admin/partners/{id}/${act}`,
    operationId: `${act}Partner`,
    ...ACTS[act],
    tag: 'Administration',
    query: z.strictObject({ dryRun: dryRunParameter }),
    params: partnerParams,
    headers: z.object({ 'If-Match': ifMatchHeader, 'Idempotency-Key': idempotencyKeyHeader }),
    body: { schema: z.strictObject({}).optional(), example: {} },
    success: {
      ...onePartner,
      description: 'The partner afterwards.',
      headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS },
    },
    problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict', 'idempotency_key_reused'],
    handle: ({ params, query, headers }, context) => {
      const known = { id: params.id, version: requireVersion(headers['If-Match'], 'partner') };
      const idempotencyKey = headers['Idempotency-Key'];
      return answerPartner(
        { operationId: `${act}Partner`, dryRun: query.dryRun, idempotencyKey },
        (options) => actOnPartner(context.deps, known, act, options),
        context,
      );
    },
  }),
);

function answerPartner(
  { isCreation = false, ...request }: CreatingRequest,
  write: (options: WriteOptions<Partner>) => Promise<Written<Partner>>,
  context: RouteContext,
): Promise<Answer> {
  return answerSafeWrite<Partner>(
    request,
    write,
    (partner) => ({
      body: toPartnerView(partner),
      etag: String(partner.version),
      headers: isCreation ? { Location: `${context.publicUrl}/v1/admin/partners/${partner.id}` } : {},
    }),
    context,
  );
}
