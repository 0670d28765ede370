import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { Instant } from '../../../domain/time.ts';
import { type Correction, isToldAlike, type Withdrawal, type WithdrawalEnd } from '../../../domain/withdrawal.ts';
import type { ArticleDecision } from '../../article-change.ts';
import type { Connection } from '../engine/connection.ts';
import { madeOnce } from '../engine/first-use.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { publicWithdrawals } from '../public/public-tables.ts';
import { createPublisher, type Publication, type Publisher, type Retraction } from '../public/publication.ts';
import { addressDigest } from './barred-addresses.ts';
import { prepareGifts } from './gifts.ts';
import { preparePreviewEnd } from './preview-end.ts';
import type { Renderings } from './renderings.ts';
import { editions, withdrawals } from './tables.ts';

/** What an installation gives to the writing of articles. */
export interface WritingOptions {
  /** A fresh random UUIDv4. */
  readonly newId: () => string;
  /** Canonical address of an article that nobody gave one, by its slug. */
  readonly addressOf: (slug: string) => string;
}

/** How editions move between the newsroom and the public. Must be used inside a write transaction. */
export interface EditionMover {
  /** What becomes of the open edition while it stays hidden. */
  setOpen(
    article: Article | undefined,
    state: NonNullable<ArticleDecision['open']>,
    by: string,
    returned?: ArticleDecision['returned'],
  ): void;
  schedule(article: Article | undefined, at: Instant): void;
  /** Makes the open edition what the public reads, in place of a live or a withdrawn one, and returns its number. */
  publish(article: Article | undefined, at: Instant, replacement: ArticleDecision['replacement']): number;
  /**
   * Takes the live edition down, or says of one that is down something else to readers.
   * @param now when it is done, which may be after the instant of the withdrawal: a restored database does it again
   */
  withdraw(article: Article | undefined, withdrawal: Withdrawal, now: Instant): void;
  /** Puts the withdrawn edition back, with its number. */
  reinstate(article: Article | undefined, at: Instant): void;
}

export function createMover(
  connection: Connection,
  { newId, addressOf }: WritingOptions,
  rendered: Renderings,
): EditionMover {
  const set = prepareStates(connection);
  const give = prepareGifts(connection, addressOf);
  const publisher = madeOnce(() => createPublisher(connection));
  const withdrawn = prepareWithdrawals(connection, newId);

  /** What the public gets of an article by one of its editions. */
  const publication = (article: Article, { id, content }: Edition, edition: number, at: Instant) => ({
    ...give.names(article, content, at),
    edition,
    content,
    rendering: rendered.take(id),
    at,
    silent: false,
    corrections: set.corrections(article.id),
  });

  /** What is withdrawn stays so for good: a later edition stands in its place. */
  const replaceWithdrawn = (articleId: string, editionId: string, at: Instant): void => {
    withdrawn.remove(articleId, editionId, { at, by: 'replaced' });
    rendered.take(editionId);
    set.superseded(editionId);
  };

  return {
    setOpen(current, state, by, returned) {
      const { article, edition } = openOf(current);
      const submittedBy = state === 'submitted' ? (edition.submittedBy ?? by) : null;
      set.open(edition.id, { state, submittedBy, returned: state === 'draft' ? (returned ?? edition.returned) : null });
      if (state !== 'discarded') return;
      rendered.take(edition.id);
      const left = article.live ?? article.withdrawn?.edition;
      if (left) give.standing(article.id, left.content);
      else give.free(article.id);
    },
    schedule: (current, at) => set.scheduled(openOf(current).edition.id, at),
    publish(current, at, replacement) {
      const { article, edition } = openOf(current);
      const number = set.nextNumber(article.id);
      if (article.live) set.superseded(article.live.id);
      if (article.withdrawn) replaceWithdrawn(article.id, article.withdrawn.edition.id, at);
      set.live(edition.id, number, at, replacement?.kind === 'correction' ? replacement.note : null);
      publisher().publish({
        ...publication(article, edition, number, at),
        event: eventOf(article, replacement),
        silent: replacement?.kind === 'amendment',
      });
      return number;
    },
    withdraw: prepareTakingDown(connection, { set, rendered, withdrawn, publisher }),
    reinstate(current, at) {
      const { article, edition, number } = reinstatableOf(current);
      withdrawn.remove(article.id, edition.id, { at, by: 'reinstated' });
      set.reinstated(edition.id);
      publisher().publish({ ...publication(article, edition, number, at), event: 'article.reinstated' });
    },
  };
}

/** What a withdrawal needs of those who move editions. */
interface TakingDown {
  readonly set: ReturnType<typeof prepareStates>;
  readonly rendered: Renderings;
  readonly withdrawn: ReturnType<typeof prepareWithdrawals>;
  readonly publisher: () => Pick<Publisher, 'retract' | 'retractAnew'>;
}

function prepareTakingDown(
  connection: Connection,
  { set, rendered, withdrawn, publisher }: TakingDown,
): EditionMover['withdraw'] {
  const endPreviews = preparePreviewEnd(connection);

  /** Says of what is down already something else to readers, where it is something else. */
  const sayAnew = (article: Article, edition: Edition, withdrawal: Withdrawal, now: Instant): void => {
    withdrawn.remove(article.id, edition.id, { at: now, by: 'withdrawn-anew' });
    const before = article.withdrawn?.withdrawal;
    if (before && isToldAlike(before, withdrawal)) return;
    publisher().retractAnew(retractionOf(article.id, edition, withdrawal, now), edition.content.area?.id ?? null);
  };

  return (article, withdrawal, now) => {
    const edition = article?.live ?? article?.withdrawn?.edition;
    if (!edition || !article || article.slug === null) throw new Error('there is nothing to withdraw');
    if (article.open?.state === 'scheduled') throw new Error('a schedule must be taken back before a withdrawal');
    if (article.live) {
      rendered.add(edition.id, publisher().retract(retractionOf(article.id, edition, withdrawal, now)));
      set.withdrawn(edition.id);
    } else sayAnew(article, edition, withdrawal, now);
    withdrawn.add({ ...article, slug: article.slug }, edition.id, withdrawal);
    endPreviews(article.id, now);
  };
}

function retractionOf(articleId: string, { number }: Edition, { kind }: Withdrawal, at: Instant): Retraction {
  if (number === null) throw new Error('what never was public cannot be withdrawn');
  return { articleId, edition: number, kind: kind === 'vanish' ? 'vanish' : 'withdraw', at };
}

/** What those who syndicate are told of a publication. */
function eventOf({ live, withdrawn }: Article, replacement: ArticleDecision['replacement']): Publication['event'] {
  if (replacement?.kind === 'correction') return 'article.corrected';
  if (replacement?.kind === 'amendment') return 'article.amended';
  if (withdrawn) return 'article.reinstated';
  return live ? 'article.updated' : 'article.published';
}

/** Notes to readers go with the editions that they are about. */
const LAST_WITHDRAWN_FOR_GOOD = sql`coalesce((select max(gone.number) from editions gone
  join withdrawals on withdrawals.edition_id = gone.id and withdrawals.ended_by = 'replaced'
  where gone.article_id = ${sql.placeholder('id')}), 0)`;

function prepareStates({ db }: Connection) {
  const id = sql.placeholder('id');
  const at = sql`${sql.placeholder('at')}`;
  const change = (values: Parameters<ReturnType<typeof db.update<typeof editions>>['set']>[0]) =>
    db.update(editions).set(values).where(eq(editions.id, id)).prepare();
  const open = change({
    state: sql`${sql.placeholder('state')}`,
    submittedBy: sql`${sql.placeholder('submittedBy')}`,
    returned: sql`${sql.placeholder('returned')}`,
    publishAt: null,
  });
  const scheduled = change({ state: 'scheduled', publishAt: at });
  const superseded = change({ state: 'superseded' });
  const withdrawn = change({ state: 'withdrawn' });
  const reinstated = change({ state: 'live' });
  const live = change({
    state: 'live',
    number: sql`${sql.placeholder('number')}`,
    publishAt: at,
    correction: sql`${sql.placeholder('correction')}`,
    returned: null,
  });
  const lastNumber = db
    .select({ number: sql<number>`coalesce(max(${editions.number}), 0)` })
    .from(editions)
    .where(eq(editions.articleId, id))
    .prepare();
  const corrections = db
    .select({ edition: editions.number, at: editions.publishAt, note: editions.correction })
    .from(editions)
    .where(
      and(
        eq(editions.articleId, id),
        isNotNull(editions.correction),
        sql`${editions.number} > ${LAST_WITHDRAWN_FOR_GOOD}`,
      ),
    )
    .orderBy(desc(editions.number))
    .prepare();
  return {
    open: (edition: string, { returned, ...head }: Pick<Edition, 'state' | 'submittedBy' | 'returned'>) =>
      void open.run({ id: edition, ...head, returned: returned && JSON.stringify(returned) }),
    scheduled: (edition: string, instant: Instant) => void scheduled.run({ id: edition, at: instant }),
    superseded: (edition: string) => void superseded.run({ id: edition }),
    withdrawn: (edition: string) => void withdrawn.run({ id: edition }),
    reinstated: (edition: string) => void reinstated.run({ id: edition }),
    live: (edition: string, number: number, instant: Instant, correction: string | null) =>
      void live.run({ id: edition, number, at: instant, correction }),
    nextNumber: (article: string) => (lastNumber.get({ id: article })?.number ?? 0) + 1,
    corrections: (article: string): Correction[] =>
      corrections
        .all({ id: article })
        .flatMap(({ edition, at: instant, note }) =>
          edition !== null && instant !== null && note !== null ? [{ edition, at: instant, note }] : [],
        ),
  };
}

/** What a public article is known by. */
interface Named extends Pick<Article, 'id' | 'url'> {
  readonly slug: string;
}

function prepareWithdrawals(connection: Connection, newId: () => string) {
  const { db } = connection;
  const insert = prepareInsert(connection, withdrawals);
  const show = prepareInsert(connection, publicWithdrawals);
  const id = sql.placeholder('id');
  const hide = db.delete(publicWithdrawals).where(eq(publicWithdrawals.id, id)).prepare();
  const end = db
    .update(withdrawals)
    .set({ reinstatedAt: sql`${sql.placeholder('at')}`, endedBy: sql`${sql.placeholder('by')}` })
    .where(sql`${withdrawals.editionId} = ${id} and ${withdrawals.reinstatedAt} is null`)
    .prepare();
  return {
    add({ id: article, slug, url }: Named, editionId: string, withdrawal: Withdrawal): void {
      const standing = { reinstatedAt: null, endedBy: null };
      insert({ id: newId(), editionId, ...withdrawal, ...standing, address: url && addressDigest(url) });
      const { kind, explanation, alternative, at } = withdrawal;
      if (kind !== 'vanish') show({ id: article, slug, kind, explanation, alternative, at });
    },
    remove(article: string, editionId: string, ended: { readonly at: Instant; readonly by: WithdrawalEnd }): void {
      end.run({ id: editionId, ...ended });
      hide.run({ id: article });
    },
  };
}

/** @throws Error when nothing is open, which a decision must not ask for */
function openOf(article: Article | undefined): { readonly article: Article; readonly edition: Edition } {
  if (!article?.open) throw new Error('there is no open edition');
  return { article, edition: article.open };
}

/** @throws Error when nothing is withdrawn that may come back, which a decision must not ask for */
function reinstatableOf(article: Article | undefined) {
  const { edition, isReplaced = false } = article?.withdrawn ?? {};
  if (!article || !edition || edition.number === null || isReplaced) throw new Error('there is nothing to reinstate');
  return { article, edition, number: edition.number };
}
