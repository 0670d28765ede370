import type { Area } from './area.ts';
import type { Official, Organisation, RecordedPost } from './official.ts';

/** What has names: the register knows each by the keys of all of them. */
export const NAME_KINDS = ['area', 'organisation', 'official'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Of these, two may turn out to be one. */
export const MERGED_KINDS = ['organisation', 'official'] as const;
export type MergedKind = (typeof MERGED_KINDS)[number];

/** Characters of a name in the register. */
export const MAX_NAME_LENGTH = 200;
/** Further names of one entry. */
export const MAX_OTHER_NAMES = 50;

/** A further name by which something is recognised: an older one, another spelling. */
export interface OtherName {
  /** The slugified name. */
  readonly key: string;
  readonly name: string;
  /** Whether the public may know it, once it knows what has it. */
  readonly isPublic: boolean;
}

/** What every entry of the register has. */
export interface Entry {
  /** Counted up with every change: what `If-Match` compares. */
  readonly version: number;
  /** Whether somebody decided the name; otherwise the public has it as its articles write it. */
  readonly named: boolean;
  /** In the order of their keys. */
  readonly otherNames: readonly OtherName[];
  /** What it has in public addresses; null while the public does not know it. */
  readonly slug: string | null;
}

/** An area with all that the register has on it. */
export interface AreaEntry extends Area, Entry {
  readonly parent: Pick<AreaEntry, 'id' | 'key' | 'name' | 'slug'> | null;
  /** Ids of the areas that it lies in, nearest first. */
  readonly within: readonly string[];
}

/** An organisation with all that the register has on it. */
export interface OrganisationEntry extends Organisation, Entry {
  /** Id of the one that it turned out to be. */
  readonly mergedInto: string | null;
}

/** An official with all that the register has on them. */
export interface OfficialEntry extends Official, Entry {
  readonly mergedInto: string | null;
  /** In the order of their beginnings. */
  readonly posts: readonly RecordedPost[];
}

/** A word that stands for a tag, in whatever was and will be written. */
export interface TagWord {
  readonly word: string;
  readonly tag: string;
}

/** What became of a tag. */
export interface RenamedTag {
  readonly tag: string;
  /** Every word that stands for it now, in alphabetical order. */
  readonly words: readonly string[];
  /** Public articles that read otherwise. */
  readonly articles: number;
}
