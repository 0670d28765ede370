import {
  type ArticlePart,
  type ArticleWish,
  BODY_FORMATS,
  type BodyFormat,
  LISTING_PARTS,
  type PublicArticle,
} from '../../domain/article.ts';
import type { Publisher } from '../../domain/publisher.ts';
import { toNewsArticle } from '../../formats/json-ld.ts';
import { articleAddress } from '../../usecases/article-address.ts';
import { toAreaRefView } from './area.ts';
import { toOfficialRefView } from './official.ts';
import { toOpenGraphView } from './open-graph.ts';
import { toQuoteView } from './quote.ts';

/** What an article shows of the server that answers. */
export interface ShownServer {
  readonly publicUrl: string;
  readonly publisher: Publisher | null;
}

/** One member of the answer that shows an article: what must be read for it, and how it is shown. */
interface Member {
  readonly needs: readonly ArticlePart[];
  readonly view: (article: PublicArticle, server: ShownServer) => unknown;
}

function member<Part extends ArticlePart>(
  needs: readonly Part[],
  view: (article: Pick<PublicArticle, Part>, server: ShownServer) => unknown,
): Member {
  return { needs, view };
}

/** Every member that an article can be shown with, in the order in which they stand in an answer. */
const MEMBERS = {
  id: member(['id'], ({ id }) => id),
  slug: member(['slug'], ({ slug }) => slug),
  url: member(['url'], ({ url }) => url),
  title: member(['title'], ({ title }) => title),
  summary: member(['summary'], ({ summary }) => summary),
  area: member(['area'], ({ area }) => area && toAreaRefView(area)),
  tags: member(['tags'], ({ tags }) => tags),
  language: member(['language'], ({ language }) => language),
  publishedAt: member(['publishedAt'], ({ publishedAt }) => publishedAt),
  publishedAtPrecision: member(['publishedAtPrecision'], ({ publishedAtPrecision }) => publishedAtPrecision),
  updatedAt: member(['updatedAt'], ({ updatedAt }) => updatedAt),
  edition: member(['edition'], ({ edition }) => edition),
  image: member(['image'], ({ image }) => image && { url: image.url, alt: image.alt }),
  body: member(['body'], ({ body: { html, markdown, text } }) => ({
    ...(html !== undefined && { html }),
    ...(markdown !== undefined && { markdown }),
    ...(text !== undefined && { text }),
  })),
  quotes: member(['quotes'], ({ quotes }) => quotes.map(toQuoteView)),
  officials: member(['officials'], ({ officials }) => officials.map(toOfficialRefView)),
  corrections: member(['corrections'], ({ corrections }) =>
    corrections.map(({ at, edition, note }) => ({ at, edition, note })),
  ),
  openGraph: member(LISTING_PARTS, toOpenGraphView),
  jsonLd: member([...LISTING_PARTS, 'quotes', 'corrections', 'areaGss'], (article, { publisher }) =>
    toNewsArticle(article, publisher),
  ),
  links: member(['slug', 'url'], (article, { publicUrl }) => toLinksView(article, publicUrl)),
} satisfies Readonly<Record<string, Member>>;

/** Where an article is, here and on the site of the public body. */
export function toLinksView(article: Pick<PublicArticle, 'slug' | 'url'>, publicUrl: string) {
  return { self: articleAddress(article.slug, publicUrl), canonical: article.url };
}

export type ArticleMember = keyof typeof MEMBERS;

export const ARTICLE_MEMBERS = Object.keys(MEMBERS) as readonly ArticleMember[];

/** What an entry of a list has unless other fields are asked for. */
export const LISTING_MEMBERS = LISTING_PARTS satisfies readonly ArticleMember[];
/** What an entry of a list can have besides. */
export const INCLUDABLE_MEMBERS = ['body', 'quotes', 'officials'] as const satisfies readonly ArticleMember[];

export const BODY_CHOICES = [...BODY_FORMATS, 'all'] as const;
export type BodyChoice = (typeof BODY_CHOICES)[number];

/** What must be read for these members, and for what else the answer needs. */
export function wishFor<Also extends ArticlePart>(
  members: readonly ArticleMember[],
  body: BodyChoice,
  also: readonly Also[],
): ArticleWish<ArticlePart> {
  const parts = new Set<ArticlePart>([...members.flatMap((name) => MEMBERS[name].needs), ...also]);
  return { parts: [...parts].sort(), formats: parts.has('body') ? formatsOf(body) : [] };
}

export function formatsOf(choice: BodyChoice): readonly BodyFormat[] {
  return choice === 'all' ? BODY_FORMATS : [choice];
}

/** The article with these members and no others, in their fixed order. */
export function toSelectedView(
  members: readonly ArticleMember[],
  article: PublicArticle,
  server: ShownServer,
): Partial<Record<ArticleMember, unknown>> {
  const wanted = ARTICLE_MEMBERS.filter((name) => members.includes(name));
  return Object.fromEntries(wanted.map((name) => [name, MEMBERS[name].view(article, server)]));
}
