import type { FeedLink } from '../../domain/feed.ts';
import { pathOf, queryOf } from '../request/address.ts';
import type { RouteContext } from '../route.ts';

type Asked = Pick<RouteContext, 'publicUrl' | 'url'>;

/** The address of the feed that was asked for, without some of its parameters and with others. */
export function feedAddress(
  { publicUrl, url }: Asked,
  without: readonly string[] = [],
  parameters: Readonly<Record<string, string>> = {},
): string {
  const query = queryOf(url);
  for (const name of without) query.delete(name);
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  return `${publicUrl}${pathOf(url)}${query.size > 0 ? `?${query}` : ''}`;
}

const NAMING = ['area', 'official', 'organisation', 'tag', 'language'];

/** What a feed is called: what it is narrowed by, as it was asked for. */
export function feedTitle(filters: Readonly<Record<string, unknown>>): string {
  const said = NAMING.flatMap((name) => (typeof filters[name] === 'string' ? `${name} ${filters[name]}` : []));
  return said.length > 0 ? `Press releases: ${said.join(', ')}` : 'Press releases';
}

/** How a document of a feed leads to its archives, and an archive to its neighbours. */
export function pagesOfThePast(current: string, archive: number | undefined, archives: number): FeedLink[] {
  const at = (rel: FeedLink['rel'], number: number): FeedLink => {
    const url = new URL(current);
    url.searchParams.set('archive', String(number));
    return { rel, href: url.href };
  };
  const before = archive === undefined ? archives : archive - 1;
  return [
    ...(archive === undefined ? [] : [{ rel: 'current' as const, href: current }]),
    ...(before > 0 ? [at('prev-archive', before)] : []),
    ...(archive !== undefined && archive < archives ? [at('next-archive', archive + 1)] : []),
  ];
}
