import type { ImportRun } from './import-run.ts';
import type { ImportRow } from './imports.ts';
import { type OutboxRun, SUBSCRIPTIONS } from './outbox.ts';
import type { Row, Sample, Samples } from './reads.ts';
import type { Resident } from './resident.ts';
import { type ScaleRow, SMALL } from './scale.ts';
import { median } from './statistics.ts';

/** What it costs to tell subscriptions. */
export function outboxTable({ alone, told, deliveries, perSecond, cpuMicros }: OutboxRun): string {
  const tables = [
    markdown(
      ['Publishing one release', 'CPU µs', 'ms'],
      [
        ['without subscriptions', whole(alone.cpuMicros), fixed(alone.millis)],
        [`with ${whole(SUBSCRIPTIONS)}`, whole(told.cpuMicros), fixed(told.millis)],
        ['with ÷ without', fixed(told.cpuMicros / alone.cpuMicros), fixed(told.millis / alone.millis)],
      ],
    ),
    markdown(
      ['Deliveries', 'for each second', 'CPU µs for each'],
      [[whole(deliveries), whole(perSecond), whole(cpuMicros)]],
    ),
  ];
  return tables.join('\n\n');
}

/** What each request costs as a markdown table: medians, and in brackets the extremes of what noise could have touched. */
export function costTable(rows: readonly Row[]): string {
  return markdown(
    [
      'CPU µs for each request',
      'Dateline, remembered',
      'Dateline, made anew',
      'bare Fastify',
      'hand-written',
      'raw SQLite',
      'remembered ÷ bare',
      'made anew ÷ hand-written',
    ],
    rows.map(({ title, hot, cold, bare, hand, raw }) => [
      title,
      ...[hot, cold, bare, hand, raw].map(spread),
      ratio(hot, bare),
      ratio(cold, hand),
    ]),
  );
}

/** How long clients wait, as a markdown table. */
export function waitTable(rows: readonly Row[], connections: number): string {
  const waits = (samples: Samples | undefined) => [
    milliseconds(samples, 'p50Micros'),
    milliseconds(samples, 'p99Micros'),
  ];
  return markdown(
    [
      'Waiting, ms',
      ...['remembered', 'made anew'].flatMap((what) => [
        `${what}: requests/s`,
        `p50 with ${connections}`,
        `p99 with ${connections}`,
        'p50 with 1',
        'p99 with 1',
      ]),
    ],
    rows.map(({ title, hot, cold, alone }) => [
      title,
      ...[hot ? whole(medianOf(hot, 'perSecond')) : NONE, ...waits(hot), ...waits(alone.hot)],
      ...[cold ? whole(medianOf(cold, 'perSecond')) : NONE, ...waits(cold), ...waits(alone.cold)],
    ]),
  );
}

/** What more articles cost as a markdown table. */
export function scaleTable(rows: readonly ScaleRow[], articles: number): string {
  return markdown(
    [
      'CPU µs for each request, made anew',
      `${whole(SMALL)} articles`,
      `${whole(articles)} articles`,
      'ratio',
      'ms to wait, p50 with 1',
      'p99 with 1',
    ],
    rows.map(({ title, small, large, alone }) => [
      title,
      spread(small),
      spread(large),
      ratio(large, small),
      milliseconds(alone, 'p50Micros'),
      milliseconds(alone, 'p99Micros'),
    ]),
  );
}

const NONE = '–';

function milliseconds(samples: Samples | undefined, figure: 'p50Micros' | 'p99Micros'): string {
  return samples ? fixed(medianOf(samples, figure) / 1000) : NONE;
}

function ratio(one: Samples | undefined, other: Samples | undefined): string {
  return one && other ? fixed(medianOf(one, 'cpuMicros') / medianOf(other, 'cpuMicros')) : NONE;
}

/** Imports as a markdown table. */
export function importTable({ dateline, raw }: ImportRow): string {
  const cpu = (runs: readonly ImportRun[]) => median(runs.map((run) => run.cpuMicros / run.articles));
  const line = (title: string, runs: readonly ImportRun[]) => [
    title,
    whole(median(runs.map(({ articles, millis }) => (articles * 1000) / millis))),
    whole(cpu(runs)),
    megabytes(Math.max(...runs.map(({ peakRssBytes }) => peakRssBytes))),
  ];
  return markdown(
    ['Import', 'articles/s', 'CPU µs for each', 'peak memory MB'],
    [
      line('Dateline', dateline),
      line('raw SQLite, the same rows', raw),
      ['Dateline ÷ raw', '', fixed(cpu(dateline) / cpu(raw)), ''],
    ],
  );
}

/** One long import as a markdown table: whether it slows down or grows. */
export function largeImportTable({ progress, peakRssBytes }: ImportRun): string {
  const lines = progress.map(({ articles, millis, rssBytes }, at) => {
    const before = progress[at - 1] ?? { articles: 0, millis: 0 };
    const perSecond = ((articles - before.articles) * 1000) / (millis - before.millis);
    return [whole(articles), whole(perSecond), megabytes(rssBytes)];
  });
  return markdown(
    ['Articles imported', 'articles/s since the line above', 'memory MB'],
    [...lines, ['peak', '', megabytes(peakRssBytes)]],
  );
}

/** What the server holds in memory as a markdown table. */
export function residentTable(found: readonly Resident[]): string {
  return markdown(
    ['Memory of the server, MB', 'held', 'of them its own'],
    found.map(({ moment, bytes, ownBytes }) => [moment, megabytes(bytes), megabytes(ownBytes)]),
  );
}

function medianOf(samples: Samples, figure: keyof Sample): number {
  return median(samples.map((sample) => sample[figure]));
}

function spread(samples: Samples | undefined): string {
  if (!samples) return NONE;
  const micros = samples.map(({ cpuMicros }) => cpuMicros);
  return `${whole(median(micros))} (${whole(Math.min(...micros))}–${whole(Math.max(...micros))})`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

function fixed(value: number): string {
  return value.toFixed(2);
}

function megabytes(bytes: number): string {
  return whole(bytes / 1e6);
}

/** A table whose first column is text and whose others are numbers. */
function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
