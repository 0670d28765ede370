import type { FeedLink } from '../../domain/feed.ts';

/** One entry of a `Link` header (RFC 8288). */
export interface Link {
  readonly rel: 'self' | 'first' | 'next' | 'prev' | 'canonical' | 'alternate' | FeedLink['rel'];
  readonly href: string;
  /** Media type of what is there. */
  readonly type?: string;
}

/** Characters; many clients refuse an answer whose headers pass 16 KiB, and an address may be as long as its query. */
export const MAX_LINK_HEADER_LENGTH = 8_192;

/** The value of `Link`; undefined when there is nothing to link to, or when it would be too long for a header. */
export function linkHeader(links: readonly Link[]): string | undefined {
  const text = textOf(links);
  if (text.length <= MAX_LINK_HEADER_LENGTH) return text === '' ? undefined : text;
  // What else there is can be done without.
  const needed = links.filter(({ rel }) => rel !== 'alternate');
  return needed.length < links.length ? linkHeader(needed) : undefined;
}

function textOf(links: readonly Link[]): string {
  return links
    .map(({ rel, href, type }) => `<${asciiUri(href)}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`)
    .join(', ');
}

/** Addresses of other sites may be written with any letters; a header holds ASCII only, and `>` would end the link. */
function asciiUri(href: string): string {
  // Nearly all are plain; to replace nothing costs more than to see that.
  return PLAIN_URI.test(href) ? href : href.replaceAll(/[^!-~]|[<>"]/gu, encodeURIComponent);
}

const PLAIN_URI = /^[!#-;=?-~]*$/;
