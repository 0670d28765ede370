import type { AuditNote } from '../domain/audit.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { AcknowledgedThrough, ArticleHoldings, OpenWithdrawal, PartnerReceipts } from '../domain/receipt.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';

/** What partners have said that they have. */
export interface ReceiptStore {
  /** Keeps an acknowledgement, once however often it is given. An older one never takes the place of a newer one. */
  acknowledge(acknowledgement: Acknowledgement): Promise<Acknowledged>;
  /**
   * Keeps that a partner has deleted articles to which it lost access. Resolves to those of which it never did; then
   * nothing was kept.
   */
  acknowledgeLoss(said: LossAcknowledgement): Promise<readonly string[]>;
  /** What would not be known of what a partner says, and how it would stand then. Keeps nothing. */
  tryOut(
    said: Acknowledgement | LossAcknowledgement,
  ): Promise<{ readonly unknown: readonly (number | string)[]; readonly receipts: PartnerReceipts }>;
  /** Partners that get the article, and those that had it; undefined for whoever may not see it in the newsroom. */
  ofArticle(articleId: string, audience: Audience): Promise<ArticleHoldings | undefined>;
  /** Those of the partner that reads. */
  ofPartner(audience: Audience): Promise<PartnerReceipts>;
  /** Withdrawals from up to an instant that are not acknowledged, the oldest first; those that the audience may see. */
  open(until: Instant, audience: Audience, page: PageQuery): Promise<Slice<OpenWithdrawal>>;
  /** How many there are, whoever might see them. */
  countOpen(until: Instant): Promise<number>;
  /**
   * The same of everything, each once for ever: that it was reported is kept with what the audit trail says of it.
   * @param noteOf synchronous and pure
   */
  report(until: Instant, noteOf: (open: OpenWithdrawal) => AuditNote): Promise<readonly OpenWithdrawal[]>;
}

export type Acknowledgement = {
  readonly partnerId: string;
  readonly at: Instant;
  readonly through: AcknowledgedThrough;
} & (
  | { readonly changes: readonly number[] }
  /** Everything that it was told up to a place of the public log, and up to one of its own. */
  | { readonly upTo: number; readonly ownUpTo: number | null }
);

export interface LossAcknowledgement {
  readonly partnerId: string;
  readonly at: Instant;
  readonly articleIds: readonly string[];
}

/** What a partner says of its own log: of one entry, or of all up to one. */
export type OwnAcknowledgement = Omit<LossAcknowledgement, 'articleIds'> & {
  readonly through: AcknowledgedThrough;
} & ({ readonly number: number } | { readonly upTo: number });

export interface Acknowledged {
  /** Numbers that the log has not given out. Then nothing was kept. */
  readonly unknown: readonly number[];
}
