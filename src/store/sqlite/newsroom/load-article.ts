import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { Withdrawal } from '../../../domain/withdrawal.ts';
import type { Connection } from '../engine/connection.ts';
import { preparedOnce } from '../engine/prepared.ts';
import { prepareEmbargoOf } from '../syndication/embargoes.ts';
import { prepareCurrentContent } from './current-content.ts';
import { articles, editions, revisions, withdrawals } from './tables.ts';

/** Reads an article whole: its row, and its editions that are open, live or withdrawn, as they say it now. */
export interface ArticleLoader {
  byUrl(url: string): Article | undefined;
  byId(id: string): Article | undefined;
}

export const prepareLoader = preparedOnce(prepareReads);

function prepareReads(connection: Connection): ArticleLoader {
  const { byUrl, byId, current, withdrawal } = prepareRows(connection);
  const currentContent = prepareCurrentContent(connection);
  const embargoOf = prepareEmbargoOf(connection);

  const withdrawnOf = (edition: Edition | undefined): Article['withdrawn'] => {
    const row = edition && withdrawal.get({ id: edition.id });
    return row ? { edition, withdrawal: toWithdrawal(row.withdrawal), isReplaced: row.isReplaced } : null;
  };
  const toArticle = (row: typeof articles.$inferSelect | undefined): Article | undefined => {
    if (!row) return undefined;
    const found = current.all({ id: row.id }).map((each) => {
      const edition = toEdition(each);
      const isScheduled = each.edition.state === 'scheduled';
      return {
        ...edition,
        content: currentContent(edition.content),
        embargo: isScheduled ? embargoOf(each.edition.id) : null,
      };
    });
    const { id, slug, version, createdAt, createdBy, publishedAt } = row;
    const open = found.find(({ state }) => state !== 'live' && state !== 'withdrawn') ?? null;
    return {
      id,
      // Where another article has it, it is a wish: until one of the two goes public, each is told the same.
      url: row.url ?? (slug === null ? (open?.content.url ?? null) : null),
      slug,
      version,
      createdAt,
      createdBy,
      publishedAt,
      open,
      live: found.find(({ state }) => state === 'live') ?? null,
      withdrawn: withdrawnOf(found.find(({ state }) => state === 'withdrawn')),
    };
  };
  return {
    byUrl: (url) => toArticle(byUrl.get({ url })),
    byId: (id) => toArticle(byId.get({ id })),
  };
}

function prepareRows({ db }: Connection) {
  const byUrl = db
    .select()
    .from(articles)
    .where(eq(articles.url, sql.placeholder('url')))
    .prepare();
  const byId = db
    .select()
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare();
  const { source: _source, sourceIsDraft: _sourceIsDraft, ...revision } = getTableColumns(revisions);
  const current = db
    .select({ edition: editions, revision })
    .from(editions)
    .innerJoin(revisions, and(eq(revisions.editionId, editions.id), eq(revisions.number, editions.revision)))
    .where(
      sql`${editions.articleId} = ${sql.placeholder('id')} and ${editions.state} not in ('superseded', 'discarded')`,
    )
    .prepare();
  const withdrawal = db
    .select({ withdrawal: withdrawals, isReplaced: editions.isReplaced })
    .from(withdrawals)
    .innerJoin(editions, eq(editions.id, withdrawals.editionId))
    .where(sql`${withdrawals.editionId} = ${sql.placeholder('id')} and ${withdrawals.reinstatedAt} is null`)
    .prepare();
  return { byUrl, byId, current, withdrawal };
}

function toEdition({
  edition,
  revision,
}: {
  readonly edition: typeof editions.$inferSelect;
  readonly revision: Omit<typeof revisions.$inferSelect, 'source' | 'sourceIsDraft'>;
}): Omit<Edition, 'embargo'> {
  const { id, state, number, publishAt, submittedBy, returned } = edition;
  const { savedAt, savedBy, content, sourceDigest } = revision;
  return {
    id,
    state,
    number,
    publishAt,
    revision: revision.number,
    savedAt,
    savedBy,
    submittedBy,
    returned,
    content,
    sourceDigest,
  };
}

function toWithdrawal({ kind, explanation, alternative, reason, at, by }: typeof withdrawals.$inferSelect): Withdrawal {
  return { kind, explanation, alternative, reason, at, by };
}
