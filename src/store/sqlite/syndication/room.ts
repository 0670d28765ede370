import type { DispatchLimits } from '../../../domain/dispatch.ts';

/** Who is told something, where, and whether they fail. */
export interface Place {
  readonly id: string;
  readonly host: string;
  readonly failingSince: string | null;
}

/** How much room the limits leave beside what is at work. */
export function createRoom(running: readonly Place[], limits: DispatchLimits) {
  const hosts = new Map<string, number>();
  const busy = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string, more: number) =>
    counts.set(name, (counts.get(name) ?? 0) + more);
  for (const { host, id } of running) {
    count(hosts, host, 1);
    count(busy, id, 1);
  }
  const namesAt = (counts: ReadonlyMap<string, number>, least: number) =>
    JSON.stringify([...counts].filter(([, number]) => number >= least).map(([name]) => name));
  return {
    /** Names as JSON, of those that have no room, and of those that have anything at work. */
    parameters: {
      hosts: namesAt(hosts, limits.perHost),
      full: namesAt(busy, limits.perSubscription),
      busy: namesAt(busy, 1),
    },
    for({ id, host, failingSince }: Place, free: number): number {
      const own = failingSince === null ? limits.perSubscription : 1;
      return Math.min(free, limits.perHost - (hosts.get(host) ?? 0), own - (busy.get(id) ?? 0));
    },
    take({ id, host }: Place, taken: number): void {
      count(hosts, host, taken);
      count(busy, id, taken);
    },
  };
}
