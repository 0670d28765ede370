import { auditNote } from '../domain/audit.ts';
import { settle } from '../domain/delivery.ts';
import type { Dispatch, DispatchLimits, SettledAttempt } from '../domain/dispatch.ts';
import type { OutboundResult } from '../domain/outbound.ts';
import { type Instant, shifted } from '../domain/time.ts';
import type { Deps } from './deps.ts';
import { webhookRequest } from './sign-webhook.ts';
import { webhookBody } from './webhook-body.ts';

/** Longer than any attempt lasts: what is still at work then was lost with its process. */
export const LEASE_MILLIS = 45_000;
const DISPATCH_LIMITS: DispatchLimits = { all: 64, perHost: 16, perSubscription: 4 };

export interface DeskOptions {
  readonly publicUrl: string;
  /** Gives up what is at work; it is done again later. */
  readonly signal: AbortSignal;
  readonly limits?: DispatchLimits;
  /** 0 to 1, at random. */
  readonly chance?: () => number;
}

/** Where events are handed to their subscribers: what one process has at work, and what came of it. */
export interface DeliveryDesk {
  /** When there is next something to begin; null when nothing waits. */
  next(now: Instant): Promise<Instant | null>;
  /** Whether attempts have ended whose end is not written down. */
  hasNews(): boolean;
  isAtWork(): boolean;
  /** Resolves when an attempt ends. */
  ended(): Promise<void>;
  /** Writes down what has ended, and begins what is due. Resolves to how many were begun. */
  turn(now: Instant): Promise<number>;
}

export function openDeliveryDesk({ store, clock, send }: Deps, options: DeskOptions): DeliveryDesk {
  const { publicUrl, signal, limits = DISPATCH_LIMITS, chance = Math.random } = options;
  const running = new Set<Dispatch>();
  let settled: SettledAttempt[] = [];
  let ring = (): void => undefined;

  const attempt = async (dispatch: Dispatch): Promise<void> => {
    const { delivery, subscription } = dispatch;
    const message = { id: delivery.id, body: webhookBody(delivery, publicUrl) };
    const request = webhookRequest(subscription.url, message, subscription, clock.now());
    const result = await send({ ...request, signal });
    running.delete(dispatch);
    settled.push(settledAttempt(dispatch, result, clock.now(), chance()));
    ring();
  };

  return {
    next: (now) => store.outbox.next(now),
    hasNews: () => settled.length > 0,
    isAtWork: () => running.size > 0,
    ended: () =>
      new Promise((resolve) => {
        ring = resolve;
      }),
    async turn(now) {
      const leasedUntil = shifted(now, LEASE_MILLIS);
      // A list of its own: what ends meanwhile is put on the other one.
      const written = [...settled];
      const room = signal.aborted ? { ...limits, all: 0 } : limits;
      const given = await store.outbox.turn({
        now,
        leasedUntil,
        settled: written,
        running: [...running],
        limits: room,
      });
      settled = settled.filter((each) => !written.includes(each));
      for (const dispatch of given) running.add(dispatch);
      for (const dispatch of given) void attempt(dispatch);
      return given.length;
    },
  };
}

function settledAttempt(dispatch: Dispatch, result: OutboundResult, now: Instant, chance: number): SettledAttempt {
  const { millis, status } = result;
  return {
    dispatch,
    result: { millis, status, failure: status === null ? result.failure : null },
    decide(failures, subscription) {
      const settlement = settle(result, failures, subscription, now, chance);
      const isDisabled = settlement.state !== 'delivered' && settlement.disabled !== null;
      if (!isDisabled || subscription.disabledAt !== null) return settlement;
      const detail = { partner: subscription.partnerId, reason: settlement.disabled };
      const note = { at: now, action: 'subscription.disabled', subject: subscription.id, detail } as const;
      return { ...settlement, audit: auditNote('clock', { ...note, outcome: 'accepted' }) };
    },
  };
}
