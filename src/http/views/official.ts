import * as z from 'zod';
import type { OfficialRef, Post, PublicOfficial, PublicOfficialWithHistory } from '../../domain/official.ts';
import { entryLinksView, toEntryLinks } from './entry-links.ts';
import { organisationRefView, toOrganisationRefView } from './organisation.ts';
import { pageOf } from './page.ts';
import { instantView, slugView } from './scalars.ts';

export const officialRefView = z
  .strictObject({ slug: slugView, name: z.string().meta({ example: 'Daniel Okafor' }) })
  .meta({ id: 'OfficialRef', description: 'An official as other things name them.' });

const postFields = {
  rank: z.string().nullable().meta({ example: 'PC' }),
  role: z.string().nullable(),
  organisation: organisationRefView.nullable(),
};

export const officialListingView = z
  .strictObject({
    ...officialRefView.shape,
    ...postFields,
    articles: z.int().min(0).meta({ description: 'Public releases that quote them.' }),
  })
  .meta({ id: 'OfficialListing', description: 'A quoted person with rank and role from the newest public release.' });

export const officialPageView = pageOf('OfficialPage', officialListingView);

const postView = z
  .strictObject({ ...postFields, from: instantView })
  .meta({ id: 'Post', description: 'What an official was when quoted, from the first release on that says so.' });

export const officialView = z
  .strictObject({
    ...officialListingView.shape,
    otherNames: z
      .array(z.string())
      .meta({ description: 'Other spellings in public releases, and what an administrator wrote down for everybody.' }),
    history: z.array(postView).meta({ description: 'Newest first.' }),
    links: entryLinksView,
  })
  .meta({ id: 'Official', description: 'A quoted person with the posts they have held.' });

export function toOfficialRefView({ slug, name }: OfficialRef): z.output<typeof officialRefView> {
  return { slug, name };
}

export function toOfficialListingView(official: PublicOfficial): z.output<typeof officialListingView> {
  return { ...toOfficialRefView(official), ...toPost(official), articles: official.articles };
}

export function toOfficialView(official: PublicOfficialWithHistory, publicUrl: string): z.output<typeof officialView> {
  const history = official.history.map((post) => ({ ...toPost(post), from: post.from }));
  const otherNames = [...official.otherNames];
  const links = toEntryLinks('official', official, publicUrl);
  return { ...toOfficialListingView(official), otherNames, history, links };
}

function toPost({ rank, role, organisation }: Post) {
  return { rank, role, organisation: organisation && toOrganisationRefView(organisation) };
}
