import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import { Problem, type ProblemError } from '../../../domain/problem.ts';
import { freeSlug } from '../../../domain/slug.ts';
import type { ArticleDecision, ChangeRequest } from '../../article-change.ts';
import type { Connection } from '../engine/connection.ts';
import { publicArticles, publicFormerSlugs, publicWithdrawals } from '../public/public-tables.ts';
import { articles } from './tables.ts';
import type { prepareIsVisible } from './visible.ts';

/**
 * Refuses an address and a slug that another article has, as far as whoever asks may know of that. A draft that they may
 * not see, and what has vanished, is nothing to them: the save is kept, and the address is settled at the publication,
 * by somebody who sees more; a slug gets a number then.
 */
export interface TakenNames {
  /** @throws Problem `conflict` */
  refuseSave(current: Article | undefined, decision: ArticleDecision, request: ChangeRequest): void;
  /** Before the open edition is public, now or at an instant. @throws Problem `conflict` */
  refusePublication(article: Article | undefined, request: ChangeRequest): void;
}

export function prepareTakenNames(connection: Connection, isVisible: ReturnType<typeof prepareIsVisible>): TakenNames {
  const holder = prepareHolder(connection);
  const refuseSlug = prepareRefuseSlug(connection);

  const refuseSave = (current: Article | undefined, { save }: ArticleDecision, request: ChangeRequest): void => {
    const url = save?.content.url ?? null;
    if (url !== null && soughtBy(request) !== url) {
      const other = holder.of(url, current?.id);
      if (other && (other.isShown || isVisible(other.id, request.audience))) {
        throw new Problem('conflict', 'Another article has this address.', {
          errors: [isVisible(other.id, request.audience) ? heldBy(other.id) : HELD],
        });
      }
    }
    if (save?.content.slugGiven && soughtBy(request) === undefined) refuseSlug(save.content.slug, current);
  };
  return {
    refuseSave,
    refusePublication(article, request) {
      const content = article?.open?.content;
      if (!article || !content || soughtBy(request) !== undefined) return;
      const url = article.slug === null ? content.url : null;
      const other = url === null ? undefined : holder.of(url, article.id);
      if (other) throw new Problem('conflict', 'Another article has this address.', { errors: [heldBy(other.id)] });
      if (url !== null) holder.claim(url, article.id);
      if (content.slugGiven) refuseSlug(content.slug, article);
    },
  };
}

/** An import names an article by its address, and its document says what it was called where it came from. */
function soughtBy({ article }: ChangeRequest): string | undefined {
  return article !== null && 'url' in article ? article.url : undefined;
}

const ANOTHER =
  'Another address. Or change that article; one that never was public frees its address when it is discarded.';

function heldBy(id: string): ProblemError {
  return { pointer: '/url', detail: `It is the canonical address of the article ${id}.`, expected: ANOTHER };
}

const HELD: ProblemError = {
  pointer: '/url',
  detail: 'It is the canonical address of another release, which was published.',
  expected: 'Another address.',
};

function prepareHolder({ db }: Connection) {
  const [id, url] = [sql.placeholder('id'), sql.placeholder('url')];
  const find = db
    .select({
      id: articles.id,
      // By names of their own: in a selection from one table its columns stand without it.
      isShown: sql<number>`exists (select 1 from public_articles shown where shown.id = articles.id)
        or exists (select 1 from public_withdrawals told where told.id = articles.id)`,
    })
    .from(articles)
    .where(eq(articles.url, url))
    .prepare();
  const claim = db
    .update(articles)
    .set({ url: sql`${url}` })
    .where(and(eq(articles.id, id), sql`${articles.url} is null`))
    .prepare();
  return {
    /** Whose address it is, but for one article. */
    of(address: string, but: string | undefined) {
      const found = find.get({ url: address });
      return found && found.id !== but ? { id: found.id, isShown: found.isShown === 1 } : undefined;
    },
    claim: (address: string, article: string) => void claim.run({ id: article, url: address }),
  };
}

/** Looks at what readers know alone, so that the refusal tells nobody more than that. */
function prepareRefuseSlug({ db }: Connection): (slug: string, current: Article | undefined) => void {
  const [slug, id] = [sql.placeholder('slug'), sql.placeholder('id')];
  const live = db
    .select({ id: publicArticles.id })
    .from(publicArticles)
    .where(and(eq(publicArticles.slug, slug), ne(publicArticles.id, id)))
    .prepare();
  const withdrawn = db
    .select({ id: publicWithdrawals.id })
    .from(publicWithdrawals)
    .where(and(eq(publicWithdrawals.slug, slug), ne(publicWithdrawals.id, id)))
    .prepare();
  const former = db
    .select({ id: publicFormerSlugs.articleId })
    .from(publicFormerSlugs)
    .leftJoin(publicArticles, eq(publicArticles.id, publicFormerSlugs.articleId))
    .leftJoin(publicWithdrawals, eq(publicWithdrawals.id, publicFormerSlugs.articleId))
    .where(
      and(
        eq(publicFormerSlugs.slug, slug),
        ne(publicFormerSlugs.articleId, id),
        isNotNull(sql`coalesce(${publicArticles.id}, ${publicWithdrawals.id})`),
      ),
    )
    .prepare();
  return (wish, current) => {
    const isTaken = (candidate: string) =>
      [live, withdrawn, former].some((each) => each.get({ slug: candidate, id: current?.id ?? '' }) !== undefined);
    if (!isTaken(wish)) return;
    throw new Problem('conflict', 'Another article has this slug.', {
      errors: [
        {
          pointer: '/slug',
          detail: 'Readers find another release under it.',
          expected: `Such as ${freeSlug(wish, isTaken)}, which is free; or null.`,
        },
      ],
    });
  };
}
