import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Actor, isKeyValid, type Key, type Role } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import type { Deps } from './deps.ts';

/** `dl_<prefix>_<secret>`: 48 random bits to recognise a key by, 256 to prove it. */
const KEY_PATTERN = /^dl_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** A key as it is handed over, once: `text` is kept nowhere. */
export interface NewKey {
  readonly key: Key;
  readonly text: string;
}

export interface KeyWish {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: Instant | null;
}

export async function createKey({ store, clock, newId }: Deps, { name, role, expiresAt }: KeyWish): Promise<NewKey> {
  const prefix = randomBytes(6).toString('hex');
  const text = `dl_${prefix}_${randomBytes(32).toString('base64url')}`;
  const hash = digest(text).toString('hex');
  const key: Key = { id: newId(), name, role, prefix, hash, createdAt: clock.now(), expiresAt, revokedAt: null };
  await store.keys.add(key);
  return { key, text };
}

export function listKeys({ store }: Deps): Promise<Key[]> {
  return store.keys.list();
}

/** @throws Problem `not_found` when no open key has this prefix */
export async function revokeKey({ store, clock }: Deps, prefix: string): Promise<void> {
  if (!(await store.keys.revoke(prefix, clock.now()))) throw noSuchKey();
}

/**
 * Replaces a key by a new one of the same name, role and expiry, and closes the old one at once. The new one comes
 * first, so that a failure in between leaves too many keys, never none.
 * @throws Problem `not_found` when no valid key has this prefix
 */
export async function rotateKey(deps: Deps, prefix: string): Promise<NewKey> {
  const old = await deps.store.keys.findByPrefix(prefix);
  if (!old || !isKeyValid(old, deps.clock.now())) throw noSuchKey();
  const created = await createKey(deps, old);
  await revokeKey(deps, prefix);
  return created;
}

/** Whose key this is; undefined when it opens nothing (unknown, wrong, expired or revoked). */
export async function authenticateKey({ store }: Deps, text: string, now: Instant): Promise<Actor | undefined> {
  const prefix = KEY_PATTERN.exec(text)?.[1];
  const key = prefix === undefined ? undefined : await store.keys.findByPrefix(prefix);
  if (!key || !timingSafeEqual(digest(text), Buffer.from(key.hash, 'hex')) || !isKeyValid(key, now)) return undefined;
  return { kind: 'key', keyId: key.id, name: key.name, role: key.role };
}

/** 256 random bits cannot be guessed, so a fast hash is as good as a slow one. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function noSuchKey(): Problem {
  return new Problem('not_found', 'No valid key has this prefix.');
}
