import * as z from 'zod';
import {
  AREA_KINDS,
  type AreaRef,
  GSS_PATTERN,
  type PublicArea,
  type PublicAreaWithNeighbours,
} from '../../domain/area.ts';
import { entryLinksView, toEntryLinks } from './entry-links.ts';
import { pageOf } from './page.ts';
import { slugView } from './scalars.ts';

export const areaRefView = z
  .strictObject({
    slug: slugView,
    name: z.string().meta({ example: 'Fenwick' }),
    path: z
      .string()
      .meta({ description: 'Slugs from the root of the tree down, joined by `/`.', example: 'ouseshire/fenwick' }),
  })
  .meta({ id: 'AreaRef', description: 'An area as other things name it.' });

const articles = z.int().min(0).meta({ description: 'Public press releases of it and of everything below it.' });

const areaFields = {
  ...areaRefView.shape,
  nameCy: z.string().nullable().meta({ description: 'Welsh name.' }),
  kind: z.enum(AREA_KINDS).nullable(),
  gss: z.string().regex(GSS_PATTERN).nullable().meta({ description: 'ONS GSS code.', example: 'E10000002' }),
  parent: areaRefView.nullable(),
  articles,
};

export const areaListingView = z
  .strictObject(areaFields)
  .meta({ id: 'AreaListing', description: 'A place in a list.' });
export const areaPageView = pageOf('AreaPage', areaListingView);

export const areaView = z
  .strictObject({
    ...areaFields,
    ancestors: z
      .array(areaRefView)
      .meta({ description: 'What it lies in, from the root down: the last one is its `parent`.' }),
    children: z.array(z.strictObject({ ...areaRefView.shape, articles })),
    links: entryLinksView,
  })
  .meta({ id: 'Area', description: 'A place in the tree of areas, with those above it and those directly below it.' });

export function toAreaRefView({ slug, name, path }: AreaRef): z.output<typeof areaRefView> {
  return { slug, name, path };
}

export function toAreaListingView(area: PublicArea): z.output<typeof areaListingView> {
  const { nameCy, kind, gss, parent, articles: count } = area;
  return { ...toAreaRefView(area), nameCy, kind, gss, parent: parent && toAreaRefView(parent), articles: count };
}

export function toAreaView(area: PublicAreaWithNeighbours, publicUrl: string): z.output<typeof areaView> {
  return {
    ...toAreaListingView(area),
    ancestors: area.ancestors.map(toAreaRefView),
    children: area.children.map((child) => ({ ...toAreaRefView(child), articles: child.articles })),
    links: toEntryLinks('area', area, publicUrl),
  };
}
