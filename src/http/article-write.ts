import * as z from 'zod';
import { actorName } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { instantFromMillis, millisOf } from '../domain/time.ts';
import type { Changed, WriteOptions } from '../usecases/change-article.ts';
import { IDEMPOTENCY_RETENTION_SECONDS } from './request-headers.ts';
import type { Answer, RouteContext } from './route.ts';
import { newsroomAddress, toNewsroomArticleView } from './views/newsroom-article.ts';

/** What a request says about how its change is to be carried out. */
export interface WriteRequest {
  readonly operationId: string;
  readonly dryRun: boolean | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Whether the answer names the address of what it created. */
  readonly isCreation?: boolean;
}

/** Carries out one change of an article, once however often it is asked for, and answers with the article. */
export async function answerWrite(
  { operationId, dryRun = false, idempotencyKey, isCreation = false }: WriteRequest,
  write: (options: WriteOptions) => Promise<Changed>,
  context: RouteContext,
): Promise<Answer> {
  const { actor, audience, publicUrl } = context;
  const answerTo = (article: Article): KeptAnswer => ({
    ...answerArticle(article, context),
    headers: isCreation ? { Location: newsroomAddress(article, publicUrl) } : {},
  });
  const onceFor = (key: string): WriteOptions['once'] => ({
    scope: `${actorName(actor)} ${operationId}`,
    key,
    fingerprint: context.digest(),
    expiresAt: instantFromMillis(millisOf(audience.at) + IDEMPOTENCY_RETENTION_SECONDS * 1000),
    answer: (article) => JSON.stringify(article && answerTo(article)),
  });
  const once = idempotencyKey === undefined ? null : onceFor(idempotencyKey);
  const changed = await write({ actor, dryRun, once });
  if ('kept' in changed) {
    const { headers, ...kept } = keptAnswer.parse(JSON.parse(changed.kept));
    return { ...kept, headers: { ...headers, 'Idempotency-Replayed': 'true' } };
  }
  const answer = answerTo(changed.article);
  // What was only tried has no version that could be changed, and no address.
  return dryRun ? { body: answer.body, headers: { 'Dry-Run': 'true' } } : answer;
}

/** An article as the newsroom reads it, with its version. */
export function answerArticle(
  article: Article,
  { actor, publicUrl }: Pick<RouteContext, 'actor' | 'publicUrl'>,
): Pick<KeptAnswer, 'body' | 'etag'> {
  return { body: toNewsroomArticleView(article, actor, publicUrl), etag: String(article.version) };
}

const keptAnswer = z.strictObject({
  body: z.record(z.string(), z.unknown()),
  etag: z.string(),
  headers: z.record(z.string(), z.string()),
});
type KeptAnswer = z.output<typeof keptAnswer>;
