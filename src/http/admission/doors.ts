import type { Actor, Role } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem.ts';
import type { Instant } from '../../domain/time.ts';
import { type Audience, audienceOf, everyone } from '../../domain/visibility.ts';

/** One way into the API: who may pass, and what may be done with what they get. */
export interface Door {
  /** Where the addresses behind it begin; null when they are anywhere else. */
  readonly path: string | null;
  /** Roles of the keys that open it; null when it stands open to everybody, with or without a key. */
  readonly roles: readonly Role[] | null;
  /**
   * `public`: caches may keep it, with validators. `none`: it says how things are this moment. `private`: it belongs to
   * whoever asks, and nobody keeps it.
   */
  readonly caching: 'public' | 'none' | 'private';
  /** Whether pages of sites elsewhere may read it in a browser (CORS); what needs a key is for servers. */
  readonly isForSites: boolean;
  /** Whether requests count towards the rate limits. */
  readonly isCounted: boolean;
}

export const DOORS = {
  delivery: { path: null, roles: null, caching: 'public', isForSites: true, isCounted: true },
  editorial: {
    path: '/v1/editorial/',
    roles: ['author', 'editor', 'admin'],
    caching: 'none',
    isForSites: false,
    isCounted: true,
  },
  syndication: {
    path: '/v1/syndication/',
    roles: ['partner'],
    caching: 'private',
    isForSites: false,
    isCounted: true,
  },
  admin: { path: '/v1/admin/', roles: ['admin'], caching: 'none', isForSites: false, isCounted: true },
  /** Whose callback it is, is found out by asking the callback. */
  websub: { path: '/v1/websub/', roles: null, caching: 'none', isForSites: false, isCounted: true },
  /** The token in the address is the key. */
  preview: { path: '/v1/previews/', roles: null, caching: 'none', isForSites: false, isCounted: true },
  /** They tell how busy the newsroom is, so not to anybody; under pressure they are wanted most. */
  metrics: { path: '/metrics', roles: ['monitor', 'admin'], caching: 'none', isForSites: false, isCounted: false },
  /** What asks whether the server is well must always be told. */
  health: { path: null, roles: null, caching: 'none', isForSites: true, isCounted: false },
} as const satisfies Record<string, Door>;

export type DoorName = keyof typeof DOORS;

/** What a door asks of whoever comes; a route may ask for more. */
export interface Admission {
  readonly door: DoorName;
  /** The roles that may pass, of those that open the door; all of them when this is missing. */
  readonly roles?: readonly Role[];
}

/** Roles of the keys that may pass; null for everybody. */
export function rolesAdmitted({ door, roles }: Admission): readonly Role[] | null {
  return roles ?? DOORS[door].roles;
}

/**
 * Asked before anything is looked up, so that a refusal is the same whether or not there is something behind the door.
 * @throws Problem `unauthorized` or `forbidden`
 */
export function admit(admission: Admission, actor: Actor): void {
  const roles = rolesAdmitted(admission);
  if (roles === null) return;
  if (actor.kind !== 'key') throw new Problem('unauthorized', 'This address needs a key.');
  if (!roles.includes(actor.role)) {
    throw new Problem('forbidden', `This needs a key with one of the roles ${roles.join(', ')}.`);
  }
}

/** For whom a route reads: behind an open door, for everybody, whoever asks. */
export function audienceBehind(door: DoorName, actor: Actor, now: Instant): Audience {
  return DOORS[door].roles === null ? everyone(now) : audienceOf(actor, now);
}
