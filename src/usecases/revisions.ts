import { personOf } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { auditNote } from '../domain/audit.ts';
import type { Content, Revision, RevisionHead } from '../domain/edition.ts';
import { notHere, Problem } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import { type Audience, audienceOf } from '../domain/visibility.ts';
import type { ChangeRequest } from '../store/article-change.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { diffText, type TextChange } from '../text/text-diff.ts';
import { type Changed, changeArticle, type Reviewed, refuseStale } from './change-article.ts';
import type { Deps } from './deps.ts';
import { knownSpeakers } from './known-speakers.ts';
import { readNewsroomArticle } from './read-newsroom-article.ts';
import { refuseScheduled } from './write-article.ts';
import type { WriteOptions } from './write-wish.ts';

/**
 * Every save of an article, newest first.
 * @throws Problem `not_found`
 */
export async function listRevisions(
  deps: Deps,
  articleId: string,
  page: PageQuery,
  audience: Audience,
): Promise<Slice<RevisionHead>> {
  await readNewsroomArticle(deps, articleId, audience);
  return deps.store.newsroom.revisions(articleId, page, audience);
}

/** @throws Problem `not_found`, also for an article that this audience may not see */
export async function readRevision(
  { store }: Deps,
  articleId: string,
  revisionId: string,
  audience: Audience,
): Promise<Revision> {
  const found = await store.newsroom.revision(articleId, revisionId, audience);
  if (!found) throw notHere('revision');
  return found;
}

/** Two saves of one article, and what was changed in the body on the way from the one to the other. */
export interface RevisionDiff {
  readonly before: Revision;
  readonly after: Revision;
  readonly body: readonly TextChange[];
}

/**
 * @param against id of the save that it is compared with
 * @throws Problem `not_found` for the one, `invalid_parameter` for the other where there is no such save
 */
export async function diffRevisions(
  deps: Deps,
  articleId: string,
  revisionId: string,
  against: string,
  audience: Audience,
): Promise<RevisionDiff> {
  const after = await readRevision(deps, articleId, revisionId, audience);
  const before = await deps.store.newsroom.revision(articleId, against, audience);
  if (!before) {
    throw new Problem('invalid_parameter', 'There is nothing to compare with.', {
      errors: [{ parameter: 'against', detail: 'The article has no such revision.', expected: 'Id of a revision.' }],
    });
  }
  return { before, after, body: diffText(before.content.markdown, after.content.markdown) };
}

/**
 * Saves what an earlier revision says as a new revision of the open edition, opening one where none is open. What was
 * submitted is a draft again; what is public stays as it is, and so does a public address.
 * @throws Problem `not_found`, `stale_edition`, `verb_not_allowed` while the edition is scheduled, `conflict` when another
 *   article has the address by now, `forbidden` when the key is limited to other areas
 */
export async function restoreRevision(
  deps: Deps,
  articleId: string,
  revisionId: string,
  options: WriteOptions<Reviewed> & { readonly version: number },
): Promise<Changed> {
  const { actor, version } = options;
  const audience = audienceOf(actor, deps.clock.now());
  const { content } = await readRevision(deps, articleId, revisionId, audience);
  const { html, text } = renderMarkdown(content.markdown);
  const request: ChangeRequest = {
    article: { id: articleId },
    mentions: { areas: [], organisations: [], officials: [] },
    audience,
    by: personOf(actor),
    decide(current) {
      refuseStale(current, version);
      refuseScheduled(current, actor);
      return {
        save: { content: atPublicAddress(content, current), rendering: { html, text }, source: null },
        ...(current.open?.state === 'submitted' && { open: 'draft' as const }),
        audit: auditNote(actor, {
          at: audience.at,
          action: 'article.restored',
          outcome: 'accepted',
          subject: articleId,
          detail: { revision: revisionId },
        }),
      };
    },
  };
  return changeArticle(deps, request, await knownSpeakers(deps, content.quotes, audience.at), options);
}

function atPublicAddress(content: Content, { slug, url }: Article): Content {
  return slug === null ? content : { ...content, url };
}
