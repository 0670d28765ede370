import * as z from 'zod';
import { AREA_KINDS, GSS_PATTERN } from '../../../domain/area.ts';
import { type AreaWish, changeArea, createArea, removeArea } from '../../../usecases/manage-areas.ts';
import { AREAS } from '../../register/facts.ts';
import { listEntriesRoute, nameField, otherNamesField, readEntryRoute } from './entries.ts';
import { createEntryRoute, patchEntryRoute, removeEntryRoute } from './entry-writes.ts';

const fields = {
  nameCy: nameField.nullable().exactOptional().meta({ description: 'Welsh name.' }),
  kind: z.enum(AREA_KINDS).nullable().exactOptional(),
  gss: z
    .string()
    .regex(GSS_PATTERN, 'A GSS code: one capital letter and eight digits.')
    .nullable()
    .exactOptional()
    .meta({ description: 'ONS GSS code.' }),
  parent: z.string().nullable().exactOptional().meta({
    description: 'Id or key of the area that it lies in; null for none. With another one it moves, and all below it.',
  }),
  listed: z.boolean().exactOptional().meta({
    description: 'Whether readers know it although no public article lies in it; true when it is not said.',
  }),
};

export const listAreaEntriesRoute = listEntriesRoute(AREAS);
export const readAreaEntryRoute = readEntryRoute(AREAS);

export const createAreaRoute = createEntryRoute(
  AREAS,
  {
    summary: 'Put an area into the register',
    description: 'Readers know it at once, unless `listed` is false: then from its first public article on.',
    schema: z.strictObject({ name: nameField, ...fields, otherNames: otherNamesField.exactOptional() }),
    example: { name: 'Castle Quay', kind: 'ward', parent: 'fenwick' },
  },
  ({ deps }, wish, options) => createArea(deps, wish, options),
);

export const patchAreaRoute = patchEntryRoute(
  AREAS,
  {
    summary: 'Change or move an area',
    description:
      'Its public address stays whatever it is called; with another parent its path changes, ' +
      'and that of everything below it: articles are found under the areas that they lie in now. Keys that are limited to ' +
      'areas follow the tree.',
    schema: z.strictObject({
      name: nameField.exactOptional(),
      ...fields,
      otherNames: otherNamesField.nullable().exactOptional(),
    }),
    example: { name: 'Castle Quay and Harbour', parent: 'harrowmere' },
  },
  ({ deps }, known, { otherNames, ...rest }, options) => {
    const wish: AreaWish = { ...rest, ...(otherNames !== undefined && { otherNames: otherNames ?? [] }) };
    return changeArea(deps, known, wish, options);
  },
);

export const removeAreaRoute = removeEntryRoute(
  AREAS,
  'Only where nothing refers to it: no area below it, no key or partner that is limited to it, and no revision of any ' +
    'article, for those are kept for ever.',
  ({ deps }, known, options) => removeArea(deps, known, options),
);
