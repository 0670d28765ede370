import {
  entryJson,
  entryLine,
  faultLines,
  heldLines,
  type ImportEntry,
  type Tally,
  tally,
  tallyNotes,
} from './import-lines.ts';

export interface ReportOptions {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** One JSON object per result on `out`, instead of a line for people. */
  readonly json: boolean;
  readonly dryRun: boolean;
}

export interface ImportReport {
  add(entry: ImportEntry): void;
  /**
   * Writes the summary and returns the exit code: 0 all went in, 1 some did not, 2 nothing did. What was to be published
   * and is held back did not.
   * @param isComplete whether every input had its turn
   */
  finish(isComplete: boolean): number;
}

/** Milliseconds between two states of the counter. */
const COUNTER_MILLIS = 100;
const CLEAR_LINE = '\r\u001b[K';

/**
 * Reports an import as it goes: on `out` what went in, on `err` what did not and the summary. Where `err` is a terminal
 * a counter takes the place of the lines for people.
 */
export function createImportReport({ out, err, json, dryRun }: ReportOptions): ImportReport {
  const counts = new Map<string, number>();
  const findings: Tally = new Map();
  const startedAt = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let total = 0;

  return {
    add(entry) {
      total += 1;
      counts.set(entry.outcome, (counts.get(entry.outcome) ?? 0) + 1);
      if ('checks' in entry) tally(entry.checks ?? [], findings);
      if (json) out.write(`${entryJson(entry)}\n`);
      if (entry.outcome === 'failed') fail(faultLines(entry.name, entry.line, entry.problem));
      else if (entry.outcome === 'held') fail(heldLines(entry));
      else if (!json && !err.isTTY) out.write(`${entryLine(entry)}\n`);
      if (err.isTTY) count();
    },
    finish(isComplete) {
      const failed = (counts.get('failed') ?? 0) + (counts.get('held') ?? 0);
      const summary = [...counts].map(([outcome, n]) => `${n} ${outcome}`).join(', ') || 'nothing to import';
      const clear = err.isTTY ? CLEAR_LINE : '';
      err.write(`${clear}${dryRun ? 'dry run, nothing is written: ' : ''}${summary}${speed()}\n`);
      if (findings.size > 0) err.write(`${tallyNotes(findings).join(', ')} to look at\n`);
      if (failed === total) return 2;
      return failed > 0 || !isComplete ? 1 : 0;
    },
  };

  function fail(lines: readonly string[]): void {
    err.write(`${err.isTTY ? CLEAR_LINE : ''}${lines.join('\n')}\n`);
  }

  function count(): void {
    const now = performance.now();
    if (now - shownAt < COUNTER_MILLIS) return;
    shownAt = now;
    err.write(`${CLEAR_LINE}${total} read, ${counts.get('failed') ?? 0} failed${speed()}`);
  }

  function speed(): string {
    const seconds = (performance.now() - startedAt) / 1000;
    return ` in ${seconds.toFixed(1)} s (${Math.round(total / seconds)} a second)`;
  }
}
