import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { type Metric, metric } from '../../formats/prometheus.ts';

/** What the process says of itself. */
export interface ProcessMetrics {
  read(): readonly Metric[];
  /** Stops watching. */
  close(): void;
}

const RESOLUTION_MILLIS = 20;
const NANOS_PER_SECOND = 1e9;

/** Watches how late the event loop is: a timer each 20 milliseconds, outside the program. */
export function watchProcess(version: string): ProcessMetrics {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLIS });
  delay.enable();
  return {
    read() {
      const delays = [0.5, 0.99, 1].map((quantile) => ({
        labels: { quantile: String(quantile) },
        // Of nothing seen yet there is none.
        value: delay.count === 0 ? 0 : delay.percentile(quantile * 100) / NANOS_PER_SECOND,
      }));
      delay.reset();
      return [
        {
          name: 'dateline_build_info',
          help: 'What runs here; always 1.',
          kind: 'gauge',
          samples: [{ labels: { version, node: process.version }, value: 1 }],
        },
        {
          name: 'dateline_event_loop_delay_seconds',
          help: `How late the event loop came round since these figures were last read, its own ${RESOLUTION_MILLIS} ms included.`,
          kind: 'gauge',
          samples: delays,
        },
        metric(
          'counter',
          'dateline_event_loop_active_seconds_total',
          'Time that the event loop was at work.',
          performance.eventLoopUtilization().active / 1000,
        ),
        ...usage(),
      ];
    },
    close: () => delay.disable(),
  };
}

/** Under the names that every exporter gives them. */
function usage(): Metric[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const startedAt = performance.timeOrigin / 1000;
  return [
    metric('counter', 'process_cpu_seconds_total', 'CPU time, in all threads.', (user + system) / 1e6),
    metric('gauge', 'process_start_time_seconds', 'When the process started.', startedAt),
    metric('gauge', 'process_resident_memory_bytes', 'Memory that the process holds.', rss),
    metric('gauge', 'nodejs_heap_size_used_bytes', 'Of it, objects of the program.', heapUsed),
    metric('gauge', 'nodejs_external_memory_bytes', 'Of it, bytes outside the heap.', external),
  ];
}
