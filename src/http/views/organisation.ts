import * as z from 'zod';
import type { OrganisationRef, PublicOrganisation } from '../../domain/official.ts';
import { entryLinksView, toEntryLinks } from './entry-links.ts';
import { pageOf } from './page.ts';
import { slugView } from './scalars.ts';

export const organisationView = z
  .strictObject({ slug: slugView, name: z.string().meta({ example: 'Fenwick Borough Council' }) })
  .meta({ id: 'Organisation', description: 'A police force, council, housing association, charity or team.' });

export const organisationListingView = z
  .strictObject({
    ...organisationView.shape,
    articles: z.int().min(0).meta({ description: 'Public releases that quote somebody of it.' }),
  })
  .meta({ id: 'OrganisationListing', description: 'An organisation for which somebody speaks in public.' });

export const organisationDetailView = z
  .strictObject({ ...organisationListingView.shape, links: entryLinksView })
  .meta({ id: 'OrganisationDetail', description: 'An organisation with the addresses of what it says.' });

export const organisationPageView = pageOf('OrganisationPage', organisationListingView);

export function toOrganisationView({ slug, name }: OrganisationRef): z.output<typeof organisationView> {
  return { slug, name };
}

export function toOrganisationListingView(organisation: PublicOrganisation): z.output<typeof organisationListingView> {
  return { ...toOrganisationView(organisation), articles: organisation.articles };
}

export function toOrganisationDetailView(
  organisation: PublicOrganisation,
  publicUrl: string,
): z.output<typeof organisationDetailView> {
  return { ...toOrganisationListingView(organisation), links: toEntryLinks('organisation', organisation, publicUrl) };
}
