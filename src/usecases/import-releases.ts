import { hash } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { Override } from '../domain/check.ts';
import { Problem } from '../domain/problem.ts';
import { type Audience, audienceOf } from '../domain/visibility.ts';
import type { ChangeRequest, ChangeResult } from '../store/article-change.ts';
import type { Settlement } from '../store/once.ts';
import type { SavedState } from '../store/store.ts';
import { type ReleaseDocument, readDocument, readRecord } from '../text/document.ts';
import { type ReleaseRead, toReleases } from '../text/release.ts';
import { type AddressBook, createAddressBook } from './address-book.ts';
import type { SourceDocument } from './compose-save.ts';
import type { Deps } from './deps.ts';
import { importRelease } from './import-release.ts';
import { failure, type ImportOrigin, type ImportResult, NO_NAMES, resultOf } from './import-result.ts';
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
  const prospects = prospectsOf(read, { saved, audience, options, addresses: deps.addresses });
  const steps = await stepsOf(deps, prospects, { audience, options });

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

interface Prospecting extends Pick<Holding, 'addresses'> {
  readonly saved: ReadonlyMap<string, SavedState>;
  readonly audience: Audience;
  readonly options: ImportOptions;
}

/** Which documents have to be read, told without rendering anything. */
function prospectsOf(
  read: readonly (Reading | Done)[],
  { saved, audience, options, addresses }: Prospecting,
): (Wanted | Done)[] {
  // Whether somebody who does not see everything may know of it is decided with the article itself.
  const seesAll = audience.onlyBy === null && audience.onlyIn === null;
  const touched = new Set<string>();

  return read.map((reading) => {
    if (reading.kind === 'done') return reading;
    const { origin, document, source } = reading;
    const { url } = document;
    const asked = { ...options, publish: options.publish && !source.isDraft };
    const known = saved.get(url);
    const isTouched = touched.has(url);
    if (!addresses.takes(reading)) {
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
  });
}

type Planning = Pick<Prospecting, 'audience' | 'options'>;

/** Reads what has to be, some at a time, and says of each what is to be done; in the order in which they came. */
async function stepsOf(deps: Holding, prospects: readonly (Wanted | Done)[], planning: Planning): Promise<Step[]> {
  const wanted = prospects.filter((each) => each.kind === 'wanted');
  const planned: Step[] = [];
  for (let from = 0; from < wanted.length; from += READ_TOGETHER) {
    const together = wanted.slice(from, from + READ_TOGETHER);
    const releases = toReleases(together.map(({ document }) => document));
    for (const [at, each] of together.entries()) planned.push(await stepOf(deps, each, releases[at], planning));
  }
  const inOrder = planned.values();
  return prospects.flatMap((each) => (each.kind === 'done' ? each : (inOrder.next().value ?? [])));
}

async function stepOf(
  deps: Holding,
  { origin, source, asked, isRepeated }: Wanted,
  read: ReleaseRead | undefined,
  { audience, options: { actor, dryRun } }: Planning,
): Promise<Step> {
  try {
    if (!read || 'error' in read) throw read?.error;
    const { release } = read;
    const found = await reviewRelease(deps, release, audience.at, asked);
    const areaKey = await deps.areaOf(release.area);
    const { newId } = deps;
    const wish = { actor, audience, newId, ...found, publish: asked.publish, areaKey, isRepeated };
    const request = { ...importRelease(release, source, wish), dryRun, unread: true };
    return { kind: 'planned', origin, url: release.url, request, found };
  } catch (error) {
    return { kind: 'done', result: failure(origin, error) };
  }
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
