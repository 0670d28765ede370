import { type Check, SEVERITIES, type Severity } from '../domain/check.ts';
import type { Problem } from '../domain/problem.ts';
import type { CreatedNames, ImportResult } from '../usecases/import-result.ts';

/** A file of areas that was taken in. */
export interface RegisteredAreas {
  readonly name: string;
  readonly outcome: 'registered';
  readonly areas: number;
}

/** What became of one input of the command line. */
export type ImportEntry = ImportResult | RegisteredAreas;

/** What is wrong, one line per fault: `FILE:LINE:COLUMN: what is wrong: what would be right`. */
export function faultLines(name: string, line: number | undefined, { message, errors }: Problem): string[] {
  if (errors.length === 0) return [`${line === undefined ? name : `${name}:${line}`}: ${message}`];
  return errors.map((error) => {
    const place = [name, lineInFile(line, error.line), error.column].filter((part) => part !== undefined).join(':');
    return `${place}: ${error.detail}${error.expected === undefined ? '' : `: expected ${error.expected}`}`;
  });
}

/** A result for people: what happened to which input, and what was new in it. */
export function entryLine(entry: Exclude<ImportEntry, { outcome: 'failed' }>): string {
  const outcome = entry.outcome.padEnd(OUTCOME_WIDTH);
  if (entry.outcome === 'registered') return `${outcome} ${entry.name} (${entry.areas} areas)`;
  const { name, line, publishAt, created, checks = [] } = entry;
  const place = line === undefined ? name : `${name}:${line}`;
  const notes = [publishAt && `public at ${publishAt}`, ...newNames(created), ...namedChecks(checks)].filter(
    (note) => note !== undefined,
  );
  return `${outcome} ${place}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

/** What stops the publication of a release, one line per fault, with the way past it. */
export function heldLines({ name, line, faults = [] }: Exclude<ImportResult, { outcome: 'failed' }>): string[] {
  const place = line === undefined ? name : `${name}:${line}`;
  return faults.map(
    ({ id, message }) => `${place}: ${message} It stays a draft: put it right, or --override ${id} with a --reason`,
  );
}

/** A result for programs, as one JSON object. */
export function entryJson(entry: ImportEntry): string {
  if (entry.outcome === 'registered') return JSON.stringify(entry);
  if (entry.outcome !== 'failed') {
    const { checks, faults } = entry;
    return JSON.stringify({
      ...entry,
      ...(checks && { checks: checks.map(told) }),
      ...(faults && { faults: faults.map(told) }),
    });
  }
  const { problem, ...rest } = entry;
  const { code, message, errors } = problem;
  const placed = errors.map((error) => ({ ...error, line: lineInFile(rest.line, error.line) }));
  return JSON.stringify({ ...rest, code, detail: message, errors: placed });
}

/** Where it stands, `extract` says. */
function told({ id, severity, message }: Check): Pick<Check, 'id' | 'severity' | 'message'> {
  return { id, severity, message };
}

/** How many findings there are of each severity. */
export type Tally = Map<Severity, number>;

export function tally(checks: readonly Pick<Check, 'severity'>[], counts: Tally = new Map()): Tally {
  for (const { severity } of checks) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return counts;
}

/** `2 warnings`, the gravest first. */
export function tallyNotes(counts: Tally): string[] {
  return SEVERITIES.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
}

/** `2 warnings: date-year, summary-missing`, the gravest first. */
function namedChecks(checks: readonly Check[]): string[] {
  return SEVERITIES.flatMap((severity) => {
    const found = checks.filter((check) => check.severity === severity);
    const ids = [...new Set(found.map(({ id }) => id))];
    return tallyNotes(tally(found)).map((note) => `${note}: ${ids.join(', ')}`);
  });
}

const OUTCOME_WIDTH = 'registered'.length;

/** A record stands in one line of its file, whatever lines its own text has. */
function lineInFile(line: number | undefined, lineOfError: number | undefined): number | undefined {
  return line ?? lineOfError;
}

function newNames({ areas, organisations, officials }: CreatedNames): string[] {
  return [
    ...(areas.length > 0 ? [`new area: ${areas.join(', ')}`] : []),
    ...(organisations.length > 0 ? [`new organisations: ${organisations.join(', ')}`] : []),
    ...(officials.length > 0 ? [`new officials: ${officials.join(', ')}`] : []),
  ];
}
