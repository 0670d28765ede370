import * as z from 'zod';
import type { OrganisationRef } from '../../domain/official.ts';
import { pageOf } from './page.ts';
import { slugView } from './scalars.ts';

export const organisationView = z
  .strictObject({ slug: slugView, name: z.string().meta({ example: 'Fenwick Borough Council' }) })
  .meta({ id: 'Organisation', description: 'A police force, council, housing association, charity or team.' });

export const organisationPageView = pageOf('OrganisationPage', organisationView);

export function toOrganisationView({ slug, name }: OrganisationRef): z.output<typeof organisationView> {
  return { slug, name };
}
