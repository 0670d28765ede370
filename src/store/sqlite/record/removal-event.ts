import type { Instant } from '../../../domain/time.ts';
import type { WithdrawalKind } from '../../../domain/withdrawal.ts';

/** What a line of the record says. The triggers of the migrations write it. */
export type RemovalEvent =
  /** The record begins, for a database with a name that nobody else has. */
  | { readonly event: 'begun'; readonly id: string; readonly upTo: number }
  | {
      readonly event: 'withdrawn';
      readonly article: string;
      /** SHA-256 of its canonical address; older lines have none. */
      readonly address?: string | null;
      readonly kind: WithdrawalKind;
      readonly explanation: string | null;
      readonly alternative: string | null;
      readonly at: Instant;
    }
  | { readonly event: 'reinstated'; readonly article: string; readonly at: Instant }
  /** What was withdrawn stays so for good; a later edition stands in its place. */
  | { readonly event: 'replaced'; readonly article: string; readonly at: Instant }
  /** A schedule was taken back before its instant. */
  | { readonly event: 'unscheduled'; readonly article: string; readonly edition: string }
  | {
      readonly event: 'key';
      readonly key: string;
      readonly revokedAt: Instant | null;
      readonly expiresAt: Instant | null;
    }
  | { readonly event: 'preview'; readonly preview: string; readonly revokedAt: Instant }
  | {
      readonly event: 'partner';
      readonly partner: string;
      readonly suspendedAt: Instant | null;
      readonly endedAt: Instant | null;
    }
  /** Who may read an edition before its lift, or may not any more. */
  | { readonly event: 'grant'; readonly edition: string; readonly partner: string; readonly endedAt: Instant | null }
  /** No number beyond this one is given out in the log of changes before another line says so. */
  | { readonly event: 'reserved'; readonly upTo: number }
  /** Written after a backup was taken, so that the backup does not know of it, and is known for one. */
  | { readonly event: 'backup'; readonly at: Instant }
  /** Written before a backup is put in place, for the same. */
  | { readonly event: 'restored'; readonly at: Instant };

const EVENTS: readonly string[] = [
  'begun',
  'withdrawn',
  'reinstated',
  'replaced',
  'unscheduled',
  'key',
  'preview',
  'partner',
  'grant',
  'reserved',
  'backup',
  'restored',
] satisfies RemovalEvent['event'][];

/** @throws Error for what this program cannot have written */
export function readEvent(text: string): RemovalEvent {
  const event: unknown = JSON.parse(text);
  const name = typeof event === 'object' && event !== null && 'event' in event ? String(event.event) : '';
  if (!EVENTS.includes(name)) throw new Error(`the record of removals speaks of something unknown: ${name}`);
  // What has one of these names is of its form: the digests of the lines say that nobody else wrote them.
  return event as RemovalEvent;
}

/** Whether something that was damaged can be read as an event. */
export function isReadable(text: string): boolean {
  try {
    return readEvent(text) !== undefined;
  } catch {
    return false;
  }
}

/** Up to which number of the log of changes the lost database may have told somebody; 0 where it told nobody. */
export function reservedIn(events: readonly RemovalEvent[]): number {
  return Math.max(0, ...events.map((event) => ('upTo' in event ? event.upTo : 0)));
}
