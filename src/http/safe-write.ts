import * as z from 'zod';
import { actorName } from '../domain/actor.ts';
import { instantFromMillis, millisOf } from '../domain/time.ts';
import { IDEMPOTENCY_RETENTION_SECONDS } from './request-headers.ts';
import type { Answer, RouteContext } from './route.ts';

/** What a request says about how its change is to be carried out. */
export interface WriteRequest {
  readonly operationId: string;
  readonly dryRun: boolean | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** How a change is carried out, in the words of the store. */
export interface SafeWrite<Subject> {
  readonly actor: RouteContext['actor'];
  readonly dryRun: boolean;
  readonly once: {
    readonly scope: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly expiresAt: RouteContext['audience']['at'];
    readonly answer: (subject: Subject | undefined) => string;
  } | null;
}

/** What a change left, or the answer of the same request, which was carried out before. */
type Written<Subject> = { readonly subject: Subject } | { readonly kept: string };

/** Carries out one change, once however often it is asked for, or tries it only, and answers with what it left. */
export async function answerSafeWrite<Subject>(
  { operationId, dryRun = false, idempotencyKey }: WriteRequest,
  write: (options: SafeWrite<Subject>) => Promise<Written<Subject>>,
  answerTo: (subject: Subject) => KeptAnswer,
  { actor, audience, digest }: RouteContext,
): Promise<Answer> {
  const onceFor = (key: string): SafeWrite<Subject>['once'] => ({
    scope: `${actorName(actor)} ${operationId}`,
    key,
    fingerprint: digest(),
    expiresAt: instantFromMillis(millisOf(audience.at) + IDEMPOTENCY_RETENTION_SECONDS * 1000),
    answer: (subject) => JSON.stringify(subject && answerTo(subject)),
  });
  const once = idempotencyKey === undefined ? null : onceFor(idempotencyKey);
  const written = await write({ actor, dryRun, once });
  if ('kept' in written) {
    const { headers, ...kept } = keptAnswer.parse(JSON.parse(written.kept));
    return { ...kept, headers: { ...headers, 'Idempotency-Replayed': 'true' } };
  }
  const answer = answerTo(written.subject);
  // What was only tried has no version that could be changed, and no address.
  return dryRun ? { body: answer.body, headers: { 'Dry-Run': 'true' } } : answer;
}

const keptAnswer = z.strictObject({
  body: z.record(z.string(), z.unknown()),
  etag: z.string().exactOptional(),
  headers: z.record(z.string(), z.string()),
});
export type KeptAnswer = z.output<typeof keptAnswer>;
