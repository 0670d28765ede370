import type { Article } from '../../domain/article.ts';
import type { Changed, Reviewed } from '../../usecases/change-article.ts';
import { type WriteOptions, writtenOf } from '../../usecases/write-wish.ts';
import type { Answer, RouteContext } from '../route.ts';
import { newsroomAddress, toNewsroomArticleView } from '../views/newsroom-article.ts';
import { type AnsweredWrite, answerSafeWrite, type CreatingRequest } from './safe-write.ts';

/** Carries out one change of an article, once however often it is asked for, and answers with the article. */
export function answerWrite(
  { isCreation = false, ...request }: CreatingRequest,
  write: (options: WriteOptions<Reviewed>) => Promise<Changed>,
  context: RouteContext,
): Promise<Answer> {
  return answerSafeWrite<Reviewed>(
    request,
    async (options) => writtenOf(await write(options)),
    ({ article, checks }) => ({
      ...answerArticle(article, context, checks),
      headers: isCreation ? { Location: newsroomAddress(article, context.publicUrl) } : {},
    }),
    context,
  );
}

/** An article as the newsroom reads it, with its version. */
export function answerArticle(
  article: Article,
  { actor, publicUrl, deps }: RouteContext,
  checks: Reviewed['checks'],
): Pick<AnsweredWrite, 'body' | 'etag'> {
  return {
    body: toNewsroomArticleView(article, actor, { publicUrl, ...deps.rules }, checks),
    etag: String(article.version),
  };
}
