import { and, eq, lte, sql } from 'drizzle-orm';
import { Problem } from '../../../domain/problem.ts';
import { type Instant, millisOf } from '../../../domain/time.ts';
import type { ClaimStore, KeptAnswer, Once, RequestName } from '../../once.ts';
import type { Connection } from '../engine/connection.ts';
import { answers } from './tables.ts';

/** Answers that were given and are given again. Must be used inside the write transaction that carries out the request. */
export interface AnswerBook {
  /** @throws Problem `idempotency_key_reused`, or `idempotency_key_in_use` while another claim stands on the request */
  find(request: RequestName & { readonly claim?: string }, now: Instant): KeptAnswer | undefined;
  /** Keeps an answer, in the place of the claim on it. */
  keep(once: Omit<Once<never>, 'answer'>, answer: string): void;
}

/** In the place of the digest of what is not read yet. */
const UNREAD = '';

export function createAnswerBook({ db }: Connection): AnswerBook {
  const forget = db
    .delete(answers)
    .where(lte(answers.expiresAt, sql.placeholder('now')))
    .prepare();
  const find = db
    .select()
    .from(answers)
    .where(and(eq(answers.scope, sql.placeholder('scope')), eq(answers.key, sql.placeholder('key'))))
    .prepare();
  const given = {
    fingerprint: sql`${sql.placeholder('fingerprint')}`,
    answer: sql`${sql.placeholder('answer')}`,
    expiresAt: sql`${sql.placeholder('expiresAt')}`,
    claim: null,
  };
  const keep = db
    .insert(answers)
    .values({ scope: sql.placeholder('scope'), key: sql.placeholder('key'), ...given })
    .onConflictDoUpdate({ target: [answers.scope, answers.key], set: given })
    .prepare();
  return {
    find({ scope, key, fingerprint, claim }, now) {
      forget.run({ now });
      const row = find.get({ scope, key });
      if (!row || row.claim === claim) return undefined;
      if (fingerprint !== null && row.fingerprint !== UNREAD) refuseOther(row.fingerprint, fingerprint);
      if (row.claim !== null) throw stillAtIt(row.expiresAt, now);
      return row;
    },
    keep({ scope, key, fingerprint, expiresAt }, answer) {
      keep.run({ scope, key, fingerprint, expiresAt, answer });
    },
  };
}

export function createClaims(writer: Connection): ClaimStore {
  const { client, db } = writer;
  const book = createAnswerBook(writer);
  const isClaim = eq(answers.claim, sql.placeholder('id'));
  const renew = db
    .update(answers)
    .set({ expiresAt: sql`${sql.placeholder('endsAt')}` })
    .where(isClaim)
    .prepare();
  const end = db.delete(answers).where(isClaim).prepare();
  const begin = client.transaction((...[request, { id, endsAt }, now]: Parameters<ClaimStore['begin']>) => {
    const kept = book.find(request, now);
    if (kept) return kept;
    const fingerprint = request.fingerprint ?? UNREAD;
    const { scope, key } = request;
    db.insert(answers).values({ scope, key, fingerprint, answer: '', claim: id, expiresAt: endsAt }).run();
    return undefined;
  });
  return {
    begin: async (...request) => begin.immediate(...request),
    renew: async (claim) => void renew.run({ ...claim }),
    end: async (id) => void end.run({ id }),
  };
}

function refuseOther(known: string, asked: string): void {
  if (known === asked) return;
  throw new Problem('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
}

/** By the end of the claim, whoever is at it has put that off, or is gone. */
function stillAtIt(endsAt: Instant, now: Instant): Problem {
  return new Problem('idempotency_key_in_use', 'The first request with this Idempotency-Key is still in work.', {
    retryAfterSeconds: Math.max(1, Math.ceil((millisOf(endsAt) - millisOf(now)) / 1000)),
  });
}
