import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../domain/actor.ts';
import { type AuditDetail, type AuditNote, auditNote } from '../domain/audit.ts';
import { notHere, Problem } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import {
  type KeptSubscription,
  MAX_SUBSCRIPTION_AREAS,
  MAX_SUBSCRIPTIONS,
  rotatedSecrets,
  type Subscription,
  type SubscriptionFigures,
} from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import { everyone } from '../domain/visibility.ts';
import type { Kept } from '../store/once.ts';
import { areaKeyErrors, outsideErrors, unknownAreaErrors } from './area-key-errors.ts';
import { challengeReceiver } from './challenge-receiver.ts';
import type { Deps } from './deps.ts';
import { newSecret } from './sign-webhook.ts';
import { refuseStaleVersion } from './stale-version.ts';
import { carriedOut, onceOf, PLAINLY, type WriteWish } from './write-wish.ts';

export type SubscriptionWish = Pick<Subscription, 'url' | 'areaKeys' | 'events'>;

/** A subscription with the secret that is shown this once. */
export interface NewSubscription {
  readonly subscription: Subscription;
  readonly secret: string;
}

/**
 * Subscribes a partner at an address whose owner shows that they want it.
 * @throws Problem `invalid_body` for a wish that cannot be granted or a receiver that does not want it, `conflict` when
 *   the partner has that address already, or too many
 */
export async function createSubscription(
  deps: Deps,
  by: Actor,
  wish: SubscriptionWish,
  { dryRun, once }: WriteWish<NewSubscription> = PLAINLY,
): Promise<NewSubscription | Kept> {
  const partnerId = partnerOf(by);
  const now = deps.clock.now();
  await refuseAreas(deps, by, wish.areaKeys, now);
  const secret = newSecret();
  const secrets = { secret, formerSecret: null, formerSecretEndsAt: null };
  await challengeReceiver(deps, wish.url, secrets, now);
  const subscription: Subscription = {
    id: deps.newId(),
    partnerId,
    ...wish,
    version: 1,
    createdAt: now,
    disabledAt: null,
    disabledReason: null,
    failingSince: null,
    pausedUntil: null,
  };
  const decide = (known: readonly KeptSubscription[]) => {
    refuseTaken(known, subscription);
    if (known.length >= MAX_SUBSCRIPTIONS) {
      throw new Problem('conflict', `A partner has ${MAX_SUBSCRIPTIONS} subscriptions at most: remove one first.`);
    }
    return { save: { ...subscription, ...secrets }, audit: note(by, now, 'created', subscription, detailOf(wish)) };
  };
  const created = { subscription, secret };
  const writing = { at: now, dryRun, once: onceOf(once, () => created) };
  const done = await deps.store.subscriptions.change(partnerId, decide, writing);
  return 'kept' in done ? done : created;
}

/** Those of one partner, in the order of creation. */
export function listSubscriptions({ store }: Deps, by: Actor, page: PageQuery): Promise<Slice<Subscription>> {
  return store.subscriptions.list(partnerOf(by), page);
}

/** Those of all partners, for whoever runs the place. */
export function listAllSubscriptions({ store }: Deps, page: PageQuery): Promise<Slice<Subscription>> {
  return store.subscriptions.list(null, page);
}

/** @throws Problem `not_found`, the same for one of another partner and for none */
export async function readSubscription({ store }: Deps, by: Actor, id: string): Promise<Subscription> {
  return withoutSecrets(await ownSubscription(store, by, id));
}

/**
 * One of them, and how far it has been told.
 * @throws Problem `not_found`
 */
export async function readStanding(
  deps: Deps,
  by: Actor,
  id: string,
): Promise<{ readonly subscription: Subscription; readonly figures: SubscriptionFigures }> {
  const subscription = await readSubscription(deps, by, id);
  return { subscription, figures: await deps.store.subscriptions.figures(id) };
}

export type SubscriptionPatch = Partial<SubscriptionWish> & { readonly enabled?: boolean };

/**
 * Changes where and of what a subscription is told, or stops it and lets it go on. At a new address, and before it goes
 * on after a stop, the receiver is asked again. To say what stands there changes nothing.
 * @throws Problem `not_found`, `stale_edition`, `invalid_body`, `conflict`
 */
export async function changeSubscription(
  deps: Deps,
  by: Actor,
  { id, version }: { readonly id: string; readonly version: number },
  patch: SubscriptionPatch,
  dryRun = false,
): Promise<Subscription> {
  const now = deps.clock.now();
  const before = await ownSubscription(deps.store, by, id);
  refuseStaleVersion('subscription', before.version, version);
  await refuseAreas(deps, by, patch.areaKeys ?? [], now, before.areaKeys);
  const isToGoOn = patch.enabled === true && before.disabledAt !== null;
  if (isToGoOn || (patch.url !== undefined && patch.url !== before.url)) {
    await challengeReceiver(deps, patch.url ?? before.url, before, now);
  }
  const decide = (all: readonly KeptSubscription[]) => {
    const current = keptOf(all, id);
    refuseStaleVersion('subscription', current.version, version);
    const { enabled, ...wish } = patch;
    const wished = { ...current, ...wish, ...(enabled !== undefined && stateAfter(current, enabled, now)) };
    if (isDeepStrictEqual(wished, current)) return { save: current, audit: null };
    const changed = { ...wished, version: version + 1 };
    refuseTaken(all, changed);
    const { url, areaKeys, events } = changed;
    const isEnabled = changed.disabledAt === null;
    const detail = { ...detailOf({ url, areaKeys, events }), enabled: isEnabled };
    return { save: changed, audit: note(by, now, 'changed', changed, detail) };
  };
  const writing = { at: now, dryRun, once: null };
  const { save } = carriedOut(await deps.store.subscriptions.change(partnerOf(by), decide, writing));
  return withoutSecrets(save);
}

/** @throws Problem `not_found` */
export async function removeSubscription(deps: Deps, by: Actor, id: string, dryRun = false): Promise<void> {
  const at = deps.clock.now();
  const decide = (all: readonly KeptSubscription[]) => {
    const current = keptOf(all, id);
    return { remove: { id, at }, audit: note(by, at, 'removed', current, {}) };
  };
  await deps.store.subscriptions.change(partnerOf(by), decide, { at, dryRun, once: null });
}

/**
 * Gives a subscription a new secret. The one before signs beside it for a while.
 * @param graceSeconds 0 to MAX_SECRET_GRACE_SECONDS
 * @throws Problem `not_found`
 */
export async function rotateSecret(
  deps: Deps,
  by: Actor,
  { id, graceSeconds }: { readonly id: string; readonly graceSeconds: number },
  { dryRun, once }: WriteWish<NewSubscription> = PLAINLY,
): Promise<NewSubscription | Kept> {
  const now = deps.clock.now();
  const secret = newSecret();
  const decide = (all: readonly KeptSubscription[]) => {
    const current = keptOf(all, id);
    const audit = note(by, now, 'secret-rotated', current, { graceSeconds });
    return { save: { ...current, ...rotatedSecrets(current, secret, now, graceSeconds) }, audit };
  };
  const newSubscriptionOf = ({ save }: ReturnType<typeof decide>) => ({ subscription: withoutSecrets(save), secret });
  const writing = { at: now, dryRun, once: onceOf(once, newSubscriptionOf) };
  const done = await deps.store.subscriptions.change(partnerOf(by), decide, writing);
  return 'kept' in done ? done : newSubscriptionOf(done);
}

/** @throws Problem `forbidden` for whoever has subscriptions at no time: they belong to partners */
function partnerOf(by: Actor): string {
  if (by.kind === 'key' && by.partnerId !== undefined) return by.partnerId;
  throw new Problem('forbidden', 'Only the key of a partner has subscriptions.');
}

async function ownSubscription({ subscriptions }: Deps['store'], by: Actor, id: string): Promise<KeptSubscription> {
  const found = await subscriptions.find(id);
  if (!found || found.partnerId !== partnerOf(by)) throw notHere('subscription');
  return found;
}

function keptOf(subscriptions: readonly KeptSubscription[], id: string): KeptSubscription {
  const found = subscriptions.find((each) => each.id === id);
  if (!found) throw notHere('subscription');
  return found;
}

function withoutSecrets({ secret, formerSecret, formerSecretEndsAt, ...subscription }: KeptSubscription): Subscription {
  return subscription;
}

/** Whoever starts anew is not held to have failed before. */
function stateAfter(current: Subscription, isEnabled: boolean, now: Instant): Partial<Subscription> {
  if (isEnabled) return { disabledAt: null, disabledReason: null, failingSince: null, pausedUntil: null };
  return current.disabledAt === null ? { disabledAt: now, disabledReason: 'requested' } : {};
}

function refuseTaken(known: readonly Subscription[], { id, url }: Subscription): void {
  if (!known.some((other) => other.id !== id && other.url === url)) return;
  throw new Problem('conflict', 'There is a subscription with this address already.', {
    errors: [{ pointer: '/url', detail: 'Another subscription of this partner has it.' }],
  });
}

/**
 * An area that only the newsroom knows is none: else its name could be found out.
 * @param present those that stand there now: they stay
 */
async function refuseAreas(
  { store }: Deps,
  by: Actor,
  areaKeys: readonly string[],
  now: Instant,
  present: readonly string[] = [],
): Promise<void> {
  const most = MAX_SUBSCRIPTION_AREAS;
  const errors = areaKeyErrors(areaKeys, most, `A subscription names ${most} areas at most.`);
  const granted = by.kind === 'key' ? by.areaKeys : [];
  const known = new Set([...granted, ...present]);
  const paths = new Map<string, string>();
  const asked = areaKeys.slice(0, most).filter((key) => !present.includes(key));
  for (const key of new Set([...asked, ...granted])) {
    const area = await store.areas.find(key, everyone(now));
    if (area) paths.set(key, area.path);
  }
  if (areaKeys.length <= most) {
    errors.push(...unknownAreaErrors(areaKeys, (key) => known.has(key) || paths.has(key)));
    errors.push(...outsideErrors(areaKeys, granted, (key) => paths.get(key)));
  }
  if (errors.length > 0) throw new Problem('invalid_body', 'The areas cannot be accepted.', { errors });
}

function detailOf({ url, areaKeys, events }: SubscriptionWish): AuditDetail {
  // A path or a query of somebody else's address may hold a secret of theirs.
  return { origin: new URL(url).origin, areas: areaKeys.join(' '), events: events.join(' ') };
}

function note(
  by: Actor,
  at: Instant,
  event: 'created' | 'changed' | 'removed' | 'secret-rotated',
  { id, partnerId }: Subscription,
  detail: AuditDetail,
): AuditNote {
  const action = `subscription.${event}`;
  return auditNote(by, { at, action, outcome: 'accepted', subject: id, detail: { partner: partnerId, ...detail } });
}
