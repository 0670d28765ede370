import type { Actor } from '../domain/actor.ts';
import type { Kept, Once } from '../store/once.ts';

/** How a change is wished for. */
export interface WriteWish<Subject> {
  /** Decides, and keeps nothing. */
  readonly dryRun: boolean;
  readonly once: Once<Subject> | null;
}

/** A wish, and whose it is. */
export interface WriteOptions<Subject> extends WriteWish<Subject> {
  readonly actor: Actor;
}

/** What a change left, or the answer of the same request, which was carried out before. */
export type Written<Subject> = { readonly subject: Subject } | Kept;

/** Carried out, as often as it is asked for. */
export const PLAINLY = { dryRun: false, once: null } as const satisfies WriteWish<never>;

/** The same request, where the store decides something that is more than what is told. */
export function onceOf<Subject, Decision>(
  once: Once<Subject> | null,
  subjectOf: (decision: Decision) => Subject,
): Once<Decision> | null {
  if (!once) return null;
  return { ...once, answer: (decision) => once.answer(decision === undefined ? undefined : subjectOf(decision)) };
}

/** What comes of a use case that returns its subject itself. */
export function writtenOf<Subject extends object>(result: Subject | Kept): Written<Subject> {
  return 'kept' in result ? result : { subject: result };
}

/**
 * What a change left that no Idempotency-Key came with.
 * @throws Error when one came
 */
export function carriedOut<Result extends object>(written: Result | Kept): Result {
  if ('kept' in written) throw new Error('the request was carried out before');
  return written;
}
