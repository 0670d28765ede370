import { type Actor, OPERATOR } from '../../src/domain/actor.ts';
import { auditNote } from '../../src/domain/audit.ts';
import type { Partner } from '../../src/domain/partner.ts';
import type { Instant } from '../../src/domain/time.ts';
import { type Audience, audienceOf } from '../../src/domain/visibility.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from './release.ts';

/** One of up to ten partners; for everywhere when it has no areas. */
export function partner(digit: string, areaKeys: readonly string[]): Partner {
  return {
    id: `c0a8012e-0000-4000-8000-00000000002${digit}`,
    name: `Partner ${digit}`,
    organisation: null,
    areaKeys,
    version: 1,
    createdAt: NOW,
    suspendedAt: null,
    endedAt: null,
  };
}

/** What a key of the partner may see. */
export function audienceFor({ id, areaKeys }: Partner, at: Instant = NOW): Audience {
  const actor: Actor = { kind: 'key', keyId: 'k1', name: 'Pat', role: 'partner', areaKeys, partnerId: id };
  return audienceOf(actor, at);
}

/** Keeps partners as they are given, whatever was kept of them. */
export async function savePartners(store: Store, ...partners: readonly Partner[]): Promise<void> {
  for (const each of partners) {
    const note = { at: NOW, action: 'partner.changed', outcome: 'accepted', subject: each.id, detail: {} } as const;
    const decide = () => ({ save: each, audit: auditNote(OPERATOR, note) });
    await store.partners.change(decide, { at: NOW, dryRun: false, once: null });
  }
}
