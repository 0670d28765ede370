import { timingSafeEqual } from 'node:crypto';
import { ANONYMOUS, isUseDue, type Key, type KeyState, keyStateAt } from '../domain/actor.ts';
import { auditNote } from '../domain/audit.ts';
import { type Partner, partnerState } from '../domain/partner.ts';
import type { Instant } from '../domain/time.ts';
import type { Deps } from './deps.ts';
import { keyDigest } from './keys.ts';

const KEY_PATTERN = /^dl_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** Whose key it is; undefined when it opens nothing, and then what was tried, when a key with its prefix is known. */
export interface Authentication {
  readonly key?: Key;
  /** For whom a partner's key stands. */
  readonly partner?: Partner;
  readonly mistaken?: MistakenKey;
}

export interface MistakenKey {
  readonly key: Key;
  readonly reason: 'wrong secret' | Exclude<KeyState, 'valid'> | 'no active partner';
}

/**
 * Looks at a key, and its partner, as they are kept now, so that one that another process has revoked or suspended opens
 * nothing.
 */
export async function authenticateKey({ store }: Deps, text: string, now: Instant): Promise<Authentication> {
  const prefix = KEY_PATTERN.exec(text)?.[1];
  const key = prefix === undefined ? undefined : await store.keys.findByPrefix(prefix);
  if (!key) return {};
  const isSecret = timingSafeEqual(keyDigest(text), Buffer.from(key.hash, 'hex'));
  const state = keyStateAt(key, now);
  if (!isSecret) return { mistaken: { key, reason: 'wrong secret' } };
  if (state !== 'valid') return { mistaken: { key, reason: state } };
  if (key.role !== 'partner') return { key };
  const partner = key.partnerId === null ? undefined : await store.partners.find(key.partnerId);
  const isActive = partner && partnerState(partner) === 'active';
  return isActive ? { key, partner } : { mistaken: { key, reason: 'no active partner' } };
}

/** Notes the last use of a key, once a minute. */
export async function noteKeyUse({ store }: Deps, key: Key, now: Instant): Promise<void> {
  if (isUseDue(key, now)) await store.keys.use(key, now);
}

/** Writes into the audit trail that somebody tried a known key in vain. */
export async function noteMistakenKey(
  { store }: Deps,
  { key, reason }: MistakenKey,
  { now, requestId }: { now: Instant; requestId: string },
): Promise<void> {
  const { id: subject, name, prefix } = key;
  const detail = { name, prefix, reason, requestId };
  await store.audit.append(
    auditNote(ANONYMOUS, { at: now, action: 'key.authenticated', outcome: 'refused', subject, detail }),
  );
}
