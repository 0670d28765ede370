import { describe, expect, it } from 'vitest';
import { isBack, RETRY_DELAYS_MILLIS, settle } from '../../src/domain/delivery.ts';
import type { OutboundFailure, OutboundResult } from '../../src/domain/outbound.ts';
import { DISABLED_AFTER_MILLIS } from '../../src/domain/subscription.ts';
import { type Instant, millisOf, shifted } from '../../src/domain/time.ts';
import { instant } from '../support/time.ts';

const NOW = instant('2026-03-02T10:00:00.000Z');
const HOUR = 3_600_000;

const answered = (status: number, retryAfter?: string): OutboundResult => ({ status, retryAfter, body: '', millis: 3 });
const unanswered = (failure: OutboundFailure): OutboundResult => ({ status: null, failure, millis: 3 });

interface Case {
  readonly failures?: number;
  readonly failingSince?: Instant | null;
  readonly chance?: number;
}

function settled(result: OutboundResult, { failures = 0, failingSince = null, chance = 0.5 }: Case = {}) {
  const settlement = settle(result, failures, { failingSince }, NOW, chance);
  if (settlement.state === 'delivered') return 'delivered';
  const since = (at: Instant | null) => at && millisOf(at) - millisOf(NOW);
  const { nextAttemptAt, pausedUntil, ...rest } = settlement;
  return { ...rest, nextInMillis: since(nextAttemptAt), pausedForMillis: since(pausedUntil) };
}

const RETRY = { state: 'pending', isFailure: true, disabled: null, nextInMillis: 5_000, pausedForMillis: null };

describe('what an attempt leads to', () => {
  it('is success with any 2xx, and with nothing else', () => {
    expect([200, 202, 204, 299].map((status) => settled(answered(status)))).toEqual(Array(4).fill('delivered'));
    for (const status of [101, 199, 300, 301, 307, 400, 404, 500]) expect(settled(answered(status))).toEqual(RETRY);
    for (const failure of ['address', 'name', 'connection', 'timeout', 'cut'] as const) {
      expect(settled(unanswered(failure))).toEqual(RETRY);
    }
  });

  it('is another attempt after the delays of the specification, and the end after the last', () => {
    const delays = RETRY_DELAYS_MILLIS.map((_, failures) => settled(answered(500), { failures }));
    const expected = RETRY_DELAYS_MILLIS.slice(1).map((nextInMillis) => ({ ...RETRY, nextInMillis }));
    expect(delays).toEqual([...expected, { ...RETRY, state: 'dead', nextInMillis: null }]);
    const seconds = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(RETRY_DELAYS_MILLIS).toEqual(seconds.map((each) => each * 1000));
  });

  it('leaves a tenth of the delay to chance, either way', () => {
    expect(settled(answered(500), { chance: 0 })).toMatchObject({ nextInMillis: 4_500 });
    expect(settled(answered(500), { chance: 1 })).toMatchObject({ nextInMillis: 5_500 });
  });

  it.each([
    ['600', 600_000],
    ['3', 60_000],
    ['Mon, 02 Mar 2026 10:20:00 GMT', 1_200_000],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 60_000],
    ['999999999', 24 * HOUR],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 24 * HOUR],
    ['-5', 60_000],
    ['soon', 60_000],
    ['Abc, 99 Xyz 2026 99:99:99 GMT', 60_000],
  ])('honours Retry-After: %s', (retryAfter, pausedForMillis) => {
    const asked = retryAfter === '3' ? 5_000 : pausedForMillis;
    expect(settled(answered(429, retryAfter))).toMatchObject({
      pausedForMillis,
      nextInMillis: pausedForMillis === 60_000 ? 5_000 : asked,
    });
  });

  it('slows the whole subscription down when its receiver has too much to do', () => {
    for (const status of [429, 502, 503, 504])
      expect(settled(answered(status))).toEqual({ ...RETRY, pausedForMillis: 60_000 });
    expect(settled(answered(500, '600'))).toEqual({ ...RETRY, nextInMillis: 600_000 });
  });

  it('is the end of the subscription when the receiver is gone', () => {
    expect(settled(answered(410))).toEqual({ ...RETRY, disabled: 'gone', nextInMillis: 0 });
  });

  it('is its end too when nothing was taken for five days, and not a moment earlier', () => {
    const since = (millis: number) => settled(answered(500), { failingSince: shifted(NOW, -millis) });
    expect(since(DISABLED_AFTER_MILLIS - 1)).toEqual(RETRY);
    expect(since(DISABLED_AFTER_MILLIS)).toEqual({ ...RETRY, disabled: 'failing' });
  });

  it('shows that a receiver is back when it takes what it did not take before, or anything after an hour', () => {
    const shows = (failures: number, millis: number | null) =>
      isBack(failures, { failingSince: millis === null ? null : shifted(NOW, -millis) }, NOW);
    expect([shows(1, 0), shows(0, HOUR), shows(0, HOUR - 1), shows(1, null)]).toEqual([true, true, false, false]);
  });

  it('is no failure when we gave it up ourselves', () => {
    expect(settled(unanswered('stopped'))).toEqual({ ...RETRY, isFailure: false, nextInMillis: 0 });
  });
});
