import { hash } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { Check, Override } from '../domain/check.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { audienceOf } from '../domain/visibility.ts';
import type { ArticleDecision, ChangeRequest, ChangeResult } from '../store/article-change.ts';
import type { Settlement } from '../store/once.ts';
import type { SavedState } from '../store/store.ts';
import { type ReleaseDocument, readDocument, readRecord } from '../text/document.ts';
import { type ReleaseRead, toReleases } from '../text/release.ts';
import { type AddressBook, createAddressBook } from './address-book.ts';
import type { SourceDocument } from './compose-save.ts';
import type { Deps } from './deps.ts';
import type { ImportOutcome } from './import-outcome.ts';
import { importRelease } from './import-release.ts';
import { type Found, reviewRelease } from './review-release.ts';
import { type AreaFinder, createAreaFinder } from './welsh-areas.ts';

/** One thing to import, or the reason why it could not even be read. */
export type ImportInput = ImportOrigin & {
  /** What was not public where it comes from: it goes in as a draft, whatever else is published. */
  readonly isDraft?: boolean;
} & (
    | { readonly kind: 'markdown' | 'record'; readonly bytes: Uint8Array }
    | { readonly kind: 'unreadable'; readonly problem: Problem }
  );

interface ImportOrigin {
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

export interface ImportOptions {
  readonly actor: Actor;
  /** Whether releases go public, at their date; otherwise they are drafts. */
  readonly publish: boolean;
  /** Decides everything against what is there now, and writes nothing. */
  readonly dryRun: boolean;
  /** Rules of severity `error` that stop no publication. */
  readonly overrides?: readonly Override[];
  /** Which editorial rules read every release; without those about officials, the register is not asked. */
  readonly checks?: 'text' | 'all' | undefined;
  /** What is kept as the answer to the request for it, with the last of its transactions, by the results of that one. */
  readonly settle?: (last: readonly ImportResult[]) => Settlement | undefined;
  /** Ends the import after the transaction that is running. */
  readonly signal?: AbortSignal;
}

/** Inputs of one transaction; one commit to the disk is shared by them. */
export const MAX_BATCH_INPUTS = 512;
export const MAX_BATCH_BYTES = 4_000_000;
/** Documents of a transaction that are read together. */
const READ_TOGETHER = 16;

/**
 * Imports whatever comes, in its order, a batch per transaction, and yields one result per input once it is durable.
 * A bad input fails alone. Holds one batch at a time, however many inputs there are.
 * @throws what keeps the store from writing; the results yielded until then stand
 */
export async function* importReleases(
  deps: Deps,
  inputs: AsyncIterable<ImportInput>,
  options: ImportOptions,
): AsyncGenerator<ImportResult> {
  const holding = { ...deps, areaOf: createAreaFinder(deps), addresses: createAddressBook() };
  let batch: ImportInput[] = [];
  let bytes = 0;
  for await (const input of inputs) {
    if (options.signal?.aborted) return;
    batch.push(input);
    bytes += input.kind === 'unreadable' ? 0 : input.bytes.length;
    if (batch.length < MAX_BATCH_INPUTS && bytes < MAX_BATCH_BYTES) continue;
    yield* await importBatch(holding, batch, options);
    batch = [];
    bytes = 0;
  }
  if (options.signal?.aborted) return;
  if (batch.length > 0 || options.settle) yield* await importBatch(holding, batch, options, options.settle);
}

/** What is known of one input before the store is asked to write. */
type Step = { readonly kind: 'done'; readonly result: ImportResult } | Planned;

interface Planned {
  readonly kind: 'planned';
  readonly origin: ImportOrigin;
  readonly url: string;
  readonly request: ChangeRequest;
  readonly found: Found;
}

/** What the batches of one import share. */
type Holding = Deps & { readonly areaOf: AreaFinder; readonly addresses: AddressBook };

async function importBatch(
  deps: Holding,
  inputs: readonly ImportInput[],
  options: ImportOptions,
  settle?: ImportOptions['settle'],
): Promise<readonly ImportResult[]> {
  const read = inputs.map(readInput);
  const urls = read.flatMap((reading) => (reading.kind === 'read' ? [reading.document.url] : []));
  const saved = await deps.store.articles.saved(urls);
  const audience = audienceOf(options.actor, deps.clock.now());
  const importing = { actor: options.actor, audience, newId: deps.newId };
  // Whether somebody who does not see everything may know of it is decided with the article itself.
  const seesAll = audience.onlyBy === null && audience.onlyIn === null;

  const touched = new Set<string>();
  const prospects = read.map(prospectOf);
  const wanted = prospects.filter((each) => each.kind === 'wanted');
  const planned: Step[] = [];
  for (let from = 0; from < wanted.length; from += READ_TOGETHER) {
    const together = wanted.slice(from, from + READ_TOGETHER);
    const releases = toReleases(together.map(({ document }) => document));
    for (const [at, each] of together.entries()) planned.push(await stepOf(each, releases[at]));
  }
  const inOrder = planned.values();
  const steps = prospects.flatMap((each) => (each.kind === 'done' ? each : (inOrder.next().value ?? [])));

  function prospectOf(reading: Reading | Done): Wanted | Done {
    if (reading.kind === 'done') return reading;
    const { origin, document, source } = reading;
    const { url } = document;
    const asked = { ...options, publish: options.publish && !source.isDraft };
    const known = saved.get(url);
    const isTouched = touched.has(url);
    if (!deps.addresses.takes(reading)) {
      const conflict = `Another document of this import has the same address, ${url}, and says something else`;
      return { kind: 'done', result: failure(origin, new Problem('conflict', conflict)) };
    }
    if (known && seesAll && !isTouched && isSaved(known, source, asked)) {
      return { kind: 'done', result: { ...origin, outcome: 'unchanged', url, id: known.id, created: NO_NAMES } };
    }
    touched.add(url);
    // A draft that stands there is known by that, unless a document of this very batch takes its place before.
    const isRepeated = known && isImported(known, source) && !(isTouched && known.sourceDigest === source.digest);
    return { ...reading, kind: 'wanted', asked, isRepeated };
  }

  async function stepOf({ origin, source, asked, isRepeated }: Wanted, read: ReleaseRead | undefined): Promise<Step> {
    try {
      if (!read || 'error' in read) throw read?.error;
      const { release } = read;
      const found = await reviewRelease(deps, release, audience.at, asked);
      const areaKey = await deps.areaOf(release.area);
      const wish = { ...importing, ...found, publish: asked.publish, areaKey, isRepeated };
      const request = { ...importRelease(release, source, wish), dryRun: options.dryRun, unread: true };
      return { kind: 'planned', origin, url: release.url, request, found };
    } catch (error) {
      return { kind: 'done', result: failure(origin, error) };
    }
  }

  const requests = steps.flatMap((step) => (step.kind === 'planned' ? [step.request] : []));
  const resultsOf = (changes: readonly ChangeResult[]): ImportResult[] => {
    const rest = changes.values();
    return steps.map((step) =>
      step.kind === 'done' ? step.result : resultOf(step, rest.next().value, { now: audience.at, ...options }),
    );
  };
  const changes = await deps.store.articles.change(requests, settle && ((results) => settle(resultsOf(results))));
  return resultsOf(changes);
}

interface Reading {
  readonly kind: 'read';
  readonly origin: ImportOrigin;
  readonly document: ReleaseDocument;
  readonly source: SourceDocument;
}

/** A document that has to be read, with what the article at its address tells. */
interface Wanted extends Omit<Reading, 'kind'> {
  readonly kind: 'wanted';
  readonly asked: ImportOptions;
  readonly isRepeated: boolean | undefined;
}

type Done = Extract<Step, { kind: 'done' }>;

function readInput({ name, line, isDraft = false, ...input }: ImportInput): Reading | Done {
  const origin = { name, ...(line !== undefined && { line }) };
  return attempt(origin, () => {
    if (input.kind === 'unreadable') throw input.problem;
    const { kind, bytes } = input;
    const document = kind === 'markdown' ? readDocument(bytes) : readRecord(bytes);
    return { kind: 'read', origin, document, source: { bytes, digest: hash('sha256', bytes), isDraft } };
  });
}

/** Whether nothing is left to do, told without rendering anything: what makes a second run cheap. */
function isSaved(saved: SavedState, source: SourceDocument, { publish }: ImportOptions): boolean {
  return saved.sourceDigest === source.digest ? !(publish && saved.isDraft) : isImported(saved, source);
}

/** Whether the very same document was imported last, of all or of its kind: a release and its draft may come together. */
function isImported({ imported }: SavedState, { digest, isDraft }: SourceDocument): boolean {
  return imported.last === digest || imported[isDraft ? 'draft' : 'public'] === digest;
}

interface Resulting extends Pick<ImportOptions, 'dryRun'> {
  readonly now: Instant;
}

function resultOf(
  { origin, url, found }: Planned,
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

const NO_NAMES: CreatedNames = { areas: [], organisations: [], officials: [] };

function namesOf({ areas, organisations, officials }: NonNullable<ArticleDecision['register']>): CreatedNames {
  return {
    areas: areas.map(({ name }) => name),
    organisations: organisations.map(({ name }) => name),
    officials: officials.map(({ name }) => name),
  };
}

function attempt<Result>(
  origin: ImportOrigin,
  run: () => Result,
): Result | { readonly kind: 'done'; readonly result: ImportResult } {
  try {
    return run();
  } catch (error) {
    return { kind: 'done', result: failure(origin, error) };
  }
}

function failure(origin: ImportOrigin, error: unknown): ImportResult {
  if (error instanceof Problem) return { ...origin, outcome: 'failed', problem: error };
  const problem = new Problem('internal_error', 'Dateline itself failed on this document', { cause: error });
  return { ...origin, outcome: 'failed', problem };
}
