import * as z from 'zod';
import type { OrganisationRef, PublicOrganisation } from '../../domain/official.ts';
import { entryLinksView, toEntryLinks } from './entry-links.ts';
import { pageOf } from './page.ts';
import { slugView } from './scalars.ts';

export const organisationRefView = z
  .strictObject({ slug: slugView, name: z.string().meta({ example: 'Fenwick Borough Council' }) })
  .meta({ id: 'OrganisationRef', description: 'A police force, council, housing association, charity or team.' });

export const organisationListingView = z
  .strictObject({
    ...organisationRefView.shape,
    articles: z.int().min(0).meta({ description: 'Public releases that quote somebody of it.' }),
  })
  .meta({ id: 'OrganisationListing', description: 'An organisation for which somebody speaks in public.' });

export const organisationView = z
  .strictObject({ ...organisationListingView.shape, links: entryLinksView })
  .meta({ id: 'Organisation', description: 'An organisation with the addresses of what it says.' });

export const organisationPageView = pageOf('OrganisationPage', organisationListingView);

export function toOrganisationRefView({ slug, name }: OrganisationRef): z.output<typeof organisationRefView> {
  return { slug, name };
}

export function toOrganisationListingView(organisation: PublicOrganisation): z.output<typeof organisationListingView> {
  return { ...toOrganisationRefView(organisation), articles: organisation.articles };
}

export function toOrganisationView(
  organisation: PublicOrganisation,
  publicUrl: string,
): z.output<typeof organisationView> {
  return { ...toOrganisationListingView(organisation), links: toEntryLinks('organisation', organisation, publicUrl) };
}
