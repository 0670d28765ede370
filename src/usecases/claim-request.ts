import { shifted } from '../domain/time.ts';
import type { ClaimTerm, Kept, KeptAnswer, Once, RequestName } from '../store/once.ts';
import type { Deps } from './deps.ts';

type Claiming = Pick<Deps, 'store' | 'clock' | 'newId'>;

/** A claim that nobody renews, for its process has died, is free again after so many seconds. */
const CLAIM_SECONDS = 15;
/** Often enough that a busy moment ends no claim. */
const RENEWAL_MILLIS = 3_000;

/** A request that is being carried out by nobody else. */
export interface HeldClaim {
  readonly id: string;
  /** Must be called, whatever became of the request. */
  end(): Promise<void>;
}

/**
 * Claims a request that takes longer than one transaction, and keeps the claim until it is ended or the process dies.
 * @throws Problem `idempotency_key_in_use`, `idempotency_key_reused`
 */
export async function claimRequest(
  { store, clock, newId }: Claiming,
  request: RequestName,
): Promise<HeldClaim | KeptAnswer> {
  const id = newId();
  const now = clock.now();
  const term = (): ClaimTerm => ({ id, endsAt: shifted(clock.now(), CLAIM_SECONDS * 1000) });
  const kept = await store.claims.begin(request, term(), now);
  if (kept) return kept;
  // Whether the claim still holds is asked where the answer is kept.
  const timer = setInterval(() => void store.claims.renew(term()).catch(() => {}), RENEWAL_MILLIS);
  timer.unref();
  return {
    id,
    end: async () => {
      clearInterval(timer);
      // Nobody renews it any more: what cannot be ended now ends by itself, and what was carried out stands.
      await store.claims.end(id).catch(() => {});
    },
  };
}

/**
 * Carries out a request that takes longer than one transaction, alone.
 * @throws Problem `idempotency_key_in_use`, `idempotency_key_reused`
 */
export async function whileClaimed<Subject, Result>(
  deps: Claiming,
  once: Once<Subject>,
  carryOut: (once: Once<Subject>) => Promise<Result>,
): Promise<Result | Kept> {
  const claim = await claimRequest(deps, once);
  if ('answer' in claim) return { kept: claim.answer };
  try {
    return await carryOut({ ...once, claim: claim.id });
  } finally {
    await claim.end();
  }
}
