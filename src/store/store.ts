import type { Area, PublicArea, PublicAreaWithChildren } from '../domain/area.ts';
import type { Article, ArticleListing, ArticlePart, ArticleWish, PublicArticle } from '../domain/article.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Content, EditionState, Rendering, Returned, Revision, RevisionHead } from '../domain/edition.ts';
import type { Embargo } from '../domain/embargo.ts';
import type {
  Official,
  Organisation,
  PublicOfficial,
  PublicOfficialWithHistory,
  PublicOrganisation,
} from '../domain/official.ts';
import type { Partner } from '../domain/partner.ts';
import type { ArticleQuery, ArticleSlice, NewsroomQuery, PageQuery, QuoteQuery, Slice } from '../domain/query.ts';
import type { PublicQuoteInArticle } from '../domain/quote.ts';
import type { SitemapEntry } from '../domain/sitemap.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { PublicWithdrawal, Withdrawal } from '../domain/withdrawal.ts';
import type { AuditStore } from './audit.ts';
import type { ChangeStore } from './changes.ts';
import type { StoreFigures } from './figures.ts';
import type { HubStore } from './hub.ts';
import type { KeyStore } from './keys.ts';
import type { NameStore } from './names.ts';
import type { ClaimStore, Once, Settlement } from './once.ts';
import type { OutboxStore } from './outbox.ts';
import type { PartnerStore } from './partners.ts';
import type { PreviewStore } from './previews.ts';
import type { PurgeStore } from './purges.ts';
import type { ReceiptStore } from './receipts.ts';
import type { ShownStore } from './shown.ts';
import type { SubscriptionStore } from './subscriptions.ts';
import type { SuggestionStore } from './suggestions.ts';
import type { SyndicationStore } from './syndication.ts';

/**
 * Everything the house keeps, in its own words; an engine is a folder beside this file. Every method is asynchronous
 * although one engine need not be, and every read says for whom it reads: what that audience may not see is
 * `undefined`, exactly like what does not exist.
 */
export interface Store {
  readonly articles: ArticleStore;
  readonly newsroom: NewsroomStore;
  readonly previews: PreviewStore;
  readonly areas: AreaStore;
  readonly officials: OfficialStore;
  readonly organisations: OrganisationStore;
  readonly quotes: QuoteStore;
  readonly tags: TagStore;
  readonly changes: ChangeStore;
  readonly keys: KeyStore;
  readonly names: NameStore;
  readonly suggestions: SuggestionStore;
  readonly partners: PartnerStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: OutboxStore;
  readonly hub: HubStore;
  readonly syndication: SyndicationStore;
  readonly receipts: ReceiptStore;
  readonly audit: AuditStore;
  readonly claims: ClaimStore;
  readonly purges: PurgeStore;
  figures(now: Instant): Promise<StoreFigures>;
  /** Resolves when reads and writes are possible. @throws what stands in the way */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface ArticleStore extends ShownStore {
  /** By id or by public slug; whole unless less is wished for. */
  find<Part extends ArticlePart = ArticlePart>(
    idOrSlug: string,
    audience: Audience,
    wish?: ArticleWish<Part>,
  ): Promise<Pick<PublicArticle, Part> | undefined>;
  /** What stands in the place of an article that was withdrawn, but for one that vanished; by id or by slug. */
  withdrawal(idOrSlug: string, audience: Audience): Promise<PublicWithdrawal | undefined>;
  /** The present slug of a public article, or of what stands in its place, by one that it had before. */
  movedTo(slug: string, audience: Audience): Promise<string | undefined>;
  /** As lists show them unless something else is wished for. */
  list<Part extends ArticlePart = keyof ArticleListing>(
    query: ArticleQuery,
    audience: Audience,
    wish?: ArticleWish<Part>,
  ): Promise<ArticleSlice<Pick<PublicArticle, Part>>>;
  /** How many parts the map of all public articles has, at least one. */
  sitemapParts(audience: Audience): Promise<number>;
  /** One part of it, 1 for the first; an article stays in its part. */
  sitemap(part: number, audience: Audience): Promise<readonly SitemapEntry[]>;
  /**
   * The document that an article was last saved from, byte for byte, or what it says; by id, slug or canonical address. Of
   * what was withdrawn there is none.
   */
  source(reference: string, audience: Audience): Promise<Source | undefined>;
  /** Those of every article, what is public before what is open, in a fixed order, without holding them all. */
  sources(audience: Audience): AsyncIterable<Source>;
  /** What is saved of these canonical addresses; one that is new has no entry. */
  saved(urls: readonly string[]): Promise<ReadonlyMap<string, SavedState>>;
  /**
   * Carries out changes in their order, in one transaction, each of its own: a decision that throws keeps nothing of
   * its own change and hinders no other. All are durable when the promise resolves; when it rejects, none is kept.
   * @param settle what they leave as the answer to a request, kept with them; it may leave none
   */
  change(
    requests: readonly ChangeRequest[],
    settle?: (results: readonly ChangeResult[]) => Settlement | undefined,
  ): Promise<ChangeResult[]>;
  /**
   * Carries out every lift that is due, exactly once whoever else is at it, and says which and when the next one is.
   * Nothing depends on it being called: every read and change sees to the same first.
   */
  lift(now: Instant): Promise<{ readonly lifts: readonly Lift[]; readonly next: Instant | null }>;
}

/** A scheduled edition that went public. */
export interface Lift {
  readonly articleId: string;
  /** Its public number. */
  readonly edition: number;
  /** Its instant, however late it was carried out. */
  readonly at: Instant;
}

/** What the newsroom works on: every article that an audience of the newsroom may see. */
export interface NewsroomStore {
  find(id: string, audience: Audience): Promise<Article | undefined>;
  /** Last changed first. */
  list(query: NewsroomQuery, audience: Audience): Promise<Slice<Article>>;
  /** Every save of an article, newest first, without what it says. */
  revisions(articleId: string, page: PageQuery, audience: Audience): Promise<Slice<RevisionHead>>;
  revision(articleId: string, revisionId: string, audience: Audience): Promise<Revision | undefined>;
}

export interface AreaStore {
  find(slug: string, audience: Audience): Promise<PublicAreaWithChildren | undefined>;
  /** In the order of their paths. */
  list(page: PageQuery, audience: Audience): Promise<Slice<PublicArea>>;
  /**
   * Puts areas on the public list, in one transaction, at one instant: new ones are created, known ones (by key) brought
   * up to date.
   * @param noteOf what the audit trail says of each that is new or other than it was; synchronous and pure
   */
  register(
    areas: readonly AreaRegistration[],
    at: Instant,
    noteOf?: (area: Pick<Area, 'id' | 'name'>) => AuditNote,
  ): Promise<void>;
}

/** A place for the public list; parents come before their children. */
export type AreaRegistration = Pick<Area, 'key' | 'name' | 'nameCy' | 'kind' | 'gss'> & {
  readonly parentKey: string | null;
};

export interface OfficialStore {
  find(slug: string, audience: Audience): Promise<PublicOfficialWithHistory | undefined>;
  /** The rank that they show, without their history; null where they have none, or do not show. */
  rank(slug: string, audience: Audience): Promise<string | null>;
  /** The slug of the one that turned out to be the one who had this slug. */
  movedTo(slug: string, audience: Audience): Promise<string | undefined>;
  /** In the order of their names. */
  list(page: PageQuery, audience: Audience): Promise<Slice<PublicOfficial>>;
}

export interface OrganisationStore {
  find(slug: string, audience: Audience): Promise<PublicOrganisation | undefined>;
  /** The slug of the one that turned out to be the one that had this slug. */
  movedTo(slug: string, audience: Audience): Promise<string | undefined>;
  /** In the order of their names. */
  list(page: PageQuery, audience: Audience): Promise<Slice<PublicOrganisation>>;
}

export interface QuoteStore {
  /** Newest article first, inside one article in the order of the text. */
  list(query: QuoteQuery, audience: Audience): Promise<Slice<PublicQuoteInArticle>>;
}

export interface TagStore {
  /** Tags of public articles, in alphabetical order. */
  list(page: PageQuery, audience: Audience): Promise<Slice<{ readonly tag: string; readonly articles: number }>>;
}

/** What an article was last saved from: a document, or what somebody wrote here. */
export type Source = {
  /** Where readers find it; of a draft without an address, where they would. */
  readonly url: string;
  readonly slug: string;
  /** Of the edition that it is of: live, or one of the open ones. */
  readonly state: EditionState;
} & (
  | { readonly bytes: Uint8Array }
  | {
      readonly content: Content;
      readonly publishedAt: Instant | null;
      /** Its id while it has no address. */
      readonly draftId: string | null;
    }
);

export interface SavedState {
  /** SHA-256 of the newest saved document, lower-case hex; null when the newest save was not an import. */
  readonly sourceDigest: string | null;
  /** That of the document that was imported last, whatever has been written, published or thrown away since. */
  readonly importedDigest: string | null;
  readonly id: string;
  /** Whether that save is still waiting in an open draft, neither public nor scheduled. */
  readonly isDraft: boolean;
}

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
    readonly source: { readonly bytes: Uint8Array; readonly digest: string } | null;
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
