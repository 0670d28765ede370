import type { AuditNote } from '../domain/audit.ts';
import type { RegisteredPerson } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';

/** What it takes to see that two people of the register may be one, and what was said of it. */
export interface SuggestionStore {
  /** Everybody who was not merged into somebody else. */
  people(): Promise<readonly RegisteredPerson[]>;
  /** Everybody whose key ends with this name and who was not merged. */
  namesakes(surname: string): Promise<readonly RegisteredPerson[]>;
  /** Ids of the pairs of which somebody said that they are two. */
  rejected(): Promise<ReadonlySet<string>>;
  /** Remembers that two are two; a second time changes nothing. */
  reject(pair: RejectedPair, audit: AuditNote): Promise<void>;
}

export interface RejectedPair {
  readonly id: string;
  readonly at: Instant;
  /** Name of the person. */
  readonly by: string;
}
