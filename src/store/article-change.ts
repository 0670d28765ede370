import type { Area } from '../domain/area.ts';
import type { Article } from '../domain/article.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Content, Rendering, Returned } from '../domain/edition.ts';
import type { Embargo } from '../domain/embargo.ts';
import type { Official, Organisation } from '../domain/official.ts';
import type { Partner } from '../domain/partner.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Withdrawal } from '../domain/withdrawal.ts';
import type { Once } from './once.ts';

/** What the register knows of the names a text mentions, by key. */
export interface Register {
  readonly areas: ReadonlyMap<string, Area>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly officials: ReadonlyMap<string, Official>;
}

/** Keys (slugified names) that a decision wants to look up. */
export interface Mentions {
  readonly areas: readonly string[];
  readonly organisations: readonly string[];
  readonly officials: readonly string[];
  /** Ids of partners. */
  readonly partners?: readonly string[];
}

/** A partner that a decision is about. */
export interface NamedPartner {
  readonly partner: Partner;
  /** Whether the open edition lies in what it gets. */
  readonly isInFilter: boolean;
}

export interface ChangeRequest {
  /**
   * The article by its canonical address, its natural key, or by its id; null for one that is new. `draftId` is the one
   * that is meant where nothing has the address, and that one has none.
   */
  readonly article: { readonly url: string; readonly draftId?: string } | { readonly id: string } | null;
  readonly mentions: Mentions;
  /**
   * For whom and when: all of this change happens at this one instant, and an article that this audience may not see
   * is none.
   */
  readonly audience: Audience;
  /** Name of the person who does it. */
  readonly by: string;
  /** Synchronous and pure: it may be run again. */
  readonly decide: (
    current: Article | undefined,
    register: Register,
    partners?: readonly NamedPartner[],
  ) => ArticleDecision;
  /** Decides against what is there now, and keeps nothing. */
  readonly dryRun?: boolean;
  readonly once?: Once<Article>;
  /** It takes something away that somebody can see: the engine does for it what it can, also when it has no room left. */
  readonly urgent?: boolean;
  /** Nobody asks how the article stands then, and it is not read again. */
  readonly unread?: boolean;
}

/** What is to be done with one article, in this order; a decision with nothing in it changes nothing. */
export interface ArticleDecision {
  /** New names, created before the content that refers to them. */
  readonly register?: {
    readonly areas: readonly Area[];
    readonly organisations: readonly Organisation[];
    readonly officials: readonly Official[];
  };
  /** Saves a revision of the open edition, opening a draft (and creating the article) where there is none. */
  readonly save?: {
    readonly content: Content;
    readonly rendering: Rendering;
    readonly source: { readonly bytes: Uint8Array; readonly digest: string; readonly isDraft: boolean } | null;
  };
  /** What becomes of the open edition while it stays hidden. */
  readonly open?: 'draft' | 'submitted' | 'discarded';
  /** Why it is a draft again, told with it until it is submitted again or public. */
  readonly returned?: Returned;
  /** The instant from which the open edition is public: at once when it is not after the audience's, else scheduled. */
  readonly publishAt?: Instant;
  /** How a later edition takes the place of the live one; without it, as a new release. */
  readonly replacement?: { readonly kind: 'correction'; readonly note: string } | { readonly kind: 'amendment' };
  /** Who may read the scheduled edition before its instant; null for nobody. It ends with the schedule. */
  readonly embargo?: Embargo | null;
  readonly withdraw?: Withdrawal;
  readonly reinstate?: boolean;
  /** What the audit trail says of it; written with it or not at all. */
  readonly audit?: AuditNote;
}

export type ChangeResult =
  | {
      readonly ok: true;
      readonly article: Article | undefined;
      /** Of the article, also where it is not read again; undefined where there is none. */
      readonly id: string | undefined;
      /** Whether there was no such article before. */
      readonly isNew: boolean;
      readonly decision: ArticleDecision;
      /** The answer that was kept when this request was carried out before; then nothing was done now. */
      readonly kept?: string;
    }
  | { readonly ok: false; readonly error: unknown };
