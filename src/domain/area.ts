/** Kinds of place, from the widest to the narrowest. */
export const AREA_KINDS = ['force', 'county', 'borough', 'ward'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** ONS GSS code: one letter and eight digits, `E06000055`. */
export const GSS_PATTERN = /^[A-Z]\d{8}$/;

/** Areas inside each other. */
export const MAX_AREA_DEPTH = 8;

/** What would be right in the place of a parent that an area cannot have. */
export const ANOTHER_PARENT = 'Id or key of another area, or null.';

/** A place as the register knows it, public or not yet. */
export interface Area {
  readonly id: string;
  /** The slugified name: what the same place is recognised by. */
  readonly key: string;
  readonly name: string;
  readonly nameCy: string | null;
  readonly kind: AreaKind | null;
  readonly gss: string | null;
  readonly parentId: string | null;
  /** Whether somebody put it on the public list; otherwise it shows from its first public article on. */
  readonly listed: boolean;
}

/** How a public answer names an area. `path` is the slugs from the root down, joined by `/`. */
export interface AreaRef {
  readonly slug: string;
  readonly name: string;
  readonly path: string;
}

/** A place as the public sees it. */
export interface PublicArea extends AreaRef {
  readonly nameCy: string | null;
  readonly kind: AreaKind | null;
  readonly gss: string | null;
  readonly parent: AreaRef | null;
  /** Public articles of it and of everything below it. */
  readonly articles: number;
}

export interface PublicAreaWithNeighbours extends PublicArea {
  /** What it lies in, from the root down. */
  readonly ancestors: readonly AreaRef[];
  readonly children: readonly (AreaRef & Pick<PublicArea, 'articles'>)[];
}
