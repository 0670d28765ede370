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

export interface PublicOrganisation extends OrganisationRef {
  /** How many public articles quote somebody of it. */
  readonly articles: number;
}

/** What an official was when quoted, from that release on. */
export interface Post {
  readonly rank: string | null;
  readonly role: string | null;
  readonly organisation: OrganisationRef | null;
}

/** An official as the public sees them: what the newest public release that quotes them says. */
export interface PublicOfficial extends OfficialRef, Post {
  /** How many public articles quote them. */
  readonly articles: number;
}

export interface PublicOfficialWithHistory extends PublicOfficial {
  /** Other spellings of the name in public releases, and other names that may be known, in alphabetical order. */
  readonly otherNames: readonly string[];
  /** Newest first; `from` is the publication of the first public release that says so. */
  readonly history: readonly (Post & { readonly from: Instant })[];
}

/** Posts that are written down of one official. */
export const MAX_POSTS = 100;

/**
 * What an official was, as somebody wrote it down. With `until`, it holds in between whatever releases of that time say;
 * without, from its beginning until a later release says otherwise.
 */
export interface RecordedPost {
  readonly rank: string | null;
  readonly role: string | null;
  readonly organisationId: string | null;
  readonly from: Instant;
  /** The first instant at which it holds no more. */
  readonly until: Instant | null;
}

/** What a public release says that somebody is who speaks in it, by its date. */
export type Mention = Pick<RecordedPost, 'rank' | 'role' | 'organisationId' | 'from'>;

/**
 * The posts of an official, newest first, each from the first mention on that says so. What a release leaves unsaid
 * takes nothing away: mentions that follow each other and do not contradict each other are of one post. A post that
 * was written down with its end is not contradicted by the releases of its time.
 * @param mentions newest first
 */
export function postsOf(mentions: readonly Mention[], recorded: readonly RecordedPost[]): Mention[] {
  const isCovered = ({ from }: Mention) =>
    recorded.some((post) => post.until !== null && post.from <= from && from < post.until);
  // Stable: of one instant, what was written down counts as the newer.
  const told = [...recorded, ...mentions.filter((mention) => !isCovered(mention))].sort((a, b) =>
    a.from < b.from ? 1 : a.from > b.from ? -1 : 0,
  );
  const posts: Mention[] = [];
  for (const { rank, role, organisationId, from } of told) {
    const mention = { rank, role, organisationId, from };
    const later = posts.at(-1);
    if (later && !contradicts(later, mention)) posts.splice(-1, 1, joined(later, mention));
    else posts.push(mention);
  }
  return posts;
}

function contradicts(a: Mention, b: Mention): boolean {
  return POST_FIELDS.some((field) => a[field] !== null && b[field] !== null && a[field] !== b[field]);
}

function joined(later: Mention, earlier: Mention): Mention {
  return {
    rank: later.rank ?? earlier.rank,
    role: later.role ?? earlier.role,
    organisationId: later.organisationId ?? earlier.organisationId,
    from: earlier.from,
  };
}

const POST_FIELDS = ['rank', 'role', 'organisationId'] as const;
