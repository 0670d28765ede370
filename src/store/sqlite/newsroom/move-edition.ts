import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Correction, Withdrawal } from '../../../domain/withdrawal.ts';
import type { ArticleDecision } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { publicWithdrawals } from '../public/public-tables.ts';
import { createPublisher, type Publication } from '../public/publication.ts';
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
  setOpen(article: Article | undefined, state: NonNullable<ArticleDecision['open']>, by: string): void;
  schedule(article: Article | undefined, at: Instant): void;
  /** Makes the open edition what the public reads, in place of a live one, and returns its number. */
  publish(article: Article | undefined, at: Instant, replacement: ArticleDecision['replacement']): number;
  /** @param now when it is done, which may be after the instant of the withdrawal: a restored database does it again */
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
  const publisher = createPublisher(connection);
  const withdrawn = prepareWithdrawals(connection, newId);
  const endPreviews = preparePreviewEnd(connection);

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

  return {
    setOpen(current, state, by) {
      const { article, edition } = openOf(current);
      set.open(edition.id, state, state === 'submitted' ? (edition.submittedBy ?? by) : null);
      if (state !== 'discarded') return;
      rendered.take(edition.id);
      const left = article.live ?? article.withdrawn?.edition;
      if (left) give.area(article.id, left.content.area?.id ?? null);
    },
    schedule(current, at) {
      const { article, edition } = openOf(current);
      // It would put a text in the place of a withdrawn one, unasked.
      if (article.withdrawn) throw new Error('nothing can be scheduled while the article is withdrawn');
      set.scheduled(edition.id, at);
    },
    publish(current, at, replacement) {
      const { article, edition } = openOf(current);
      const number = set.nextNumber(article.id);
      if (article.live) set.superseded(article.live.id);
      set.live(edition.id, number, at, replacement?.kind === 'correction' ? replacement.note : null);
      publisher.publish({
        ...publication(article, edition, number, at),
        event: eventOf(article, replacement),
        silent: replacement?.kind === 'amendment',
      });
      return number;
    },
    withdraw(article, withdrawal, now) {
      const edition = article?.live;
      if (!edition || edition.number === null || article.slug === null) throw new Error('there is nothing to withdraw');
      if (article.open?.state === 'scheduled') throw new Error('a schedule must be taken back before a withdrawal');
      const kind = withdrawal.kind === 'vanish' ? 'vanish' : 'withdraw';
      const rendering = publisher.retract({ articleId: article.id, edition: edition.number, kind, at: now });
      rendered.add(edition.id, rendering);
      set.withdrawn(edition.id);
      withdrawn.add({ ...article, slug: article.slug }, edition.id, withdrawal);
      endPreviews(article.id, now);
    },
    reinstate(article, at) {
      const edition = article?.withdrawn?.edition;
      if (!edition || edition.number === null) throw new Error('there is nothing to reinstate');
      withdrawn.remove(article.id, edition.id, at);
      set.reinstated(edition.id);
      publisher.publish({ ...publication(article, edition, edition.number, at), event: 'article.reinstated' });
    },
  };
}

/** What those who syndicate are told of a publication. */
function eventOf({ live }: Article, replacement: ArticleDecision['replacement']): Publication['event'] {
  if (replacement?.kind === 'correction') return 'article.corrected';
  if (replacement?.kind === 'amendment') return 'article.amended';
  return live ? 'article.updated' : 'article.published';
}

function prepareStates({ db }: Connection) {
  const id = sql.placeholder('id');
  const at = sql`${sql.placeholder('at')}`;
  const change = (values: Parameters<ReturnType<typeof db.update<typeof editions>>['set']>[0]) =>
    db.update(editions).set(values).where(eq(editions.id, id)).prepare();
  const open = change({
    state: sql`${sql.placeholder('state')}`,
    submittedBy: sql`${sql.placeholder('submittedBy')}`,
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
  });
  const lastNumber = db
    .select({ number: sql<number>`coalesce(max(${editions.number}), 0)` })
    .from(editions)
    .where(eq(editions.articleId, id))
    .prepare();
  const corrections = db
    .select({ edition: editions.number, at: editions.publishAt, note: editions.correction })
    .from(editions)
    .where(and(eq(editions.articleId, id), isNotNull(editions.correction)))
    .orderBy(desc(editions.number))
    .prepare();
  return {
    open: (edition: string, state: string, submittedBy: string | null) =>
      void open.run({ id: edition, state, submittedBy }),
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
    .set({ reinstatedAt: sql`${sql.placeholder('at')}` })
    .where(sql`${withdrawals.editionId} = ${id} and ${withdrawals.reinstatedAt} is null`)
    .prepare();
  return {
    add({ id: article, slug, url }: Named, editionId: string, withdrawal: Withdrawal): void {
      insert({ id: newId(), editionId, ...withdrawal, reinstatedAt: null, address: url && addressDigest(url) });
      const { kind, explanation, alternative, at } = withdrawal;
      if (kind !== 'vanish') show({ id: article, slug, kind, explanation, alternative, at });
    },
    remove(article: string, editionId: string, at: Instant): void {
      end.run({ id: editionId, at });
      hide.run({ id: article });
    },
  };
}

/** @throws Error when nothing is open, which a decision must not ask for */
function openOf(article: Article | undefined): { readonly article: Article; readonly edition: Edition } {
  if (!article?.open) throw new Error('there is no open edition');
  return { article, edition: article.open };
}
