import type { Article } from '../domain/article.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import { articleAddress } from './article-address.ts';
import type { Deps } from './deps.ts';

/**
 * Where a withdrawal sends readers, and where other withdrawals send them on from there. Of an address that an article had
 * here before, to the one that it has now.
 */
export async function waysOf(
  alternative: string | null,
  { store }: Deps,
  audience: Audience,
  publicUrl: string | undefined,
): Promise<readonly string[]> {
  const ways: string[] = [];
  let next = alternative;
  while (next !== null) {
    const page = pageOf(next);
    const name = publicUrl === undefined ? undefined : nameAt(page, publicUrl);
    const moved = name === undefined ? undefined : await store.articles.movedTo(name, audience);
    const way = moved === undefined || publicUrl === undefined ? page : articleAddress(moved, publicUrl);
    if (ways.includes(way)) break;
    ways.push(way);
    const withdrawal = name === undefined ? undefined : await store.articles.withdrawal(moved ?? name, audience);
    next = withdrawal?.alternative ?? null;
  }
  return ways;
}

/** The id or the slug that an address of this server names. */
function nameAt(page: string, publicUrl: string): string | undefined {
  const here = articleAddress('', publicUrl);
  return page.startsWith(here) ? page.slice(here.length) : undefined;
}

/**
 * A release that sends its readers to its own address would send them round for ever.
 * @throws Problem `invalid_body`
 */
export function refuseCircle(ways: readonly string[], { id, slug, url }: Article, publicUrl: string | undefined): void {
  const own = [
    url,
    ...[id, slug].map((name) => name !== null && publicUrl !== undefined && articleAddress(name, publicUrl)),
  ];
  const at = ways.findIndex((way) => own.some((address) => address && pageOf(address) === way));
  if (at < 0) return;
  const detail =
    at === 0 ? 'It is the address of this article.' : 'Readers are sent on from there, back to this article.';
  throw new Problem('invalid_body', 'Readers cannot be sent there.', {
    errors: [{ pointer: '/alternative', detail, expected: 'Another address.' }],
  });
}

/** An address without what leads to the same page all the same. */
function pageOf(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname.replace(/\/$/, '')}${search}`;
}
