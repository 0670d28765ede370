import type { ImportRun } from './import-run.ts';
import type { ImportRow } from './imports.ts';
import { type OutboxRun, SUBSCRIPTIONS } from './outbox.ts';
import type { ReadRow, ReadSample } from './reads.ts';
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

/** Reads as a markdown table: medians, and the extremes of what noise could have touched. */
export function readTable(rows: readonly ReadRow[]): string {
  return markdown(
    [
      'Question',
      'requests/s',
      'p50 ms',
      'p99 ms',
      'CPU µs Dateline',
      'CPU µs bare Fastify',
      'CPU µs raw SQLite',
      'Dateline ÷ bare',
      'Dateline ÷ raw',
    ],
    rows.map(({ title, dateline, bare, raw }) => [
      title,
      whole(medianOf(dateline, 'perSecond')),
      fixed(medianOf(dateline, 'p50Micros') / 1000),
      fixed(medianOf(dateline, 'p99Micros') / 1000),
      spread(dateline),
      spread(bare),
      spread(raw),
      fixed(medianOf(dateline, 'cpuMicros') / medianOf(bare, 'cpuMicros')),
      fixed(medianOf(dateline, 'cpuMicros') / medianOf(raw, 'cpuMicros')),
    ]),
  );
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

function medianOf(samples: readonly ReadSample[], figure: keyof ReadSample): number {
  return median(samples.map((sample) => sample[figure]));
}

function spread(samples: readonly ReadSample[]): string {
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
