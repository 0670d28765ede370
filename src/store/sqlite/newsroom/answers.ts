import { and, eq, lte, sql } from 'drizzle-orm';
import { Problem } from '../../../domain/problem.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Once } from '../../once.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { answers } from './tables.ts';

/** Answers that were given and are given again. Must be used inside the write transaction that carries out the request. */
export interface AnswerBook {
  /** @throws Problem `idempotency_key_reused` when the key stands for another request */
  find(once: Asked, now: Instant): string | undefined;
  keep(once: Asked, answer: string): void;
}

/** What is asked once, whatever it is about. */
type Asked = Omit<Once<never>, 'answer'>;

export function createAnswerBook(connection: Connection): AnswerBook {
  const { db } = connection;
  const insert = prepareInsert(connection, answers);
  const forget = db
    .delete(answers)
    .where(lte(answers.expiresAt, sql.placeholder('now')))
    .prepare();
  const find = db
    .select()
    .from(answers)
    .where(and(eq(answers.scope, sql.placeholder('scope')), eq(answers.key, sql.placeholder('key'))))
    .prepare();
  return {
    find({ scope, key, fingerprint }, now) {
      forget.run({ now });
      const kept = find.get({ scope, key });
      if (kept && kept.fingerprint !== fingerprint) {
        throw new Problem('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
      }
      return kept?.answer;
    },
    keep: ({ scope, key, fingerprint, expiresAt }, answer) => insert({ scope, key, fingerprint, answer, expiresAt }),
  };
}
