import * as z from 'zod';
import { instantView } from './scalars.ts';

export const embargoTermsView = z
  .strictObject({
    until: instantView.meta({ description: 'The instant of the lift: nobody else may learn of it before.' }),
    conditions: z.string().nullable().meta({ description: 'What you must keep to until then.' }),
  })
  .meta({ id: 'EmbargoTerms' });
