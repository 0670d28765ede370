import type { Metric, Sample } from '../../formats/prometheus.ts';

/** A request as it is counted. */
export interface Answered {
  /** Address of its route, with parameters in braces; UNMATCHED where there is none. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly millis: number;
}

/** Counts what the server answers, at next to no cost for each request. */
export interface Meter {
  count(answered: Answered): void;
  /** How often each was answered, and how long that took. */
  metric(): Metric;
}

export const UNMATCHED = 'none';

/** Upper bounds, in milliseconds, of what is counted together: from out of memory to as good as never. */
const BOUNDS = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 1_000, 2_500, 10_000] as const;

interface Series {
  readonly labels: Readonly<Record<'route' | 'method' | 'status', string>>;
  /** One for each bound, and one for what lies beyond them all. */
  readonly counts: number[];
  sumMillis: number;
}

export function createMeter(): Meter {
  const byRoute = new Map<string, Map<string, Series>>();

  const seriesOf = ({ route, method, status }: Answered): Series => {
    const ofRoute = byRoute.get(route) ?? new Map<string, Series>();
    const name = method + status;
    const known = ofRoute.get(name);
    if (known) return known;
    const labels = { route, method, status: String(status) };
    const series = { labels, counts: BOUNDS.map(() => 0).concat(0), sumMillis: 0 };
    byRoute.set(route, ofRoute.set(name, series));
    return series;
  };

  return {
    count(answered) {
      const series = seriesOf(answered);
      let place = 0;
      while (answered.millis > (BOUNDS[place] ?? Number.POSITIVE_INFINITY)) place += 1;
      series.counts[place] = (series.counts[place] ?? 0) + 1;
      series.sumMillis += answered.millis;
    },
    metric: () => ({
      name: 'dateline_http_request_duration_seconds',
      help: 'Answers by route, method and status, and how long they took.',
      kind: 'histogram',
      samples: [...byRoute.values()].flatMap((ofRoute) => [...ofRoute.values()].flatMap(samplesOf)),
    }),
  };
}

function samplesOf({ labels, counts, sumMillis }: Series): Sample[] {
  let count = 0;
  const buckets = counts.map((here, place): Sample => {
    count += here;
    const bound = BOUNDS[place];
    return {
      series: 'bucket',
      labels: { ...labels, le: bound === undefined ? '+Inf' : String(bound / 1000) },
      value: count,
    };
  });
  return [...buckets, { series: 'sum', labels, value: sumMillis / 1000 }, { series: 'count', labels, value: count }];
}
