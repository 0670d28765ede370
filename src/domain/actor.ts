import { isWithin } from './characters.ts';
import type { Partner } from './partner.ts';
import { type Instant, millisOf } from './time.ts';

/** What a key may do. `partner` reads the syndication door only; `monitor` the figures of the operator only. */
export const ROLES = ['author', 'editor', 'admin', 'partner', 'monitor'] as const;
export type Role = (typeof ROLES)[number];

/** Characters of a key's name. */
export const MAX_KEY_NAME_LENGTH = 100;
/** Areas that one key can be limited to. */
export const MAX_KEY_AREAS = 100;

/** A key as it is kept: never the secret, only its SHA-256. */
export interface Key {
  readonly id: string;
  /** What its owner is called, for people; keys of one name belong to one person. */
  readonly name: string;
  readonly role: Role;
  /** Areas, by slug or key, that it is limited to, with what is below them; empty for everywhere. */
  readonly areaKeys: readonly string[];
  /** Id of the one partner whose it is; null for every other role than `partner`. */
  readonly partnerId: string | null;
  /** The recognisable, public part of the key. */
  readonly prefix: string;
  /** SHA-256 of the whole key, lower-case hex. */
  readonly hash: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  /** When it would end had it no successor, which ends then; null for never. */
  readonly grantedUntil: Instant | null;
  readonly revokedAt: Instant | null;
  /** To the minute; null when it was never used. */
  readonly lastUsedAt: Instant | null;
}

/** Who is asking. `operator` is whoever runs the command line on the machine itself. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'key';
      readonly keyId: string;
      readonly name: string;
      readonly role: Role;
      /** Areas, by slug or key, that it is limited to, with what is below them; empty for everywhere. */
      readonly areaKeys: readonly string[];
      /** Id of the partner that it stands for. */
      readonly partnerId?: string;
    }
  | { readonly kind: 'operator' };

/** Who does what nobody asks for: what falls due, and what a store needs that was brought back from a copy. */
export const UNASKED = ['clock', 'system'] as const;
export type Unasked = (typeof UNASKED)[number];

export const ANONYMOUS: Actor = { kind: 'anonymous' };
export const OPERATOR: Actor = { kind: 'operator' };

/** Who uses a key. What a partner's key is limited to is what its partner is. */
export function actorOf({ id, name, role, areaKeys }: Key, partner?: Pick<Partner, 'id' | 'areaKeys'>): Actor {
  const actor = { kind: 'key', keyId: id, name, role, areaKeys } as const;
  return partner ? { ...actor, areaKeys: partner.areaKeys, partnerId: partner.id } : actor;
}

/** Whether a key opens anything at an instant. */
export function isKeyValid(key: Key, now: Instant): boolean {
  return keyStateAt(key, now) === 'valid';
}

export const KEY_STATES = ['valid', 'expired', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

export function keyStateAt({ revokedAt, expiresAt }: Key, now: Instant): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt === null || now < expiresAt ? 'valid' : 'expired';
}

/** Milliseconds; a key in constant use is noted no more often. */
const KEY_USE_INTERVAL_MILLIS = 60_000;

/** Whether a use at this instant is to be noted. */
export function isUseDue({ lastUsedAt }: Key, now: Instant): boolean {
  return lastUsedAt === null || millisOf(now) - millisOf(lastUsedAt) >= KEY_USE_INTERVAL_MILLIS;
}

/**
 * The name of a key as it is kept: normalised, with single spaces of one kind, so that a name typed or pasted twice is one
 * name. Undefined for what is no name: nothing, control characters, too much, or a word that stands for somebody without a
 * key.
 */
export function readKeyName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .trim()
    .replaceAll(/\p{Zs}+/gu, ' ');
  const isName = name !== '' && isWithin(name, MAX_KEY_NAME_LENGTH) && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
  return isName && !RESERVED_NAMES.includes(name.toLowerCase()) ? name : undefined;
}

const RESERVED_NAMES: readonly string[] = [ANONYMOUS.kind, OPERATOR.kind, ...UNASKED];

/** How an actor is written into revisions and the audit trail. */
export function actorName(actor: Actor): string {
  return actor.kind === 'key' ? `key:${actor.keyId}` : actor.kind;
}

/** Who it is, as people know them: keys of one name belong to one person. */
export function personOf(actor: Actor): string {
  return actor.kind === 'key' ? actor.name : actor.kind;
}
