import { type Actor, actorName, personOf, type Unasked } from './actor.ts';
import type { PageQuery } from './query.ts';
import type { Instant } from './time.ts';

export const AUDIT_OUTCOMES = ['accepted', 'refused'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** What somebody did or tried to do, before it has its place in the chain. */
export interface AuditNote {
  readonly at: Instant;
  /** Who, as `actorName` writes it; a key by its id. */
  readonly actor: string;
  /** What they are called. */
  readonly actorTitle: string;
  /** `article.published`, `key.revoked`…: the noun and what happened to it. */
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** Id of what it was done to; null where there is none (yet). */
  readonly subject: string | null;
  /** What else matters: a reason, an override, the code of the refusal. Never the text of an article, never a secret. */
  readonly detail: AuditDetail;
}

export interface AuditDetail {
  readonly [key: string]: string | number | boolean | null;
}

/** One link of the chain: whoever changes or removes it breaks the hash of every later one. */
export interface AuditEntry extends AuditNote {
  /** 1, 2, 3… without a gap. */
  readonly sequence: number;
  /** SHA-256, lower-case hex, of the entry before it, 64 zeros for the first, and of this one. */
  readonly hash: string;
}

/** Entries that are wanted; all filters must hold together. */
export interface AuditQuery extends PageQuery {
  readonly subject?: string;
  /** As `actorName` writes it. */
  readonly actor?: string;
  readonly action?: string;
  readonly outcome?: AuditOutcome;
  /** First instant that counts. */
  readonly from?: Instant;
  /** First instant that counts no more. */
  readonly before?: Instant;
}

/** An entry by its place and its hash, as somebody wrote it down elsewhere. */
export type AuditHead = Pick<AuditEntry, 'sequence' | 'hash'>;

/**
 * What is wrong with an entry. hash: it, or the one before it, is not as it was written. gap: the one before it is
 * missing. beginning: it is the first, and has others before it. head: it was written down elsewhere and is not here.
 */
export type AuditFault = 'hash' | 'gap' | 'beginning' | 'head';

/** What a walk through the whole chain found. */
export interface AuditVerdict {
  /** Entries up to the first broken one. */
  readonly entries: number;
  /** The last good entry; its sequence is 0 when there is none. */
  readonly head: AuditHead;
  readonly broken: { readonly sequence: number; readonly fault: AuditFault } | null;
}

export const FIRST_HASH = '0'.repeat(64);

/** The head of a chain without entries. */
export const NO_ENTRY: AuditHead = { sequence: 0, hash: FIRST_HASH };

/** The bytes that an entry's hash covers: the hash before it and its own words, in a fixed order. */
export function auditText(before: string, note: AuditNote & { readonly sequence: number }): string {
  const { sequence, at, actor, actorTitle, action, outcome, subject, detail } = note;
  const details = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([before, sequence, at, actor, actorTitle, action, outcome, subject, details]);
}

/** A note in somebody's name. */
export function auditNote(
  by: Actor | Unasked,
  note: Pick<AuditNote, 'at' | 'action' | 'outcome' | 'subject' | 'detail'>,
): AuditNote {
  if (typeof by === 'string') return { ...note, actor: by, actorTitle: by };
  return { ...note, actor: actorName(by), actorTitle: personOf(by) };
}
