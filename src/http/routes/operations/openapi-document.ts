import * as z from 'zod';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';

/** Serves the document that the server was described with, this route included. */
export const openapiDocumentRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/openapi.json',
  operationId: 'readOpenapiDocument',
  summary: 'Read the OpenAPI document',
  description: 'This description of the API, as OpenAPI 3.1.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'The OpenAPI document.',
    mediaType: 'application/json',
    schema: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenapiDocument' }),
    example: { openapi: '3.1.1' },
  },
  problems: [],
  handle: async (_input, { describeApi }) => ({ body: await describeApi(), topic: 'program' }),
});
