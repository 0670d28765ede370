import * as z from 'zod';
import {
  changeOrganisation,
  createOrganisation,
  mergeOrganisations,
  removeOrganisation,
} from '../../../usecases/manage-speakers.ts';
import { dryRunParameter } from '../../parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request-headers.ts';
import { WRITE_HEADERS } from '../../response-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { organisationEntryPageView, organisationEntryView, toOrganisationEntryView } from '../../views/register.ts';
import { EXAMPLE_ORGANISATION_ENTRY } from '../../views/register-examples.ts';
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

const ORGANISATIONS: RegisterFacts<'organisations'> = {
  register: 'organisations',
  noun: 'Organisation',
  view: organisationEntryView,
  pageView: organisationEntryPageView,
  toView: toOrganisationEntryView,
  example: EXAMPLE_ORGANISATION_ENTRY,
};

export const listOrganisationEntriesRoute = listEntriesRoute(ORGANISATIONS);
export const readOrganisationEntryRoute = readEntryRoute(ORGANISATIONS);
export const mergeOrganisationRoute = mergeEntryRoute(ORGANISATIONS, ({ deps }, known, into, options) =>
  mergeOrganisations(deps, known, into, options),
);

export const removeOrganisationRoute = removeEntryRoute(
  ORGANISATIONS,
  'Only where nothing refers to it: no post of an official there, none that was merged into it, and no revision of any article, for those ' +
    'are kept for ever. Somebody who turned out to be somebody else is merged.',
  ({ deps }, known, options) => removeOrganisation(deps, known, options),
);

export const createOrganisationRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/organisations',
  operationId: 'createOrganisation',
  summary: 'Put an organisation into the register',
  description: 'Readers know it from the first public article on that quotes somebody who speaks for it.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({ name: nameField, otherNames: otherNamesField.exactOptional() }),
    example: { name: 'Fenwick Borough Council', otherNames: [{ name: 'Fenwick Council', public: true }] },
  },
  success: {
    ...oneEntry(ORGANISATIONS),
    statuses: [201],
    description: 'The new organisation.',
    headers: CREATION_HEADERS,
  },
  problems: ['conflict', 'idempotency_key_reused'],
  handle: ({ body, query, headers }, context) =>
    answerEntryWrite(
      ORGANISATIONS,
      {
        operationId: 'createOrganisation',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isCreation: true,
      },
      (options) => createOrganisation(context.deps, body, options),
      context,
    ),
});

export const patchOrganisationRoute = defineRoute({
  door: 'admin',
  method: 'PATCH',
  url: '/v1/admin/organisations/{id}',
  operationId: 'patchOrganisation',
  summary: 'Change an organisation',
  description: 'A JSON merge patch (RFC 7396). Its public address stays whatever it is called.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: entryParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: {
    schema: z.strictObject({
      name: nameField.exactOptional(),
      otherNames: otherNamesField.nullable().exactOptional(),
    }),
    example: { name: 'Fenwick City Council' },
  },
  success: { ...oneEntry(ORGANISATIONS), description: 'The organisation afterwards.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
  handle: ({ params, body: { otherNames, ...rest }, query, headers }, context) => {
    const known = { reference: params.id, version: requireVersion(headers['If-Match'], 'entry') };
    const wish = { ...rest, ...(otherNames !== undefined && { otherNames: otherNames ?? [] }) };
    return answerEntryWrite(
      ORGANISATIONS,
      { operationId: 'patchOrganisation', dryRun: query.dryRun },
      (options) => changeOrganisation(context.deps, known, wish, options),
      context,
    );
  },
});
