import type { Instant } from './time.ts';

/** Areas that a partner's filter can name. */
export const MAX_PARTNER_AREAS = 100;
/** Characters of the name of a partner's organisation. */
export const MAX_PARTNER_ORGANISATION_LENGTH = 200;

/** Somebody who syndicates: reads what is public in some areas, and what is under an embargo for them. */
export interface Partner {
  readonly id: string;
  /** What people call it; no other partner has the same, not even one that has ended. */
  readonly name: string;
  /** The body it belongs to, for people. */
  readonly organisation: string | null;
  /** Areas, by key, of which it gets what lies in them and below; empty for everywhere. */
  readonly areaKeys: readonly string[];
  /** Counted up with every change: what `If-Match` compares. */
  readonly version: number;
  readonly createdAt: Instant;
  /** Since when its keys open nothing; null while they do. */
  readonly suspendedAt: Instant | null;
  /** Since when it is no partner any more; for ever. */
  readonly endedAt: Instant | null;
}

/** active: its keys open the door. suspended: they open nothing until it is resumed. ended: it is over. */
export const PARTNER_STATES = ['active', 'suspended', 'ended'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

export function partnerState({ suspendedAt, endedAt }: Partner): PartnerState {
  if (endedAt !== null) return 'ended';
  return suspendedAt === null ? 'active' : 'suspended';
}

/**
 * Whether a partner gets what lies somewhere.
 * @param placeKeys the area of it and all that this lies in, by key
 */
export function isInFilter({ areaKeys }: Pick<Partner, 'areaKeys'>, placeKeys: readonly string[]): boolean {
  return areaKeys.length === 0 || placeKeys.some((key) => areaKeys.includes(key));
}
