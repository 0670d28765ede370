import type { Article } from '../domain/article.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Preview, PreviewedEdition } from '../domain/preview.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Kept, Writing } from './once.ts';

/** Links to editions that are not public, for people without a key. */
export interface PreviewStore {
  /** What a link shows, by the SHA-256 of its token in lower-case hex; whoever has the link may see it. */
  find(hash: string, audience: Audience): Promise<PreviewedEdition | undefined>;
  /** Those of every edition of an article, newest first. */
  list(articleId: string, page: PageQuery, audience: Audience): Promise<Slice<Preview>>;
  /**
   * Carries out a decision about the links of an article that this audience may see, in one transaction with what the
   * audit trail says of it; a decision that throws keeps nothing. Resolves to the decision.
   * @throws Problem `idempotency_key_reused`
   */
  change<Decision extends PreviewDecision>(
    articleId: string,
    audience: Audience,
    decide: (article: Article | undefined, previews: readonly Preview[]) => Decision,
    writing: Omit<Writing<Decision>, 'at'>,
  ): Promise<Decision | Kept>;
}

/** One new link, or the end of one. */
export type PreviewDecision = { readonly audit: AuditNote } & (
  | { readonly add: Preview & { readonly hash: string } }
  | { readonly revoke: { readonly id: string; readonly at: Instant } }
);
