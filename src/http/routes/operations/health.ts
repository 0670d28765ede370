import * as z from 'zod';
import { checkReady } from '../../../usecases/check-ready.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';

const healthView = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });

const success = {
  description: 'All is well.',
  mediaType: 'application/json',
  schema: healthView,
  example: { status: 'ok' },
} as const;

export const livenessRoute = defineRoute({
  door: 'health',
  method: 'GET',
  url: '/healthz',
  operationId: 'checkLiveness',
  summary: 'Is the process alive?',
  description: 'Answers as long as the process can answer at all; it looks at nothing else.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success,
  problems: [],
  handle: async () => ({ body: { status: 'ok' } }),
});

export const readinessRoute = defineRoute({
  door: 'health',
  method: 'GET',
  url: '/readyz',
  operationId: 'checkReadiness',
  summary: 'Can it serve?',
  description:
    'Answers 200 when the data can be read and the database is open for writing, else 503; it writes nothing.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success,
  problems: [],
  handle: async (_input, { deps }) => {
    await checkReady(deps);
    return { body: { status: 'ok' } };
  },
});
