import type * as z from 'zod';
import type { Entries } from '../../usecases/register-entries.ts';
import {
  areaEntryPageView,
  areaEntryView,
  officialEntryPageView,
  officialEntryView,
  organisationEntryPageView,
  organisationEntryView,
  toAreaEntryView,
  toOfficialEntryView,
  toOrganisationEntryView,
} from '../views/register.ts';
import { EXAMPLE_AREA_ENTRY, EXAMPLE_OFFICIAL_ENTRY, EXAMPLE_ORGANISATION_ENTRY } from '../views/register-examples.ts';

/** One register: its words in the document, and how its entries are shown. */
export interface RegisterFacts<Name extends keyof Entries> {
  readonly register: Name;
  /** `Area`, `Official`…: what operation ids end with. */
  readonly noun: string;
  readonly view: z.ZodType;
  readonly pageView: z.ZodType;
  readonly toView: (entry: Entries[Name]) => Record<string, unknown>;
  readonly example: Entries[Name];
}

export const AREAS: RegisterFacts<'areas'> = {
  register: 'areas',
  noun: 'Area',
  view: areaEntryView,
  pageView: areaEntryPageView,
  toView: toAreaEntryView,
  example: EXAMPLE_AREA_ENTRY,
};

export const ORGANISATIONS: RegisterFacts<'organisations'> = {
  register: 'organisations',
  noun: 'Organisation',
  view: organisationEntryView,
  pageView: organisationEntryPageView,
  toView: toOrganisationEntryView,
  example: EXAMPLE_ORGANISATION_ENTRY,
};

export const OFFICIALS: RegisterFacts<'officials'> = {
  register: 'officials',
  noun: 'Official',
  view: officialEntryView,
  pageView: officialEntryPageView,
  toView: toOfficialEntryView,
  example: EXAMPLE_OFFICIAL_ENTRY,
};

/** What every answer with one entry is. */
export function oneEntry<Name extends keyof Entries>({ view, toView, example }: RegisterFacts<Name>) {
  return { mediaType: 'application/json', schema: view, example: toView(example) } as const;
}
