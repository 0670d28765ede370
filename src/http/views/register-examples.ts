import type { AreaEntry, OfficialEntry, OrganisationEntry } from '../../domain/register.ts';
import { startOfDay } from '../../domain/time.ts';

const county = { id: '7c0de1a4-3b52-4f0e-8a86-5e3d2c1b0a99', key: 'ouseshire', name: 'Ouseshire', slug: 'ouseshire' };

export const EXAMPLE_AREA_ENTRY: AreaEntry = {
  id: '3f0a51c0-5a4b-4f5e-8f4e-0a9a3c6a7d21',
  key: 'fenwick',
  slug: 'fenwick',
  name: 'Fenwick',
  nameCy: null,
  kind: 'borough',
  gss: 'E07999901',
  parentId: county.id,
  parent: county,
  within: [county.id],
  listed: true,
  named: true,
  version: 2,
  otherNames: [{ key: 'fenwick-town', name: 'Fenwick Town', isPublic: false }],
};

export const EXAMPLE_ORGANISATION_ENTRY: OrganisationEntry = {
  id: '8f4e2b1c-9d0a-4c7e-b1f3-2a6d5c4e3b90',
  key: 'fenwick-borough-council',
  slug: 'fenwick-borough-council',
  name: 'Fenwick Borough Council',
  named: true,
  version: 3,
  otherNames: [{ key: 'fenwick-council', name: 'Fenwick Council', isPublic: false }],
  mergedInto: null,
};

export const EXAMPLE_OFFICIAL_ENTRY: OfficialEntry = {
  id: '5a1d7c3e-0f28-4b96-9c4d-7e6f5a4b3c21',
  key: 'daniel-okafor',
  slug: 'daniel-okafor',
  name: 'Daniel Okafor',
  named: false,
  version: 2,
  otherNames: [{ key: 'danny-okafor', name: 'Danny Okafor', isPublic: true }],
  posts: [
    {
      rank: 'PC',
      role: null,
      organisationId: EXAMPLE_ORGANISATION_ENTRY.id,
      from: startOfDay({ year: 2019, month: 4, day: 1 }),
      until: startOfDay({ year: 2021, month: 4, day: 1 }),
    },
  ],
  mergedInto: null,
};
