import type { Instant } from '../domain/time.ts';

/** What a request that may come again is called. */
export interface RequestName {
  /** Who asked what: the same key of two askers or two routes is two keys. */
  readonly scope: string;
  readonly key: string;
  /** Digest of the whole request: another request under the same key is a mistake. Null while its body is unread. */
  readonly fingerprint: string | null;
}

/** What makes a repeated request one: its answer is kept in the same transaction, and given again. */
export interface Once<Subject> extends RequestName {
  readonly fingerprint: string;
  readonly expiresAt: Instant;
  /** The claim under which it is carried out, where that takes more than one transaction. */
  readonly claim?: string;
  /** What is to be told again. */
  readonly answer: (subject: Subject | undefined) => string;
}

/** The answer of the same request, which was carried out before; then nothing was done now. */
export interface Kept {
  readonly kept: string;
}

/** How a decision is to be carried out. */
export interface Writing<Decision> {
  /** All of it happens at this instant. */
  readonly at: Instant;
  /** Decides against what is there now, and keeps nothing. */
  readonly dryRun: boolean;
  readonly once: Once<Decision> | null;
  /** It takes something away that somebody can see or do: the engine does for it what it can, also when it has no room left. */
  readonly urgent?: boolean;
}

/** What several changes together leave as the answer to their request. */
export interface Settlement extends Omit<Once<never>, 'answer'> {
  readonly at: Instant;
  readonly answer: string;
}

/**
 * Who is at a request that takes longer than one transaction. A claim has an end, so that what nobody is at any more is
 * free again; whoever is still at it puts the end off.
 */
export interface ClaimStore {
  /**
   * Claims a request, unless it was carried out before.
   * @throws Problem `idempotency_key_in_use` while somebody else is at it, `idempotency_key_reused`
   */
  begin(request: RequestName, claim: ClaimTerm, now: Instant): Promise<KeptAnswer | undefined>;
  /** Puts the end off; nothing where the claim has ended. */
  renew(claim: ClaimTerm): Promise<void>;
  /** Gives the request free, unless its answer is kept. */
  end(claimId: string): Promise<void>;
}

export interface ClaimTerm {
  readonly id: string;
  readonly endsAt: Instant;
}

export interface KeptAnswer {
  readonly fingerprint: string;
  readonly answer: string;
}
