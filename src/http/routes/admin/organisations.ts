import * as z from 'zod';
import {
  changeOrganisation,
  createOrganisation,
  mergeOrganisations,
  removeOrganisation,
} from '../../../usecases/manage-speakers.ts';
import { ORGANISATIONS } from '../../register/facts.ts';
import { listEntriesRoute, nameField, otherNamesField, readEntryRoute } from './entries.ts';
import { createEntryRoute, mergeEntryRoute, patchEntryRoute, removeEntryRoute } from './entry-writes.ts';

export const listOrganisationEntriesRoute = listEntriesRoute(ORGANISATIONS);
export const readOrganisationEntryRoute = readEntryRoute(ORGANISATIONS);
export const mergeOrganisationRoute = mergeEntryRoute(ORGANISATIONS, ({ deps }, known, into, options) =>
  mergeOrganisations(deps, known, into, options),
);

export const removeOrganisationRoute = removeEntryRoute(
  ORGANISATIONS,
  'Only where nothing refers to it: no post of an official there, none that was merged into it, and no revision of any article, for those ' +
    'are kept for ever. An organisation that turned out to be another one is merged.',
  ({ deps }, known, options) => removeOrganisation(deps, known, options),
);

export const createOrganisationRoute = createEntryRoute(
  ORGANISATIONS,
  {
    summary: 'Put an organisation into the register',
    description: 'Readers know it from the first public article on that quotes somebody who speaks for it.',
    schema: z.strictObject({ name: nameField, otherNames: otherNamesField.exactOptional() }),
    example: { name: 'Fenwick Borough Council', otherNames: [{ name: 'Fenwick Council', public: true }] },
  },
  ({ deps }, wish, options) => createOrganisation(deps, wish, options),
);

export const patchOrganisationRoute = patchEntryRoute(
  ORGANISATIONS,
  {
    summary: 'Change an organisation',
    description: 'Its public address stays whatever it is called.',
    schema: z.strictObject({
      name: nameField.exactOptional(),
      otherNames: otherNamesField.nullable().exactOptional(),
    }),
    example: { name: 'Fenwick City Council' },
  },
  ({ deps }, known, { otherNames, ...rest }, options) => {
    const wish = { ...rest, ...(otherNames !== undefined && { otherNames: otherNames ?? [] }) };
    return changeOrganisation(deps, known, wish, options);
  },
);
