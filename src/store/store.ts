import type { Area, PublicArea, PublicAreaWithNeighbours } from '../domain/area.ts';
import type { Article, ArticleListing, ArticlePart, ArticleWish, PublicArticle } from '../domain/article.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Content, EditionState, Revision, RevisionHead } from '../domain/edition.ts';
import type { PublicOfficial, PublicOfficialWithHistory, PublicOrganisation } from '../domain/official.ts';
import type {
  ArticleQuery,
  ArticleSlice,
  NameQuery,
  NewsroomQuery,
  PageQuery,
  QuoteQuery,
  Slice,
} from '../domain/query.ts';
import type { PublicQuoteInArticle } from '../domain/quote.ts';
import type { OtherName } from '../domain/register.ts';
import type { SitemapEntry } from '../domain/sitemap.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { PublicWithdrawal } from '../domain/withdrawal.ts';
import type { ChangeRequest, ChangeResult } from './article-change.ts';
import type { AuditStore } from './audit.ts';
import type { ChangeStore } from './changes.ts';
import type { StoreFigures } from './figures.ts';
import type { HubStore } from './hub.ts';
import type { KeyStore } from './keys.ts';
import type { NameStore } from './names.ts';
import type { ClaimStore, Settlement } from './once.ts';
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
 * although one engine need not be. Every read of releases, and of the names that they show, says for whom it reads: what
 * that audience may not see is `undefined`, exactly like what does not exist.
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
  /**
   * Resolves when reads are possible and what writes is open: that a disk is full shows with a write alone, and to wait for one
   * here would be to wait for an import.
   * @throws what stands in the way
   */
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
  find(slug: string, audience: Audience): Promise<PublicAreaWithNeighbours | undefined>;
  /** In the order of their paths. */
  list(page: PageQuery, audience: Audience): Promise<Slice<PublicArea>>;
  /**
   * Puts areas on the public list, in one transaction, at one instant: new ones are created, known ones (by key) brought
   * up to date.
   * @throws Problem `conflict` when they cannot stand so beside those that are there: then none is registered
   */
  register(areas: readonly AreaRegistration[], at: Instant, how?: AreaRegistering): Promise<void>;
}

export interface AreaRegistering {
  /** What the audit trail says of each that is new or other than it was; synchronous and pure. */
  readonly noteOf?: (area: Pick<Area, 'id' | 'name'>) => AuditNote;
  /** Keeps nothing, and refuses what would be refused when these lists, in their order, had gone in before. */
  readonly dryRunAfter?: readonly (readonly AreaRegistration[])[];
}

/** A place for the public list; parents come before their children. */
export type AreaRegistration = Pick<Area, 'key' | 'name' | 'nameCy' | 'kind' | 'gss'> & {
  readonly parentKey: string | null;
  /** Further names, which come to those that it has. */
  readonly otherNames?: readonly Pick<OtherName, 'key' | 'name'>[];
};

export interface OfficialStore {
  find(slug: string, audience: Audience): Promise<PublicOfficialWithHistory | undefined>;
  /** The rank that they show, without their history; null where they have none, or do not show. */
  rank(slug: string, audience: Audience): Promise<string | null>;
  /** The slug of the one that turned out to be the one who had this slug. */
  movedTo(slug: string, audience: Audience): Promise<string | undefined>;
  /** In the order of their names. */
  list(query: NameQuery, audience: Audience): Promise<Slice<PublicOfficial>>;
}

export interface OrganisationStore {
  find(slug: string, audience: Audience): Promise<PublicOrganisation | undefined>;
  /** The slug of the one that turned out to be the one that had this slug. */
  movedTo(slug: string, audience: Audience): Promise<string | undefined>;
  /** In the order of their names. */
  list(query: NameQuery, audience: Audience): Promise<Slice<PublicOrganisation>>;
}

export interface QuoteStore {
  /** Newest article first, inside one article in the order of the text. */
  list(query: QuoteQuery, audience: Audience): Promise<Slice<PublicQuoteInArticle>>;
}

export interface TagStore {
  /** Tags of public articles, in alphabetical order. */
  list(page: PageQuery, audience: Audience): Promise<Slice<{ readonly tag: string; readonly articles: number }>>;
  /** The tag that a word stands for which the public knew before it was renamed; any other word itself. */
  present(word: string, audience: Audience): Promise<string>;
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
  /**
   * Those of the documents that were imported last, whatever has been written, published or thrown away since: of all, of
   * those that did not come as drafts, and of those that did, unless the next document took the place of that draft.
   */
  readonly imported: Readonly<Record<'last' | 'public' | 'draft', string | null>>;
  readonly id: string;
  /** Whether that save is still waiting in an open draft, neither public nor scheduled. */
  readonly isDraft: boolean;
}
