import type { Instant } from './time.ts';

/** What a key may do. `partner` reads the syndication door only. */
export const ROLES = ['author', 'editor', 'admin', 'partner'] as const;
export type Role = (typeof ROLES)[number];

/** A key as it is kept: never the secret, only its SHA-256. */
export interface Key {
  readonly id: string;
  /** What its owner is called, for people. */
  readonly name: string;
  readonly role: Role;
  /** The recognisable, public part of the key. */
  readonly prefix: string;
  /** SHA-256 of the whole key, lower-case hex. */
  readonly hash: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** Who is asking. `operator` is whoever runs the command line on the machine itself. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'key'; readonly keyId: string; readonly name: string; readonly role: Role }
  | { readonly kind: 'operator' };

export const ANONYMOUS: Actor = { kind: 'anonymous' };
export const OPERATOR: Actor = { kind: 'operator' };

/** Whether a key opens anything at this instant. */
export function isKeyValid(key: Key, now: Instant): boolean {
  return key.revokedAt === null && (key.expiresAt === null || now < key.expiresAt);
}

/** How an actor is written into revisions and the audit trail. */
export function actorName(actor: Actor): string {
  return actor.kind === 'key' ? `key:${actor.keyId}` : actor.kind;
}
