import type { Check } from '../domain/check.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import type { ArticleDecision, ChangeResult } from '../store/article-change.ts';
import type { Found } from './review-release.ts';

export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'published', 'scheduled', 'held', 'failed'] as const;

export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** Where one input comes from. */
export interface ImportOrigin {
  /** What its sender calls it: mostly a path. */
  readonly name: string;
  /** The line it stands in, where one file holds several. */
  readonly line?: number;
}

/** What became of one input. */
export type ImportResult = ImportOrigin & (ImportSuccess | { readonly outcome: 'failed'; readonly problem: Problem });

export interface ImportSuccess {
  readonly outcome: Exclude<ImportOutcome, 'failed'>;
  readonly url: string;
  /** Of its article; missing where a dry run would make a new one. */
  readonly id?: string;
  /** Names that nobody had used before, and that the import therefore created. */
  readonly created: CreatedNames;
  /** When it goes public (`scheduled`). */
  readonly publishAt?: Instant;
  /** What looks wrong with it, where that was asked for; what is up to date is not read again. */
  readonly checks?: readonly Check[];
  /** What stops its publication (`held`). */
  readonly faults?: readonly Check[];
}

export interface CreatedNames {
  readonly areas: readonly string[];
  readonly organisations: readonly string[];
  readonly officials: readonly string[];
}

/** A release that the store was asked to write. */
interface Asked {
  readonly origin: ImportOrigin;
  readonly url: string;
  readonly found: Found;
}

interface Resulting {
  readonly now: Instant;
  readonly dryRun: boolean;
}

export function resultOf(
  { origin, url, found }: Asked,
  change: ChangeResult | undefined,
  { now, dryRun }: Resulting,
): ImportResult {
  if (!change) throw new Error('the store did not carry out a change that it was asked for');
  const { faults, checks } = found;
  const seen = checks ? { checks } : {};
  if (!change.ok) {
    const isHeld = change.error instanceof Problem && change.error.code === 'checks_failed';
    return isHeld
      ? { ...origin, outcome: 'held', url, created: NO_NAMES, ...seen, faults }
      : failure(origin, change.error);
  }
  const { save, register, publishAt } = change.decision;
  const isKept = change.id !== undefined && !(dryRun && change.isNew);
  const told = { url, ...(isKept && { id: change.id }), created: register ? namesOf(register) : NO_NAMES, ...seen };
  if (faults.length > 0 && save) return { ...origin, outcome: 'held', ...told, faults };
  if (publishAt && publishAt > now) return { ...origin, outcome: 'scheduled', ...told, publishAt };
  if (publishAt) return { ...origin, outcome: 'published', ...told };
  if (save) return { ...origin, outcome: change.isNew ? 'created' : 'updated', ...told };
  return { ...origin, outcome: 'unchanged', ...told };
}

export const NO_NAMES: CreatedNames = { areas: [], organisations: [], officials: [] };

function namesOf({ areas, organisations, officials }: NonNullable<ArticleDecision['register']>): CreatedNames {
  return {
    areas: areas.map(({ name }) => name),
    organisations: organisations.map(({ name }) => name),
    officials: officials.map(({ name }) => name),
  };
}

export function failure(origin: ImportOrigin, error: unknown): ImportResult {
  if (error instanceof Problem) return { ...origin, outcome: 'failed', problem: error };
  const problem = new Problem('internal_error', 'Dateline itself failed on this document', { cause: error });
  return { ...origin, outcome: 'failed', problem };
}
