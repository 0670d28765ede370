import type { Connection } from '../engine/connection.ts';
import type { RemovalEvent } from './removal-event.ts';

/** What ends, by the name of its event. Nothing goes on again that has ended. */
const ENDINGS = {
  key: `update keys set revoked_at = coalesce(revoked_at, @revokedAt),
      expires_at = coalesce(min(expires_at, @expiresAt), expires_at, @expiresAt)
    where id = @key and ((revoked_at is null and @revokedAt is not null)
      or (@expiresAt is not null and (expires_at is null or expires_at > @expiresAt)))`,
  preview: 'update previews set revoked_at = @revokedAt where id = @preview and revoked_at is null',
  partner: `update partners set suspended_at = coalesce(suspended_at, @suspendedAt),
      ended_at = coalesce(ended_at, @endedAt), version = version + 1
    where id = @partner and ((suspended_at is null and @suspendedAt is not null)
      or (ended_at is null and @endedAt is not null))`,
  grant: `update embargo_grants set ended_at = @endedAt
    where edition_id = @edition and partner_id = @partner and ended_at is null and @endedAt is not null`,
} as const;

type Ending = Extract<RemovalEvent, { event: keyof typeof ENDINGS }>;

/**
 * Ends again what was ended; how much it ended. What goes on since is left as it is.
 * @param tell is told of the keys and partners among it
 */
export function endAgain(
  { client }: Connection,
  events: readonly RemovalEvent[],
  tell: (action: string, subject: string) => void,
): number {
  let ended = 0;
  for (const [subject, { event, ...values }] of lastOfEach(events)) {
    const { changes } = client.prepare(ENDINGS[event]).run(values);
    ended += changes;
    if (changes > 0 && (event === 'key' || event === 'partner')) tell(`${event}.ended`, subject);
  }
  return ended;
}

/** What was last said of each, by the id of what it was said of. */
function lastOfEach(events: readonly RemovalEvent[]): ReadonlyMap<string, Ending> {
  const last = new Map<string, Ending>();
  for (const event of events) {
    const subject = subjectOf(event);
    if (subject) last.set(subject.id, subject.ending);
  }
  return last;
}

function subjectOf(event: RemovalEvent): { readonly id: string; readonly ending: Ending } | undefined {
  switch (event.event) {
    case 'key':
      return { id: event.key, ending: event };
    case 'preview':
      return { id: event.preview, ending: event };
    case 'partner':
      return { id: event.partner, ending: event };
    case 'grant':
      return { id: `${event.edition} ${event.partner}`, ending: event };
    default:
      return undefined;
  }
}
