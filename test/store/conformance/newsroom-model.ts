import type { Instant } from '../../../src/domain/time.ts';
import type { QuoteOptions, ReleaseOptions } from '../../support/release.ts';

/** What one save says. */
export type Variant = Required<Pick<ReleaseOptions, 'area' | 'tags' | 'text' | 'publishedAt'>> & {
  readonly quotes: readonly QuoteOptions[];
};

interface Live {
  readonly variant: Variant;
  readonly publishedAt: Instant;
  readonly updatedAt: Instant;
  readonly edition: number;
}

interface ModelArticle {
  readonly name: string;
  /** The store draws it; it decides among equals. */
  readonly id: string;
  readonly open: { readonly variant: Variant; readonly publishAt: Instant | null } | null;
  readonly live: Live | null;
}

/** The newsroom in plain values: what the public sees is computed anew from them, so that nothing can be left behind. */
export interface Model {
  readonly articles: ReadonlyMap<string, ModelArticle>;
  /** The parent of every listed area. */
  readonly parents: ReadonlyMap<string, string | null>;
  /** Publications so far, and articles that read otherwise because an area has moved. */
  readonly sequence: number;
}

export function saved(model: Model, name: string, id: string, variant: Variant, publishAt: Instant | null): Model {
  const before = model.articles.get(name);
  const open = { variant, publishAt: publishAt ?? before?.open?.publishAt ?? null };
  return withArticle(model, { name, id, live: before?.live ?? null, open });
}

/** What stands at an instant: due editions are public, in the order of their instants. */
export function lifted(model: Model, now: Instant): Model {
  const due = [...model.articles.values()]
    .filter(({ open }) => open?.publishAt && open.publishAt <= now)
    .sort((a, b) => compare(a.open?.publishAt ?? '', b.open?.publishAt ?? '') || compare(a.id, b.id));
  return due.reduce((current, article) => published(current, article), model);
}

/** What stands when an area has moved: its articles, and those below it, say another path. */
export function moved(model: Model, area: string, parent: string | null): Model {
  const isSame = model.parents.get(area) === parent;
  const isBelow = (of: string | null | undefined): boolean => of === area || (!!of && isBelow(model.parents.get(of)));
  const touched = isSame ? [] : [...model.articles.values()].filter(({ live }) => isBelow(live?.variant.area));
  const parents = new Map([...model.parents, [area, parent]]);
  return { ...model, parents, sequence: model.sequence + touched.length };
}

function published(model: Model, article: ModelArticle): Model {
  const { open, live } = article;
  if (!open?.publishAt) return model;
  const { variant, publishAt } = open;
  const publishedAt = variant.publishedAt ?? live?.publishedAt ?? publishAt;
  const next = { variant, publishedAt, updatedAt: publishAt, edition: (live?.edition ?? 0) + 1 };
  return { ...withArticle(model, { ...article, open: null, live: next }), sequence: model.sequence + 1 };
}

function withArticle(model: Model, article: ModelArticle): Model {
  return { ...model, articles: new Map([...model.articles, [article.name, article]]) };
}

/** Everything that the public can ask for, in the shape in which the test asks the store. */
export function publicView({ articles, parents, sequence }: Model, words: readonly string[]) {
  const newest = [...articles.values()]
    .flatMap(({ name, id, live }) => (live ? [{ name, id, ...live }] : []))
    .sort((a, b) => compare(b.publishedAt, a.publishedAt) || compare(b.id, a.id));
  const quotes = newest.flatMap(({ name, variant }) => variant.quotes.map((quote) => ({ ...quote, in: name })));
  const slugs = (matches: (variant: Variant) => boolean) =>
    newest.filter(({ variant }) => matches(variant)).map(({ name }) => name);
  const areas = distinct([...parents.keys(), ...newest.flatMap(({ variant }) => variant.area ?? [])]);
  const pathOf = (area: string): string => {
    const parent = parents.get(area);
    return parent ? `${pathOf(parent)}/${area}` : area;
  };
  return {
    articles: newest.map(({ name, variant, publishedAt, updatedAt, edition }) => {
      const area = variant.area && pathOf(variant.area);
      return { slug: name, area, tags: variant.tags, publishedAt, updatedAt, edition, quotes: variant.quotes.length };
    }),
    tags: distinct(newest.flatMap(({ variant }) => variant.tags)).map((tag) => ({
      tag,
      articles: slugs(({ tags }) => tags.includes(tag)),
    })),
    areas: areas
      .map(pathOf)
      .sort()
      .map((path) => ({
        path,
        articles: slugs(({ area }) => area !== null && `${pathOf(area)}/`.startsWith(`${path}/`)),
      })),
    officials: distinct(quotes.flatMap(({ by }) => by ?? [])).map((official) => {
      const said = quotes.filter(({ by }) => by === official);
      return { official, ...postOf(said), quotes: said.map((quote) => quote.in) };
    }),
    organisations: distinct(quotes.flatMap(({ of }) => of ?? [])).map((organisation) => ({
      organisation,
      articles: slugs((variant) => variant.quotes.some(({ of }) => of === organisation)),
    })),
    quotes: quotes.map((quote) => quote.in),
    found: words.map((word) => slugs(({ text }) => text.includes(word)).sort()),
    sequence,
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

type Said = Pick<QuoteOptions, 'rank' | 'of'>;

/** What the newest quotes say together, until one contradicts. */
function postOf(said: readonly Said[]): { rank: string | null; of: string | null } {
  let rank: string | null = null;
  let of: string | null = null;
  for (const quote of said) {
    if (rank !== null && quote.rank && quote.rank !== rank) break;
    if (of !== null && quote.of && quote.of !== of) break;
    rank ??= quote.rank ?? null;
    of ??= quote.of ?? null;
  }
  return { rank, of };
}
