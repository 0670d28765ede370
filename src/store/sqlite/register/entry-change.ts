import type { AuditNote } from '../../../domain/audit.ts';
import type { OrganisationEntry } from '../../../domain/register.ts';
import type { Instant } from '../../../domain/time.ts';
import type { EntryRequest, EntryResult, EntryStore } from '../../names.ts';
import type { Once } from '../../once.ts';
import type { Connection } from '../engine/connection.ts';
import { tryOut } from '../engine/try-out.ts';
import { createAnswerBook } from '../newsroom/answers.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import type { EntryReader } from './entries.ts';

/** What is asked of the register, whatever it is about. */
interface Asked<Result> {
  readonly at: Instant;
  readonly dryRun: boolean;
  readonly once: Once<Result> | null;
}

/** What was done, and what the audit trail says of it. */
interface Done<Result> {
  readonly result: Result | undefined;
  readonly audit: AuditNote | null;
}

/** Carries out one request in a transaction of its own, once, or not at all. */
export type RegisterTransaction = <Result>(request: Asked<Result>, run: () => Done<Result>) => EntryResult<Result>;

/** @param lift publishes what has reached its instant, so that the change log has it before what is done now */
export function createRegisterTransaction(writer: Connection, lift: (now: Instant) => unknown): RegisterTransaction {
  const answers = createAnswerBook(writer);
  const trail = createAuditTrail(writer);
  return <Result>({ at, dryRun, once }: Asked<Result>, run: () => Done<Result>): EntryResult<Result> => {
    const carryOut = writer.client.transaction((): EntryResult<Result> => {
      lift(at);
      const kept = once ? answers.find(once, at) : undefined;
      if (kept) return { kept: kept.answer };
      if (dryRun) return { entry: tryOut(writer, run).result };
      const { result, audit } = run();
      if (audit) trail.append(audit);
      if (once) answers.keep(once, once.answer(result));
      return { entry: result };
    });
    return carryOut.immediate();
  };
}

/** Where a decision looks up what it asks for. */
interface Looking<Entry> {
  readonly entries: EntryReader<Entry>;
  readonly organisations: EntryReader<OrganisationEntry>;
}

/** @param carryOut does what a decision says, and returns the id of the entry that is left */
export function createEntryChange<Entry, Decision extends { readonly audit: AuditNote | null }>(
  transaction: RegisterTransaction,
  { entries, organisations }: Looking<Entry>,
  carryOut: (decision: Decision, current: Entry | undefined, at: Instant) => string | undefined,
): EntryStore<Entry, Decision>['change'] {
  return async (request: EntryRequest<Entry, Decision>) =>
    transaction(request, () => {
      const { subject, lookUp, organisations: named = [], at, decide } = request;
      const current = subject === null ? undefined : entries.find(subject);
      const decision = decide(current, lookedUp(entries, lookUp), lookedUp(organisations, named));
      if (decision.audit === null) return { result: current, audit: null };
      const id = carryOut(decision, current, at);
      return { result: id === undefined ? undefined : entries.find(id), audit: decision.audit };
    });
}

function lookedUp<Entry>(entries: EntryReader<Entry>, references: readonly string[]): ReadonlyMap<string, Entry> {
  const found = references.flatMap((reference): [string, Entry][] => {
    const entry = entries.find(reference);
    return entry === undefined ? [] : [[reference, entry]];
  });
  return new Map(found);
}
