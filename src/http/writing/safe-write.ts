import * as z from 'zod';
import { actorName } from '../../domain/actor.ts';
import { whileClaimed } from '../../usecases/claim-request.ts';
import type { WriteOptions, Written } from '../../usecases/write-wish.ts';
import { dryRunHeaders } from '../answer/response-headers.ts';
import { answerExpiry } from '../request/request-headers.ts';
import type { Answer, RouteContext } from '../route.ts';
import { sealAnswer, unsealAnswer } from './sealed-answer.ts';

/** What a request says about how its change is to be carried out. */
export interface WriteRequest {
  readonly operationId: string;
  readonly dryRun: boolean | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Whether it takes longer than one transaction, so that its repetition can come meanwhile. */
  readonly isLong?: boolean;
  /** Whether the answer shows what is kept nowhere. */
  readonly isSecret?: boolean;
}

/** That of what may be the creation of something that has an address. */
export interface CreatingRequest extends WriteRequest {
  /** Whether the answer names the address of what it created. */
  readonly isCreation?: boolean;
}

/** Carries out one change, once however often it is asked for, or tries it only, and answers with what it left. */
export async function answerSafeWrite<Subject>(
  { operationId, dryRun = false, idempotencyKey, isLong = false, isSecret = false }: WriteRequest,
  write: (options: WriteOptions<Subject>) => Promise<Written<Subject>>,
  answerTo: (subject: Subject) => AnsweredWrite,
  { deps, actor, audience, digest, credential }: RouteContext,
): Promise<Answer> {
  // What is kept for a repetition is what is answered now.
  let last: { readonly subject: Subject; readonly answer: AnsweredWrite } | undefined;
  const answerOnce = (subject: Subject): AnsweredWrite => {
    if (last?.subject !== subject) last = { subject, answer: answerTo(subject) };
    return last.answer;
  };
  const onceFor = (key: string) => ({
    scope: `${actorName(actor)} ${operationId}`,
    key,
    fingerprint: digest(),
    expiresAt: answerExpiry(audience.at),
    answer: (subject: Subject | undefined) => {
      const text = JSON.stringify(subject === undefined ? null : answerOnce(subject));
      return isSecret ? sealAnswer(text, credential()) : text;
    },
  });
  const once = idempotencyKey === undefined ? null : onceFor(idempotencyKey);
  const carryOut = (named: WriteOptions<Subject>['once']) => write({ actor, dryRun, once: named });
  const written = await (once && isLong ? whileClaimed(deps, once, carryOut) : carryOut(once));
  if ('kept' in written) {
    const text = isSecret ? unsealAnswer(written.kept, credential()) : written.kept;
    const { headers, ...kept } = answeredWrite.parse(JSON.parse(text));
    return { ...kept, headers: { ...headers, 'Idempotency-Replayed': 'true' } };
  }
  const answer = answerOnce(written.subject);
  // What was only tried has no version that could be changed, and no address.
  return dryRun ? { body: answer.body, headers: dryRunHeaders(true) } : answer;
}

const answeredWrite = z.strictObject({
  body: z.record(z.string(), z.unknown()),
  etag: z.string().exactOptional(),
  headers: z.record(z.string(), z.string()),
});
/** The answer to a change, as it is kept for its repetition. */
export type AnsweredWrite = z.output<typeof answeredWrite>;
