import { createHash, randomBytes } from 'node:crypto';
import {
  type Actor,
  isKeyValid,
  type Key,
  keyStateAt,
  MAX_KEY_AREAS,
  MAX_KEY_NAME_LENGTH,
  readKeyName,
} from '../domain/actor.ts';
import { type AuditDetail, type AuditNote, auditNote } from '../domain/audit.ts';
import { type Partner, partnerState } from '../domain/partner.ts';
import { notHere, Problem, type ProblemError } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import { type Instant, shifted } from '../domain/time.ts';
import type { Kept } from '../store/once.ts';
import { areaKeyErrors } from './area-key-errors.ts';
import type { Deps } from './deps.ts';
import { onceOf, PLAINLY, type WriteWish } from './write-wish.ts';

/** A rotated key may go on for so long beside its successor: seconds, one week. */
export const MAX_GRACE_SECONDS = 604_800;

/** A key as it is handed over, once: `text` is kept nowhere. */
export interface NewKey {
  readonly key: Key;
  readonly text: string;
}

export type KeyWish = Pick<Key, 'name' | 'role' | 'areaKeys' | 'expiresAt'> & {
  /** Whose key of the role `partner` it is; null or missing for every other role. */
  readonly partnerId?: string | null;
};

/** @throws Problem `invalid_body` for a wish that cannot be granted, `conflict` when the partner has ended */
export async function createKey(
  { store, clock, newId }: Deps,
  by: Actor,
  wish: KeyWish,
  { dryRun, once }: WriteWish<NewKey> = PLAINLY,
): Promise<NewKey | Kept> {
  const now = clock.now();
  const { text, identity } = newIdentity(newId);
  const decide = (_keys: readonly Key[], partners: readonly Partner[]) => {
    const granted = checkedWish(wish, now);
    const key = { ...identity, ...granted, grantedUntil: granted.expiresAt, createdAt: now, ...UNUSED };
    refusePartner(key, partners);
    return { key, save: [key], audit: keyNote(by, now, 'created', key, wishDetail(key)) };
  };
  const writing = { at: now, dryRun, once: onceOf(once, ({ key }: { readonly key: Key }) => ({ key, text })) };
  const done = await store.keys.change(decide, writing);
  return 'kept' in done ? done : { key: done.key, text };
}

/** In the order of creation. */
export function listKeys({ store }: Deps, page: PageQuery): Promise<Slice<Key>> {
  return store.keys.list(page);
}

/** @throws Problem `not_found` */
export async function readKey({ store }: Deps, prefix: string): Promise<Key> {
  const key = await store.keys.findByPrefix(prefix);
  if (!key) throw noSuchKey();
  return key;
}

/** The key that asks. @throws Problem `not_found` where nobody asks with one */
export async function readOwnKey({ store }: Deps, actor: Actor): Promise<Key> {
  const key = actor.kind === 'key' ? await store.keys.find(actor.keyId) : undefined;
  if (!key) throw notHere('key');
  return key;
}

/**
 * Closes a key at once. With a key one cannot close the last valid one of an administrator: nobody could open the door
 * from inside again; the command line can.
 * @throws Problem `not_found`, or `conflict` when it is revoked already or the last of its kind
 */
export async function revokeKey({ store, clock }: Deps, by: Actor, prefix: string, dryRun = false): Promise<void> {
  const now = clock.now();
  const decide = (keys: readonly Key[]) => {
    const key = keyOf(keys, prefix);
    if (key.revokedAt !== null) throw new Problem('conflict', 'The key is revoked already.');
    const isAdminBeside = (other: Key) => other.id !== key.id && other.role === 'admin' && isKeyValid(other, now);
    if (by.kind === 'key' && key.role === 'admin' && !keys.some(isAdminBeside)) {
      throw new Problem(
        'conflict',
        'This is the last valid key of an administrator; only the command line revokes it.',
      );
    }
    return { save: [{ ...key, revokedAt: now }], audit: keyNote(by, now, 'revoked', key, {}) };
  };
  await store.keys.change(decide, { at: now, dryRun, once: null, urgent: true });
}

/**
 * Replaces a key by a new one of the same name, role, areas and expiry. The old one ends at once, or goes on beside the
 * new one for a while, so that whoever uses it can change over without a gap. One that goes on so can be replaced once
 * more, by whoever has lost its successor.
 * @param graceSeconds 0 to MAX_GRACE_SECONDS
 * @throws Problem `not_found`, or `conflict` when the key is expired or revoked
 */
export async function rotateKey(
  deps: Deps,
  by: Actor,
  { prefix, graceSeconds }: { readonly prefix: string; readonly graceSeconds: number },
  { dryRun, once }: WriteWish<NewKey> = PLAINLY,
): Promise<NewKey | Kept> {
  const now = deps.clock.now();
  const { text, identity } = newIdentity(deps.newId);
  const decide = (keys: readonly Key[]) => {
    const old = keyOf(keys, prefix);
    if (!isKeyValid(old, now)) throw new Problem('conflict', `The key is ${keyStateAt(old, now)} already.`);
    const fresh = { ...old, ...identity, expiresAt: old.grantedUntil, createdAt: now, ...UNUSED };
    const ended = endedAfter(old, now, graceSeconds);
    const detail = { successor: fresh.prefix, endsAt: ended.revokedAt ?? ended.expiresAt };
    return { key: fresh, save: [ended, fresh], audit: keyNote(by, now, 'rotated', old, detail) };
  };
  const writing = { at: now, dryRun, once: onceOf(once, ({ key }: { readonly key: Key }) => ({ key, text })) };
  const done = await deps.store.keys.change(decide, writing);
  return 'kept' in done ? done : { key: done.key, text };
}

const UNUSED = { revokedAt: null, lastUsedAt: null };

function endedAfter(key: Key, now: Instant, graceSeconds: number): Key {
  if (graceSeconds === 0) return { ...key, revokedAt: now };
  const endsAt = shifted(now, graceSeconds * 1000);
  return { ...key, expiresAt: key.expiresAt !== null && key.expiresAt < endsAt ? key.expiresAt : endsAt };
}

/** 256 random bits cannot be guessed, so a fast hash is as good as a slow one. */
export function keyDigest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** `dl_<prefix>_<secret>`: 48 random bits to recognise a key by, 256 to prove it. */
function newIdentity(newId: () => string): { text: string; identity: Pick<Key, 'id' | 'prefix' | 'hash'> } {
  const prefix = randomBytes(6).toString('hex');
  const text = `dl_${prefix}_${randomBytes(32).toString('base64url')}`;
  return { text, identity: { id: newId(), prefix, hash: keyDigest(text).toString('hex') } };
}

function checkedWish(
  { name, role, areaKeys, expiresAt, partnerId = null }: KeyWish,
  now: Instant,
): KeyWish & Pick<Key, 'partnerId'> {
  const kept = readKeyName(name);
  const errors: ProblemError[] = [
    ...(kept === undefined ? [BAD_NAME] : []),
    ...areaKeyErrors(areaKeys, MAX_KEY_AREAS, `A key is limited to ${MAX_KEY_AREAS} areas at most.`),
    ...(role === 'admin' && areaKeys.length > 0 ? [LIMITED_ADMIN] : []),
    ...(role === 'partner' && areaKeys.length > 0 ? [LIMITED_PARTNER] : []),
    ...(role === 'monitor' && areaKeys.length > 0 ? [LIMITED_MONITOR] : []),
    ...(role === 'partner' && partnerId === null ? [NO_PARTNER] : []),
    ...(role !== 'partner' && partnerId !== null ? [NOT_OF_A_PARTNER] : []),
    ...(expiresAt !== null && expiresAt <= now ? [PAST_EXPIRY] : []),
  ];
  if (kept === undefined || errors.length > 0) {
    throw new Problem('invalid_body', errors.map(({ detail }) => detail).join(' '), { errors });
  }
  return { name: kept, role, areaKeys: [...new Set(areaKeys)], expiresAt, partnerId };
}

const BAD_NAME = {
  pointer: '/name',
  detail: 'This cannot be the name of a key.',
  expected: `A name of 1 to ${MAX_KEY_NAME_LENGTH} characters, none of them a control character; not "operator", "anonymous", "clock" or "system".`,
};
const LIMITED_ADMIN = {
  pointer: '/areas',
  detail: 'The key of an administrator cannot be limited to areas: it could make another one that is not.',
  expected: 'No areas, or another role.',
};
const LIMITED_PARTNER = {
  pointer: '/areas',
  detail: 'The areas of a partner stand with the partner, and count for all its keys.',
  expected: 'No areas.',
};
const LIMITED_MONITOR = {
  pointer: '/areas',
  detail: 'The figures that a monitor reads are of the whole installation.',
  expected: 'No areas, or another role.',
};
const NO_PARTNER = {
  pointer: '/partner',
  detail: 'A key of the role partner belongs to one partner.',
  expected: 'The partner whose key it is.',
};
const NOT_OF_A_PARTNER = {
  pointer: '/partner',
  detail: 'Only a key of the role partner belongs to a partner.',
  expected: 'No partner, or the role partner.',
};
const PAST_EXPIRY = {
  pointer: '/expiresAt',
  detail: 'The expiry has passed.',
  expected: 'A day or an instant to come.',
};

/** @throws Problem `invalid_body` when there is no such partner, `conflict` when it has ended */
function refusePartner({ partnerId }: Key, partners: readonly Partner[]): void {
  if (partnerId === null) return;
  const partner = partners.find(({ id }) => id === partnerId);
  if (!partner) {
    const detail = 'There is no such partner.';
    throw new Problem('invalid_body', detail, { errors: [{ pointer: '/partner', detail, expected: 'A partner.' }] });
  }
  if (partnerState(partner) === 'ended') throw new Problem('conflict', 'It is no partner any more.');
}

function keyOf(keys: readonly Key[], prefix: string): Key {
  const key = keys.find((each) => each.prefix === prefix);
  if (!key) throw noSuchKey();
  return key;
}

function noSuchKey(): Problem {
  return new Problem('not_found', 'No key has this prefix.');
}

function wishDetail({ role, areaKeys, expiresAt, partnerId }: Key): AuditDetail {
  return { role, areas: areaKeys.join(' '), expiresAt, ...(partnerId !== null && { partner: partnerId }) };
}

function keyNote(
  by: Actor,
  at: Instant,
  event: 'created' | 'rotated' | 'revoked',
  { id, name, prefix }: Key,
  detail: AuditDetail,
): AuditNote {
  const action = `key.${event}`;
  return auditNote(by, { at, action, outcome: 'accepted', subject: id, detail: { name, prefix, ...detail } });
}
