import * as z from 'zod';
import { AREA_KINDS, GSS_PATTERN } from '../../domain/area.ts';
import type { AreaEntry, Entry, OfficialEntry, OrganisationEntry } from '../../domain/register.ts';
import { pageOf } from './page.ts';
import { instantView } from './scalars.ts';

const entryFields = {
  id: z.uuid().meta({ description: 'Stays the same for ever.' }),
  key: z.string().meta({ description: 'Made of its first name; addresses take it in place of the id.' }),
  slug: z
    .string()
    .nullable()
    .meta({ description: 'Its name in public addresses; null while the public does not know it.' }),
  version: z.int().min(1).meta({ description: 'Counted up with every change; the `ETag` begins with it.' }),
  name: z.string(),
};

const otherNamesView = z
  .array(
    z
      .strictObject({
        name: z.string(),
        public: z.boolean().meta({ description: 'Whether readers may know it, once they know whose it is.' }),
      })
      .meta({ id: 'OtherName', description: 'A further name by which it is recognised.' }),
  )
  .meta({ description: 'Older names and other spellings; what is imported under one of them is this entry.' });

const mergedInto = z.uuid().nullable().meta({ description: 'Id of the one that it turned out to be.' });

export const areaEntryView = z
  .strictObject({
    ...entryFields,
    nameCy: z.string().nullable().meta({ description: 'Welsh name.' }),
    kind: z.enum(AREA_KINDS).nullable(),
    gss: z.string().regex(GSS_PATTERN).nullable().meta({ description: 'ONS GSS code.' }),
    parent: z
      .strictObject({ id: z.uuid(), key: z.string(), name: z.string() })
      .nullable()
      .meta({ id: 'ParentArea', description: 'The area that it lies in.' }),
    listed: z.boolean().meta({
      description: 'Whether readers know it in any case; otherwise while a public article lies in it, or below.',
    }),
    otherNames: otherNamesView,
  })
  .meta({ id: 'AreaEntry', description: 'An area with all that the register has on it.' });

export const organisationEntryView = z
  .strictObject({ ...entryFields, otherNames: otherNamesView, mergedInto })
  .meta({ id: 'OrganisationEntry', description: 'An organisation with all that the register has on it.' });

const recordedPostView = z
  .strictObject({
    rank: z.string().nullable(),
    role: z.string().nullable(),
    organisation: z.uuid().nullable().meta({ description: 'Id of the organisation.' }),
    from: instantView,
    until: instantView.nullable().meta({
      description:
        'The first instant at which it holds no more; until then it holds whatever releases say. Without it, the post ' +
        'holds until a later release says otherwise.',
    }),
  })
  .meta({ id: 'RecordedPost', description: 'What an official was, as somebody wrote it down.' });

export const officialEntryView = z
  .strictObject({
    ...entryFields,
    otherNames: otherNamesView,
    posts: z.array(recordedPostView).meta({ description: 'In the order of their beginnings.' }),
    mergedInto,
  })
  .meta({ id: 'OfficialEntry', description: 'An official with all that the register has on them.' });

export const areaEntryPageView = pageOf('AreaEntryPage', areaEntryView);
export const organisationEntryPageView = pageOf('OrganisationEntryPage', organisationEntryView);
export const officialEntryPageView = pageOf('OfficialEntryPage', officialEntryView);

export function toAreaEntryView(area: AreaEntry): z.output<typeof areaEntryView> {
  const { nameCy, kind, gss, listed, parent } = area;
  const above = parent && { id: parent.id, key: parent.key, name: parent.name };
  return { ...toEntryFields(area), nameCy, kind, gss, parent: above, listed, otherNames: toOtherNames(area) };
}

export function toOrganisationEntryView(organisation: OrganisationEntry): z.output<typeof organisationEntryView> {
  const { mergedInto: target } = organisation;
  return { ...toEntryFields(organisation), otherNames: toOtherNames(organisation), mergedInto: target };
}

export function toOfficialEntryView(official: OfficialEntry): z.output<typeof officialEntryView> {
  const { mergedInto: target } = official;
  const posts = official.posts.map(({ rank, role, organisationId, from, until }) => ({
    rank,
    role,
    organisation: organisationId,
    from,
    until,
  }));
  return { ...toEntryFields(official), otherNames: toOtherNames(official), posts, mergedInto: target };
}

type Named = Entry & { readonly id: string; readonly key: string; readonly name: string };

function toEntryFields({ id, key, slug, version, name }: Named) {
  return { id, key, slug, version, name };
}

function toOtherNames({ name, otherNames }: Named): z.output<typeof otherNamesView> {
  return otherNames
    .filter((other) => other.name !== name)
    .map((other) => ({ name: other.name, public: other.isPublic }));
}
