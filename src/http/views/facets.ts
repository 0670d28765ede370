import * as z from 'zod';
import type { Facets } from '../../domain/query.ts';
import { areaRefView, toAreaRefView } from './area.ts';
import { officialRefView, toOfficialRefView } from './official.ts';
import { organisationRefView, toOrganisationRefView } from './organisation.ts';

const articles = z.int().min(1).meta({ description: 'Entries of the whole list that have it.' });

/** What a list is broken down by, wherever that was asked for. */
export const facetsView = z
  .strictObject({
    isComplete: z.boolean().meta({
      description:
        'False where several filters, a time or a search leave so many entries that only the newest were counted.',
    }),
    area: z
      .array(z.strictObject({ ...areaRefView.shape, articles }))
      .optional()
      .meta({ description: 'With everything below each; most first, like all but `year`.' }),
    tag: z.array(z.strictObject({ tag: z.string(), articles })).optional(),
    year: z
      .array(z.strictObject({ year: z.string().meta({ example: '2020' }), articles }))
      .optional()
      .meta({ description: 'Of publication, in Europe/London; the newest first.' }),
    official: z.array(z.strictObject({ ...officialRefView.shape, articles })).optional(),
    organisation: z.array(z.strictObject({ ...organisationRefView.shape, articles })).optional(),
    language: z.array(z.strictObject({ language: z.string(), articles })).optional(),
  })
  .meta({ id: 'Facets', description: 'How many entries of the whole list have each value.' });

export function toFacetsView(facets: Facets): z.output<typeof facetsView> {
  const { isComplete, area, tag, year, official, organisation, language } = facets;
  return {
    isComplete,
    ...(area && { area: area.map((each) => ({ ...toAreaRefView(each), articles: each.articles })) }),
    ...(tag && { tag: tag.map((each) => ({ tag: each.tag, articles: each.articles })) }),
    ...(year && { year: year.map((each) => ({ year: each.year, articles: each.articles })) }),
    ...(official && { official: official.map((each) => ({ ...toOfficialRefView(each), articles: each.articles })) }),
    ...(organisation && {
      organisation: organisation.map((each) => ({ ...toOrganisationRefView(each), articles: each.articles })),
    }),
    ...(language && { language: language.map((each) => ({ language: each.language, articles: each.articles })) }),
  };
}
