import { type Instant, millisOf } from '../../domain/time.ts';

/** How many requests somebody may make in a window of time that begins with the first of them. */
export interface RatePolicy {
  readonly quota: number;
  readonly windowSeconds: number;
}

/** Each counts by itself; reading, writing and failing each have a budget of their own. */
export interface RateLimits {
  readonly read: RatePolicy;
  readonly write: RatePolicy;
  /** Requests of one address with a key that opens nothing. */
  readonly failure: RatePolicy;
}

/** Keys and addresses that one limiter counts at a time; the one unseen for longest is forgotten first. */
const MAX_COUNTED = 10_000;

/** What one request was told. */
export interface Allowance {
  readonly isAllowed: boolean;
  /** Requests that are left in the window. */
  readonly remaining: number;
  /** Whole seconds until the window ends, 1 at least. */
  readonly resetSeconds: number;
}

/** Counts one request of somebody. */
export type RateLimiter = (who: string, now: Instant) => Allowance;

/** Counts in the memory of this process, for a bounded number of keys and addresses. */
export function createRateLimiter({ quota, windowSeconds }: RatePolicy, capacity = MAX_COUNTED): RateLimiter {
  /** In the order of their last request. */
  const windows = new Map<string, { startMillis: number; count: number }>();
  const windowMillis = windowSeconds * 1000;
  let latest: string | undefined;

  return (who, now) => {
    const nowMillis = millisOf(now);
    const window = windows.get(who) ?? { startMillis: nowMillis, count: 0 };
    const { startMillis } = window;
    if (nowMillis < startMillis || nowMillis >= startMillis + windowMillis) {
      window.startMillis = nowMillis;
      window.count = 0;
    }
    window.count += 1;
    // Whoever comes alone stands at the end already; to put it there again would make garbage of the whole map.
    if (who !== latest) {
      windows.delete(who);
      windows.set(who, window);
      if (windows.size > capacity) forgetOldest(windows);
      latest = who;
    }
    return {
      isAllowed: window.count <= quota,
      remaining: Math.max(0, quota - window.count),
      resetSeconds: Math.ceil((window.startMillis + windowMillis - nowMillis) / 1000),
    };
  };
}

function forgetOldest(windows: Map<string, unknown>): void {
  const [oldest] = windows.keys();
  if (oldest !== undefined) windows.delete(oldest);
}

/** The fields `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-11). */
export function rateLimitHeaders(
  name: keyof RateLimits,
  { quota, windowSeconds }: RatePolicy,
  { remaining, resetSeconds }: Allowance,
): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${quota};w=${windowSeconds}`,
    RateLimit: `"${name}";r=${remaining};t=${resetSeconds}`,
  };
}

/** What counts as one address: an IPv6 network of 64 bits, all of which one subscriber has, or an IPv4 address. */
export function addressGroup(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(':')) return ip;
  const [front = '', back] = ip.split('::', 2);
  const first = front === '' ? [] : front.split(':');
  const last = back === undefined || back === '' ? [] : back.split(':');
  const zeros = back === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const groups = [...first, ...zeros, ...last].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
