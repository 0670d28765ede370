import type { Instant } from './time.ts';

/** A police force, council, housing association, charity or team, as the register knows it. */
export interface Organisation {
  readonly id: string;
  /** The slugified name: what the same organisation is recognised by. */
  readonly key: string;
  readonly name: string;
}

/** A person who is quoted, as the register knows them. Rank and role belong to each quote, not here. */
export interface Official {
  readonly id: string;
  /** The slugified name without rank: what the same person is recognised by. */
  readonly key: string;
  readonly name: string;
}

export interface OrganisationRef {
  readonly slug: string;
  readonly name: string;
}

export interface OfficialRef {
  readonly slug: string;
  readonly name: string;
}

export type PublicOrganisation = OrganisationRef;

/** What an official was when quoted, from that release on. */
export interface Post {
  readonly rank: string | null;
  readonly role: string | null;
  readonly organisation: OrganisationRef | null;
}

/** An official as the public sees them: what the newest public release that quotes them says. */
export interface PublicOfficial extends OfficialRef, Post {}

export interface PublicOfficialWithHistory extends PublicOfficial {
  /** Other spellings of the name in public releases, in alphabetical order. */
  readonly otherNames: readonly string[];
  /** Newest first; `from` is the publication of the first public release that says so. */
  readonly history: readonly (Post & { readonly from: Instant })[];
}
