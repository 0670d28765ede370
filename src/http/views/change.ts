import * as z from 'zod';
import {
  type ArticlePart,
  type ArticleWish,
  LISTING,
  type PublicArticle,
  WHOLE_ARTICLE,
} from '../../domain/article.ts';
import type { FollowedChange } from '../../domain/change.ts';
import { PUBLIC_WITHDRAWAL_KINDS } from '../../domain/withdrawal.ts';
import { articleAddress } from '../../usecases/article-address.ts';
import { articleListingView, articleView, toArticleListingView, toArticleView } from './article.ts';
import { type BodyChoice, formatsOf, type ShownServer } from './article-members.ts';
import { embargoTermsView } from './embargo-terms.ts';
import { instantView } from './scalars.ts';

/** What an `upsert` brings along. */
export const INCLUDES = ['listing', 'article'] as const;
export type Include = (typeof INCLUDES)[number];

const idView = z.uuid().meta({ description: 'Of the article.' });
const entryFields = {
  sequence: z.int().min(1).meta({ description: 'Ever growing; a change that was told twice has the same.' }),
  id: idView,
  edition: z.int().min(1).meta({ description: 'The public edition that came or went.' }),
  at: instantView,
};
const linksView = z
  .strictObject({ self: z.string().meta({ description: 'What readers get of the article.' }) })
  .meta({ id: 'ChangeLinks' });

const upsertView = z
  .strictObject({
    type: z.literal('upsert'),
    ...entryFields,
    listing: articleListingView.optional().meta({ description: 'With `include=listing`.' }),
    article: articleView.optional().meta({ description: 'With `include=article`.' }),
    links: linksView,
  })
  .meta({ id: 'Upsert', description: 'The article is new or changed: put it in the place of what you hold of it.' });

const withdrawView = z
  .strictObject({
    type: z.literal('withdraw'),
    ...entryFields,
    withdrawal: z.enum(PUBLIC_WITHDRAWAL_KINDS).meta({ description: 'What its address answers now.' }),
    links: linksView,
  })
  .meta({ id: 'Withdraw', description: 'The article was taken down: delete what you hold of it.' });

const vanishView = z
  .strictObject({ type: z.literal('vanish'), ...entryFields })
  .meta({ id: 'Vanish', description: 'The article is to have never been: delete it, and say nothing of it.' });

const accessLostView = z.strictObject({ type: z.literal('access-lost'), id: idView }).meta({
  id: 'AccessLost',
  description: 'The article is not, or no more, what you follow: delete it if you hold it.',
});

const embargoView = z
  .strictObject({
    type: z.literal('embargo'),
    id: idView,
    at: instantView.meta({ description: 'When you were let in, or it was changed last.' }),
    embargo: embargoTermsView,
    links: z.strictObject({ self: z.string() }).meta({ id: 'EmbargoLinks', description: 'Where you may read it.' }),
  })
  .meta({
    id: 'EmbargoChange',
    description: 'You may read the article before its lift: show it to nobody before `embargo.until`.',
  });

const changeView = z
  .discriminatedUnion('type', [upsertView, withdrawView, vanishView, accessLostView])
  .meta({ id: 'Change', description: 'What became of one article.' });

const partnerChangeView = z
  .discriminatedUnion('type', [upsertView, withdrawView, vanishView, accessLostView, embargoView])
  .meta({ id: 'PartnerChange', description: 'What became of one article for a partner.' });

const changesPageView = z
  .strictObject({
    limit: z.int().min(1).max(100),
    next: z.string().meta({ description: 'Value of `since` for what comes next. It never expires.' }),
    more: z.boolean().meta({ description: 'Whether there is more already; else it is time to wait.' }),
  })
  .meta({ id: 'ChangesPage' });

export const changesView = z
  .strictObject({
    data: z.array(changeView).meta({ description: 'In the order in which they happened.' }),
    page: changesPageView,
  })
  .meta({ id: 'Changes' });

export const partnerChangesView = z
  .strictObject({
    data: z
      .array(partnerChangeView)
      .meta({ description: 'Embargoes first; then in the order in which they happened.' }),
    page: changesPageView,
  })
  .meta({ id: 'PartnerChanges' });

export function toChangeView(
  change: FollowedChange,
  { include, ...server }: ShownServer & { readonly include: Include | undefined },
): object {
  const { publicUrl } = server;
  if (change.kind === 'access-lost') return { type: change.kind, id: change.articleId };
  if (change.kind === 'embargo') return toEmbargoView(change, publicUrl);
  const { sequence, articleId: id, edition, at } = change;
  const entry = { sequence, id, edition, at };
  const links = { self: articleAddress(id, publicUrl) };
  switch (change.kind) {
    case 'upsert':
      return { type: change.kind, ...entry, ...included(change.article, server, include), links };
    case 'withdraw':
      return { type: change.kind, ...entry, withdrawal: change.withdrawal, links };
    case 'vanish':
      return { type: change.kind, ...entry };
    default:
      return change satisfies never;
  }
}

function toEmbargoView(
  { articleId: id, at, until, conditions }: Extract<FollowedChange, { readonly kind: 'embargo' }>,
  publicUrl: string,
): z.output<typeof embargoView> {
  const links = { self: `${publicUrl}/v1/syndication/articles/${id}` };
  return { type: 'embargo', id, at, embargo: { until, conditions }, links };
}

function included(article: PublicArticle, server: ShownServer, include: Include | undefined): object {
  switch (include) {
    case 'listing':
      return { listing: toArticleListingView(article) };
    case 'article':
      return { article: toArticleView(article, server) };
    case undefined:
      return {};
    default:
      return include satisfies never;
  }
}

/** What must be read of articles for that. */
export function wishForChange(include: Include | undefined, bodyFormat: BodyChoice): ArticleWish<ArticlePart> {
  if (include === undefined) return NOTHING;
  return include === 'listing' ? LISTING : { ...WHOLE_ARTICLE, formats: formatsOf(bodyFormat) };
}

const NOTHING: ArticleWish<never> = { parts: [], formats: [] };
